import { claim } from '../../helpers/claims/claim';
import { tlsEngine } from './fixtures/tls-engine';
import { handshake, OLD_VERSIONS, withOldServer } from './handshake';
import { labWithTls } from './needs';

export default claim({
  id: 'remote-api.tls.refuses-old-versions',
  level: 'implied',
  lines: [[666, 674]],
  statement: 'With `--tlsverify` the engine refuses TLS 1.0 and 1.1, and takes TLS 1.2.',
  needs: [labWithTls],
  fault: 'the engine still takes the versions of TLS that RFC 8996 has given up',
  faults: { notPlantable: 'no engine has a switch that lets old versions in' },
  async body({ use, verify }) {
    const { plain, right } = await use(tlsEngine);
    const { port } = plain;
    verify.equal(await handshake(port, 'TLSv1.2', right), 'TLSv1.2', 'what comes of TLS 1.2');
    for (const version of OLD_VERSIONS) {
      // That this client can speak it at all is shown at a server that takes it.
      const spoken = await withOldServer(version, right, (own) => handshake(own, version, right));
      if (spoken !== version) throw new Error(`this machine does not speak ${version}: ${spoken}`);
      verify.matches(await handshake(port, version, right), /PROTOCOL|ALERT|RESET/, `what comes of ${version}`);
    }
  },
});

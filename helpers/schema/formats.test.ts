import { isSchema, schemaDocuments } from './documents';
import { knowing } from './forms';

const ID = '66ee365bf253dc6846a4e081e1ff69265e22d097f704a845c70da81437a13757';

interface Examples {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

const ipv4: Examples = {
  right: ['0.0.0.0', '172.17.0.2', '255.255.255.255', '10.9.99.100'],
  wrong: [
    '172.17.0.256',
    '172.17.0',
    '172.17.0.2.1',
    '172.17.0.02',
    '172.17.0.2/16',
    ' 172.17.0.2',
    'localhost',
    '172.17.0.0x2',
  ],
};
const ipv6: Examples = {
  right: ['::', '::1', 'fd00::242:ac11:2', '2001:db8:0:0:0:0:0:1', 'FE80::1', '::ffff:10.0.0.1', '1:2:3:4:5:6:7::'],
  wrong: ['::g', ':::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', 'fd00::/64', '12345::', '10.0.0'],
};
const withPrefix = ({ right, wrong }: Examples, longest: number): Examples => ({
  right: right.flatMap((address) => [`${address}/0`, `${address}/8`, `${address}/${longest}`]),
  wrong: [
    ...wrong.map((address) => `${address}/8`),
    ...right.flatMap((address) => ['', '/', `/${longest + 1}`, '/08', '/-1', '/8 '].map((end) => `${address}${end}`)),
  ],
});
const ipv4Cidr = withPrefix(ipv4, 32);
const ipv6Cidr = withPrefix(ipv6, 128);
const orEmpty = ({ right, wrong }: Examples): Examples => ({ right: ['', ...right], wrong: [' ', ...wrong] });

const objectId: Examples = {
  right: [ID],
  wrong: ['', ID.toUpperCase(), ID.slice(1), `${ID}0`, `sha256:${ID}`, `g${ID.slice(1)}`, `${ID}\n`, 'none'],
};
const digest: Examples = {
  right: [`sha256:${ID}`],
  wrong: ['', ID, `sha256:${ID}0`, `sha256:${ID.slice(1)}`, `sha256-${ID}`, `SHA256:${ID}`, `sha512:${ID}`],
};
const engineId = 'G72C:THUE:BXHO:42KT:SRA2:WUQN:R6XM:6WU6:KDLC:MNDN:VP3C:VIKE';

const ENGINE: Readonly<Record<string, Examples>> = {
  objectId,
  objectIdOrEmpty: { right: ['', ...objectId.right], wrong: [' ', ...objectId.wrong.slice(1)] },
  digest,
  digestOrEmpty: { right: ['', ...digest.right], wrong: [' ', ...digest.wrong.slice(1)] },
  endpointKey: { right: [ID, `ep-${ID}`], wrong: ['', 'a1', `ep${ID}`, `ep-${ID}0`, 'ep-'] },
  timestamp: {
    right: [
      '2016-04-27T00:34:42.123456789Z',
      '2016-04-27T00:34:42Z',
      '0001-01-01T00:00:00Z',
      '2016-04-27T00:34:42.1+02:00',
      '2016-02-29T23:59:59Z',
    ],
    wrong: [
      '',
      '2016-04-27',
      '2016-04-27 00:34:42Z',
      '2016-04-27t00:34:42z',
      '2016-04-27T00:34:42',
      '2016-04-27T00:34:42.1234567891Z',
      '2016-13-27T00:34:42Z',
      '2015-02-29T00:34:42Z',
      '2016-04-27T24:34:42Z',
      '2016-04-27T00:34:42.Z',
      '1461717282',
    ],
  },
  containerName: { right: ['/web-01', '/web-06/db'], wrong: ['', '/', 'web-01'] },
  ipv4,
  ipv4OrEmpty: orEmpty(ipv4),
  ipv6,
  ipv6OrEmpty: orEmpty(ipv6),
  ipv4Cidr,
  ipv6Cidr,
  ipv4CidrOrEmpty: orEmpty(ipv4Cidr),
  ipv6CidrOrEmpty: orEmpty(ipv6Cidr),
  cidr: { right: [...ipv4Cidr.right, ...ipv6Cidr.right], wrong: ['', ...ipv4Cidr.wrong, ...ipv6Cidr.wrong] },
  gateway: {
    right: ['172.18.0.1', '172.18.0.1/16', 'fd00::1', 'fd00::1/64'],
    wrong: ['', '172.18.0.256', '172.18.0.1/33', '172.18.0.1/', 'fd00::g', 'fd00::1/129', 'fd00::1/', 'gateway'],
  },
  macOrEmpty: {
    right: ['', '02:42:ac:11:00:02'],
    wrong: ['02-42-ac-11-00-02', '02:42:AC:11:00:02', '02:42:ac:11:00', '02:42:ac:11:00:02:03', '0242ac110002'],
  },
  portKey: {
    right: ['5000/tcp', '53/udp'],
    wrong: ['', '5000', '/tcp', '5000/TCP', '5000/sctp', '5000/tcp/0', 'tcp/5000'],
  },
  apiVersion: { right: ['1.23', '1.9'], wrong: ['', 'v1.23', '1', '1.23.0', '1.', '1,23'] },
  engineId: {
    right: [engineId],
    wrong: ['', engineId.toLowerCase(), engineId.slice(5), `${engineId}:VIKE`, 'b0e2a6b4-8f6e-4c55-9f5e-0f3f4b1f2a11'],
  },
  message: { right: ['No such container: x\n'], wrong: ['', ' ', '\n'] },
  base64: { right: ['', 'EBE=', 'EA==', 'EBEQ'], wrong: ['ctrl-p', 'EBE', 'EB=E', 'EBE=\n'] },
  containerStatus: { right: ['created', 'dead'], wrong: ['', 'Exited', 'removing', 'Up'] },
};

const REGISTRY: Readonly<Record<string, Examples>> = {
  repositoryName: {
    right: ['webapp', 'training/webapp', 'a.b/c_d/e__f/g-h--i', '0/0'],
    wrong: ['', '/', 'Training/webapp', 'training//webapp', 'training/', '-a', 'a.', 'a___b', 'a..b', 'a'.repeat(256)],
  },
  tagName: { right: ['latest', 'v1.0-rc_1', '_'], wrong: ['', '.a', '-a', 'a/b', 'a:b', 'a'.repeat(129)] },
  digest: {
    right: [...digest.right, `sha512:${ID}${ID}`],
    wrong: [...digest.wrong, `sha256:${ID}${ID}`, 'sha512:'],
  },
  mediaType: {
    right: ['application/json', 'application/vnd.oci.image.manifest.v1+json'],
    wrong: ['', 'application', '/json', 'application/', 'application/json; charset=utf-8', 'a/b/c'],
  },
  base64: { right: ['', 'e30='], wrong: ['e30', 'e30=\n'] },
};

const ajv = knowing(schemaDocuments().values(), 'first');

/** The definitions of a file for texts, by name. */
function textsOf(file: string): readonly string[] {
  const definitions = schemaDocuments().get(file)?.schema.$defs;
  const all = Object.entries(isSchema(definitions) ? definitions : {});
  return all.filter(([, schema]) => isSchema(schema) && [schema.type].flat()[0] === 'string').map(([name]) => name);
}

describe.each([
  ['schemas/engine-v1.23/common.schema.json', ENGINE],
  ['schemas/registry-v2/common.schema.json', REGISTRY],
])('the formats of %s', (file, formats) => {
  const texts = Object.entries(formats).flatMap(([name, { right, wrong }]) => [
    ...right.map((text) => [name, 'takes', text] as const),
    ...wrong.map((text) => [name, 'refuses', text] as const),
  ]);

  it.each(texts)('%s %s %j', (name, judged, text) => {
    const validate = ajv.getSchema(`${schemaDocuments().get(file)?.id}#/$defs/${name}`);
    expect(validate?.(text)).toBe(judged === 'takes');
  });

  it('are all here', () => {
    expect(Object.keys(formats).sort()).toEqual([...textsOf(file)].sort());
  });
});

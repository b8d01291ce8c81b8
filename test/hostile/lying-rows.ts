/** A live engine that lies: what it answers is well-formed, and says of others that they are ours, or holds hostile text. */
import { add, answers, type Json, set } from '../../helpers/faults/vocabulary';
import { claimsAll } from './claims-all';
import type { LiveRow } from './rows';

const BRIDGE = 'network.bridge.create';
const VOLUME = 'volume.anonymous.mount-fields';
const KERNEL = 'engine.info.kernel';

/** Controls, directions, markup of every medium, and a command for a shell. */
const HOSTILE =
  '\u001b[2J\u001b]0;x\u0007\u202e\u2066<img src=x onerror=alert(1)>](http://x) | ` && $(touch CANARY) ; touch CANARY \r\n';

export const LYING_ROWS: readonly LiveRow[] = [
  {
    what: 'everything on the engine is labelled as that of the run',
    must: 'unmoved',
    only: BRIDGE,
    plant: () => claimsAll(),
  },
  {
    what: "making a network is answered with the id of somebody else's",
    must: 'error',
    only: BRIDGE,
    plant: ({ network }) => answers('POST /networks/create', set('Id', network)),
    says: /there before/,
  },
  {
    what: "making a container is answered with the id of somebody else's",
    must: 'cannot judge',
    only: BRIDGE,
    plant: ({ container }) => answers('POST /containers/create', set('Id', container)),
    says: /there before/,
  },
  {
    what: "a container is said to have mounted somebody else's volume",
    must: 'fail',
    only: VOLUME,
    plant: ({ volume }) => answers('GET /containers/*/json', set('Mounts.*.Name', volume)),
  },
  {
    what: 'a text of hostile characters is where a claim looks',
    must: 'fail',
    only: BRIDGE,
    plant: () => answers('GET /networks', set('*.Scope', HOSTILE)),
  },
  {
    what: 'a network has a name of hostile characters',
    must: 'unmoved',
    only: BRIDGE,
    plant: () =>
      answers('GET /networks', add('', { Name: HOSTILE, Id: HOSTILE, Labels: { [HOSTILE]: HOSTILE } } as Json)),
  },
  {
    what: 'the version is of hostile characters',
    must: 'unmoved',
    only: KERNEL,
    plant: () => answers('GET /version', set('Version', HOSTILE)),
  },
  {
    what: 'numbers are huge and negative',
    must: 'unmoved',
    only: KERNEL,
    plant: () => answers('GET /info', set('NCPU', -1e308), set('MemTotal', 1e308), set('Images', -0)),
  },
  {
    what: 'fields are of the prototype',
    must: 'unmoved',
    only: KERNEL,
    plant: () => answers('GET /info', set('__proto__', { polluted: 1 }), set('constructor', null)),
  },
];

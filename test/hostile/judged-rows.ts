/** A live engine of which one answer is sick while a claim is judged: nothing is said of that claim, and the run goes on. */
import { type LiveRow, sickAt } from './rows';
import * as is from './sick-answers';

const INSPECT = 'engine.container.found-by-name-and-id';
const LISTED = 'engine.container.listed-while-running';
const EXEC = 'engine.exec.exit-code';
const BRIDGE = 'network.bridge.create';
const EVENTS = 'volume.events.order';

const CONTAINERS = /^GET \/containers\/json$/;
const ONE = /^GET \/containers\/[^/]+\/json$/;

export const JUDGED_ROWS: readonly LiveRow[] = [
  {
    what: 'inspect is a list',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.text('[]'), 3),
    says: /answered 200: \[\]/,
  },
  {
    what: 'inspect is null',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.text('null'), 3),
    says: /answered 200: null/,
  },
  {
    what: 'inspect names a field twice',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.text('{"Id":"a","Id":"b"}'), 3),
    says: /a field twice/,
  },
  {
    what: 'inspect is not UTF-8',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.text(Buffer.from('{"Id":"\xfe"}', 'latin1')), 3),
    says: /not UTF-8/,
  },
  {
    what: 'inspect is 10,000 levels deep',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.deep, 3),
    says: /levels deep/,
  },
  {
    what: 'inspect is cut',
    must: 'error',
    only: INSPECT,
    sick: sickAt(ONE, is.cutInTheMiddle, 3),
    says: /gave no answer|broke/,
  },
  {
    what: 'a list is huge while a claim is judged',
    must: 'error',
    only: LISTED,
    sick: sickAt(CONTAINERS, is.manyValues, 2),
    says: /over \d+ values/,
  },
  {
    what: 'a command has an id with a path in it',
    must: 'error',
    only: EXEC,
    sick: sickAt(/^POST \/containers\/[^/]+\/exec$/, is.document({ Id: '../containers/x/kill?' }, 201)),
    says: /no Id/,
  },
  {
    what: 'a command has output in frames of four gigabytes',
    must: 'error',
    only: EXEC,
    sick: sickAt(/^POST \/exec\/[^/]+\/start$/, is.cutFrames),
    says: /4294967295 bytes/,
  },
  {
    what: 'a command has output without an end',
    must: 'error',
    only: EXEC,
    sick: sickAt(/^POST \/exec\/[^/]+\/start$/, is.endlessBody),
    says: /over \d+ bytes/,
  },
  {
    what: 'a command never comes to its end',
    must: 'error',
    only: EXEC,
    sick: sickAt(/^POST \/exec\/[^/]+\/start$/, is.drips('HTTP/1.1 200 OK\r\n\r\n', '\u0001')),
    says: /exec/,
  },
  {
    what: 'events have no end of a line',
    must: 'error',
    only: EVENTS,
    sick: sickAt(/^GET \/events$/, is.floods('HTTP/1.1 200 OK\r\n\r\n{"Action":"', 'x')),
    says: /over \d+ bytes/,
  },
  {
    what: 'events are no JSON',
    must: 'error',
    only: EVENTS,
    sick: sickAt(/^GET \/events$/, is.text('NaN\n')),
    says: /no event/,
  },
  {
    what: 'making a network is answered with broken chunks',
    must: 'error',
    only: BRIDGE,
    sick: sickAt(/^POST \/networks\/create$/, is.brokenChunks),
    says: /gave no answer|broke/,
  },
  {
    what: 'removing a network is answered with gibberish at first',
    must: 'unmoved',
    only: BRIDGE,
    sick: sickAt(/^DELETE \/networks\/[^/]+$/, is.gibberish, 1),
  },
  {
    what: 'lists are sick when the host is put back',
    must: 'told',
    only: BRIDGE,
    sick: sickAt(/^GET \/volumes$/, is.closes, 2),
    says: /no answer|left/,
  },
];

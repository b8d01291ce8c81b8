/** A live engine of which one answer is sick that every run begins with: nothing is judged then. */
import { type LiveRow, sickAt } from './rows';
import * as is from './sick-answers';

const KERNEL = 'engine.info.kernel';

const CONTAINERS = /^GET \/containers\/json$/;

const BEGINNING: readonly (readonly [what: string, call: RegExp, sick: is.Sick, says: RegExp])[] = [
  ['the list of containers has millions of entries', CONTAINERS, is.manyValues, /over \d+ values/],
  ['the list of containers is null', CONTAINERS, is.text('null'), /no list of objects/],
  ['the list of containers holds null', CONTAINERS, is.text('[null]'), /no list of objects/],
  ['the list of containers is an object', CONTAINERS, is.text('{"0":{}}'), /no list of objects/],
  ['the list of images never ends', /^GET \/images\/json$/, is.gigabyte, /over \d+ bytes/],
  ['the list of volumes holds a number', /^GET \/volumes$/, is.text('{"Volumes":[7]}'), /no list of volumes/],
  ['the list of networks is NaN', /^GET \/networks$/, is.text('[NaN]'), /no JSON/],
  [
    'a container has an id with a path in it',
    /^POST \/containers\/create$/,
    is.document({ Id: '../../etc/passwd' }, 201),
    /etc\/passwd/,
  ],
  [
    'a container has an id for a shell',
    /^POST \/containers\/create$/,
    is.document({ Id: '$(touch CANARY)' }, 201),
    /CANARY/,
  ],
  ['a container has no id', /^POST \/containers\/create$/, is.text('null', 201), /null/],
  ['a container has a gigabyte of output', /^GET \/containers\/[^/]+\/logs$/, is.gigabyte, /over \d+ bytes/],
  [
    'a container has output in frames of four gigabytes',
    /^GET \/containers\/[^/]+\/logs$/,
    is.cutFrames,
    /4294967295 bytes/,
  ],
  ['a container is waited for in vain', /^POST \/containers\/[^/]+\/wait$/, is.silent, /not answered within/],
  [
    'a container ends with a status that is none',
    /^POST \/containers\/[^/]+\/wait$/,
    is.text('{"StatusCode":"0"}'),
    /wait answered/,
  ],
  [
    'a start is answered by switching the protocol',
    /^POST \/containers\/[^/]+\/start$/,
    is.switches,
    /not answered within/,
  ],
];

/** Every list of the engine is as large as just passes, in a few texts or in as many values as may be. */
const HUGE: readonly LiveRow[] = [
  ['of megabytes of text', is.large('"Id":"', 'x', '"'), is.large('"Name":"', 'x', '"')] as const,
  [
    'of a million values',
    is.large('"Ports":[0', ',0', ']', 1_400_000),
    is.large('"Scope":[0', ',0', ']', 1_400_000),
  ] as const,
].map(([what, list, volumes]) => ({
  what: `every list is ${what}`,
  must: 'unmoved',
  only: KERNEL,
  patient: true,
  sick: [
    { call: /^GET \/(containers\/json|images\/json|networks)$/, sick: list.asList },
    { call: /^GET \/volumes$/, sick: volumes.asVolumes },
  ],
}));

export const BEGINNING_ROWS: readonly LiveRow[] = [
  ...BEGINNING.map(
    ([what, call, sick, says]): LiveRow => ({
      what,
      must: 'cannot judge',
      only: KERNEL,
      sick: sickAt(call, sick),
      says,
    }),
  ),
  ...HUGE,
];

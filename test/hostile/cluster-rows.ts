/** Clusters by configuration of which one part is a hostile server: the other host, the store, a manager, the registry. */
import type { Socket } from 'node:net';
import type { Row } from './rows';
import * as is from './sick-answers';
import type { SickCall } from './sick-engine';

/** What takes the place of which part; the others are well. */
export interface ClusterRow extends Row {
  readonly part: 'host' | 'etcd' | 'consul' | 'zookeeper' | 'manager' | 'registry' | 'tls';
  readonly sick: readonly SickCall[] | ((socket: Socket) => void);
}

const always = (sick: is.Sick): readonly SickCall[] => [{ call: /./, sick }];

const JUNK = (socket: Socket) => socket.write('\u001b[2J\u202e$(touch CANARY)\n'.repeat(10_000));

const drips = (word: string) => (socket: Socket) => {
  socket.write(word);
  const drip = setInterval(() => socket.write('.'), 50);
  socket.once('close', () => clearInterval(drip));
};

const row = (part: ClusterRow['part'], what: string, sick: ClusterRow['sick'], says: RegExp): ClusterRow => {
  return { what: `${part}: ${what}`, must: 'cannot judge', part, sick, says };
};

export const CLUSTER_ROWS: readonly ClusterRow[] = [
  row('host', 'is 10,000 levels deep', always(is.deep), /levels deep/),
  row('host', 'never answers', always(is.silent), /not answered within/),
  row('etcd', 'answers a byte now and then', always(is.drippingBody), /no answer within/),
  row('etcd', 'answers without an end', always(is.endlessBody), /without end/),
  row('etcd', 'switches to another protocol', always(is.switches), /no answer within|hang up/),
  row('etcd', 'leads elsewhere', always(is.redirects('file:///etc/passwd')), /there is none/),
  row('consul', 'says what a terminal obeys', always(is.text('\u001b[2J\u202e')), /there is none/),
  row('consul', 'promises an answer without an end', always(is.interimWithoutEnd), /no answer within|does not answer/),
  row('zookeeper', 'says junk without an end', JUNK, /without end|there is none/),
  row('zookeeper', 'says a letter now and then', drips('Z'), /no answer within/),
  row(
    'manager',
    'says a hostile version',
    always(is.document({ Version: '\u001b[2Jswarm/1.2.1\u202e' })),
    /is no manager/,
  ),
  row('manager', 'is a gigabyte of JSON', always(is.gigabyte), /over \d+ bytes|not answered within/),
  row('registry', 'never answers', always(is.silent), /not answered within/),
  row('registry', 'leads elsewhere', always(is.redirects('http://127.0.0.1:1/v2/')), /answered 302/),
  row('registry', 'asks for a password', always(is.text('\u001b[2J', 401)), /password/),
  row('registry', 'answers without an end', always(is.endlessBody), /over \d+ bytes|not answered within/),
  row('tls', 'is never begun', () => {}, /not answered within/),
  row('tls', 'is gibberish', JUNK, /does not speak TLS|no TLS/),
  row(
    'tls',
    'is a record of 16 KB that never comes',
    drips('\u0016\u0003\u0003\u0040\u0000'),
    /not answered within|no TLS/,
  ),
];

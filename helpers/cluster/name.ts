/** Clusters by name: `cluster:docker@20.10.24+etcd`, `cluster:docker@26.1.5,docker@28.5.2+swarm`. */
import { type LabEngine, labEngineName, parseLabEngine } from '../lab/engine-name';
import { STORE_KINDS, type StoreKind } from '../target/cluster';
import { nearest } from '../target/nearest';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';

/** What joins the hosts: a store that they share, or swarm mode. */
export type Joint = StoreKind | 'swarm';

const JOINTS: readonly Joint[] = [...STORE_KINDS, 'swarm'];

/** A cluster that the lab starts. */
export interface LabCluster {
  readonly kind: 'cluster';
  /** One a host: two or more. */
  readonly engines: readonly LabEngine[];
  readonly joint: Joint;
}

const PREFIX = 'cluster:';

/** Hosts of one cluster: more than two cores can carry. */
const MOST_HOSTS = 8;

const FORM =
  'write cluster:ENGINE[,ENGINE]+JOINT, as cluster:docker@20.10.24+etcd; one engine named is two hosts of it';

export function looksLikeLabCluster(text: string): boolean {
  return text.startsWith(PREFIX);
}

/**
 * Reads the name of a cluster.
 *
 * @throws UsageError where it names no engine, no or an unknown joint, one engine and a comma, or an engine that the lab
 *   cannot know
 */
export function parseLabCluster(text: string): LabCluster {
  const [, engines = '', joint] = /^cluster:([^+]*)(?:\+(.*))?$/s.exec(text) ?? [];
  const names = engines.split(',');
  if (engines === '') throw new UsageError(`a cluster without an engine: ${quoted(text)}`, FORM);
  if (names.includes('')) {
    throw new UsageError(
      `a cluster of one host: ${quoted(text)}`,
      'name another engine behind the comma, or leave the comma out for two hosts of the same',
    );
  }
  if (names.length > MOST_HOSTS)
    throw new UsageError(`a cluster has at most ${MOST_HOSTS} hosts: ${quoted(text)}`, FORM);
  const [first = '', second = first, ...others] = names;
  return { kind: 'cluster', engines: [first, second, ...others].map(parseLabEngine), joint: jointOf(text, joint) };
}

/** As it is asked for, and as reports name it. */
export function labClusterName({ engines, joint }: LabCluster): string {
  const names = engines.map(labEngineName);
  const [first] = names;
  const shown = names.length === 2 && names[1] === first ? [first] : names;
  return `${PREFIX}${shown.join(',')}+${joint}`;
}

function jointOf(text: string, joint: string | undefined): Joint {
  const known = JOINTS.find((name) => name === joint);
  if (known !== undefined) return known;
  if (joint === undefined || joint === '') {
    throw new UsageError(
      `nothing joins the hosts of ${quoted(text)}`,
      `add one of ${JOINTS.map((name) => `+${name}`).join(', ')}`,
    );
  }
  const meant = nearest(joint, JOINTS);
  throw new UsageError(
    `the lab has no store ${quoted(joint)}: ${quoted(text)}`,
    meant === undefined ? `stores are ${STORE_KINDS.join(', ')}; +swarm is swarm mode` : `did you mean +${meant}?`,
  );
}

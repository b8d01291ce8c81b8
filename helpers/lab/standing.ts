/** What `lab up` started, taken away again; and what killed runs left of the lab. */
import { errorMessage, succeeded } from '../engine/answer';
import type { Engine } from '../engine/engine';
import { readLedgers } from '../run/ledger';
import { removeFound } from '../run/sweep';
import { nearest } from '../target/nearest';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';
import { STANDING } from './marks';
import { surveyHosts, surveyImages } from './survey';
import { findLab, type LabObject } from './sweep';

export interface TakenDown {
  /** A line for each. */
  readonly removed: readonly string[];
  readonly left: readonly string[];
}

/**
 * Removes standing hosts; with the last of them their network.
 *
 * @param names of hosts; all that stand, and all that killed runs left, where none is given
 * @throws UsageError where no host that stands has such a name
 */
export async function takeDown(engine: Engine, names: readonly string[]): Promise<TakenDown> {
  const [hosts, objects] = await Promise.all([surveyHosts(engine), findLab(engine)]);
  const standing = hosts.filter(({ owner }) => owner === STANDING);
  for (const name of names) {
    if (!standing.some((host) => host.name === name))
      throw unknownHost(
        name,
        standing.map((host) => host.name),
      );
  }
  const chosen =
    names.length === 0
      ? objects.filter(isOver)
      : objects.filter(({ id }) => standing.some((host) => host.id === id && names.includes(host.name)));
  const last = standing.every((host) => chosen.some(({ id }) => id === host.id));
  const networks = last ? objects.filter(({ kind, run }) => kind === 'network' && run === STANDING) : [];
  const all = [...new Map([...chosen, ...networks].map((each) => [each.id, each])).values()];
  const left = await removeFound(all, engine, new AbortController().signal);
  const line = ({ kind, id }: LabObject) => `${kind} ${hosts.find((host) => host.id === id)?.name ?? id}`;
  return { removed: all.filter(({ id }) => !left.some((why) => why.includes(id))).map(line), left };
}

/** Removes the images that the lab built. One that a host is on stays. */
export async function removeImages(engine: Engine): Promise<TakenDown> {
  const removed: string[] = [];
  const left: string[] = [];
  // Bases last: the others are made of them.
  const images = await surveyImages(engine);
  const order = [...images].sort((a, b) => Number(isBase(a.reference)) - Number(isBase(b.reference)));
  for (const { reference } of order) {
    const answer = await engine.delete(`/images/${reference}`);
    if (succeeded(answer) || answer.status === 404) removed.push(`image ${reference}`);
    else left.push(`image ${reference}: ${answer.status} ${errorMessage(answer)}`);
  }
  return { removed, left };
}

function isBase(reference: string): boolean {
  return reference.includes(':base-');
}

/** Standing, or of a run that is over. */
function isOver({ run }: LabObject): boolean {
  return run === STANDING || !readLedgers().some((ledger) => ledger.alive && ledger.run === run);
}

function unknownHost(name: string, standing: readonly string[]): UsageError {
  const meant = nearest(name, standing);
  return new UsageError(
    `no host of the lab that stands has the name ${quoted(name)}`,
    meant === undefined ? 'see the names with: engine-conformance lab status' : `did you mean ${meant}?`,
  );
}

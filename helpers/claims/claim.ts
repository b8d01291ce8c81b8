/**
 * The vocabulary in which a claim is written. A claim is data (what is claimed, where the document says it, what it
 * needs, how it breaks) and a body that tries it on a live engine. Everything else - order, limits, cleanup, evidence,
 * verdict - is the runner's.
 */
import type { Fault, NotPlantable } from '../faults/plant';
import type { EngineChange } from './changes';
import type { Need } from './needs';
import type { ClaimTools } from './tools';

/**
 * Where a claim comes from. `stated`: the document says or shows it. `implied`: what it says cannot be relied on without
 * it. `erratum`: the document is wrong, and the check asserts what is true.
 */
export const LEVELS = ['stated', 'implied', 'erratum'] as const;
export type Level = (typeof LEVELS)[number];

/** The chapters, in the document's order; each is a folder of suites/ that holds the claims of that name. */
export const CHAPTERS = [
  'engine',
  'network',
  'overlay',
  'volume',
  'swarm-classic',
  'registry',
  'remote-api',
  'swarm-mode',
  'host',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** First and last line of the document (1-based, inclusive). */
export type Lines = readonly [first: number, last: number];

/** What a claim says, without the way in which it is tried. */
export interface ClaimStatement {
  /** Fixed for good: reports, baselines and waivers carry it. The first word is the chapter. */
  readonly id: string;
  readonly level: Level;
  /** Where the document says it, or what it implies it from. */
  readonly lines: readonly Lines[];
  /** One sentence in our own words; true on an engine that conforms. */
  readonly statement: string;
  /** What must be there for the claim to be judged; decided before the body runs. */
  readonly needs?: readonly Need[];
  /** Engines that are known to depart, since which version, why, and where that can be read. */
  readonly changes?: readonly EngineChange[];
  /** What the document says instead; only for an erratum. */
  readonly documentSays?: string;
}

/** A claim that is implemented. */
export interface Claim extends ClaimStatement {
  /** The fault that the check must notice: what a broken engine would do. */
  readonly fault: string;
  /** Faults that are planted between suite and engine, and that it was seen to notice (`npm run prove`). */
  readonly faults?: readonly Fault[] | NotPlantable;
  /** Limit of the body in milliseconds; 30 s where nothing is said. */
  readonly limitMs?: number;
  /** It, or a fixture of it, waits for what takes an engine its time: it is begun before others. */
  readonly waits?: true;
  /** It disturbs what other claims stand on, as the network between hosts: nothing else of the target is tried meanwhile. */
  readonly alone?: true;
  /** The chapter whose fixtures it uses, where that is not its own: it is tried with that one, before they are removed. */
  readonly sharesWith?: Chapter;
  /** Tries the claim. Returns: it holds. A failed verification: it does not. Anything else thrown: nothing is said. */
  readonly body: (tools: ClaimTools) => Promise<void>;
}

/** A row of the catalogue: an implemented claim, or one that a later release will try. */
export type CatalogueEntry =
  | Claim
  | (ClaimStatement & { readonly [key in Exclude<keyof Claim, keyof ClaimStatement>]?: undefined });

/**
 * Declares a claim. A file of suites/ exports the result as its default.
 *
 * @throws TypeError where the id does not begin with a chapter or an erratum does not say what the document says
 */
export function claim(definition: Claim): Claim {
  checkStatement(definition);
  return definition;
}

/** Declares claims that are catalogued and not implemented; they are listed and never counted as judged. */
export function pending(chapter: Chapter, statements: readonly ClaimStatement[]): readonly CatalogueEntry[] {
  for (const statement of statements) {
    checkStatement(statement);
    if (chapterOf(statement.id) !== chapter) {
      throw new TypeError(`claim ${statement.id} stands in chapter ${chapter}`);
    }
  }
  return statements;
}

/** The chapter of a claim id. Throws TypeError where the id names none. */
export function chapterOf(id: string): Chapter {
  const first = id.split('.')[0];
  const chapter = CHAPTERS.find((name) => name === first);
  if (chapter === undefined) throw new TypeError(`claim id ${id} does not begin with a chapter`);
  return chapter;
}

function checkStatement(statement: ClaimStatement): void {
  chapterOf(statement.id);
  if ((statement.level === 'erratum') !== (statement.documentSays !== undefined)) {
    throw new TypeError(`claim ${statement.id}: documentSays belongs to an erratum, and every erratum has it`);
  }
}

/** The fixtures of a run on one target: each is built when it is first asked for, shared, and goes when its users are done. */
import type { Chapter } from '../claims/claim';
import type { Fixture } from '../claims/tools';
import type { Transcript } from '../engine/transcript';
import { messageOf } from '../engine/trouble';
import { Belongings } from './belongings';
import { type Caller, callsElsewhere } from './elsewhere';
import { labTools } from './lab-tools';
import type { SessionParts } from './session-parts';
import { clusterOf, type Workplace, type Workplaces } from './workplaces';

export interface BuiltFixture {
  readonly value: Promise<unknown>;
  readonly transcript: Transcript;
  /** What it made, without what the fixtures made that it uses. */
  readonly belongings: Belongings;
  /** The fixtures that it uses itself. */
  readonly uses: Set<BuiltFixture>;
  /** The batches of the claims that used it. */
  readonly batches: Set<Chapter>;
}

export class SharedFixtures {
  readonly #built = new Map<string, BuiltFixture>();

  constructor(
    private readonly parts: SessionParts,
    private readonly workplaces: Workplaces,
  ) {}

  /**
   * What the fixture built, for a claim of that batch; `used` is told of it.
   *
   * @throws Error where building it failed, to each of its users
   */
  async use<T>(fixture: Fixture<T>, used: Set<BuiltFixture>, batch: Chapter): Promise<T> {
    const built = this.#built.get(fixture.name) ?? this.#begin(fixture, batch);
    used.add(built);
    for (const each of withThoseItUses(built)) each.batches.add(batch);
    try {
      return (await built.value) as T;
    } catch (error) {
      throw new Error(`the set-up "${fixture.name}" broke: ${messageOf(error)}`, { cause: error });
    }
  }

  /**
   * Gives up what only claims of batches that are done have used. Should another claim ask for it all the same, it is built
   * anew.
   *
   * @param done whether all claims of a batch are done
   * @returns what is to be removed
   */
  release(done: (batch: Chapter) => boolean): Belongings[] {
    const free = [...this.#built].filter(([, { batches }]) => [...batches].every(done));
    for (const [name] of free) this.#built.delete(name);
    return free.map(([, { belongings }]) => belongings);
  }

  #begin<T>(fixture: Fixture<T>, batch: Chapter): BuiltFixture {
    const belongings = new Belongings();
    const { signal } = this.parts;
    const maker = `fixture ${fixture.name}`;
    const workplace = this.workplaces.open({ phase: 'setup', maker, belongings, signal });
    const uses = new Set<BuiltFixture>();
    const ofFixture = { maker, belongings, signal, transcript: workplace.transcript };
    const value = this.#build(fixture, workplace, uses, batch, ofFixture);
    const built = { transcript: workplace.transcript, belongings, uses, batches: new Set([batch]), value };
    this.#built.set(fixture.name, built);
    // Whoever uses it sees the rejection; a fixture that is still under way when its users gave up has none.
    value.catch(() => {});
    return built;
  }

  async #build<T>(
    fixture: Fixture<T>,
    workplace: Workplace,
    uses: Set<BuiltFixture>,
    batch: Chapter,
    ofFixture: Caller,
  ): Promise<T> {
    const { parts } = this;
    const { facts, image, signal } = parts;
    const { engine, make } = workplace;
    return fixture.build({
      ...{ engine, make, facts, image, signal },
      use: (other) => this.use(other, uses, batch),
      get cluster() {
        return clusterOf(workplace);
      },
      callsAt: callsElsewhere(parts, ofFixture),
      get lab() {
        return labTools(parts, ofFixture);
      },
    });
  }
}

/** The transcripts of fixtures, after those of the fixtures that they use; each once. */
export function transcriptsOf(fixtures: Iterable<BuiltFixture>): Transcript[] {
  const all = [...fixtures].flatMap((built) => [...withThoseItUses(built)]);
  return [...new Set(all)].map(({ transcript }) => transcript);
}

/** A fixture, after those that it uses and those that these use. */
function* withThoseItUses(built: BuiltFixture): Generator<BuiltFixture> {
  for (const used of built.uses) yield* withThoseItUses(used);
  yield built;
}

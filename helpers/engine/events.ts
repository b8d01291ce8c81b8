/** The events of an engine: JSON objects, one a line, as they come. */
import { succeeded, UnexpectedAnswer } from './answer';
import type { Query, Send } from './calls';
import type { EngineEvent } from './responses';
import { EngineTrouble } from './trouble';

/** Seconds beyond those that are listened to, in which the engine must end its answer. */
const GRACE_SECONDS = 5;

/** Which events, and how long: `since` in unix seconds by the engine's clock, from then on for `seconds`. */
export interface Watch {
  readonly since: number;
  readonly seconds: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Asked with all events so far, at each that comes. */
  readonly enough: (events: readonly EngineEvent[]) => boolean;
}

/**
 * The events of a watch, oldest first, until there are enough or the seconds are over.
 *
 * @throws UnexpectedAnswer where it is refused, EngineTrouble where a line is no event
 */
export async function watchedEvents(send: Send, { since, seconds, filters, enough }: Watch): Promise<EngineEvent[]> {
  const query: Query = { since, until: since + seconds, filters };
  const heard = new Heard(enough);
  const limitMs = (seconds + GRACE_SECONDS) * 1000;
  const answer = await send({
    method: 'GET',
    path: '/events',
    query,
    limitMs,
    enough: (piece) => heard.isEnough(piece),
  });
  if (!succeeded(answer)) throw new UnexpectedAnswer(answer);
  return heard.all();
}

/** The events of an answer as it comes. Each line is read once: an engine may send many more than are wanted. */
class Heard {
  readonly #events: EngineEvent[] = [];
  /** What is no whole line yet. */
  #rest = '';
  #trouble: EngineTrouble | undefined;
  #enough = false;

  constructor(private readonly enough: Watch['enough']) {}

  /** Reads a further piece. A line that is no event ends it as well: what a refusal says is none, and is told by its status. */
  isEnough(piece: string): boolean {
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.#rest += piece;
      return false;
    }
    const whole = this.#rest + piece.slice(0, end);
    this.#rest = piece.slice(end);
    this.#enough = !this.#read(whole) || this.enough(this.#events);
    return this.#enough;
  }

  /**
   * All of them; a line that was cut when there were enough is left.
   *
   * @throws EngineTrouble where a line was no event
   */
  all(): EngineEvent[] {
    if (!this.#enough) this.#read(this.#rest);
    if (this.#trouble !== undefined) throw this.#trouble;
    return this.#events;
  }

  /** Reads lines. Returns whether all of them are events. */
  #read(text: string): boolean {
    for (const line of linesIn(text)) {
      const event = eventOf(line);
      if (event === undefined) {
        const shown = line.slice(0, 200);
        this.#trouble = new EngineTrouble('malformed', `events answered a line that is no event: ${shown}`);
        return false;
      }
      this.#events.push(event);
    }
    return true;
  }
}

/** The text up to the end of its last whole line: who stops listening may cut one. */
export function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

/** The lines of a text that hold something. */
export function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function eventOf(line: string): EngineEvent | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === 'object' && event !== null ? event : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/**
 * What a fault is, and how it is planted: between the suite and a live engine, in the calls that pass there. A claim may only
 * count if it was seen failing for the faults that stand beside it; `npm run prove` plants them.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { LabHostOptions } from '../lab/lab-host';

/** A fault that a check must notice. */
export interface Fault {
  /** What the engine does then, in words. */
  readonly what: string;
  readonly plant: Plant;
  /** What the reason of the failure must match, where a claim could also fail by accident. */
  readonly expect?: RegExp;
}

/** Why no fault can be planted in the calls of a claim. */
export interface NotPlantable {
  readonly notPlantable: string;
}

/** What is done to which calls. It is a description: each engine it is planted in gets a fresh hand. */
export interface Plant {
  /** Whether a call is meant, by its method and its path without version and query. Others pass as they are. */
  readonly meant: (method: string, path: string) => boolean;
  readonly hand: () => Hand;
  /** What becomes of a host of the lab that a claim asks for; as it is asked for where nothing is said. */
  readonly host?: (asked: LabHostOptions) => LabHostOptions | Promise<LabHostOptions>;
}

/**
 * Answers a call that is meant. It may ask the engine or not, and otherwise than it was asked; it remembers what it saw.
 *
 * @param planted to be called where the suite then sees, or the engine is asked, other than without the fault
 */
export type Hand = (call: Call, ask: Ask, planted: () => void) => Promise<Reply>;

/** Asks the engine itself. */
export type Ask = (call: Call) => Promise<Reply>;

export interface Call {
  readonly method: string;
  /** As `/v1.23`; empty where the path has none. */
  readonly version: string;
  /** Without version and query: `/networks/abc`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readable;
}

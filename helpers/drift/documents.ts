/** Takes an answer apart into what is judged one by one. */
import { type Answer, isObject, type Json } from '../engine/answer';
import { linesIn, wholeLines } from '../engine/events';
import type { SchemaName } from '../schema/validator';

const ARRAYS: readonly SchemaName[] = ['container-list', 'image-list', 'network-list'];

/** Is one answer of this schema one of many objects? Of events each is an answer. */
export function isList(schema: SchemaName): boolean {
  return ARRAYS.includes(schema) || schema === 'volume-list';
}

/**
 * The documents of an answer. Of a list each item is a list by itself: a long one is not judged at a stretch, and an item can be
 * left out. Of events each line is a document; one that was cut, or that is no JSON, is none.
 */
export function* documentsIn(schema: SchemaName, { json, text }: Pick<Answer, 'json' | 'text'>): Generator<Json> {
  if (schema === 'event') yield* eventsIn(text);
  else if (ARRAYS.includes(schema) && Array.isArray(json)) yield* json.map((item) => [item]);
  else if (schema === 'volume-list' && isObject(json)) yield* volumesApart(json);
  else if (json !== undefined) yield json;
}

function* eventsIn(text: string): Generator<Json> {
  for (const line of linesIn(wholeLines(text))) {
    const event = parsed(line);
    if (event !== undefined) yield event;
  }
}

function* volumesApart(list: { [key: string]: Json }): Generator<Json> {
  const { Volumes: volumes } = list;
  if (!Array.isArray(volumes) || volumes.length === 0) yield list;
  else yield* volumes.map((volume) => ({ ...list, Volumes: [volume] }));
}

/** Undefined where the line is no JSON: whoever listens to events is told so. */
function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

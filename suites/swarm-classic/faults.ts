/** Parts of faults that several claims about managers name. */
import { answers, isObject, type Json, type Plant, set } from '../../helpers/faults/vocabulary';

/** The engine's own id, names and all else of a manager's status, by key, have another value; null leaves the line out. */
export function saysOfItself(key: string, value: string | null): Plant {
  return answers('GET /info', (info) =>
    isObject(info) && isLines(info.SystemStatus) ? restated(info, key, value) : info,
  );
}

function restated(info: { [key: string]: Json }, key: string, value: string | null): Json {
  const lines = (info.SystemStatus as Json[][]).flatMap((line) => {
    if (line[0] !== key) return [line];
    return value === null ? [] : [[key, value]];
  });
  return { ...info, SystemStatus: lines };
}

function isLines(status: Json | undefined): status is Json[][] {
  return Array.isArray(status) && status.every(Array.isArray);
}

/** A sum over the nodes is another. */
export function sums(field: string, value: number): Plant {
  return answers('GET /info', (info) =>
    isObject(info) && isLines(info.SystemStatus) ? set(field, value)(info) : info,
  );
}

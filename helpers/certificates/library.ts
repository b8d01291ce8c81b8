/** The library that makes certificates, loaded when the first is made: that takes a fifth of a second. */
import { webcrypto } from 'node:crypto';

export type X509 = typeof import('@peculiar/x509');

/** What the library's container of parts asks of `Reflect` when it is loaded: the draft for metadata of decorators. */
interface Reflection {
  getMetadata?: () => unknown;
  getOwnMetadata?: () => unknown;
  defineMetadata?: () => void;
}

let loaded: X509 | undefined;

/**
 * The library. No part of it has metadata, so that nobody who has a full `Reflect` of that draft is disturbed: it is told so
 * while it is loaded, and `Reflect` is afterwards what it was. Source: tsyringe 4.10, reflection-helpers.js.
 */
export function x509(): X509 {
  loaded ??= load();
  return loaded;
}

function load(): X509 {
  const reflection = Reflect as Reflection;
  const missing = reflection.getMetadata === undefined;
  if (missing) {
    reflection.getMetadata = () => undefined;
    reflection.getOwnMetadata = () => undefined;
    reflection.defineMetadata = () => {};
  }
  try {
    const library = require('@peculiar/x509') as X509;
    library.cryptoProvider.set(webcrypto);
    return library;
  } finally {
    if (missing)
      for (const name of ['getMetadata', 'getOwnMetadata', 'defineMetadata'] as const) delete reflection[name];
  }
}

/** The engine gave no usable answer at all; nothing is said of a claim by that. */
export class EngineTrouble extends Error {
  override readonly name = 'EngineTrouble';

  constructor(
    readonly kind: 'unreachable' | 'timeout' | 'too-large' | 'malformed' | 'aborted',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Was this thrown because the engine gave no usable answer? By name, as jest's realm has classes of its own. */
export function isEngineTrouble(thrown: unknown): thrown is EngineTrouble {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && thrown.name === 'EngineTrouble';
}

/** A one-line message of anything thrown. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return String(thrown);
}

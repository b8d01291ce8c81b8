/** The first process of a host, after the entrypoint of the lab. */
import type { ImageInspect } from '../engine/responses';
import type { Recipe } from './recipe';

/**
 * Its arguments: the recipe's own command; of an image of somebody else's that has an entrypoint, that with the flags, or
 * with the image's own arguments where none are given.
 */
export function processOf(recipe: Recipe, image: ImageInspect | undefined, flags: readonly string[]): string[] {
  const { Config } = (image ?? {}) as { Config?: { Entrypoint?: unknown; Cmd?: unknown } | null };
  const entrypoint = recipe.source.kind === 'image' ? words(Config?.Entrypoint) : [];
  if (entrypoint.length === 0) return [...recipe.command(flags)];
  return [...entrypoint, ...(flags.length > 0 ? flags : words(Config?.Cmd))];
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

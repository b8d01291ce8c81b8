/** Whether an engine of the lab could be had, without anything being started or built. */
import { succeeded } from '../engine/answer';
import type { LabEngine } from './engine-name';
import { imageReference } from './images';
import type { OuterEngine } from './outer-engine';
import { isPackageRecipe } from './recipe';
import { assertDebootstrap } from './root';
import { recipeOf } from './start-engine';

/**
 * How an engine would be had.
 *
 * @returns one line
 * @throws UsageError where it is not built and cannot be built here
 */
export async function howToHave({ engine }: OuterEngine, asked: LabEngine): Promise<string> {
  const recipe = recipeOf(asked);
  const reference = isPackageRecipe(recipe) ? imageReference(recipe) : recipe.source.reference;
  if (succeeded(await engine.get(`/images/${reference}/json`))) return `on the outer engine as ${reference}`;
  if (!isPackageRecipe(recipe)) return `${reference} is fetched by the first run, where a registry answers`;
  await assertDebootstrap(recipe.kind, false, () => {});
  return `built by the first run, from packages of Debian ${recipe.source.release}`;
}

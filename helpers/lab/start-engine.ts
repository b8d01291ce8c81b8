/** Starts engines of the lab by what was asked for. */
import { UsageError } from '../usage-error';
import { type LabEngine, labEngineName, officialReference, unknownVersion } from './engine-name';
import { catalogueRecipe, imageRecipe } from './engines';
import type { OpenLab } from './lab';
import type { LabHost, LabHostOptions } from './lab-host';
import type { Recipe } from './recipe';

/** What a host with an engine is made of. */
export function recipeOf(engine: LabEngine): Recipe {
  const kind = labEngineName(engine);
  if (engine.kind === 'catalogued') return catalogueRecipe(engine.engine);
  return imageRecipe(kind, engine.kind === 'image' ? engine.reference : officialReference(engine.version));
}

/**
 * Starts an engine.
 *
 * @throws UsageError where it can be had from nowhere, LabHostFailure where it does not come up
 */
export async function startEngine(
  lab: OpenLab,
  engine: LabEngine,
  options: Omit<LabHostOptions, 'recipe'> = {},
): Promise<LabHost> {
  const recipe = recipeOf(engine);
  if (engine.kind === 'official') await fetchOfficial(lab, engine.version, recipe);
  return lab.startHost({ ...options, recipe });
}

/** A version that the catalogue lacks is had where a registry answers, or where somebody loaded its image. */
async function fetchOfficial(lab: OpenLab, version: string, recipe: Recipe): Promise<void> {
  try {
    await lab.images.ensure(recipe);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw unknownVersion(`docker@${version}`, 'docker', error.message);
  }
}

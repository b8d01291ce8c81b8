/** What the lab has on the outer engine, for people: hosts that run, and images that are built. */
import type { Engine } from '../engine/engine';
import { type CataloguedEngine, catalogueRecipe, ENGINES, engineName } from './engines';
import { imageReference } from './images';
import { KIND_LABEL, LAB_LABEL } from './marks';
import { LAB_REPOSITORY } from './recipe';

export interface SurveyedHost {
  readonly name: string;
  readonly id: string;
  /** What runs on it. */
  readonly kind: string;
  /** The run that it serves, or `standing`. */
  readonly owner: string;
  /** As the outer engine says it: `running`. */
  readonly state: string;
  /** The address for `--target`, where it is published. */
  readonly endpoint: string | null;
  /** Seconds since it was created. */
  readonly ageSeconds: number;
}

export interface SurveyedImage {
  readonly reference: string;
  readonly id: string;
  readonly bytes: number;
  readonly ageSeconds: number;
}

interface Listed {
  readonly Id?: string;
  readonly Names?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly State?: string;
  readonly Created?: number;
  readonly Ports?: readonly { readonly IP?: string; readonly PublicPort?: number }[];
  readonly RepoTags?: readonly string[] | null;
  readonly Size?: number;
}

/** All hosts of the lab, the oldest first. */
export async function surveyHosts(engine: Engine): Promise<SurveyedHost[]> {
  const containers = await engine.list<Listed>('/containers/json', { all: 1 });
  return containers
    .flatMap(({ Id: id, Names, Labels, State, Created, Ports }): SurveyedHost[] => {
      const owner = Labels?.[LAB_LABEL];
      if (id === undefined || owner === undefined) return [];
      const port = Ports?.find(({ PublicPort }) => PublicPort !== undefined)?.PublicPort;
      return [
        {
          name: (Names?.[0] ?? '').replace(/^\//, ''),
          id,
          kind: Labels?.[KIND_LABEL] ?? 'probe',
          owner,
          state: State ?? '',
          endpoint: port === undefined ? null : `tcp://127.0.0.1:${port}`,
          ageSeconds: ageOf(Created),
        },
      ];
    })
    .sort((a, b) => b.ageSeconds - a.ageSeconds);
}

/** All images that the lab built, bases included. */
export async function surveyImages(engine: Engine): Promise<SurveyedImage[]> {
  const images = await engine.list<Listed>('/images/json');
  const ours = new RegExp(`^(?:localhost/)?${LAB_REPOSITORY}:`);
  return images.flatMap(({ Id: id, RepoTags, Size, Created }) =>
    (RepoTags ?? [])
      .filter((tag) => ours.test(tag))
      .map((reference) => ({ reference, id: id ?? '', bytes: Size ?? 0, ageSeconds: ageOf(Created) })),
  );
}

/** A catalogued engine, with its image where it is built as this release builds it. */
export interface OfferedEngine {
  readonly name: string;
  readonly engine: CataloguedEngine;
  readonly image: SurveyedImage | null;
}

/** The catalogue, held against the images that are there. */
export function offeredEngines(images: readonly SurveyedImage[]): OfferedEngine[] {
  return ENGINES.map((engine) => {
    const reference = imageReference(catalogueRecipe(engine));
    return {
      name: engineName(engine),
      engine,
      image: images.find((image) => image.reference.endsWith(reference)) ?? null,
    };
  });
}

function ageOf(created: number | undefined): number {
  return created === undefined ? 0 : Math.max(0, Math.round(Date.now() / 1000 - created));
}

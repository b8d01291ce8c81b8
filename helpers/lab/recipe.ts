/** A recipe says what a lab host is made of: packages of a Debian release, and the command that starts what they bring. */
import { createHash } from 'node:crypto';

/** The repository of all images that the lab builds. */
export const LAB_REPOSITORY = 'engine-conformance/lab';

export type Vendor = 'docker' | 'podman';

/** Where the packages come from: Debian's own, or an image that somebody else built. */
export type RecipeSource =
  | { readonly kind: 'packages'; readonly release: string; readonly packages: readonly string[] }
  | { readonly kind: 'image'; readonly reference: string };

interface RecipeOf<K extends RecipeSource['kind']> {
  /** As it is asked for: `docker@26.1.5`, `image:docker:26-dind`, `etcd`. */
  readonly kind: string;
  readonly source: Extract<RecipeSource, { kind: K }>;
  /** The command with further flags. An image of somebody else's with an entrypoint is given the flags alone. */
  readonly command: (flags: readonly string[]) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that are there before it starts, by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where it keeps its data: a volume of its own, since an engine's storage does not stack on the outer one's. */
  readonly data: string;
  /** The port that it listens on. */
  readonly port: number;
  /** The path that answers 200 as soon as it is ready; `tls` where it is ready as soon as it speaks TLS, to whomever. */
  readonly ready: `/${string}` | 'tls';
  /** An engine starts containers itself, and needs all that the machine gives for that. */
  readonly privileged: boolean;
}

/** A recipe whose image the lab builds. */
export type PackageRecipe = RecipeOf<'packages'>;

/** One whose image is there, or comes from a registry. */
export type ImageRecipe = RecipeOf<'image'>;

export type Recipe = PackageRecipe | ImageRecipe;

export function isPackageRecipe(recipe: Recipe): recipe is PackageRecipe {
  return recipe.source.kind === 'packages';
}

/**
 * The reference of an image by what it is made of: `engine-conformance/lab:docker-26.1.5-1a2b3c4d`. Another recipe is another
 * image; one that is there is as good as one that is built anew.
 *
 * @param name as a tag begins: letters, digits, dots and hyphens
 * @param content everything that the image depends on
 */
export function contentReference(name: string, content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
  return `${LAB_REPOSITORY}:${name.replace('@', '-')}-${hash}`;
}

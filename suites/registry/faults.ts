/** Parts of faults that several claims about registries name. */
import { answersText, type Call, type Fault, type Plant, rewords, startsHosts } from '../../helpers/faults/vocabulary';
import { isPackageRecipe, type PackageRecipe } from '../../helpers/lab/recipe';
import { REGISTRY } from '../../helpers/lab/services';

/** Calls of an engine. Names of images have slashes in them. */
export const PUSH = /^POST \/images\/.+\/push$/;
export const TAG = /^POST \/images\/.+\/tag$/;
export const INSPECT = /^GET \/images\/.+\/json$/;

/** Calls of a registry. */
export const MANIFEST = /^GET \/v2\/.+\/manifests\/[^/]+$/;
export const TAGS = /^GET \/v2\/.+\/tags\/list$/;

/** The digest of nothing that anybody pushed. */
export const NO_DIGEST = `sha256:${'0'.repeat(64)}`;

const DENIED = JSON.stringify({ errorDetail: { message: 'denied' }, error: 'denied' });

/** A push or a pull fails, and says so inside a 200. */
export const failsInside = (calls: RegExp | 'POST /images/create'): Plant => answersText(calls, DENIED);

export const PUSH_FAILS: Fault = {
  what: 'the push fails, inside a 200',
  plant: failsInside(PUSH),
  expect: /error of the push/,
};

/** What a push says at its end. */
export const pushed = (tag: string | null, digest = NO_DIGEST) => ({ status: `${tag}: digest: ${digest} size: 7` });

/** As `swallows` wants it: the end of a push that was never begun. */
export const saysPushed = ({ query }: Call) => pushed(query.get('tag'));

/** The line at the end of a push is another. */
export function endsPushWith(change: (line: string) => string): Plant {
  return rewords(PUSH, (text) => text.replace(/[\w.-]+: digest: \S+ size: \d+/, change));
}

/** The registry that comes in the place of another has none of its data. */
export const withoutData: Plant = startsHosts((asked) => {
  const { dataOf, ...others } = asked;
  return dataOf === undefined ? asked : others;
});

/** Registries keep their data in another directory. */
export function keepsDataAt(root: string): Plant {
  return ofRegistries(({ files = {}, ...recipe }) => ({
    ...recipe,
    files: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text.replace(/filesystem:$/m, `filesystem: {rootdirectory: ${root}}`),
      ]),
    ),
  }));
}

/** Registries whose volume is mounted there leave a file in it. */
export function leavesFileIn(mount: string): Plant {
  return ofRegistries((recipe) => {
    if (recipe.data !== mount) return recipe;
    const command = ['sh', '-c', `touch ${mount}/left && exec "$@"`, 'registry'];
    return { ...recipe, command: (flags) => [...command, ...recipe.command(flags)] };
  });
}

function ofRegistries(change: (recipe: PackageRecipe) => PackageRecipe): Plant {
  return startsHosts((asked) => {
    const { recipe } = asked;
    if (recipe.kind !== REGISTRY.kind || !isPackageRecipe(recipe)) return asked;
    const changed = change(recipe);
    return changed === recipe ? asked : { ...asked, recipe: changed };
  });
}

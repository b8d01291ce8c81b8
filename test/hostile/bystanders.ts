/** Things of somebody else on the live engine, which no sick answer may have us touch. */
import type { Engine } from '../../helpers/engine/engine';
import { objectOf } from '../../helpers/engine/engine';
import { findBusybox } from '../../helpers/probe/busybox';
import { probeTarball } from '../../helpers/probe/tarball';
import { newRunId } from '../../helpers/run/identity';

export interface Bystanders {
  /** Ids; of the volume its name. */
  readonly container: string;
  readonly network: string;
  readonly volume: string;
  /** Its reference: runs take it for their probe, so that none has to import one. */
  readonly image: string;
  /** What of them is still there. */
  there(): Promise<string[]>;
  remove(): Promise<void>;
}

/** Makes an image, with all that a probe needs; a container of it that was never started, a network and a volume. */
export async function makeBystanders(engine: Engine): Promise<Bystanders> {
  const name = `bystander-${newRunId()}`;
  const image = `${name}:1`;
  const archive = await probeTarball(await findBusybox());
  await engine.sendArchive('POST', '/images/create', archive, { fromSrc: '-', repo: name, tag: '1' });
  const [container, network] = await Promise.all(
    [
      engine.post('/containers/create', { query: { name }, body: { Image: image, Cmd: ['true'] } }),
      engine.post('/networks/create', { body: { Name: name, CheckDuplicate: true, Internal: true } }),
      engine.post('/volumes/create', { body: { Name: name } }),
    ].map(async (answer) => String(objectOf(await answer).Id)),
  );
  const paths = [`/containers/${container}/json`, `/networks/${network}`, `/volumes/${name}`, `/images/${image}/json`];
  return {
    ...{ image, container: container ?? '', network: network ?? '', volume: name },
    there: async () => {
      const seen = await Promise.all(paths.map((path) => engine.get(path)));
      return paths.filter((_path, index) => seen[index]?.status === 200);
    },
    remove: async () => {
      await engine.delete(`/containers/${container}`);
      await Promise.all([engine.delete(`/networks/${network}`), engine.delete(`/volumes/${name}`)]);
      await engine.delete(`/images/${image}`);
    },
  };
}

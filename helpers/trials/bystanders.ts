/** What is on a host before the suite comes: containers, networks and volumes of others, which must not be touched. */
import { Readable } from 'node:stream';
import type { OuterEngine } from '../lab/outer-engine';
import { findBusybox } from '../probe/busybox';
import { imageArchive } from '../probe/image-archive';
import { probeTarball } from '../probe/tarball';

const IMAGE = 'bystander/image:1';

/**
 * Makes bystanders on an engine: an image; a network; a named volume with a file in it; on them a container that runs, one
 * that has ended, and one with an anonymous volume.
 */
export async function makeBystanders({ docker }: OuterEngine): Promise<void> {
  const busybox = await findBusybox();
  const archive = await imageArchive(await probeTarball(busybox), busybox.architecture, IMAGE);
  const loading = await docker.loadImage(toStream(archive));
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(loading, (error) => (error === null ? resolve() : reject(error)));
  });
  const network = await docker.createNetwork({ Name: 'bystander-network', Labels: { owner: 'somebody else' } });
  await docker.createVolume({ Name: 'bystander-volume' });
  const write = ['sh', '-c', 'echo kept > /data/file; exec sleep 86400'];
  const running = await docker.createContainer({
    ...{ name: 'bystander-running', Image: IMAGE, Cmd: write },
    HostConfig: { Binds: ['bystander-volume:/data'], NetworkMode: network.id },
  });
  await running.start();
  const ended = await docker.createContainer({ name: 'bystander-ended', Image: IMAGE, Cmd: ['true'] });
  await ended.start();
  await ended.wait();
  const anonymous = await docker.createContainer({
    ...{ name: 'bystander-anonymous', Image: IMAGE, Cmd: write, Volumes: { '/data': {} } },
    HostConfig: { NetworkMode: 'none' },
  });
  await anonymous.start();
}

function toStream(bytes: Buffer): NodeJS.ReadableStream {
  return Readable.from([bytes]);
}

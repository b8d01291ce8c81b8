/** The shapes of what the engine says of images. */
import { claim } from '../../helpers/claims/claim';
import { NO_CONTAINER_OF_IMAGE, NO_VIRTUAL_SIZE, SHORT_IMAGE_CONFIG } from '../../helpers/drift/known/docker-images';
import { BARE_IMAGE_IDS, NULLS_OF_3 } from '../../helpers/drift/known/podman-3';
import { PODMAN_IMAGE_CONFIG, PODMAN_NO_VIRTUAL_SIZE } from '../../helpers/drift/known/podman-networks-images';
import { answers, drop, retype, set } from '../../helpers/faults/vocabulary';

const CONTAINER = ['/Container', '/ContainerConfig/**'];
const VIRTUAL_SIZE = ['{,/*}/VirtualSize'];
/** Names of images may hold a slash. */
const INSPECT = /^GET \/images\/.+\/json$/;

export default [
  claim({
    id: 'engine.image.inspect-schema',
    level: 'implied',
    lines: [[609, 612]],
    statement:
      'The inspect output of an image has the shape of API v1.23, its virtual size and the container that it was ' +
      'made of apart.',
    changes: [NULLS_OF_3, SHORT_IMAGE_CONFIG, PODMAN_IMAGE_CONFIG],
    fault: 'the engine leaves out a field of an image that has no parent or no configuration',
    faults: [
      { what: 'no parent is told', plant: answers(INSPECT, drop('Parent')), expect: /\/Parent: .* absent/ },
      {
        what: 'layers are numbered',
        plant: answers(INSPECT, set('RootFS.Layers', [1])),
        expect: /\/RootFS\/Layers\/0/,
      },
      { what: 'the id is short', plant: answers(INSPECT, set('Id', 'c0ffee')), expect: /\/Id: expected sha256/ },
    ],
    async body({ engine, image, verify }) {
      const inspect = await engine.imageInspect(image);
      verify.conforms('image-inspect', inspect, 'the inspect output', { not: [...CONTAINER, ...VIRTUAL_SIZE] });
    },
  }),
  claim({
    id: 'engine.image.inspect-schema.container',
    level: 'implied',
    lines: [[609, 612]],
    statement: 'The inspect output of an image names the container that it was made of, empty where there is none.',
    changes: [NULLS_OF_3, NO_CONTAINER_OF_IMAGE, PODMAN_IMAGE_CONFIG],
    fault: 'the engine leaves out the container, or its configuration',
    faults: [
      { what: 'no container is told', plant: answers(INSPECT, drop('Container')), expect: /\/Container: .* absent/ },
      {
        what: 'no configuration is told',
        plant: answers(INSPECT, drop('ContainerConfig')),
        expect: /\/ContainerConfig: .* absent/,
      },
    ],
    async body({ engine, image, verify }) {
      const inspect = await engine.imageInspect(image);
      verify.conforms('image-inspect', inspect, 'the container of an image', { only: CONTAINER });
    },
  }),
  claim({
    id: 'engine.image.list-schema',
    level: 'implied',
    lines: [[609, 612]],
    statement:
      'The list of images has the shape of API v1.23, virtual sizes apart, and shows the image that containers were ' +
      'made of.',
    changes: [BARE_IMAGE_IDS],
    fault: 'the engine leaves out a field of an image, or the image itself',
    faults: [
      { what: 'it is empty', plant: answers('GET /images/json', set('', [])), expect: /the ids in the list/ },
      { what: 'no parents are told', plant: answers('GET /images/json', drop('*.ParentId')), expect: /\/ParentId/ },
      {
        what: 'times are told as text',
        plant: answers('GET /images/json', retype('*.Created')),
        expect: /\/Created: expected an integer/,
      },
    ],
    async body({ engine, image, verify }) {
      const [{ Id }, list] = await Promise.all([
        engine.imageInspect(image),
        engine.list<{ Id?: string }>('/images/json'),
      ]);
      const ids = list.map((each) => each.Id);
      verify.contains(ids, Id, 'the ids in the list');
      verify.conforms('image-list', list, 'the list', { not: VIRTUAL_SIZE });
    },
  }),
  claim({
    id: 'engine.image.schema.virtual-size',
    level: 'implied',
    lines: [[609, 612]],
    statement: 'The inspect output and the list of images tell the virtual size, which is the size with all layers.',
    changes: [NO_VIRTUAL_SIZE, PODMAN_NO_VIRTUAL_SIZE],
    fault: 'the engine leaves out the virtual size',
    faults: [
      { what: 'inspect lacks it', plant: answers(INSPECT, drop('VirtualSize')), expect: /inspect.*\/VirtualSize/ },
      {
        what: 'the list lacks it',
        plant: answers('GET /images/json', drop('*.VirtualSize')),
        expect: /list.*\/VirtualSize/,
      },
    ],
    async body({ engine, image, verify }) {
      const [inspect, list] = await Promise.all([engine.imageInspect(image), engine.list<object>('/images/json')]);
      verify.conforms('image-inspect', inspect, 'the virtual size in inspect', { only: VIRTUAL_SIZE });
      verify.that(list.length > 0, 'the list', 'not empty', list);
      verify.conforms('image-list', list, 'virtual sizes in the list', { only: VIRTUAL_SIZE });
    },
  }),
];

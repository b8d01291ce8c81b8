/** What a new host's kernel must have. */
import { claim } from '../../helpers/claims/claim';
import { seenInKernel } from '../../helpers/claims/needs';
import { logs } from '../../helpers/faults/vocabulary';
import { sight } from './fixtures/sight';

export default [
  claim({
    id: 'host.ready.overlay-filesystem',
    level: 'implied',
    lines: [[480, 480]],
    statement: 'The kernel has the overlay filesystem, by which containers share the layers of their images.',
    needs: [seenInKernel('overlay')],
    fault: 'the kernel was built without it, and the engine copies whole images or does not start',
    faults: [
      {
        what: 'the kernel is without it',
        plant: logs((said) => said.replace('kernel overlay there', 'kernel overlay missing')),
        expect: /overlay filesystem/,
      },
    ],
    async body({ use, verify }) {
      const { kernel } = await use(sight);
      verify.equal(kernel.overlay, 'there', 'the overlay filesystem in the kernel');
    },
  }),
  claim({
    id: 'host.ready.vxlan',
    level: 'implied',
    lines: [
      [252, 252],
      [263, 263],
    ],
    statement: 'The kernel has VXLAN, of which overlay networks between hosts are made.',
    needs: [seenInKernel('vxlan')],
    fault: 'the kernel was built without it, and an overlay network fails when its first container starts',
    faults: [
      {
        what: 'the kernel is without it',
        plant: logs((said) => said.replace('kernel vxlan there', 'kernel vxlan missing')),
        expect: /VXLAN/,
      },
    ],
    async body({ use, verify }) {
      const { kernel } = await use(sight);
      verify.equal(kernel.vxlan, 'there', 'VXLAN in the kernel');
    },
  }),
];

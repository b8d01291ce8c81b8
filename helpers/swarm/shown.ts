/** Nodes and tasks in a few words, as a failure shows them. */
import type { SwarmNode, SwarmTask } from './documents';

/** Characters of an error that are shown. */
const LONGEST_ERROR = 200;

/** `slot 1 on kf2tbxehqp0j: running`, and where it is not as it is to be, what is wanted and what is wrong. */
export function shownTask({ Slot, NodeID, DesiredState, Status }: SwarmTask): string {
  const place = `${Slot === undefined ? 'a task' : `slot ${Slot}`} on ${shortened(NodeID)}`;
  const wanted = Status?.State === DesiredState ? '' : `, to be ${DesiredState}`;
  const error = Status?.Err ? `: ${Status.Err.slice(0, LONGEST_ERROR)}` : '';
  return `${place}: ${Status?.State}${wanted}${error}`;
}

/** `kf2tbxehqp0j (manager1): ready, active manager`. */
export function shownNode({ ID, Description, Spec, Status }: SwarmNode): string {
  return `${shortened(ID)} (${Description?.Hostname}): ${Status?.State}, ${Spec?.Availability} ${Spec?.Role}`;
}

function shortened(id: string | undefined): string {
  return id === undefined || id === '' ? 'no node' : id.slice(0, 12);
}

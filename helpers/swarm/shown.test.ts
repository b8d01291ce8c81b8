import { shownNode, shownTask } from './shown';

test('a task that is as it is to be is shown in a few words', () => {
  const task = { Slot: 2, NodeID: 'kf2tbxehqp0jfd1ow8jdldo5v', DesiredState: 'running', Status: { State: 'running' } };
  expect(shownTask(task)).toBe('slot 2 on kf2tbxehqp0j: running');
});

test('a task that is not is shown with what is wanted and what is wrong', () => {
  const Status = { State: 'failed', Err: `no such image ${'x'.repeat(500)}` };
  expect(shownTask({ DesiredState: 'shutdown', Status })).toBe(
    `a task on no node: failed, to be shutdown: no such image ${'x'.repeat(186)}`,
  );
});

test('a node is shown with what it is and whether it takes tasks', () => {
  const node = {
    ID: 'kf2tbxehqp0jfd1ow8jdldo5v',
    Description: { Hostname: 'n1' },
    Spec: { Role: 'manager', Availability: 'drain' },
    Status: { State: 'ready' },
  };
  expect(shownNode(node)).toBe('kf2tbxehqp0j (n1): ready, drain manager');
});

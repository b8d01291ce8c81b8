/** What the types let a claim take for granted; it is `tsc` that judges here. */
import type { ContainerInspect, EngineInfo, EngineVersion, Untrusted } from './responses';

describe('an answer', () => {
  it('may lack any field at any depth', () => {
    const container: ContainerInspect = { NetworkSettings: { Networks: { bridge: {} } }, Mounts: [{}] };
    // @ts-expect-error A field that may be missing may not be read from without asking.
    expect(() => container.State.Status).toThrow(TypeError);
    // @ts-expect-error Nor may one of a map.
    expect(() => container.NetworkSettings?.Networks?.mynet.IPAddress).toThrow(TypeError);
    expect(container.NetworkSettings?.Networks?.bridge?.IPAddress).toBeUndefined();
  });

  it('may hold null where v1.23 does, and not elsewhere', () => {
    const container: ContainerInspect = { ExecIDs: null, Config: { Labels: null } };
    // @ts-expect-error A container always has a state.
    container.State = null;
    expect(container.ExecIDs).toBeNull();
  });

  it('may hold a text that v1.23 does not know, as a state of later engines', () => {
    const container: ContainerInspect = { State: { Status: 'removing' } };
    expect(container.State?.Status === 'stopping').toBe(false);
  });

  it('has the later fields that are read, and no others', () => {
    const version: EngineVersion = { MinAPIVersion: '1.24', Components: [{ Name: 'Engine' }] };
    const info: EngineInfo = { CgroupVersion: '2' };
    // @ts-expect-error Nobody reads it.
    info.CgroupsVersion = '2';
    expect([version, info]).toHaveLength(2);
  });

  it('keeps what is no object as it is', () => {
    const values: Untrusted<[number, boolean, null, 'a' | 'b'][]> = [[1, true, null, 'c']];
    expect(values).toHaveLength(1);
  });
});

import { originOf } from './origin';
import { placeOf } from './place';
import type { SchemaName } from './validator';

const ID = '66ee365bf253dc6846a4e081e1ff69265e22d097f704a845c70da81437a13757';

describe('placeOf', () => {
  it.each<[SchemaName, pointer: string, place: string]>([
    ['network-inspect', '', ''],
    ['network-inspect', '/Name', '/Name'],
    ['network-inspect', `/Containers/${ID}/IPv4Address`, '/Containers/*/IPv4Address'],
    ['network-inspect', '/IPAM/Config/0/Subnet', '/IPAM/Config/*/Subnet'],
    ['network-inspect', '/Labels/a~1b', '/Labels/*'],
    ['network-list', '/12', '/*'],
    ['network-list', '/12/IPAM/Config/3', '/*/IPAM/Config/*'],
    ['container-inspect', '/NetworkSettings/Ports/5000~1tcp/0/HostPort', '/NetworkSettings/Ports/*/*/HostPort'],
    ['container-inspect', '/NetworkSettings/Networks/bridge/IPAMConfig', '/NetworkSettings/Networks/*/IPAMConfig'],
    ['container-inspect', '/Config/Volumes/~1data', '/Config/Volumes/*'],
    ['info', '/DriverStatus/0/1', '/DriverStatus/*/*'],
    ['registry-manifest-list', '/manifests/0/platform/os.version', '/manifests/*/platform/os.version'],
  ])('of %s leads %s to %s', (name, pointer, place) => {
    const { graph, root } = originOf(name);
    const found = placeOf(graph, root, pointer);
    expect(found.place).toBe(place);
    expect(found.parts).not.toEqual([]);
  });

  it('keeps the names of fields that the schema does not know, and finds nothing there', () => {
    const { graph, root } = originOf('network-inspect');
    expect(placeOf(graph, root, '/ConfigFrom/Network')).toEqual({ place: '/ConfigFrom/Network', parts: [] });
    expect(placeOf(graph, root, '/constructor').parts).toEqual([]);
  });
});

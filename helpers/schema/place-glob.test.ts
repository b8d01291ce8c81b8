import { isPlaceOf } from './place-glob';

describe('a glob of places', () => {
  test.each<[string, string, boolean]>([
    ['/HostConfig/Init', '/HostConfig/Init', true],
    ['/HostConfig/Init', '/HostConfig/InitPath', false],
    ['/HostConfig/Init', '/*/HostConfig/Init', false],
    ['/HostConfig/{Init,Runtime}', '/HostConfig/Runtime', true],
    ['/HostConfig/{Init,Runtime}', '/HostConfig/Memory', false],
    ['/HostConfig/**', '/HostConfig', true],
    ['/HostConfig/**', '/HostConfig/Ulimits/*/Name', true],
    ['/HostConfig/**', '/HostConfigs', false],
    ['/Mounts/*/Type', '/Mounts/*/Type', true],
    ['/Mounts/*/Type', '/Mounts/Type', false],
    ['{,/*}/Created', '/Created', true],
    ['{,/*}/Created', '/*/Created', true],
    ['{,/*}/Created', '/*/*/Created', false],
    ['{,/*}/Containers/*/EndpointID', '/*/Containers/*/EndpointID', true],
    ['/Options/*', '/Options/com.docker.network.bridge.name', true],
    ['/Options/*', '/Options/.hidden', true],
    ['/A', '', false],
  ])('%s and %s: %s', (glob, place, expected) => {
    expect(isPlaceOf(glob, place)).toBe(expected);
  });
});

import { spokenFields } from './spoken-fields';

const INSPECT = {
  method: 'GET',
  path: '/containers/0123456789ab/json',
  document: {
    Id: '0123456789ab',
    NetworkSettings: { MacAddress: '02:42', Networks: { 'ec-net': { MacAddress: '02:42', IPAddress: '10.0.0.2' } } },
    Mounts: [{ Name: 'v' }],
  },
};

function paths(statement: string): string[] {
  return spokenFields(statement, [INSPECT]).map(({ path }) => path.join('.'));
}

describe('the fields that a statement speaks of', () => {
  it('are those whose name it says, in words or as it is written', () => {
    expect(paths('Its MAC address follows from its address.')).toEqual([
      'NetworkSettings.MacAddress',
      'NetworkSettings.Networks.*.MacAddress',
    ]);
    expect(paths('IPAddress is set.')).toEqual(['NetworkSettings.Networks.*.IPAddress']);
  });

  it('are found in the plural, and within lists where they are written so', () => {
    expect(paths('The MAC addresses differ.')).toHaveLength(2);
    expect(paths('Each has a Name.')).toEqual(['Mounts.*.Name']);
  });

  it('are none where a statement only uses such a word', () => {
    expect(paths('It has mounts and a name.')).toEqual([]);
    expect(paths('Mounts are told.')).toEqual([]);
  });

  it('are none where a word only begins like a name', () => {
    expect(paths('An identity is kept.')).toEqual([]);
  });

  it('are told by the kind of their call', () => {
    const [field] = spokenFields('MacAddress', [INSPECT]);
    expect(field?.selector).toBe('GET /containers/*/json');
    const list = { method: 'GET', path: '/containers/json', document: [{ Names: ['/x'] }] };
    expect(spokenFields('its Names', [list])[0]?.selector).toBe('GET /containers/json');
  });
});

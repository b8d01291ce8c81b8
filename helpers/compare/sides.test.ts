import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder';
import { sidesOf } from './sides';

const none = () => false;

describe('what is to be compared', () => {
  it('is a report where it ends in .json or is a file, else a target', () => {
    const folder = temporaryFolder();
    const [file, directory] = [join(folder, 'saved'), join(folder, 'directory')];
    writeFileSync(file, '');
    mkdirSync(directory);
    expect(sidesOf(['docker@28.5.2', file, 'missing.json', directory, 'unix:///x.sock'], none)).toEqual({
      targets: ['docker@28.5.2', directory, 'unix:///x.sock'],
      files: [file, 'missing.json'],
    });
  });

  it('is a target where the configuration has one of that name', () => {
    expect(sidesOf(['odd.json', 'b.json'], (text) => text === 'odd.json')).toEqual({
      targets: ['odd.json'],
      files: ['b.json'],
    });
  });

  it.each([
    [[], 'nothing to compare'],
    [['docker@28.5.2'], 'nothing to compare "docker@28.5.2" with'],
    [['a.json', 'a.json'], '"a.json" is named twice'],
  ])('is refused where it is %j', (args, message) => {
    expect(() => sidesOf(args, none)).toThrow(message);
  });

  it('is refused where two names are one file', () => {
    const folder = temporaryFolder();
    const [file, link] = [join(folder, 'a.json'), join(folder, 'b.json')];
    writeFileSync(file, '{}');
    symlinkSync(file, link);
    expect(() => sidesOf([file, link], none)).toThrow('are one file');
  });

  it('may be one file, which may hold many engines', () => {
    expect(sidesOf(['a.json'], none).files).toEqual(['a.json']);
  });
});

import { validDocuments } from './fixtures/documents';
import { type Mutant, mutantsOf, ruleName, rulesIn } from './mutation/mutants';
import { type SchemaName, schemaErrors, schemaNames } from './validator';

const tally: string[] = [];
let covered = 0;
let total = 0;

type Finding = Pick<Mutant, 'kind' | 'path' | 'place'>;

function said(findings: readonly Finding[]): string {
  return findings.map(({ kind, path, place }) => `${kind} ${path} ${place}`).join() || 'nothing';
}

/** What schemaErrors finds in a mutant other than its one fault; an unknown field it must find in strict form only. */
function amissIn(name: SchemaName, mutant: Mutant, strict: boolean): readonly string[] {
  const expected = said(strict || mutant.kind !== 'added' ? [mutant] : []);
  const found = said(schemaErrors(name, mutant.document, { strict }));
  return found === expected ? [] : [`${strict ? 'strict' : 'open'}: ${expected} expected, ${found} found`];
}

describe('a document that breaks one rule of its schema', () => {
  afterAll(() => {
    process.stdout.write(`${[...tally, `rules covered ${covered} of ${total} in all`].join('\n')}\n`);
  });

  it.each(schemaNames())('is refused by %s at the right path with the right kind, for every rule there is', (name) => {
    const documents = validDocuments(name);
    expect(documents.flatMap((document) => schemaErrors(name, document, { strict: true }))).toEqual([]);

    const rules = rulesIn(name);
    const broken = new Set<string>();
    const amiss: string[] = [];
    for (const mutant of mutantsOf(name, rules, documents)) {
      amiss.push(...amissIn(name, mutant, true));
      if (!broken.has(mutant.rule)) amiss.push(...amissIn(name, mutant, false));
      broken.add(mutant.rule);
    }

    const names = [...rules].flatMap(([place, standing]) => standing.map((rule) => ruleName(place, rule)));
    const missed = names.filter((rule) => !broken.has(rule));
    tally.push(`${name}: rules covered ${names.length - missed.length} of ${names.length}`);
    covered += names.length - missed.length;
    total += names.length;
    expect(amiss.slice(0, 20)).toEqual([]);
    expect(missed).toEqual([]);
  });
});

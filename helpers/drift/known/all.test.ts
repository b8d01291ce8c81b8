import semver from 'semver';
import { isSchema } from '../../schema/documents';
import { fieldOf, itemsOf, type Part, type SchemaGraph, valuesOf } from '../../schema/graph';
import { originOf } from '../../schema/origin';
import { isPlaceOf } from '../../schema/place-glob';
import type { SchemaName } from '../../schema/validator';
import { MEASURED } from '../fixtures/measured';
import { KNOWN_DRIFT } from './all';
import { knownDrift } from './find';
import type { KnownDrift } from './vocabulary';

/** What an entry is called where it is at fault. */
const nameOf = ({ vendor, engine, schemas, kind, places }: KnownDrift) =>
  `${vendor} ${engine}: ${schemas} ${kind} ${places}`;
const offenders = (holds: (entry: KnownDrift) => boolean) => KNOWN_DRIFT.filter((entry) => !holds(entry)).map(nameOf);

/** Every place that a schema describes. */
function placesOf(name: SchemaName): string[] {
  const { graph, root } = originOf(name);
  return [...walk(graph, root, '')];
}

function* walk(graph: SchemaGraph, part: Part, place: string): Generator<string> {
  yield place;
  const parts = graph.inPlace(part);
  for (const { schema } of parts) {
    for (const name of isSchema(schema.properties) ? Object.keys(schema.properties) : []) {
      for (const field of parts.flatMap((each) => fieldOf(each, name))) yield* walk(graph, field, `${place}/${name}`);
    }
  }
  for (const many of parts.flatMap((each) => [...valuesOf(each), ...itemsOf(each)])) {
    yield* walk(graph, many, `${place}/*`);
  }
}

describe('known drift', () => {
  test('has ranges of versions, a reason in a sentence and a reference', () => {
    expect(offenders(({ engine }) => semver.validRange(engine) !== null)).toEqual([]);
    expect(offenders(({ api = '*' }) => semver.validRange(api) !== null)).toEqual([]);
    expect(offenders(({ why }) => /^[A-Z].*\.$/.test(why) && why.length <= 160)).toEqual([]);
    expect(offenders(({ reference }) => /measured/.test(reference))).toEqual([]);
  });

  test('has places that its schemas describe, or that they do not where a field was added', () => {
    const described = new Map<SchemaName, string[]>();
    const isDescribed = (glob: string, schemas: readonly SchemaName[]) =>
      schemas.some((schema) => {
        const places = described.get(schema) ?? placesOf(schema);
        described.set(schema, places);
        return places.some((place) => isPlaceOf(glob, place));
      });
    expect(
      offenders(({ kind, schemas, places }) =>
        places.every((glob) => isDescribed(glob, schemas) === (kind !== 'added')),
      ),
    ).toEqual([]);
  });

  test.each(MEASURED.map((engine) => [`${engine.vendor} ${engine.version} at API ${engine.apiVersionAsked}`, engine]))(
    'covers all that was measured on %s',
    (_name, engine) => {
      const unknown = (engine as (typeof MEASURED)[number]).places.filter(
        (place) => knownDrift(place, engine as (typeof MEASURED)[number]) === undefined,
      );
      expect(unknown).toEqual([]);
    },
  );

  test('holds nothing that was not measured, unless it says so', () => {
    const used = new Set(MEASURED.flatMap((engine) => engine.places.map((place) => knownDrift(place, engine))));
    expect(offenders((entry) => used.has(entry) || /not measured/.test(entry.reference))).toEqual([]);
  });
});

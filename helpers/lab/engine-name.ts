/** Engines by name: `docker@26.1.5`, `podman@5.8.6`, `image:REFERENCE`. */
import { nearest } from '../target/nearest';
import { quoted } from '../target/quoted';
import { UsageError } from '../usage-error';
import { type CataloguedEngine, ENGINES, engineName } from './engines';
import type { Vendor } from './recipe';

/** What was asked for, before it is known whether it can be had. */
export type LabEngine =
  | { readonly kind: 'catalogued'; readonly engine: CataloguedEngine }
  /** A version that the catalogue lacks; a registry may have the official image of it. */
  | { readonly kind: 'official'; readonly version: string }
  | { readonly kind: 'image'; readonly reference: string };

/** Is a text meant to name an engine that the lab starts? A user before an @ is none. */
export function looksLikeLabEngine(text: string): boolean {
  const vendor = /^([a-z]+)@/i.exec(text)?.[1];
  return text.startsWith('image:') || (vendor !== undefined && vendorMeant(vendor) !== undefined);
}

/**
 * Reads the name of an engine.
 *
 * @throws UsageError where the vendor is unknown, where no such version of Podman is catalogued, or where a version or a
 *   reference cannot be one
 */
export function parseLabEngine(text: string): LabEngine {
  if (text.startsWith('image:')) return { kind: 'image', reference: imageReference(text.slice('image:'.length)) };
  const known = ENGINES.find((engine) => engineName(engine) === text);
  if (known !== undefined) return { kind: 'catalogued', engine: known };
  const [, vendor, version = ''] = /^([^@]*)@(.*)$/s.exec(text) ?? [];
  if (vendor !== 'docker' && vendor !== 'podman') throw unknownVendor(text, vendor ?? text);
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new UsageError(`not a version of an engine: ${quoted(text)}`, `the lab has ${namesOf(vendor)}`);
  }
  if (vendor === 'podman') throw unknownVersion(text, vendor);
  return { kind: 'official', version };
}

/** As it is asked for, and as reports name it. */
export function labEngineName(engine: LabEngine): string {
  if (engine.kind === 'catalogued') return engineName(engine.engine);
  return engine.kind === 'image' ? `image:${engine.reference}` : `docker@${engine.version}`;
}

/** The official image of a version of Docker in which its daemon starts. */
export function officialReference(version: string): string {
  return `docker:${version}-dind`;
}

/** Says that a version can be had from nowhere, and what is nearest to it. */
export function unknownVersion(text: string, vendor: Vendor, why = ''): UsageError {
  const at = text.indexOf('@') + 1;
  return new UsageError(
    `the lab has no ${quoted(text)}${why === '' ? '' : `: ${why}`}`,
    `nearest is ${neighbours(vendor, text.slice(at)).join(' and ')}; see engine-conformance lab engines`,
  );
}

/** The catalogued versions below and above a version, or the outermost one. */
function neighbours(vendor: Vendor, version: string): string[] {
  const versions = ENGINES.filter((engine) => engine.vendor === vendor);
  const sorted = [...versions].sort((a, b) => compare(a.version, b.version));
  const below = sorted.filter((engine) => compare(engine.version, version) < 0).at(-1);
  const above = sorted.find((engine) => compare(engine.version, version) > 0);
  return [below, above].filter((engine) => engine !== undefined).map(engineName);
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let part = 0; part < 3; part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function vendorMeant(word: string): Vendor | undefined {
  const vendors = ['docker', 'podman'] as const;
  const meant = nearest(word, vendors);
  return vendors.find((vendor) => vendor === meant);
}

function unknownVendor(text: string, vendor: string): UsageError {
  const meant = nearest(text, ENGINES.map(engineName)) ?? vendorMeant(vendor);
  return new UsageError(
    `the lab has no engine ${quoted(text)}`,
    meant === undefined ? 'engines are docker@VERSION, podman@VERSION and image:REFERENCE' : `did you mean ${meant}?`,
  );
}

function namesOf(vendor: Vendor): string {
  return ENGINES.filter((engine) => engine.vendor === vendor)
    .map(engineName)
    .join(', ');
}

/** Source: distribution/reference, regexp.go; a name in lower case, with a tag or a digest. */
function imageReference(text: string): string {
  if (/^[a-zA-Z0-9][\w.:/-]{0,254}(?:@sha256:[0-9a-f]{64})?$/.test(text) && !text.includes('//')) return text;
  throw new UsageError(`not a reference of an image: ${quoted(text)}`, 'write image:NAME[:TAG], as image:docker:dind');
}

/**
 * A registry, asked by the registry API v2. Answers come whatever their status; they are under the limits of time and size
 * that an engine's are. Source: the API's specification, distribution v2.8, docs/spec/api.md.
 */
import { createHash } from 'node:crypto';
import type { Answer } from '../engine/answer';
import type { EngineCalls } from '../engine/calls';
import type { RawAnswer } from '../engine/client';
import { EngineTrouble } from '../engine/trouble';
import type { SchemaName } from '../schema/validator';
import { nextPage } from './next-page';

/** Milliseconds for one call. */
const LIMIT_MS = 10_000;

/** The forms in which a registry may serve a manifest, and the schemas that judge them. */
const MANIFEST_SCHEMAS: Readonly<Record<string, SchemaName>> = {
  'application/vnd.docker.distribution.manifest.v2+json': 'registry-manifest',
  'application/vnd.docker.distribution.manifest.list.v2+json': 'registry-manifest-list',
  'application/vnd.oci.image.manifest.v1+json': 'registry-oci-manifest',
  'application/vnd.oci.image.index.v1+json': 'registry-oci-index',
};

export interface ServedManifest {
  readonly answer: Answer;
  /** Of the bytes that were served, whatever the headers say. */
  readonly digest: string;
  /** Bytes that were served. */
  readonly size: number;
  /** The schema of the form in which it was served; undefined where that is none that was asked for. */
  readonly schema: SchemaName | undefined;
}

/** Which repositories of a catalogue are asked for. */
export interface CatalogQuery {
  /** At most so many. */
  readonly n?: number;
  /** Those behind this name. */
  readonly last?: string;
}

export class Registry {
  /**
   * @param calls at its endpoint
   * @param address as engines write it in the names of images: `10.0.0.7:5000`
   */
  constructor(
    private readonly calls: EngineCalls,
    readonly address: string,
  ) {}

  /** The first call of every client: is this a registry of API v2, and does it let one in? */
  ping(): Promise<Answer> {
    return this.#get('/v2/');
  }

  catalog(query: CatalogQuery = {}): Promise<Answer> {
    return this.#get(withQuery('/v2/_catalog', query));
  }

  /**
   * The catalogue in pages, by the links of the registry itself.
   *
   * @param pages at most so many are read
   * @throws EngineTrouble where there are more, or a link leads elsewhere than to a further page
   */
  async *catalogPages(query: CatalogQuery, pages: number): AsyncGenerator<Answer> {
    let path: string | undefined = withQuery('/v2/_catalog', query);
    for (let read = 0; path !== undefined; read += 1) {
      if (read === pages)
        throw new EngineTrouble('too-large', `the catalogue of ${this.address} has over ${pages} pages`);
      const answer: Answer = await this.#get(path);
      yield answer;
      path = nextPage(answer, '/v2/_catalog');
    }
  }

  tags(repository: string): Promise<Answer> {
    return this.#get(`/v2/${repository}/tags/list`);
  }

  /** @param reference a tag or a digest */
  async manifest(repository: string, reference: string): Promise<ServedManifest> {
    const Accept = Object.keys(MANIFEST_SCHEMAS).join(', ');
    const answer = await this.#get(`/v2/${repository}/manifests/${reference}`, { Accept });
    const type = answer.headers['content-type']?.split(';')[0] ?? '';
    return { answer, digest: digestOf(answer.bytes), size: answer.bytes.length, schema: MANIFEST_SCHEMAS[type] };
  }

  /** Has the registry forget a manifest with all its tags. It answers 405 where it is not set up to do so. */
  forget(repository: string, digest: string): Promise<Answer> {
    return this.calls.delete(`/v2/${repository}/manifests/${digest}`, { apiVersion: null, limitMs: LIMIT_MS });
  }

  #get(path: string, headers?: Readonly<Record<string, string>>): Promise<RawAnswer> {
    return this.calls.get(path, { apiVersion: null, limitMs: LIMIT_MS, ...(headers === undefined ? {} : { headers }) });
  }
}

/** The digest of some bytes, as registries write it. */
export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function withQuery(path: string, query: CatalogQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

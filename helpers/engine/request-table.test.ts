import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { packageRoot } from '../package-root';
import { assertKnownToV123, type GuardedRequest } from './guard';
import { readRequestTable } from './request-table';

interface Recorded {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body?: { type?: string; data?: number[] };
  };
}

function recordedRequests(): [string, GuardedRequest][] {
  const folder = join(packageRoot(), 'schemas/fixtures/recordings/docker-1.11.1');
  return readdirSync(folder).map((file) => {
    const { request } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded;
    const body = request.body?.type === 'Buffer' ? Buffer.from(request.body.data ?? []) : request.body;
    return [file, { method: request.method, path: request.path, body }];
  });
}

describe('the requests recorded on Docker 1.11.1', () => {
  const autoRemove = '72-create-web-07.json';

  it.each(recordedRequests().filter(([file]) => file !== autoRemove))('pass: %s', (_, request) => {
    expect(() => assertKnownToV123(request)).not.toThrow();
  });

  it('pass but for the one with AutoRemove, which 1.11.1 took and did not act on', () => {
    const request = recordedRequests().find(([file]) => file === autoRemove)?.[1];
    expect(request).toBeDefined();
    expect(() => assertKnownToV123(request as GuardedRequest)).toThrow(
      'body field HostConfig.AutoRemove must not be sent',
    );
  });
});

describe('the request table', () => {
  const table = readRequestTable();

  it('has the shape of its schema', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats(ajv);
    const path = join(packageRoot(), 'schemas/engine-v1.23/requests.schema.json');
    const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    validate(table);
    expect(validate.errors).toBeNull();
  });

  it('names only shapes that it has', () => {
    const named = [
      ...table.requests.flatMap(({ body }) => (body === undefined || body === 'archive' ? [] : [body])),
      ...Object.values(table.shapes).flatMap(({ fields, refused = [] }) => [
        ...Object.values(fields).flatMap((field) => (typeof field === 'string' ? [] : Object.values(field))),
        ...refused.flatMap(({ fieldsOf }) => (fieldsOf === undefined ? [] : [fieldsOf])),
      ]),
    ];
    expect(named.filter((name) => !(name in table.shapes))).toEqual([]);
  });

  it('has each request once, and filter keys only where filters are read', () => {
    const keys = table.requests.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      table.requests.filter(({ query, filters }) => (filters !== undefined) !== (query?.includes('filters') ?? false)),
    ).toEqual([]);
  });
});

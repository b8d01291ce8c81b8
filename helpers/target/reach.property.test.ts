import fc from 'fast-check';
import type { Json } from '../engine/answer';
import type { EngineClient, EngineRequest, RawAnswer } from '../engine/client';
import { anyJson, anyText, mutated } from '../fixtures/arbitrary';
import { someTarget } from '../fixtures/facts';
import { DOCKER, recordings } from '../schema/fixtures/recordings';
import { UsageError } from '../usage-error';
import { reachEngine } from './reach';

const KEYS = ['ApiVersion', 'MinAPIVersion', 'Version', 'Components', 'Name', 'Os', 'Arch', 'Swarm', 'ClusterStore'];

const recorded = (path: string) => recordings(DOCKER).find((each) => each.request.path.endsWith(path))?.body as Json;

const documents = (path: string) => fc.oneof(mutated(recorded(path), KEYS), anyJson(KEYS));
const version = fc
  .tuple(documents('/version'), anyText(['1', '.', '23', '999', 'v'], 4), fc.boolean())
  .map(([document, text, put]) =>
    put ? { ...(document as object), ApiVersion: text, MinAPIVersion: text } : document,
  );

/** Answers each call with what belongs to it. */
function answering(answers: Readonly<Record<string, Json>>, status: number): EngineClient {
  const send = async ({ method, path, apiVersion }: EngineRequest): Promise<RawAnswer> => {
    const text = JSON.stringify(answers[path] ?? null);
    const json = answers[path];
    const shown = apiVersion === null ? path : `/v${apiVersion}${path}`;
    return { method, path: shown, status, headers: {}, text, json, bytes: Buffer.from(text), durationMs: 1 };
  };
  return { send } as Pick<EngineClient, 'send'> as EngineClient;
}

test('whatever an engine says of itself gives facts of texts, or the one line that it is none', async () => {
  await fc.assert(
    fc.asyncProperty(
      version,
      documents('/info'),
      fc.constantFrom(200, 200, 200, 204, 404),
      async (said, info, status) => {
        try {
          const client = answering({ '/version': said as Json, '/info': info }, status);
          const { membership, ...facts } = await reachEngine(someTarget(), client);
          for (const fact of Object.values(facts)) expect(typeof fact).toBe('string');
          expect(facts.apiVersionAsked).toMatch(/^\d{1,3}\.\d{1,3}$/);
          expect(Object.values(membership).every((each) => typeof each === 'string')).toBe(true);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
        }
      },
    ),
  );
});

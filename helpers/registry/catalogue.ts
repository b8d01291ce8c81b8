/** What a page of a catalogue holds, and in which order. */
import { type Answer, isObject } from '../engine/answer';

/** The repositories of a page; none where it is no catalogue. */
export function repositoriesIn({ json }: Pick<Answer, 'json'>): string[] {
  const { repositories } = isObject(json) ? json : {};
  return Array.isArray(repositories) ? repositories.map(String) : [];
}

/**
 * Names of repositories as registry 2 sorts them: part by part, as the directories that they are, so that `a/b` comes before
 * `a-b`. Source: distribution v2.8, registry/storage/catalog.go.
 */
export function inOrderOfParts(names: readonly string[]): string[] {
  const key = (name: string) => name.replaceAll('/', '\0');
  return [...names].sort((a, b) => {
    if (a === b) return 0;
    return key(a) < key(b) ? -1 : 1;
  });
}

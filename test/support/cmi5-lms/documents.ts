import { createHash } from 'node:crypto';

/** Documents of the State and Agent Profile resources, with entity tags (xAPI Communication 3.1). */
export function openDocuments() {
  const held = new Map<string, string>();
  const tagOf = (text: string) => `"${createHash('sha1').update(text).digest('hex')}"`;
  return {
    get(key: string): { text: string; etag: string } | null {
      const text = held.get(key);
      return text === undefined ? null : { text, etag: tagOf(text) };
    },
    set: (key: string, text: string) => void held.set(key, text),
    remove: (key: string) => void held.delete(key),
    /** @returns 409 where one writes over a document without having said which (xAPI 2.0 for State; the strictest peer) */
    put(key: string, text: string, ifMatch: string | undefined, ifNoneMatch: string | undefined): 204 | 409 | 412 {
      const known = held.get(key);
      if (ifNoneMatch === '*' && known !== undefined) return 412;
      if (ifMatch !== undefined && (known === undefined || tagOf(known) !== ifMatch)) return 412;
      if (known !== undefined && ifMatch === undefined) return 409;
      held.set(key, text);
      return 204;
    },
  };
}

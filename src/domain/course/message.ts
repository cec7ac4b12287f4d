import type { Result } from '../shared/result.ts';
import type { Language } from './closed-lists.ts';

/** A parsed ICU message: the arguments it takes, and what it says with them. */
type Message = { arguments: string[]; say: (values: Record<string, string>) => string };

/** The ICU parser comes in as an argument: the domain knows no library for it. */
export type ReadMessage = (
  message: string,
  language: Language,
) => Result<Message, { code: 'message.invalid'; reason: string }>;

/** Every sentence in a text, with its place. */
export function sentencesOf(value: unknown, path: string[] = []): { path: string[]; sentence: string }[] {
  if (typeof value === 'string') return [{ path, sentence: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => sentencesOf(each, [...path, key]));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type InBothLanguages, inBothLanguages } from '#domain/course/course.ts';

/** What a voice would say wrongly, and how to write it so that it says it rightly: `{"I-205": "eye two oh five"}`. */
const Pronunciation = inBothLanguages(z.record(z.string().min(1), z.string().min(1)));
type Respellings = Readonly<Record<string, string>>;

export const readPronunciation = (videoFolder: string): InBothLanguages<Respellings> =>
  Pronunciation.parse(JSON.parse(readFileSync(join(videoFolder, 'narration', 'pronunciation.json'), 'utf8')));

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The words as the voice is given them. Whole words only ("ICE" is not in "OFFICE"), the longest entry first, and none
 * respelled twice. Typographic quotation marks are for readers: voices stumble over them.
 */
export function respelled(text: string, respellings: Respellings): string {
  const plain = text.replace(/[“”«»]/g, '');
  const entries = Object.keys(respellings).sort((a, b) => b.length - a.length);
  if (entries.length === 0) return plain;
  const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${entries.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return plain.replace(anyOf, (entry) => respellings[entry] ?? entry);
}

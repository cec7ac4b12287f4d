import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type CommunityPage, wordsOf } from './page-parts.ts';

/**
 * What is seen and said in the film, as plain text to keep, print or send on, with the same marks as the page; undefined
 * where the media folder has none.
 */
export async function transcriptText(page: CommunityPage, mediaFolder: string): Promise<string | undefined> {
  const { pack, language, agency } = page;
  const file = join(mediaFolder, basename(pack.film.files[language].transcript));
  const described = await readFile(file, 'utf8').catch(() => undefined);
  if (described === undefined) return undefined;
  const { sample, notAdvice, lawyer, about } = wordsOf(page);
  return [
    agency.name,
    ...(pack.course.counselReview === 'no' ? [`${sample.mark}. ${sample.says}`] : []),
    `${notAdvice} ${lawyer}`,
    `${about.edition}: ${pack.course.edition}`,
    '',
    described,
  ].join('\n');
}

import { type Language, languages } from '#domain/course/closed-lists.ts';
import { courseAddress, orderAddress } from '#domain/course/course-address.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import { type FilmPicture, pictureFile } from '../player/film-choices.ts';
import { trainingShelf } from './shelves.ts';

/** What the film with this voice and picture plays from: video, captions of both languages, chapters, poster, transcript. */
export function filmFiles({ film, editionHash }: CoursePack, narration: Language, picture: FilmPicture): string[] {
  const files = film.files[narration];
  const { captions, chapters, poster, transcript } = files;
  return [
    ...new Set([pictureFile(files, picture), poster, captions.en, captions.es, chapters.en, chapters.es, transcript]),
  ].map((file) => `/media/${film.courseId}/${file}?v=${editionHash.slice(0, 16)}`);
}

/** The agency's order as it was published. */
export const orderFiles = ({ order, editionHash }: CoursePack): string[] =>
  languages.filter((language) => order?.files[language]).map((language) => orderAddress(editionHash, language));

/** Bytes of what of this lies on the device, and what is still to come. */
export async function lookAt(addresses: readonly string[]): Promise<{ bytes: number; missing: string[] }> {
  let bytes = 0;
  const missing: string[] = [];
  for (const address of addresses) {
    // Asked without opening it: looking keeps nothing, not even an empty shelf.
    const found = await caches.match(address, { cacheName: trainingShelf });
    if (found) bytes += Number(found.headers.get('Content-Length'));
    else missing.push(address);
  }
  return { bytes, missing };
}

/** @throws when a file cannot be asked for */
export async function sizesOf(addresses: readonly string[]): Promise<Map<string, number>> {
  const sizes = addresses.map(async (address): Promise<[string, number]> => {
    const response = await fetch(address, { method: 'HEAD' });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return [address, Number(response.headers.get('Content-Length'))];
  });
  return new Map(await Promise.all(sizes));
}

/** Puts the course in, and takes every other edition out: a device has room for one. */
export async function keepCourseAlone(editionHash: string): Promise<void> {
  const shelf = await caches.open(trainingShelf);
  const address = courseAddress(editionHash);
  if (!(await shelf.match(address))) await shelf.add(address);
  for (const other of await shelf.keys()) {
    const isOurs = other.url.endsWith(address) || other.url.endsWith(`?v=${editionHash.slice(0, 16)}`);
    if (!isOurs) await shelf.delete(other);
  }
}

import { type Language, languages } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { ExitPreset } from '#recording/lms/exit-preset.ts';

/** `muster-package.json`, which the packaging writes beside the page: what this package is. */
export type LaunchFile = {
  standard: 'scorm12' | 'scorm2004' | 'cmi5';
  /** Address of the course, from the page. */
  course: string;
  /** Folder of the film's files, from the page. */
  media: string;
  /** Languages in which the film is spoken. */
  languages: Language[];
  exit: ExitPreset;
  edition: string;
};

export type Package = { file: LaunchFile; pack: CoursePack };

const launchFile = 'muster-package.json';

/** @returns null when the package cannot be read: incomplete, or the network went before it was here */
export async function readPackage(): Promise<Package | null> {
  const file = (await read(launchFile)) as Partial<LaunchFile> | null;
  if (!isLaunchFile(file)) return null;
  const pack = (await read(file.course)) as Partial<CoursePack> | null;
  return pack?.film && pack.text && pack.editionHash ? { file, pack: pack as CoursePack } : null;
}

async function read(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

const isLaunchFile = (file: Partial<LaunchFile> | null): file is LaunchFile =>
  ['scorm12', 'scorm2004', 'cmi5'].includes(file?.standard ?? '') &&
  typeof file?.course === 'string' &&
  typeof file.media === 'string' &&
  Array.isArray(file.languages) &&
  file.languages.every((each) => languages.includes(each));

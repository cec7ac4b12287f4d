import type { CoursePack } from '#domain/course/pack.ts';
import { cmi5Structure } from './cmi5-structure.ts';
import { editionName } from './edition-names.ts';
import type { PackageChoices, Standard } from './package-choices.ts';
import { courseFile, launchFile, mediaFolder } from './package-paths.ts';
import type { PackageWords } from './package-words.ts';
import { packedCourse } from './packed-course.ts';
import { scorm12Manifest } from './scorm12-manifest.ts';
import { scorm2004Manifest } from './scorm2004-manifest.ts';

/** Files by their path in the package. */
export type Files = Map<string, Uint8Array>;

/** What a manifest tells of. */
export type Described = {
  pack: CoursePack;
  choices: PackageChoices;
  words: PackageWords;
  /** Every other file of the package, in order. */
  files: readonly string[];
};

export type PackageSources = {
  pack: CoursePack;
  words: PackageWords;
  /** The built screens, as `screensIn` reads them, and what else goes along as it is. */
  screens: Files;
  readMedia: (name: string) => Uint8Array;
};

const manifests: Record<Standard, { file: string; write: (described: Described) => string }> = {
  scorm12: { file: 'imsmanifest.xml', write: scorm12Manifest },
  scorm2004: { file: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { file: 'cmi5.xml', write: cmi5Structure },
};

/** Everything in one package: the manifest first, where LMSs look for it, then the others by name. */
export function packageFiles(standard: Standard, sources: PackageSources, choices: PackageChoices): Files {
  const { pack, inside } = packedCourse(sources.pack, choices);
  const launch = {
    standard,
    course: courseFile,
    media: mediaFolder,
    languages: choices.languages,
    exit: choices.exit,
    edition: editionName(pack),
  };
  const files: Files = new Map([
    ...sources.screens,
    [launchFile, text(`${JSON.stringify(launch, null, 2)}\n`)],
    [courseFile, text(JSON.stringify(pack))],
    ...inside.map((name) => [mediaFolder + name, sources.readMedia(name)] as const),
  ]);
  const names = [...files.keys()].sort();
  const { file, write } = manifests[standard];
  const manifest = write({ pack, choices, words: sources.words, files: names });
  return new Map([[file, text(manifest)], ...names.map((name) => [name, files.get(name) ?? text('')] as const)]);
}

const text = (written: string): Uint8Array => new TextEncoder().encode(written);

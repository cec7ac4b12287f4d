import { languages as allLanguages, type Language } from '#domain/course/closed-lists.ts';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Film } from '#domain/course/storyboard.ts';
import type { PackageChoices } from './package-choices.ts';

type FilmFiles = Film['files'][Language];

/** A course as one package holds it, and the files that belong to its film, each once. */
export type PackedCourse = {
  pack: CoursePack;
  inside: string[];
  /** Films that lie on a web server instead, by their names there. */
  outside: string[];
};

/**
 * Takes out of a course what a package does not hold: the film that was not asked for, and the large picture. Words and
 * captions stay in both languages. What is recorded is still the whole edition, so its hash stays as well.
 *
 * A film that lies elsewhere is named by its whole address. Captions do not lie with it: browsers read them from another
 * site only if that site allows it, and a film that has lost its captions is not the one that was promised.
 */
export function packedCourse(pack: CoursePack, { languages, quality, media }: PackageChoices): PackedCourse {
  const [first = 'en'] = languages;
  const filmOf = (language: Language) => (languages.includes(language) ? language : first);
  const inBoth = <T>(take: (language: Language) => T) => ({ en: take('en'), es: take('es') });
  const { files, cues } = pack.film;
  const chosen = inBoth((language) => inQuality(files[filmOf(language)], quality));
  const film: Film = {
    ...pack.film,
    files: inBoth((language) => inPlace(chosen[language], media)),
    // Where one film speaks for both languages, its times do too.
    cues: cues.map((cue) => ({
      ...cue,
      at: inBoth((language) => cue.at[filmOf(language)]),
      ...(cue.pauses && { pauses: { en: cue.pauses[filmOf('en')], es: cue.pauses[filmOf('es')] } }),
    })),
  };
  const films = allLanguages.flatMap((language) => filmsOf(chosen[language]));
  const others = allLanguages.flatMap((language) => othersOf(chosen[language]));
  return {
    pack: { ...pack, film },
    inside: onceEach(media === 'inside' ? [...others, ...films] : others),
    outside: media === 'inside' ? [] : onceEach(films),
  };
}

const onceEach = (names: string[]) => [...new Set(names)].sort();

function inQuality({ small, ...files }: FilmFiles, quality: PackageChoices['quality']): FilmFiles {
  if (small === undefined) return files;
  return quality === 480 ? { ...files, video: small } : { ...files, small };
}

function inPlace(files: FilmFiles, media: PackageChoices['media']): FilmFiles {
  if (media === 'inside') return files;
  const address = (name: string) => new URL(encodeURIComponent(name), media).href;
  return {
    ...files,
    video: address(files.video),
    ...(files.small !== undefined && { small: address(files.small) }),
  };
}

const filmsOf = ({ video, small }: FilmFiles) => (small === undefined ? [video] : [video, small]);
const othersOf = ({ captions, chapters, transcript, poster }: FilmFiles) => [
  ...allLanguages.flatMap((language) => [captions[language], chapters[language]]),
  transcript,
  poster,
];

import { parseArgs } from 'node:util';
import { languages as allLanguages, type Language } from '#domain/course/closed-lists.ts';
import { fail, type Result, succeed } from '#domain/shared/result.ts';
import { lmsPresets } from '#packaging/lms-presets.ts';
import {
  standards as allStandards,
  exitModes,
  type PackageChoices,
  qualities,
  type Standard,
} from '#packaging/package-choices.ts';

export type PackageOptions = {
  standards: readonly Standard[];
  choices: PackageChoices;
  /** Folder for the packages. */
  out: string;
  /** Screens that are built already, instead of those of this checkout. */
  app: string | undefined;
};

export type OptionsError = { code: OptionsFault; given: string; known: string };
type OptionsFault =
  | 'package.unknownOption'
  | 'package.badStandard'
  | 'package.badMedia'
  | 'package.badQuality'
  | 'package.badLanguages'
  | 'package.badExit'
  | 'package.badLms';

/** What was asked for, or what of it cannot be. What is typed comes before what an LMS's preset says. */
export function readPackageOptions(args: readonly string[]): Result<PackageOptions, OptionsError> {
  const typed = parsed(args);
  if (!typed) return fail({ code: 'package.unknownOption', given: args.join(' '), known: '' });
  const wrong = (code: OptionsFault, given: string | undefined, known: readonly (string | number)[] = []) =>
    fail({ code, given: given ?? '', known: known.join(', ') });

  const preset = typed.lms === undefined ? undefined : lmsPresets.get(typed.lms.toLowerCase());
  if (typed.lms !== undefined && !preset) return wrong('package.badLms', typed.lms, [...lmsPresets.keys()]);
  const standard = allStandards.find((each) => each === typed.standard);
  if (typed.standard !== undefined && !standard) return wrong('package.badStandard', typed.standard, allStandards);
  const exit = exitModes.find((each) => each === (typed.exit ?? preset?.exit ?? 'suspend-or-normal'));
  if (!exit) return wrong('package.badExit', typed.exit, exitModes);
  const quality = qualities.find((each) => String(each) === typed.quality);
  if (!quality) return wrong('package.badQuality', typed.quality, qualities);
  const languages = languagesIn(typed.languages);
  if (!languages) return wrong('package.badLanguages', typed.languages, allLanguages);
  const media = typed.media === 'inside' ? 'inside' : folderAddress(typed.media);
  if (media === null) return wrong('package.badMedia', typed.media);

  const { out, app } = typed;
  const wanted = standard ? [standard] : (preset?.standards ?? allStandards);
  return succeed({ standards: wanted, choices: { languages, quality, media, exit }, out, app });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        standard: { type: 'string' },
        lms: { type: 'string' },
        media: { type: 'string', default: 'inside' },
        quality: { type: 'string', default: '480' },
        languages: { type: 'string', default: 'en,es' },
        exit: { type: 'string' },
        out: { type: 'string', default: 'dist/packages' },
        app: { type: 'string' },
      },
    }).values;
  } catch {
    return null;
  }
}

function languagesIn(given: string): Language[] | null {
  const named = given.split(',').map((each) => allLanguages.find((language) => language === each.trim()));
  const known = named.filter((each) => each !== undefined);
  return known.length === named.length ? [...new Set(known)] : null;
}

/** A page over https plays nothing that comes over http: there is no other way that works in an LMS. */
function folderAddress(given: string): string | null {
  if (!URL.canParse(given)) return null;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(given);
  if (protocol !== 'https:' || search || hash || username || password) return null;
  return `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`;
}

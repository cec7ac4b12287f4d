import type { LmsLaunch } from '../lms/lms-link.ts';
import { webAddress } from './launch-parameters.ts';
import type { Context } from './statement.ts';
import { extension } from './vocabulary.ts';

/** What we take of the document `LMS.LaunchData` (cmi5 10). It is read, never written (10.2.1). */
export type LaunchData = {
  contextTemplate: Context;
  sessionId: string;
  mode: LmsLaunch['mode'];
  part: LmsLaunch['part'];
  /** What counts is this one: an LMS may differ from the package (AICC 424). */
  masteryScore: number | null;
  returnUrl: string | null;
};

export const launchDataId = 'LMS.LaunchData';

/** @returns null when it is no launch data: without a session id no statement could be made (9.6.3.1) */
export function readLaunchData(value: unknown): LaunchData | null {
  const given = value as Record<string, unknown> | null;
  const contextTemplate = given?.contextTemplate as Context | undefined;
  const sessionId = contextTemplate?.extensions?.[extension.sessionId];
  if (!given || !contextTemplate || typeof sessionId !== 'string') return null;
  return {
    contextTemplate,
    sessionId,
    // 10.2.2: in Browse and Review nothing that tells of completion may be recorded.
    mode: given.launchMode === 'Browse' || given.launchMode === 'Review' ? 'practice' : 'record',
    part: partOf(given.launchParameters, contextTemplate),
    masteryScore: typeof given.masteryScore === 'number' ? given.masteryScore : null,
    returnUrl: webAddress(given.returnURL),
  };
}

/**
 * Which of the two assignable units this is: by its launch parameters, or, where an administrator has changed them, by the
 * end of the publisher's id in the grouping (9.6.2.3).
 */
function partOf(launchParameters: unknown, { contextActivities }: Context): LaunchData['part'] {
  const named = /"part"\s*:\s*"(film|policy-and-quiz)"/.exec(String(launchParameters ?? ''))?.[1];
  const ids = [contextActivities?.grouping ?? []].flat().map(({ id }) => id);
  const ending = ids.flatMap((id) => /[/:#](film|policy-and-quiz)$/.exec(id)?.[1] ?? [])[0];
  return ((named ?? ending) as 'film' | 'policy-and-quiz' | undefined) ?? 'whole';
}

/** The learner's own wishes (cmi5 11): ordered languages, and whether sound may play at the start. */
export type Preferences = { languages: string[]; audio: 'on' | 'off' | null };

export const preferencesId = 'cmi5LearnerPreferences';

export function readPreferences(value: unknown): Preferences {
  const given = value as Record<string, unknown> | null;
  const listed = typeof given?.languagePreference === 'string' ? given.languagePreference.split(',') : [];
  const { audioPreference } = given ?? {};
  return {
    languages: listed.map((language) => language.trim()).filter((language) => language !== ''),
    audio: audioPreference === 'on' || audioPreference === 'off' ? audioPreference : null,
  };
}

import type { Decided, EvidenceItem } from '#domain/completion/evidence.ts';
import type { Language } from '#domain/course/closed-lists.ts';
import type { LmsItem } from '../lms/lms-link.ts';
import { toldDecision } from '../lms/told-to-lms.ts';
import { filmStatements, type Seen } from './film-statements.ts';
import { type Activity, activityId, allowed, type Said, type Speaking, type Statement } from './statement.ts';
import { acknowledged, answered, opened, own } from './vocabulary.ts';

/** What became of one item, as cmi5-allowed statements; the last bears the item's own id, so that it is told once. */
export function itemStatements(
  speaking: Speaking,
  { item, right }: LmsItem,
  seen: Seen,
  filmAt: number | null,
  startedAt: string,
): Statement[] {
  const when = timeOf(item, startedAt);
  switch (item.kind) {
    case 'watched':
      return filmStatements(speaking, item, seen, filmAt, when.at);
    case 'opened':
      return [allowed(speaking, unit(speaking), { ...said(item, opened), ...when })];
    case 'acknowledged':
      return [allowed(speaking, policy(speaking), { ...said(item, acknowledged), ...when })];
    case 'decided':
      return [answer(speaking, item, right, when)];
    case 'taken-along':
      // The course lies on the device: nothing that an LMS would know what to do with.
      return [];
  }
}

const said = (item: Exclude<EvidenceItem, { kind: 'watched' | 'taken-along' }>, verb: Said['verb']) => ({
  id: item.id,
  verb,
  language: item.language,
});

/** What waited from an earlier session is told in this one, whose first is `initialized`; its own time is kept beside (cmi5 9.3, 9.7). */
function timeOf({ deviceAt }: EvidenceItem, startedAt: string): { at: string; extensions?: Record<string, unknown> } {
  const at = new Date(deviceAt).toISOString();
  return at < startedAt ? { at: startedAt, extensions: { [own.deviceAt]: at } } : { at };
}

const unit = ({ course }: Speaking): Activity => ({
  objectType: 'Activity',
  id: activityId(course),
  definition: {
    type: 'http://adlnet.gov/expapi/activities/course',
    name: inBoth((language) => course.text[language].title),
  },
});

const policy = ({ course }: Speaking): Activity => ({
  objectType: 'Activity',
  id: activityId(course, 'policy'),
  definition: {
    type: 'http://adlnet.gov/expapi/activities/media',
    name: inBoth((language) => course.policy[language].title),
  },
});

function answer(
  speaking: Speaking,
  item: Decided,
  right: boolean | null,
  { at, extensions }: ReturnType<typeof timeOf>,
): Statement {
  return allowed(speaking, question(speaking, item), {
    ...said(item, answered),
    at,
    extensions: { ...extensions, [own.attempt]: item.attempt, [own.run]: item.run },
    result: { response: item.optionId, ...(right !== null && { success: right }) },
  });
}

/** One decision of one scenario as an interaction (xAPI Data 2.4.4.1). Where the course does not grade it, nothing is the right answer. */
function question({ course }: Speaking, item: Decided): Activity {
  const { optionIds, right } = toldDecision(course, item) ?? { optionIds: [], right: [] };
  const scenario = (language: Language) => course.text[language].scenarios[item.scenarioId];
  const decision = (language: Language) => scenario(language)?.decisions[item.decisionId];
  return {
    objectType: 'Activity',
    id: activityId(course, item.scenarioId, item.decisionId),
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      ...named('name', (language) => scenario(language)?.title),
      ...named('description', (language) => decision(language)?.question),
      choices: optionIds.map((id) => ({
        id,
        ...named('description', (language) => decision(language)?.options[id]?.label),
      })),
      ...(right.length > 0 && { correctResponsesPattern: right.map((place) => optionIds[place]) }),
    },
  };
}

/** Words that change with the run ({driver}) are no name of an activity, which is the same for every learner: left out. */
function named(property: 'name' | 'description', wordsIn: (language: Language) => string | undefined) {
  const words = inBoth((language) => wordsIn(language) ?? '');
  return Object.values(words).some((each) => each === '' || each.includes('{')) ? {} : { [property]: words };
}

const inBoth = (wordsIn: (language: Language) => string) => ({ 'en-US': wordsIn('en'), 'es-US': wordsIn('es') });

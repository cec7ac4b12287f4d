import { v5 } from 'uuid';
import type { CoursePack } from '#domain/course/pack.ts';
import type { LaunchData } from './launch-data.ts';
import type { Actor, LaunchParameters } from './launch-parameters.ts';
import { category, type Verb } from './vocabulary.ts';

export type Activity = { objectType?: 'Activity'; id: string; definition?: Record<string, unknown> };
type ActivityList = 'category' | 'grouping' | 'parent' | 'other';

export type Context = {
  registration?: string;
  contextActivities?: Partial<Record<ActivityList, Activity[] | Activity>>;
  extensions?: Record<string, unknown>;
  language?: string;
  revision?: string;
};

export type Statement = {
  id: string;
  actor: Actor;
  verb: Verb;
  object: Activity;
  result?: Record<string, unknown>;
  context: Context;
  /** UTC (cmi5 9.7). */
  timestamp: string;
};

/** What every statement of one session has in common. */
export type Speaking = { launch: LaunchParameters; data: LaunchData; course: CoursePack };

/** What one statement says of its own. */
export type Said = {
  id: string;
  verb: Verb;
  at: string;
  result?: Record<string, unknown>;
  categories?: string[];
  extensions?: Record<string, unknown>;
  language?: string;
};

/** Defined by cmi5: about the assignable unit itself, with its category; `moveOn` where it tells of completion or success (9.6.2.2). */
export const defined = (speaking: Speaking, said: Said, { moveOn = false } = {}): Statement =>
  statement(
    speaking,
    { objectType: 'Activity', id: speaking.launch.activityId },
    { ...said, categories: [category.cmi5, ...(moveOn ? [category.moveOn] : [])] },
  );

/** Allowed by cmi5: about a part of the unit, never with the category of cmi5 (7.1.3). */
export const allowed = (speaking: Speaking, object: Activity, said: Said): Statement =>
  statement(speaking, object, said, [{ objectType: 'Activity', id: speaking.launch.activityId }]);

function statement(speaking: Speaking, object: Activity, said: Said, parent: Activity[] = []): Statement {
  const { id, verb, result, at } = said;
  const { actor } = speaking.launch;
  const context = contextOf(speaking, said, parent);
  return { id, actor, verb, object, ...(result && { result }), context, timestamp: at };
}

/** The template of the LMS as it came, and what we add; nothing in it is overwritten (cmi5 10.2.1). */
function contextOf({ launch, data, course }: Speaking, said: Said, parent: Activity[]): Context {
  const { contextTemplate: template } = data;
  const categories = (said.categories ?? []).map((id): Activity => ({ objectType: 'Activity', id }));
  return {
    revision: course.course.edition,
    ...(said.language && { language: said.language }),
    ...template,
    registration: launch.registration,
    contextActivities: {
      ...template.contextActivities,
      ...added('category', template, categories),
      ...added('parent', template, parent),
    },
    extensions: { ...said.extensions, ...template.extensions },
  };
}

function added(list: ActivityList, { contextActivities }: Context, more: Activity[]) {
  const given = [contextActivities?.[list] ?? []].flat();
  const lacking = more.filter(({ id }) => !given.some((each) => each.id === id));
  return given.length + lacking.length === 0 ? {} : { [list]: [...given, ...lacking] };
}

/** The same words give the same id whenever they are said: what is sent again changes nothing (xAPI Communication 2.1.1). */
export const idFor = ({ launch }: Pick<Speaking, 'launch'>, ...words: string[]): string =>
  v5([launch.activityId, ...words].join(' '), launch.registration);

/** ISO 8601, to the hundredth of a second (xAPI Data 4.6). */
export const durationOf = (seconds: number): string => `PT${Math.max(0, seconds).toFixed(2)}S`;

/** The course or a part of it, by edition as the package names it: what was changed is another activity (xAPI Data 2.4.6). */
export const activityId = ({ course, editionHash }: CoursePack, ...part: string[]): string =>
  ['urn:muster', course.id, editionHash.slice(0, 16), ...part].join(':');

import type * as z from 'zod';
import type { Language } from './closed-lists.ts';
import { type CourseProblem, type CourseProblemCode, problem } from './problem.ts';

/** Course files by their path inside the course folder, as text. */
export type CourseFiles = Readonly<Record<string, string>>;

/** Parses one JSON file strictly; what is wrong is added to `problems`. */
export function parseFile<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  text: string | undefined,
  problems: CourseProblem[],
): z.infer<Schema> | undefined {
  const json = text === undefined ? undefined : readJson(text);
  if (json === undefined || 'reason' in json) {
    const code: CourseProblemCode = json === undefined ? 'pack.missing-file' : 'pack.bad-json';
    problems.push(problem(code, file, json?.path ?? '', json?.reason ?? 'The file is not there.'));
    return undefined;
  }
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push(problem('pack.schema', file, issue.path.join('.'), issue.message));
  }
  return undefined;
}

type Json = { value: unknown } | { path: string; reason: string };

/** Engines name a position, not always a line; an editor wants the line. */
function readJson(text: string): Json {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    return { path: `line ${text.slice(0, position).split('\n').length}`, reason };
  }
}

export const textFile = (language: Language) => `text/${language}.json`;
export const scenarioTextFile = (language: Language, id: string) => `text/${language}/${id}.json`;
export const facsimilesFile = 'facsimiles.json';
export const cardFile = 'card.json';
export const policyFile = (language: Language) => `policy/${language}.md`;
export const narrationFile = (language: Language) => `video/narration/${language}.json`;
export const scenarioFile = (id: string) => `scenarios/${id}.json`;
export const storyboardFile = 'video/storyboard.json';
/** Written by the rendering into the media folder, beside the videos. */
export const filmFile = 'film.json';

/** What is wrong in a course folder, and where: the file, the place in it, and the reason. */
export type CourseProblem = { code: CourseProblemCode; file: string; path: string; reason: string };

export type CourseProblemCode =
  | 'pack.missing-file'
  | 'pack.bad-json'
  | 'pack.schema'
  | `reference.${'clause' | 'cue' | 'next' | 'paper' | 'chance' | 'scenario' | 'agency' | 'id' | 'course'}`
  | `language.${'missing' | 'surplus' | 'message' | 'arguments' | 'policy' | 'narration'}`
  | `path.${'endless' | 'no-right-way' | 'wrong-goes-on' | 'unreachable' | 'too-many-decisions'}`
  | `path.${'hold-over-limit' | 'hold-on-civil' | 'hour-without-ending'}`
  | `clause.${'not-taught' | 'not-drawn' | 'not-in-policy'}`
  | `draw.${'scenario-unused' | 'too-many-decisions'}`
  | `option.${'no-cue' | 'cue-elsewhere' | 'why-names-no-clause' | 'why-too-long'}`
  | 'facsimile.unused'
  | 'agency.untold'
  | `reading.${'too-long' | 'situation-too-long' | 'policy-too-long'}`
  | `card.${'too-many-taps' | 'unreachable' | 'clause-missing'}`
  | 'film.out-of-date';

export const problem = (code: CourseProblemCode, file: string, path: string, reason: string): CourseProblem => ({
  code,
  file,
  path,
  reason,
});

import * as z from 'zod';
import { Card } from '#domain/course/card.ts';
import { Course } from '#domain/course/course.ts';
import { CardSort, Facsimiles, Scenario } from '#domain/course/scenario.ts';
import { Film, Narration, Storyboard } from '#domain/course/storyboard.ts';
import { CourseWords, ScenarioText } from '#domain/course/text.ts';

const schemas = {
  course: Course,
  scenario: Scenario,
  'card-sort': CardSort,
  card: Card,
  facsimiles: Facsimiles,
  text: CourseWords,
  'scenario-text': ScenarioText,
  storyboard: Storyboard,
  narration: Narration,
  film: Film,
};

/** JSON Schemas for editors, by file name, generated from the schemas that the product parses with. */
export function courseSchemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}

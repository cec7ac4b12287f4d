import type { AgencyOrder } from './agency-order.ts';
import type { Card } from './card.ts';
import type { Language } from './closed-lists.ts';
import type { Course, InBothLanguages } from './course.ts';
import type { PolicySheet } from './policy.ts';
import type { CardSort, Facsimile, Scenario } from './scenario.ts';
import type { Film } from './storyboard.ts';
import type { CourseText } from './text.ts';

/**
 * Everything an officer's screen needs of one edition, in both languages, so that switching the language needs no network.
 * Parsed and checked at build and by the server; the browser takes it as it is.
 */
export type CoursePack = {
  course: Course;
  scenarios: Record<string, Scenario>;
  facsimiles: Record<string, Facsimile>;
  cardSort: CardSort;
  /** The roadside card. */
  card: Card;
  policy: InBothLanguages<PolicySheet>;
  /** The agency's own order, which `policy` then holds; `textIn`: the languages that it has text in. */
  order?: AgencyOrder & { textIn: Language[] };
  text: InBothLanguages<CourseText>;
  film: Film;
  /** SHA-256 (hex) of policy, film, captions and scenarios: what a record pins. */
  editionHash: string;
};

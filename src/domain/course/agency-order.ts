import { type Language, languages } from './closed-lists.ts';
import type { Course, InBothLanguages } from './course.ts';
import type { CoursePack } from './pack.ts';
import { type PolicySheet, readPolicy } from './policy.ts';

/** A file of the order as it was published, known by its own hash (SHA-256, hex). */
export type OrderFile = { hash: string; name: string };

type InSomeLanguage<T> = { [Each in Language]?: T | undefined };

/** The agency's own written order: text, files or both, in one language or both. */
export type AgencyOrder = {
  number: string;
  /** Of the agency's calendar, YYYY-MM-DD. */
  date: string;
  /** Markdown as in `policy/en.md`: `# ` title, `## ` headings, a paragraph may open with the clauses it states. */
  text: InSomeLanguage<string>;
  files: InSomeLanguage<OrderFile>;
};

/** What an agency says of a course: its order in place of our policy page, its counsel's review, what it declares right. */
export type AgencyCourse = {
  order: AgencyOrder | null;
  review: Exclude<Course['counselReview'], 'no'> | null;
  /** The option that is declared right, by the id of the setting. */
  answers: Record<string, string>;
};

export const ordinaryCourse: AgencyCourse = { order: null, review: null, answers: {} };

export type OrderFault = 'order.empty' | 'order.unknown-setting' | 'order.unknown-answer';

/** @returns what keeps it from being published with this course, or null */
export function faultOfCourse(
  { course }: Pick<CoursePack, 'course'>,
  { order, answers }: AgencyCourse,
): OrderFault | null {
  if (order && languages.every((language) => !order.text[language]?.trim() && !order.files[language]))
    return 'order.empty';
  for (const [id, answer] of Object.entries(answers)) {
    const setting = course.agencySettings.find((each) => each.id === id);
    if (!setting) return 'order.unknown-setting';
    if (!setting.options.includes(answer)) return 'order.unknown-answer';
  }
  return null;
}

/**
 * The course as this agency teaches it: another edition, known by another hash, since what is acknowledged and what is graded
 * are others. With nothing said it is the course itself.
 *
 * @param hashOf SHA-256 (hex) of a canonical text of the base's hash and what is said
 */
export function agencyPack(base: CoursePack, said: AgencyCourse, hashOf: (said: unknown) => string): CoursePack {
  const { order, review, answers } = said;
  if (!order && !review && Object.keys(answers).length === 0) return base;
  return {
    ...base,
    editionHash: hashOf([base.editionHash, said]),
    course: {
      ...base.course,
      counselReview: review ?? base.course.counselReview,
      agencySettings: base.course.agencySettings.map((setting) => {
        const answer = answers[setting.id];
        return answer === undefined ? setting : { ...setting, answer };
      }),
    },
    ...(order && { policy: sheetsOf(order), order: { ...order, textIn: textIn(order) } }),
  };
}

const textIn = ({ text }: AgencyOrder): Language[] => languages.filter((language) => text[language]?.trim());

/** Where an order has no text in a language it stands in the other: whoever reads it is told so, and reads the order itself. */
function sheetsOf(order: AgencyOrder): InBothLanguages<PolicySheet> {
  const sheet = (language: Language, other: Language): PolicySheet => {
    const read = readPolicy(order.text[language]?.trim() || order.text[other]?.trim() || '');
    return { ...read, title: read.title || order.number };
  };
  return { en: sheet('en', 'es'), es: sheet('es', 'en') };
}

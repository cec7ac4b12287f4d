import type { Language } from './closed-lists.ts';

/** A dot that ends no sentence: initials (U.S., EE. UU., J. Ruiz), titles and numbers before a name or figure. */
const abbreviated =
  /(?:(?:^|[\s(“"«.])\p{Lu}|\b(?:EE|UU|Sgt|Sgto|Lt|Tte|Det|Ofc|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|St|No|Núm|Art|art|Inc|Dept|Depto))\.\s*$/u;

/** Counts sentences as a reader would: “R8: review the basis.” is one, and “U.S.” ends none in mid-sentence. */
export function sentencesIn(text: string, language: Language): number {
  const pieces = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.trim())];
  return pieces.filter((piece, at) => at === pieces.length - 1 || !abbreviated.test(piece.segment)).length;
}

/** SCORM 1.2 leaves the spelling of a language open (CMIString255): systems write codes, or its name. */
const names: Record<string, string> = {
  english: 'en',
  inglés: 'en',
  ingles: 'en',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  castellano: 'es',
};

/** What an LMS says of the learner's language, as BCP 47; empty when it says nothing that can be read. */
export function learnerLanguages(said: string): string[] {
  const word = said.trim().toLowerCase();
  const named = names[word];
  if (named) return [named];
  return /^[a-z]{2,3}([-_][a-z0-9]+)*$/.test(word) ? [word.replaceAll('_', '-')] : [];
}

import type { Language } from '#domain/course/closed-lists.ts';
import type { PackageWords } from '#packaging/package-words.ts';
import { terminalWords } from '../start-words.ts';

/** What an LMS lists the two units of cmi5 by, in both languages whatever language is spoken here. */
export function unitWords(home: string): PackageWords {
  const inOne = (language: Language) => {
    const say = terminalWords(home, language, 'package');
    return {
      film: { title: say('unit.film.title'), description: say('unit.film.description') },
      policyAndQuiz: { title: say('unit.policyAndQuiz.title'), description: say('unit.policyAndQuiz.description') },
    };
  };
  return { en: inOne('en'), es: inOne('es') };
}

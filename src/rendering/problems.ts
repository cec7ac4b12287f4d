import type { SourceProblem } from './film-sources.ts';
import type { OwnFilmProblem } from './own-film/plan-film.ts';
import type { Remark } from './own-film/remark.ts';
import type { TimelineProblem } from './timeline.ts';

/** One clear sentence for whoever renders. */
export function problemInWords(problem: SourceProblem | TimelineProblem | OwnFilmProblem): string {
  switch (problem.code) {
    case 'unreadable-source':
      return `${problem.path} cannot be used: ${problem.reason}.`;
    case 'words-missing':
      return `${problem.path} has no words for "${problem.id}", which the storyboard names.`;
    case 'narration-missing':
      return `There is no recording narration/${problem.language}/${problem.cueId}.opus: record it, or make it with src/cli/narrate.ts.`;
    case 'too-much-silence':
      return `Scene "${problem.sceneId}" would get ${problem.seconds} s of silence in ${problem.language}: bring both languages within 2 s of each other.`;
    case 'own-film':
      return problem.remarks.map(remarkInWords).join('\n');
  }
}

export const remarkInWords = ({ file, path, reason }: Remark): string => `${file}${path && ` · ${path}`}\n  ${reason}`;

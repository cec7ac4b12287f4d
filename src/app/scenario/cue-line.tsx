import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import type { Film } from '#domain/course/storyboard.ts';

type CueLineProps = { film: Film; cueId: string | undefined; clauses: readonly string[] };

/** Where the film teaches it: the cue named by the course, else the first that speaks of one of the clauses. */
export function CueLine({ film, cueId, clauses }: CueLineProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const cue =
    film.cues.find((each) => each.id === cueId) ??
    film.cues.find((each) => each.clauses.some((clause) => clauses.includes(clause)));
  if (!cue) return null;
  return (
    <details className="cue-line">
      <summary>{t('scenario.seeInFilm', { time: clockTime(cue.at[language].fromSeconds) })}</summary>
      <blockquote>{cue.says[language]}</blockquote>
    </details>
  );
}

/** 22 → 0:22, as on the player. */
const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

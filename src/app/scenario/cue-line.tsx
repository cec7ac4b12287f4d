import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#app/i18n/use-language.ts';
import { rememberedNarration } from '#app/player/film-choices.ts';
import { clock } from '#app/ui/clock.ts';
import type { CoursePack } from '#domain/course/pack.ts';

/** Comes when it is asked for, with the film; without the network the cue's words remain. */
const CueFilm = lazy(() =>
  import('./cue-film.tsx').then(
    (loaded) => ({ default: loaded.CueFilm }),
    () => ({ default: () => null }),
  ),
);

type CueLineProps = { pack: CoursePack; cueId: string | undefined; clauses: readonly string[] };

/** Where the film teaches it: the cue named by the course, else the first that speaks of one of the clauses. */
export function CueLine({ pack, cueId, clauses }: CueLineProps) {
  const { t } = useTranslation('officer');
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { film, editionHash } = pack;
  const cue =
    film.cues.find((each) => each.id === cueId) ??
    film.cues.find((each) => each.clauses.some((clause) => clauses.includes(clause)));
  if (!cue) return null;
  const time = clock(cue.at[rememberedNarration(language)].fromSeconds);
  return (
    <details className="cue-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('scenario.seeInFilm', { time })}</summary>
      <Suspense fallback={<div className="cue-film" />}>
        {isOpen && <CueFilm film={film} editionHash={editionHash} cue={cue} />}
      </Suspense>
      <blockquote>{cue.says[language]}</blockquote>
    </details>
  );
}

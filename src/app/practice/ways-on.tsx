import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import { practised } from './practice-course.ts';
import { addressOf, nextSeed } from './practice-seed.ts';

/** After an end: the same with other details, the next one, or the list. */
export function WaysOn({ pack, id, seed }: { pack: CoursePack; id: string; seed: string }) {
  const { t } = useTranslation('practice');
  const all = practised(pack);
  const next = all[(all.indexOf(id) + 1) % all.length] ?? id;
  return (
    <nav className="ways-on" aria-label={t('end.waysOn')}>
      <Link className="button" to={addressOf(id, nextSeed(seed))}>
        {t('end.again')}
      </Link>
      <Link className="button quiet" to={addressOf(next)}>
        {t('end.another')}
      </Link>
      <Link to="/practice">{t('end.toList')}</Link>
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { wordsOf } from '../scenario/scenario-words.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { clausesOf, practised, scenarioOf } from './practice-course.ts';
import { addressOf } from './practice-seed.ts';

/** All scenarios of the course. Not by what they are drawn as: that would tell the answer. */
export function PracticeList({ pack }: { pack: CoursePack }) {
  const { t } = useTranslation('practice');
  const { language } = useLanguage();
  const { clauses, cardSort } = pack.text[language];
  const drawn = new Set(Object.values(pack.course.draw).flat());

  const titleOf = (id: string) => {
    const scenario = scenarioOf(pack, id);
    if (!scenario) return cardSort.title;
    const { say, text } = wordsOf(pack, scenario, id, language);
    return say(text.title);
  };
  const whereElse = (id: string) => {
    if (id === pack.cardSort.id) return 'warmUp';
    return drawn.has(id) ? 'alsoInQuiz' : 'practiceOnly';
  };
  return (
    <>
      <PageHeading title={t('list.title')} />
      <p>{t('list.words')}</p>
      <p>
        <Link to="/practice/papers">{t('list.toPapers')}</Link>
      </p>
      <ol className="practice-list">
        {practised(pack).map((id) => (
          <li key={id}>
            <h2>
              <Link to={addressOf(id)}>{titleOf(id)}</Link>
            </h2>
            <p className="quiet">{t(`list.${whereElse(id)}`)}</p>
            <p>{t('list.about')}</p>
            <ul className="about">
              {clausesOf(pack, id).map((clause) => (
                <li key={clause}>
                  <b>{clause}</b> {clauses[clause]?.name}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

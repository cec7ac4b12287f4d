import type { Talk } from '#domain/roll-call/talk.ts';
import { useCourse } from '../api/course.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Id and short name of each clause, and the rule itself where there is room; the ids alone until the course is there. */
export function TalkClauses({ talk, withRules = false }: { talk: Talk; withRules?: boolean }) {
  const { language } = useLanguage();
  const words = useCourse(talk.editionHash).value?.text[language].clauses;
  return (
    <ul className="talk-clauses">
      {talk.clauses.map((id) => (
        <li key={id}>
          <b>{id}</b> {words?.[id]?.name}
          {withRules && <p>{words?.[id]?.rule}</p>}
        </li>
      ))}
    </ul>
  );
}

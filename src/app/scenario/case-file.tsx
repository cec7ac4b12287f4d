import { useTranslation } from 'react-i18next';
import type { Paper } from '#domain/course/scenario.ts';
import type { HeardLine } from './heard-before.ts';
import { PaperSheet } from './paper-sheet.tsx';
import { RadioExchange } from './radio-exchange.tsx';
import type { ScenarioWords } from './scenario-words.ts';

type PaperInView = { paper: Paper; explained: boolean };

type CaseFileProps = {
  words: ScenarioWords;
  papers: { inView: PaperInView[]; earlier: PaperInView[] };
  /** What was said on the radio before stays at hand. */
  heard: HeardLine[];
  /** What stands below the papers and is not the situation any more. */
  next: 'question' | 'explanation' | null;
};

/** What the officer knows: where and when, the situation, the papers in view, and the earlier papers and radio at hand. */
export function CaseFile({ words, papers, heard, next }: CaseFileProps) {
  const { t } = useTranslation('officer');
  const { text, say } = words;
  return (
    <div className="case-file">
      <p className="setting">{say(text.setting)}</p>
      <h2 className="visually-hidden">{t('scenario.situation')}</h2>
      <p className="situation">{say(text.situation)}</p>
      <Papers papers={papers.inView} words={words} />
      {papers.earlier.length > 0 && (
        <details className="at-hand">
          <summary>{t('scenario.earlierPapers', { count: papers.earlier.length })}</summary>
          <Papers papers={papers.earlier} words={words} />
        </details>
      )}
      {heard.length > 0 && (
        <details className="at-hand">
          <summary>{t('scenario.earlierRadio')}</summary>
          <RadioExchange lines={heard} words={words} />
        </details>
      )}
      {next && papers.inView.length > 0 && (
        <p className="to-decision">
          <a href={`#${next}`}>{t(`scenario.below.${next}`)}</a>
        </p>
      )}
    </div>
  );
}

const Papers = ({ papers, words }: { papers: PaperInView[]; words: ScenarioWords }) =>
  papers.map(({ paper, explained }) => {
    const sheet = words.sheetOf(paper);
    return sheet && <PaperSheet key={paper.id} sheet={sheet} explained={explained} />;
  });

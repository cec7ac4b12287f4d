import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem, Watched } from '#domain/completion/evidence.ts';
import { cover, secondsIn } from '#domain/coverage/coverage.ts';
import type { Compared } from '#domain/coverage/refused-item.ts';
import { useDates } from '../api/use-dates.ts';
import { Parts } from '../evidence/watching-parts.tsx';
import { clock } from '../ui/clock.ts';

/** What a submission says of itself, in the reader's words; null where it says nothing of that. */
export function useSaid(): (what: Compared, item: EvidenceItem) => ReactNode {
  const { t } = useTranslation(['commander', 'common']);
  const dates = useDates();
  const language = (each: 'en' | 'es') => t(`language.${each}`, { ns: 'common' });
  const voiceOf = ({ narration, captions }: Watched) => {
    const voice = t('review.again.voice', { voice: language(narration) });
    if (captions.length === 0) return voice;
    return `${voice}, ${t('review.again.captions', { captions: captions.map(language).join(', ') })}`;
  };
  const say: Record<Compared, (item: EvidenceItem) => ReactNode> = {
    kind: ({ kind }) => t(`review.again.kindOf.${kind}`),
    edition: ({ editionHash }) => <code>{editionHash.slice(0, 16)}</code>,
    device: ({ deviceAt }) => dates.toTheSecond(deviceAt),
    film: (item) => (item.kind === 'watched' ? <Film stretches={item.stretches} /> : null),
    language(item) {
      if (item.kind === 'watched') return voiceOf(item);
      return 'language' in item ? language(item.language) : null;
    },
    decision: (item) =>
      item.kind === 'decided' ? (
        <>
          {t('review.again.decided', { attempt: item.attempt, run: item.run })}:{' '}
          <code>{[item.scenarioId, item.decisionId, item.optionId].join(' / ')}</code>
        </>
      ) : null,
  };
  return (what, item) => say[what](item);
}

function Film({ stretches }: Pick<Watched, 'stretches'>) {
  const { t } = useTranslation('commander');
  const played = cover(...stretches);
  const rate = Math.max(...stretches.map((each) => each.rate));
  return (
    <>
      {clock(secondsIn(played) + 0.5)} (<Parts of={played} />){rate > 1 && `, ${t('review.again.rate', { rate })}`}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { OfficerLine } from '#domain/completion/report.ts';
import type { ReviewEvidence } from '#domain/coverage/refused-item.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { ReasonForm } from './reason-form.tsx';
import { ReviewEdition } from './review-edition.tsx';
import { ReviewWords } from './review-words.tsx';

/** One officer's watching, read only for a reason that the officer can see. */
export function ReviewOfficerPage() {
  const { t } = useTranslation('commander');
  const { officerId = '' } = useParams();
  const report = useAnswer(`officer ${officerId}`, () =>
    ask(() => api.api.reports.officers[':officerId'].$get({ param: { officerId } })),
  );
  return (
    <>
      <p className="breadcrumb">
        <Link to="/commander/review">{t('review.back')}</Link>
      </p>
      <Answered of={report}>{({ officer }) => <Officer officer={officer} />}</Answered>
    </>
  );
}

function Officer({ officer: { officerId, name, rank } }: { officer: OfficerLine }) {
  const { t } = useTranslation('commander');
  const { signedIn } = useSession();
  const [watching, setWatching] = useState<readonly ReviewEvidence[] | null>(null);

  async function read(json: { id: string; reason: string }) {
    const answer = await ask(() =>
      api.api.reports.officers[':officerId'].watching.$post(
        { param: { officerId }, json },
        inNameOf(signedIn.officerId),
      ),
    );
    if (!answer.ok) return answer.error;
    setWatching(answer.value.watching);
    return null;
  }

  return (
    <>
      <PageHeading title={t('review.of', { name })}>
        <span className="eyebrow">{rank}</span> {t('review.of', { name })}
      </PageHeading>
      <ReviewWords />
      {watching === null && (
        <ReasonForm
          words={{ reason: t('review.reason'), note: t('review.note'), submit: t('review.read') }}
          onReason={read}
        />
      )}
      {watching?.length === 0 && <p>{t('review.nothing')}</p>}
      {watching?.map((evidence) => (
        <ReviewEdition key={evidence.editionHash} officerId={officerId} evidence={evidence} onNoted={setWatching} />
      ))}
    </>
  );
}

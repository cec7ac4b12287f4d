import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '#domain/completion/report.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api, inNameOf } from '../api/client.ts';
import { useCourse } from '../api/course.ts';
import { useSession } from '../api/session.ts';
import { PathSteps } from '../evidence/path-steps.tsx';
import { ReasonForm } from './reason-form.tsx';

/** The training unit reads the path of decisions only for a reason, and the reading itself is put on the record. */
export function PathReading({ officerId, onRead }: { officerId: string; onRead: () => void }) {
  const { t } = useTranslation('commander');
  const { signedIn } = useSession();
  const [path, setPath] = useState<Path | null>(null);

  async function read(json: { id: string; reason: string }) {
    const answer = await ask(() =>
      api.api.reports.officers[':officerId'].path.$post({ param: { officerId }, json }, inNameOf(signedIn.officerId)),
    );
    if (!answer.ok) return answer.error;
    setPath(answer.value);
    onRead();
    return null;
  }

  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('path.title')}</h2>
      {path === null ? (
        <ReasonForm
          words={{ reason: t('path.reason'), note: t('path.note'), submit: t('path.read') }}
          onReason={read}
        />
      ) : (
        <PathRead path={path} />
      )}
    </section>
  );
}

/** In the words of the edition that was decided on, which need not be today's. */
function PathRead({ path: { editionHash, steps } }: { path: Path }) {
  const { agency } = useSession();
  const course = useCourse(editionHash);
  return (
    <Answered of={course}>
      {(pack) => <PathSteps steps={steps} pack={pack} canBeSeenAgain={editionHash === agency.editionHash} />}
    </Answered>
  );
}

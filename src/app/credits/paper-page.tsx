import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OfficerLine } from '#domain/completion/report.ts';
import { ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { useSend } from '../api/use-send.ts';
import { bringFile } from '../people/bring-file.ts';
import { TextField } from '../ui/fields.tsx';
import { FileField } from '../ui/file-field.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { OfficerChoice } from './officer-choice.tsx';

/** A training that was held on paper: who signed, on which day, and the sheet itself. */
export function PaperPage() {
  const { t } = useTranslation('credits');
  const navigate = useNavigate();
  const { agency, signedIn } = useSession();
  const [chosen, setChosen] = useState<OfficerLine[]>([]);
  const [heldOn, setHeldOn] = useState('');
  const [sheet, setSheet] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const [notBrought, setNotBrought] = useState<Problem | null>(null);
  const { send, isSending, problem } = useSend();

  async function record(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0 || !heldOn || !sheet) return;
    const brought = await bringFile(sheet, signedIn.officerId);
    setNotBrought(brought.ok ? null : brought.error);
    if (!brought.ok) return;
    const officerIds = chosen.map(({ officerId }) => officerId);
    const item = { editionHash: agency.editionHash, officerIds, heldOn, fileHash: brought.value.hash };
    const taken = await send(item, (id, inOwnName) =>
      ask(() => api.api.credits.paper.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (taken) void navigate('/commander/credits');
  }

  const refused = notBrought ?? problem;
  return (
    <>
      <PageHeading title={t('paper.title')} />
      <p>{t('paper.words')}</p>
      <form className="form" noValidate onSubmit={(event) => void record(event)}>
        <OfficerChoice chosen={chosen} fault={tried && chosen.length === 0 && t('who.nobody')} onChosen={setChosen} />
        <TextField
          label={t('paper.heldOn')}
          name="heldOn"
          type="date"
          value={heldOn}
          fault={tried && !heldOn && t('paper.dayless')}
          onChange={setHeldOn}
        />
        <FileField
          label={t('paper.sheet')}
          name="sheet"
          accept="application/pdf,image/png,image/jpeg"
          hint={t('paper.sheetHint')}
          fault={tried && !sheet && t('paper.sheetless')}
          onFile={setSheet}
        />
        {refused && <ProblemNote problem={refused} />}
        <div className="ways">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t('paper.record')}
          </button>
          <Link to="/commander/credits">{t('leave')}</Link>
        </div>
      </form>
    </>
  );
}

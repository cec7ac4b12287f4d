import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#server/agency/see-settings.ts';
import type { Slip } from '#server/sign-in/give-codes.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { isOnlyHere } from '../people/slip-address.ts';
import { ChoiceField, TickField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { BackLink } from './back-link.tsx';
import { SlipSheet } from './slip-sheet.tsx';
import { inTreeOrder } from './unit-tree.ts';
import { useSettings } from './use-settings.ts';

/** One slip a person, to cut out and hand over face to face; nobody sees the codes a second time. */
export function SlipsPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('slips.title')} />
      <Answered of={settings}>{(known) => <Slips settings={known} onMade={settings.again} />}</Answered>
      <BackLink />
    </>
  );
}

function Slips({ settings, onMade }: { settings: Settings; onMade: () => void }) {
  const { t } = useTranslation('admin');
  const units = inTreeOrder(settings.units);
  const [unitId, setUnitId] = useState(units[0]?.unitId ?? '');
  const [onlyMissing, setOnlyMissing] = useState(true);
  const [slips, setSlips] = useState<Slip[] | null>(null);
  const { send, isSending, problem } = useSend();

  async function make() {
    const made = await send({ unitId, onlyMissing, at: Date.now() }, (_id, inOwnName) =>
      ask(() => api.api.roster.units[':unitId'].slips.$post({ param: { unitId }, json: { onlyMissing } }, inOwnName)),
    );
    if (!made) return;
    setSlips(made.slips);
    onMade();
  }

  return (
    <>
      <div className="screen-only">
        <p>{t('slips.words')}</p>
        {isOnlyHere(location.hostname) && <p className="fault">{t('slips.onlyHere', { address: location.host })}</p>}
        <div className="form">
          <ChoiceField
            label={t('slips.unit')}
            name="unitId"
            value={unitId}
            onChange={setUnitId}
            options={units.map((unit) => ({ value: unit.unitId, label: unit.path }))}
          />
          <TickField
            label={t('slips.onlyMissing')}
            checked={onlyMissing}
            hint={t('slips.others')}
            onChange={setOnlyMissing}
          />
          {problem && <ProblemNote problem={problem} />}
          <div className="ways">
            <button type="button" className="button" aria-disabled={isSending} onClick={() => void make()}>
              {isSending ? t('slips.making') : t('slips.make')}
            </button>
            {slips && slips.length > 0 && (
              <button type="button" className="button quiet" onClick={() => window.print()}>
                {t('slips.print')}
              </button>
            )}
          </div>
        </div>
        <p role="status">{slips && t('slips.made', { count: slips.length })}</p>
      </div>
      {slips && slips.length > 0 && <SlipSheet slips={slips} units={units} />}
    </>
  );
}

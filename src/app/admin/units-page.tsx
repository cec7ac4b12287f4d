import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#server/agency/see-settings.ts';
import { Answered, ProblemNote } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSend } from '../api/use-send.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { BackLink } from './back-link.tsx';
import { inTreeOrder, type PlacedUnit } from './unit-tree.ts';
import { useSettings } from './use-settings.ts';

/** Bureaus, districts, shifts, squads, as far as the agency has them. A roster makes its own units when it is imported. */
export function UnitsPage() {
  const { t } = useTranslation('admin');
  const settings = useSettings();
  return (
    <>
      <PageHeading title={t('units.title')} />
      <p>{t('units.words')}</p>
      <Answered of={settings}>{(known) => <Units settings={known} onChanged={settings.again} />}</Answered>
      <BackLink />
    </>
  );
}

type Edited = { unitId: string | null; name: string; parentId: string };

function Units({ settings, onChanged }: { settings: Settings; onChanged: () => void }) {
  const { t } = useTranslation('admin');
  const units = inTreeOrder(settings.units);
  const [edited, setEdited] = useState<Edited | null>(null);
  return (
    <>
      <ul className="unit-tree">
        {units.map((unit) => (
          <li key={unit.unitId} data-depth={Math.min(unit.depth, 6)}>
            <span>
              {unit.name} <span className="quiet">{t('units.people', { count: unit.officers })}</span>
            </span>
            <span className="ways">
              <button
                type="button"
                className="button quiet"
                aria-label={t('units.addBelow', { unit: unit.name })}
                onClick={() => setEdited({ unitId: null, name: '', parentId: unit.unitId })}
              >
                {t('units.add')}
              </button>
              {unit.parentId !== null && (
                <button
                  type="button"
                  className="button quiet"
                  aria-label={t('units.changeUnit', { unit: unit.name })}
                  onClick={() => setEdited({ unitId: unit.unitId, name: unit.name, parentId: unit.parentId ?? '' })}
                >
                  {t('units.change')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {edited && (
        <UnitDialog
          edited={edited}
          units={units}
          onLeft={() => setEdited(null)}
          onChanged={() => {
            setEdited(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

type UnitDialogProps = { edited: Edited; units: readonly PlacedUnit[]; onLeft: () => void; onChanged: () => void };

function UnitDialog({ edited, units, onLeft, onChanged }: UnitDialogProps) {
  const { t } = useTranslation('admin');
  const [name, setName] = useState(edited.name);
  const [parentId, setParentId] = useState(edited.parentId);
  const { send, isSending, problem } = useSend();
  const { unitId } = edited;

  async function keep(event: FormEvent) {
    event.preventDefault();
    const item = { unitId, name: name.trim(), parentId };
    if (!item.name) return;
    const kept = await send(item, (id, inOwnName) =>
      ask(() => api.api.roster.units.$post({ json: { id, ...item } }, inOwnName)),
    );
    if (kept) onChanged();
  }
  async function remove() {
    const removed = await send({ removed: unitId }, (id, inOwnName) =>
      ask(() =>
        api.api.roster.units[':unitId'].remove.$post({ param: { unitId: unitId ?? '' }, json: { id } }, inOwnName),
      ),
    );
    if (removed) onChanged();
  }

  return (
    <Dialog title={unitId ? t('units.changeUnit', { unit: edited.name }) : t('units.new')} onLeft={onLeft}>
      <form className="form" noValidate onSubmit={(event) => void keep(event)}>
        <TextField label={t('units.name')} name="name" value={name} max={120} onChange={setName} />
        <ChoiceField
          label={t('units.below')}
          name="parentId"
          value={parentId}
          onChange={setParentId}
          options={units
            .filter((unit) => unit.unitId !== unitId)
            .map((unit) => ({ value: unit.unitId, label: unit.path }))}
        />
        {problem && <ProblemNote problem={problem} />}
        <div className="ways">
          <button type="submit" className="button" aria-disabled={isSending}>
            {t('save')}
          </button>
          {unitId && (
            <button type="button" className="button quiet" onClick={() => void remove()}>
              {t('units.remove')}
            </button>
          )}
          <button type="button" className="button quiet" onClick={onLeft}>
            {t('leave')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

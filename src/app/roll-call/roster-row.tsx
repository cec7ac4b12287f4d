import { useTranslation } from 'react-i18next';
import type { TickedLine } from './station-items.ts';

type RosterRowProps = {
  line: TickedLine;
  /** Something hinders the sending. */
  isHindered: boolean;
  onTick: (present: boolean) => void;
};

/** The whole row is the target: a label around its box. */
export function RosterRow({ line, isHindered, onTick }: RosterRowProps) {
  const { t } = useTranslation(['roll-call', 'common']);
  return (
    <li>
      <label className={line.present ? 'roster-row here' : 'roster-row'}>
        <input type="checkbox" checked={line.present} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span className="name">{line.name}</span>
        <span className="detail">{t('row.who', { rank: line.rank, badge: line.badge })}</span>
        <span className="marks">
          {line.guest && <span className="mark">{t('row.guest')}</span>}
          {line.duty !== 'on-duty' && <span className="mark">{t(`duty.${line.duty}`, { ns: 'common' })}</span>}
          {line.grade && <span className="mark done">{t(`row.done.${line.grade}`)}</span>}
          {line.isSaving && <span className="mark saving">{t(isHindered ? 'row.kept' : 'row.saving')}</span>}
        </span>
      </label>
    </li>
  );
}

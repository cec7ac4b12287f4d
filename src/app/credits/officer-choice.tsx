import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerLine } from '#domain/completion/report.ts';
import { Answered } from '../api/answered.tsx';
import { ask } from '../api/ask.ts';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { TextField } from '../ui/fields.tsx';

type OfficerChoiceProps = {
  chosen: readonly OfficerLine[];
  fault: string | false;
  onChosen: (chosen: OfficerLine[]) => void;
};

/** As many as are listed before somebody types. */
const shown = 30;

/** People who have not completed it, found by name, badge or unit; who is chosen is named whatever was typed since. */
export function OfficerChoice({ chosen, fault, onChosen }: OfficerChoiceProps) {
  const { t } = useTranslation('credits');
  const { officerId: me } = useSession().signedIn;
  const [typed, setTyped] = useState('');
  const officers = useAnswer('officers to credit', () =>
    ask(() => api.api.reports.units[':unitId'].officers.$get({ param: { unitId: 'mine' }, query: {} })),
  );
  const wanted = typed.trim().toLocaleLowerCase();
  const isChosen = (line: OfficerLine) => chosen.some(({ officerId }) => officerId === line.officerId);
  const turn = (line: OfficerLine) =>
    onChosen(isChosen(line) ? chosen.filter((each) => each.officerId !== line.officerId) : [...chosen, line]);
  return (
    <fieldset>
      <legend>{t('who.title')}</legend>
      <TextField
        label={t('who.search')}
        name="search"
        type="search"
        value={typed}
        hint={t('who.hint')}
        fault={fault}
        onChange={setTyped}
      />
      <Answered of={officers}>
        {({ officers: lines }) => {
          const open = lines.filter((line) => line.standing !== 'done' && line.officerId !== me);
          const found = open.filter(({ name, badge, unit }) =>
            `${name} ${badge} ${unit}`.toLocaleLowerCase().includes(wanted),
          );
          return (
            <>
              <p role="status">{t('who.found', { count: found.length, more: Math.max(0, found.length - shown) })}</p>
              <ul className="who-to-credit">
                {found.slice(0, shown).map((line) => (
                  <Choice key={line.officerId} line={line} isChosen={isChosen(line)} onTurned={() => turn(line)} />
                ))}
              </ul>
            </>
          );
        }}
      </Answered>
      {chosen.length > 0 && (
        <p>
          {t('who.chosen', { count: chosen.length })} <bdi>{chosen.map(({ name }) => name).join(', ')}</bdi>
        </p>
      )}
    </fieldset>
  );
}

type ChoiceProps = { line: OfficerLine; isChosen: boolean; onTurned: () => void };

function Choice({ line: { name, rank, badge, unit }, isChosen, onTurned }: ChoiceProps) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={onTurned} />
        <span>
          <bdi>{name}</bdi> <span className="quiet">{[rank, badge, unit].filter(Boolean).join(' · ')}</span>
        </span>
      </label>
    </li>
  );
}

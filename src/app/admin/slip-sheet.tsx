import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '#domain/course/closed-lists.ts';
import { shownCode } from '#domain/sign-in/entry-code.ts';
import type { Slip } from '#server/sign-in/give-codes.ts';
import { useSession } from '../api/session.ts';
import { useDates } from '../api/use-dates.ts';
import { slipAddress } from '../people/slip-address.ts';
import './slips.css';
import type { PlacedUnit } from './unit-tree.ts';

/** Squad by squad, so that each sergeant gets a strip of paper. */
export function SlipSheet({ slips, units }: { slips: readonly Slip[]; units: readonly PlacedUnit[] }) {
  const bySquad = units
    .map((unit) => ({ unit, slips: slips.filter(({ unitId }) => unitId === unit.unitId) }))
    .filter((squad) => squad.slips.length > 0);
  return (
    <div className="slip-sheet">
      {bySquad.map(({ unit, slips: ofSquad }) => (
        <section key={unit.unitId} aria-label={unit.path}>
          <h2>{unit.path}</h2>
          <ul>
            {ofSquad.map((slip) => (
              <SlipCard key={slip.officerId} slip={slip} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** In both languages: whose it is reads one of them. */
function SlipCard({ slip }: { slip: Slip }) {
  const { t } = useTranslation('admin');
  const { agency } = useSession();
  const { name, rank, badge, code, proof, expiresAt } = slip;
  return (
    <li className="slip">
      <Qr text={slipAddress(location.origin, { badge, code })} label={t('slips.qr', { name })} />
      <div>
        <p className="slip-name">
          <bdi>{name}</bdi>
        </p>
        <p>{[rank, badge, agency.name].filter(Boolean).join(' · ')}</p>
        <p className="slip-code">{shownCode(code)}</p>
        {languages.map((language) => (
          <WhatToDo key={language} language={language} proof={proof} expiresAt={expiresAt} />
        ))}
      </div>
    </li>
  );
}

type WhatToDoProps = Pick<Slip, 'proof' | 'expiresAt'> & { language: Language };

function WhatToDo({ language, proof, expiresAt }: WhatToDoProps) {
  const { i18n } = useTranslation('admin');
  const dates = useDates(language);
  const say = i18n.getFixedT(language, 'admin');
  return (
    <p lang={language}>
      {say(`slips.do.${proof}`, { address: `${location.host}/enter`, day: dates.dayAndTime(expiresAt) })}
    </p>
  );
}

/** Drawn as one path: the policy of the page allows no inline style and needs none. */
function Qr({ text, label }: { text: string; label: string }) {
  const code = generate(text);
  const quiet = 2;
  const size = code.size + 2 * quiet;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={size} height={size} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  );
}

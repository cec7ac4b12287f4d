import { Panel } from './box.tsx';
import { look } from './look.ts';
import { from, isSpoken, type Moment, word } from './moment.ts';
import { Mark } from './signs.tsx';

const nevers = [
  { cue: 'never-civil-cooperation', share: 0.22, x: 64, y: 100 },
  { cue: 'never-alert', share: 0, x: 648, y: 100 },
  { cue: 'never-civil-process', share: 0, x: 64, y: 344 },
  { cue: 'never-status', share: 0, x: 648, y: 344 },
];

/** The four things never done, one card as each is named; all stay. */
export function FourNevers(moment: Moment) {
  return nevers.map(({ cue, share, x, y }, index) => (
    <Panel key={cue} x={x} y={y} w={568} h={232} show={from(moment, cue, share)} lit={isSpoken(moment, cue) ? 1 : 0}>
      <div style={{ display: 'flex', gap: 20, alignItems: 'center' }}>
        <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 10, width: 56, flex: 'none' }}>
          <span style={{ color: look.brass, fontSize: 44, fontWeight: 800 }}>{index + 1}</span>
          <Mark size={48} />
        </div>
        <div>
          <div style={{ fontSize: 32, fontWeight: 750 }}>{word(moment, `never${index + 1}`)}</div>
          <div style={{ fontSize: 26, color: look.quiet, marginTop: 10 }}>{word(moment, `never${index + 1}More`)}</div>
        </div>
      </div>
    </Panel>
  ));
}

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
  return nevers.map(({ cue, share, x, y }, index) => {
    const show = from(moment, cue, share);
    return (
      <Panel key={cue} x={x} y={y} w={568} h={232} lit={isSpoken(moment, cue) && show > 0 ? 1 : 0}>
        <div style={{ display: 'flex', gap: 20, alignItems: 'center' }}>
          <div
            style={{ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 10, width: 56, flex: 'none' }}
          >
            <span style={{ color: look.brass, fontSize: 44, fontWeight: 800 }}>{index + 1}</span>
            {show > 0 && <Mark size={48} />}
          </div>
          {show > 0 && (
            <div style={{ opacity: show }}>
              <div style={{ fontSize: 32, fontWeight: 750 }}>{word(moment, `never${index + 1}`)}</div>
              <div style={{ fontSize: 26, color: look.quiet, marginTop: 10 }}>
                {word(moment, `never${index + 1}More`)}
              </div>
            </div>
          )}
        </div>
      </Panel>
    );
  });
}

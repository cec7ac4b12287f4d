import { Box } from './box.tsx';
import { look } from './look.ts';
import { round } from './moment.ts';
import { type Kind, Tag } from './signs.tsx';

/** One line of a sheet; `lit` runs from 0 to 1 while the marker is drawn across it. */
export interface PaperLine {
  readonly label?: string;
  readonly value: string;
  readonly lit: number;
}

export const sheetSize = { w: 540, h: 436 } as const;
/** Middle of each line, measured from the sheet's upper edge, for lines that lead to it. */
export const lineAt = { heading: 76, title: 122, row: [200, 276, 352] } as const;

interface PaperProps {
  readonly x: number;
  readonly y: number;
  readonly show?: number;
  readonly kind: Exclude<Kind, 'unsure'>;
  readonly tag: string;
  /** Number of the invented form, in the corner. */
  readonly form: string;
  readonly heading: PaperLine;
  readonly title: PaperLine;
  readonly rows: readonly PaperLine[];
  /** How much of the signature in the last line is written. */
  readonly signed?: number;
  /** Says on the sheet that it is invented. */
  readonly mark: string;
}

const marker = (lit: number) => ({
  background: `linear-gradient(${look.lit}, ${look.lit}) no-repeat`,
  backgroundSize: `${round(lit * 100)}% 100%`,
});

/**
 * An invented sheet in the looks of the app's facsimiles: no seal, no real form's layout, its mark across it and in words.
 * An agency's sheet begins at the left, a court's is centred under a double rule.
 */
export function Paper({ x, y, show = 1, kind, tag, form, heading, title, rows, signed = 1, mark }: PaperProps) {
  if (show <= 0) return null;
  const isCourt = kind === 'criminal';
  const align = isCourt ? 'center' : 'left';
  return (
    <div style={{ opacity: show }}>
      <Box x={x} y={y} w={sheetSize.w} h={36}>
        <Tag kind={kind} word={tag} size={32} />
      </Box>
      <Box
        x={x}
        y={y + 44}
        {...sheetSize}
        fit={false}
        style={{
          background: look.paper,
          color: look.ink,
          borderRadius: 3,
          overflow: 'hidden',
        }}
      >
        <FaintMark>{mark}</FaintMark>
        {isCourt && <DoubleRule />}
        <div
          style={{
            position: 'absolute',
            right: 20,
            top: 14,
            fontSize: 24,
            fontWeight: 600,
            border: `1px solid ${look.quietInk}`,
            padding: '0 10px',
          }}
        >
          {form}
        </div>
        <div style={{ position: 'absolute', left: 20, right: 20, top: 56, textAlign: align }}>
          <div data-fit="" style={{ ...marker(heading.lit), padding: '2px 10px', fontSize: 29, fontWeight: 600 }}>
            {heading.value}
          </div>
          <div
            data-fit=""
            style={{ ...marker(title.lit), padding: '2px 10px', fontSize: 40, fontWeight: 800, marginTop: 4 }}
          >
            {title.value}
          </div>
        </div>
        <div style={{ position: 'absolute', left: 20, right: 20, top: 162, borderTop: `3px solid ${look.ink}` }} />
        {rows.map((row, index) => (
          <div
            key={row.label}
            data-fit=""
            style={{
              ...marker(row.lit),
              position: 'absolute',
              left: 20,
              right: 20,
              top: 170 + index * 76,
              height: 68,
              padding: '0 10px',
              lineHeight: 1.12,
            }}
          >
            <div style={{ color: look.quietInk, fontSize: 24 }}>{row.label}</div>
            <div style={{ fontSize: 30, fontWeight: 700, whiteSpace: 'nowrap' }}>{row.value}</div>
          </div>
        ))}
        <svg
          width="130"
          height="48"
          viewBox="0 0 150 56"
          style={{ position: 'absolute', right: 24, top: 308 }}
          aria-hidden="true"
        >
          <path
            d="M8 40 q14 -40 22 -26 t-4 26 q18 -30 26 -16 t18 4 q8 -18 16 -4 t24 -2 q10 -8 26 -2"
            fill="none"
            stroke="#1F4FA3"
            strokeWidth="4"
            strokeLinecap="round"
            pathLength={1}
            strokeDasharray={signed < 1 ? `${signed} 2` : undefined}
          />
        </svg>
        <div
          style={{
            position: 'absolute',
            left: 30,
            right: 30,
            bottom: 8,
            fontSize: 24,
            color: look.quietInk,
            borderTop: `1px solid ${look.quietInk}`,
            paddingTop: 2,
          }}
        >
          {mark}
        </div>
      </Box>
    </div>
  );
}

/** Drawn over the sheet: a border would push a court's lines below those of the other sheet. */
const DoubleRule = () => (
  <div style={{ position: 'absolute', left: 0, right: 0, top: 0, borderTop: `8px double ${look.ink}` }} />
);

/** Small enough that the longer of both languages stands on the sheet from its first letter to its last. */
function FaintMark({ children }: { children: string }) {
  return (
    <div
      data-faint=""
      style={{
        position: 'absolute',
        left: '-20%',
        width: '140%',
        top: '47%',
        textAlign: 'center',
        transform: 'rotate(-24deg)',
        fontSize: 34,
        fontWeight: 800,
        color: look.ink,
        opacity: 0.08,
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </div>
  );
}

import { Box, type Place } from './box.tsx';
import { look } from './look.ts';
import { type Kind, Tag } from './signs.tsx';

export interface PaperRow {
  readonly label: string;
  readonly value: string;
  readonly lit?: boolean;
}

interface PaperProps extends Place {
  readonly show?: number;
  readonly kind: Kind;
  readonly tag: string;
  /** Says on the sheet that it is invented. */
  readonly mark: string;
  readonly heading: string;
  readonly headingLit?: boolean;
  readonly title: string;
  readonly titleLit?: boolean;
  readonly rows: readonly PaperRow[];
}

/** An invented sheet: no seal, no real form's layout, its mark across it and in words. */
export function Paper({ x, y, w, h, show = 1, kind, tag, mark, rows, ...sheet }: PaperProps) {
  if (show <= 0) return null;
  const light = (lit?: boolean) => (lit ? look.lit : 'transparent');
  return (
    <Box {...{ x, y, w, h, show }} fit={false} style={{ background: look.paper, borderRadius: 6, overflow: 'hidden' }}>
      <div
        style={{
          position: 'absolute',
          left: '-12%',
          top: '52%',
          width: '124%',
          textAlign: 'center',
          transform: 'rotate(-24deg)',
          fontSize: 32,
          fontWeight: 800,
          letterSpacing: 1,
          color: look.ink,
          opacity: 0.09,
          whiteSpace: 'nowrap',
        }}
      >
        {mark}
      </div>
      <div style={{ position: 'absolute', inset: '14px 22px', color: look.ink, fontSize: 24 }}>
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', height: 34 }}>
          <Tag kind={kind} word={tag} size={26} onPaper />
          <span style={{ color: look.quietInk, fontWeight: 650 }}>{mark}</span>
        </div>
        <div
          style={{
            marginTop: 10,
            padding: '4px 8px',
            fontSize: 26,
            fontWeight: 700,
            background: light(sheet.headingLit),
          }}
        >
          {sheet.heading}
        </div>
        <div style={{ padding: '4px 8px', fontSize: 42, fontWeight: 800, background: light(sheet.titleLit) }}>
          {sheet.title}
        </div>
        <div style={{ borderTop: `2px solid ${look.quietInk}`, margin: '12px 0' }} />
        {rows.map((row) => (
          <div
            key={row.label}
            style={{ padding: '8px 8px', marginBottom: 6, background: light(row.lit), lineHeight: 1.15 }}
          >
            <div style={{ color: look.quietInk }}>{row.label}</div>
            <div style={{ fontSize: 28, fontWeight: 700 }}>{row.value}</div>
          </div>
        ))}
      </div>
    </Box>
  );
}

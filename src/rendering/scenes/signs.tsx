import { look } from './look.ts';

export type Kind = 'civil' | 'criminal' | 'unsure';
const inkOf = { civil: look.civilInk, criminal: look.criminalInk, unsure: look.unsureInk };

/** ● ■ ◆: the shape says what the colour says. */
export function Shape({ kind, size = 26, color = look[kind] }: { kind: Kind; size?: number; color?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" style={{ flex: 'none' }} aria-hidden="true">
      {kind === 'civil' && <circle cx="13" cy="13" r="12" fill={color} />}
      {kind === 'criminal' && <rect x="2" y="2" width="22" height="22" fill={color} />}
      {kind === 'unsure' && <path d="M13 0 26 13 13 26 0 13Z" fill={color} />}
    </svg>
  );
}

/** The product's signature: shape, word and colour, always all three. */
export function Tag({
  kind,
  word,
  size = 28,
  onPaper,
}: {
  kind: Kind;
  word: string;
  size?: number;
  onPaper?: boolean;
}) {
  const color = onPaper ? inkOf[kind] : look[kind];
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 12, color, fontSize: size, fontWeight: 750 }}>
      <Shape kind={kind} size={size - 2} color={color} />
      <span>{word}</span>
    </span>
  );
}

/** A cross or a tick; both stand beside words that say the same. */
export function Mark({
  yes = false,
  size = 36,
  color = yes ? look.civil : look.criminal,
}: {
  yes?: boolean;
  size?: number;
  color?: string;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" style={{ flex: 'none' }} aria-hidden="true">
      <path
        d={yes ? 'M6 19 14 28 30 8' : 'M8 8 28 28 M28 8 8 28'}
        fill="none"
        stroke={color}
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Marked({ yes, children, gap = 18 }: { yes?: boolean; children: string; gap?: number }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap }}>
      <Mark yes={yes ?? false} />
      <span>{children}</span>
    </span>
  );
}

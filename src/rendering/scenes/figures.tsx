import type { ReactNode } from 'react';
import { look } from './look.ts';

interface FigureProps {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly show?: number;
}

const body = '#5B77A8';

function Figure({ x, y, scale = 1, show = 1, children }: FigureProps & { children: ReactNode }) {
  if (show <= 0) return null;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} opacity={show}>
      {children}
    </g>
  );
}

/** A person, head and shoulders, 120 wide and 130 high around (0, 0); what they wear says what they do. */
export function Person({
  does,
  lit,
  ...place
}: FigureProps & {
  does: 'police' | 'agent' | 'dispatch' | 'supervisor' | 'clerk' | 'judge' | 'driver';
  lit?: boolean;
}) {
  const line = lit ? look.brass : look.quiet;
  return (
    <Figure {...place}>
      <path
        d="M-60 66 q0 -62 60 -62 t60 62 z"
        fill={does === 'judge' ? '#2A3B5C' : body}
        stroke={line}
        strokeWidth="4"
      />
      <circle cx="0" cy="-30" r="30" fill={look.quiet} stroke={line} strokeWidth="4" />
      {(does === 'police' || does === 'supervisor') && (
        <path
          d="M-36 -42 q4 -26 36 -26 t36 26 z M-40 -42 h80"
          fill="#24406F"
          stroke={line}
          strokeWidth="5"
          strokeLinejoin="round"
        />
      )}
      {does === 'supervisor' && (
        <path d="M-34 40 l10 8 10 -8 M-34 52 l10 8 10 -8" fill="none" stroke={look.brass} strokeWidth="5" />
      )}
      {does === 'dispatch' && (
        <path
          d="M-33 -30 a33 33 0 0 1 66 0 M-39 -34 h12 v20 h-12z M27 -34 h12 v20 h-12z M33 -14 q0 14 -20 14"
          fill="none"
          stroke={look.brass}
          strokeWidth="6"
        />
      )}
      {does === 'agent' && <path d="M-22 6 L0 30 22 6 M0 30 V66" fill="none" stroke="#24406F" strokeWidth="6" />}
      {does === 'clerk' && <path d="M-14 8 L0 22 14 8" fill="none" stroke="#24406F" strokeWidth="6" />}
      {does === 'judge' && <path d="M-16 6 L0 66 16 6" fill={look.quiet} stroke="none" />}
    </Figure>
  );
}

/** A court: steps, columns, a plain gable. 200 wide, 150 high. */
export function Court({ color = look.criminal, ...place }: FigureProps & { color?: string }) {
  return (
    <Figure {...place}>
      <path d="M-100 -20 L0 -75 100 -20 z" fill="#2A3B5C" stroke={color} strokeWidth="5" strokeLinejoin="round" />
      {[-76, -30, 16, 62].map((x) => (
        <rect key={x} x={x} y="-12" width="15" height="66" fill={look.quiet} />
      ))}
      <path d="M-100 62 H100 M-112 76 H112" stroke={color} strokeWidth="7" />
    </Figure>
  );
}

/** An agency's office: a plain block with windows. 140 wide, 150 high. */
export function Office({ color = look.civil, ...place }: FigureProps & { color?: string }) {
  return (
    <Figure {...place}>
      <rect x="-66" y="-74" width="132" height="150" rx="4" fill="#2A3B5C" stroke={color} strokeWidth="5" />
      {[-48, -10, 28].flatMap((x) =>
        [-54, -14].map((y) => <rect key={`${x} ${y}`} x={x} y={y} width="22" height="24" fill={look.quiet} />),
      )}
      <rect x="-16" y="30" width="32" height="46" fill={color} />
    </Figure>
  );
}

/** A car from its side. 220 wide, 90 high, its wheels on y = 40. */
export function Car({ color = body, ...place }: FigureProps & { color?: string }) {
  return (
    <Figure {...place}>
      <path
        d="M-108 22 q-4 -30 26 -34 l22 -4 q22 -30 44 -30 h34 q26 0 44 30 q42 2 44 38 z"
        fill={color}
        stroke={look.quiet}
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path d="M-44 -16 q14 -20 30 -20 h10 v20z M8 -36 h18 q14 2 24 20 h-42z" fill={look.screen} />
      <circle cx="-62" cy="24" r="18" fill={look.screen} stroke={look.quiet} strokeWidth="6" />
      <circle cx="66" cy="24" r="18" fill={look.screen} stroke={look.quiet} strokeWidth="6" />
    </Figure>
  );
}

/** A sheet in small: 84 wide, 108 high. */
export function Sheet({ color = look.civil, ...place }: FigureProps & { color?: string }) {
  return (
    <Figure {...place}>
      <rect x="-42" y="-54" width="84" height="108" rx="4" fill={look.paper} stroke={color} strokeWidth="5" />
      <path d="M-26 -30 H26" stroke={look.ink} strokeWidth="9" />
      <path d="M-26 -8 H26 M-26 10 H26 M-26 28 H8" stroke={look.quietInk} strokeWidth="5" />
    </Figure>
  );
}

/** A phone held upright. 62 wide, 112 high. */
export function Phone({ color = look.quiet, ...place }: FigureProps & { color?: string }) {
  return (
    <Figure {...place}>
      <rect x="-31" y="-56" width="62" height="112" rx="10" fill={look.screen} stroke={color} strokeWidth="5" />
      <path d="M-8 44 h16" stroke={color} strokeWidth="5" strokeLinecap="round" />
      <path d="M-18 -34 h30 M-10 -14 h28 M-18 6 h24" stroke={look.quiet} strokeWidth="8" strokeLinecap="round" />
    </Figure>
  );
}

/** A screen in the car, some of whose lines can be lit. 190 wide, 130 high. */
export function Terminal({ lit, ...place }: FigureProps & { lit?: string | undefined }) {
  return (
    <Figure {...place}>
      <rect x="-95" y="-66" width="190" height="124" rx="10" fill={look.screen} stroke={look.quiet} strokeWidth="5" />
      <path d="M-26 62 h52 M-50 72 h100" stroke={look.quiet} strokeWidth="6" strokeLinecap="round" />
      <path d="M-74 -40 h70 M-74 28 h96" stroke={look.line} strokeWidth="9" strokeLinecap="round" />
      <path d="M-74 -6 h140" stroke={lit ?? look.line} strokeWidth="16" strokeLinecap="round" />
    </Figure>
  );
}

/** A cross drawn over something, stroke by stroke; words beside it say the same. */
export function Crossed({ x, y, size, drawn }: { x: number; y: number; size: number; drawn: number }) {
  if (drawn <= 0) return null;
  const first = Math.min(1, drawn * 2);
  const second = Math.max(0, drawn * 2 - 1);
  const stroke = { stroke: look.criminal, strokeWidth: Math.max(7, size / 8), strokeLinecap: 'round' as const };
  return (
    <g>
      <path d={`M${x - size} ${y - size} l${2 * size * first} ${2 * size * first}`} {...stroke} />
      {second > 0 && <path d={`M${x + size} ${y - size} l${-2 * size * second} ${2 * size * second}`} {...stroke} />}
    </g>
  );
}

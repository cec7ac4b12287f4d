import type { CSSProperties, ReactNode } from 'react';
import { look } from './look.ts';
import { round } from './moment.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface BoxProps extends Place {
  readonly show?: number;
  readonly size?: number;
  readonly weight?: number;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly style?: CSSProperties;
  /** False for a place whose contents are meant to reach over its edge. */
  readonly fit?: boolean;
  readonly children?: ReactNode;
}

const sides = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

/** A place on the stage whose words wrap inside it; `data-fit` lets the check find words that do not. */
export function Box({
  x,
  y,
  w,
  h,
  show = 1,
  size = 30,
  weight = 500,
  color = look.text,
  align = 'left',
  style,
  fit = true,
  children,
}: BoxProps) {
  if (show <= 0) return null;
  return (
    <div
      data-fit={fit ? '' : undefined}
      style={{
        position: 'absolute',
        left: round(x),
        top: round(y),
        width: round(w),
        height: round(h),
        boxSizing: 'border-box',
        display: 'flex',
        alignItems: 'center',
        justifyContent: sides[align],
        textAlign: align,
        fontSize: size,
        fontWeight: weight,
        lineHeight: 1.18,
        textWrap: 'balance',
        color,
        opacity: show,
        transform: show < 1 ? `translateY(${round((1 - show) * 14)}px)` : undefined,
        ...style,
      }}
    >
      {children}
    </div>
  );
}

/** A surface; `edge` marks what kind of thing it says, `lit` that it is spoken of. */
export function Panel({
  lit = 0,
  edge,
  ...box
}: BoxProps & { readonly lit?: number; readonly edge?: string | undefined }) {
  return (
    <Box
      {...box}
      style={{
        backgroundColor: look.panel,
        backgroundImage: edge ? `linear-gradient(90deg, ${edge} 8px, transparent 8px)` : undefined,
        borderRadius: 12,
        boxShadow: lit > 0 ? `inset 0 0 0 ${round(lit * 4)}px ${look.brass}` : undefined,
        // With an edge or without: words that stand below each other begin at the same place.
        padding: box.align === 'center' ? '0 24px' : '0 24px 0 32px',
        ...box.style,
      }}
    />
  );
}

/** What is drawn rather than written, over the whole stage. */
export function Drawing({ show = 1, children }: { show?: number; children: ReactNode }) {
  if (show <= 0) return null;
  return (
    <svg
      width="1280"
      height="720"
      viewBox="0 0 1280 720"
      style={{ position: 'absolute', left: 0, top: 0, opacity: show }}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A line that is drawn from its beginning to its end. */
export function Trace({
  d,
  drawn,
  color = look.brass,
  width = 5,
}: {
  d: string;
  drawn: number;
  color?: string;
  width?: number;
}) {
  if (drawn <= 0) return null;
  return (
    <path
      d={d}
      fill="none"
      stroke={color}
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
      pathLength={1}
      strokeDasharray={drawn < 1 ? `${drawn} 2` : undefined}
    />
  );
}

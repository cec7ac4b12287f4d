import type { CSSProperties, ReactNode } from 'react';
import { look } from './look.ts';

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

/** A place on the stage whose words wrap inside it; `data-fit` lets the check find words that do not. */
export function Box({
  x,
  y,
  w,
  h,
  show = 1,
  size = 28,
  weight = 500,
  color = look.text,
  align,
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
        left: x,
        top: y,
        width: w,
        height: h,
        boxSizing: 'border-box',
        display: 'flex',
        alignItems: 'center',
        justifyContent: align === 'center' ? 'center' : align === 'right' ? 'flex-end' : 'flex-start',
        textAlign: align ?? 'left',
        fontSize: size,
        fontWeight: weight,
        lineHeight: 1.18,
        color,
        opacity: show,
        transform: show < 1 ? `translateY(${Math.round((1 - show) * 100) / 10}px)` : undefined,
        ...style,
      }}
    >
      {children}
    </div>
  );
}

/** A surface with a border that lights up while it is spoken of. */
export function Panel({
  lit = 0,
  edge = look.quiet,
  ...box
}: BoxProps & { readonly lit?: number; readonly edge?: string }) {
  return (
    <Box
      {...box}
      style={{
        background: look.panel,
        borderRadius: 12,
        border: `2px solid ${lit > 0 ? look.brass : edge}`,
        boxShadow: lit > 0 ? `0 0 0 3px ${look.brass}` : undefined,
        padding: '0 24px',
        ...box.style,
      }}
    />
  );
}

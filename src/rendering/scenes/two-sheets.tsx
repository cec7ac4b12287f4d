import { frame } from './look.ts';
import { type Moment, word } from './moment.ts';
import { Paper, sheetSize } from './paper.tsx';

/** Where the two kinds stand throughout the film: civil at the left, criminal at the right. */
export const civilX = frame.left;
export const criminalX = frame.right - sheetSize.w;

interface SheetProps {
  readonly moment: Moment;
  readonly y?: number;
  readonly show?: number;
  /** Lines that are lit, and how far the marker has come. */
  readonly lit: Readonly<Record<string, number>>;
  readonly signed?: number;
}

/** The civil sheet of the course. */
export const CivilSheet = (props: SheetProps) => (
  <CourseSheet kind="civil" x={civilX} rows={['To', 'Ground', 'Signer']} {...props} />
);

/** The criminal sheet of the course. */
export const CriminalSheet = (props: SheetProps) => (
  <CourseSheet kind="criminal" x={criminalX} rows={['Offense', 'Case', 'Signer']} {...props} />
);

function CourseSheet({
  moment,
  kind,
  x,
  y = frame.top,
  rows,
  lit,
  ...sheet
}: SheetProps & { kind: 'civil' | 'criminal'; x: number; rows: readonly string[] }) {
  const line = (key: string) => ({ value: word(moment, `${kind}${key}`), lit: lit[key] ?? 0 });
  return (
    <Paper
      {...{ x, y, kind, ...sheet }}
      tag={word(moment, kind)}
      form={kind === 'civil' ? 'T-205' : 'T-442'}
      heading={line('Heading')}
      title={line('Title')}
      rows={rows.map((key) => ({
        label: word(moment, `${kind}${key}Label`),
        value: word(moment, `${kind}${key}Value`),
        lit: lit[key] ?? 0,
      }))}
      mark={word(moment, 'mark')}
    />
  );
}

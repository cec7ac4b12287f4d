import { Trace } from './box.tsx';
import { Crossed, Person, Phone, Sheet } from './figures.tsx';
import { look } from './look.ts';

/** One picture a never; `drawn` tells how far what is spoken at a share of the cue has come. */
export function NeverPicture({ number, drawn }: { number: number; drawn: (share: number) => number }) {
  switch (number) {
    case 1:
      return (
        <>
          <Person does="police" x={830} y={330} scale={1.25} />
          <Sheet x={980} y={270} scale={1.15} />
          <Person does="driver" x={1130} y={330} scale={1.25} />
          <Crossed x={980} y={270} size={66} drawn={drawn(0.34)} />
        </>
      );
    case 2:
      return (
        <>
          <Person does="police" x={840} y={330} scale={1.25} />
          <Phone x={980} y={290} scale={1.3} />
          {[0, 1, 2].map((wave) => (
            <Trace
              key={wave}
              d={`M${1046 + wave * 30} ${258 - wave * 16} q${22 + wave * 5} ${32 + wave * 16} 0 ${64 + wave * 32}`}
              drawn={Math.min(1, Math.max(0, drawn(0.1) * 3 - wave)) * (1 - drawn(0.4))}
              color={look.quiet}
              width={7}
            />
          ))}
          <Crossed x={1110} y={290} size={50} drawn={drawn(0.4)} />
        </>
      );
    case 3:
      return (
        <>
          <Sheet x={900} y={280} scale={1.4} />
          <Sheet x={980 - 20 * (1 - drawn(0.1))} y={290} scale={1.4} />
          <Sheet x={1060 - 40 * (1 - drawn(0.1))} y={300} scale={1.4} />
          <Crossed x={980} y={290} size={84} drawn={drawn(0.3)} />
        </>
      );
    default: {
      const trust = drawn(0.74);
      return (
        <>
          <Person does="police" x={830} y={350} scale={1.25} />
          <Person does="driver" x={1130} y={350} scale={1.25} lit={trust > 0} />
          <g opacity={1 - trust}>
            <path
              d="M1020 160 h150 q16 0 16 16 v56 q0 16 -16 16 h-30 l-6 26 -24 -26 h-90 q-16 0 -16 -16 v-56 q0 -16 16 -16z"
              fill={look.panel}
              stroke={look.quiet}
              strokeWidth="5"
            />
            <path d="M1030 192 h126 M1030 216 h84" stroke={look.quiet} strokeWidth="8" strokeLinecap="round" />
            <Crossed x={1094} y={204} size={44} drawn={drawn(0.52)} />
          </g>
          <Trace d="M910 330 H1050" drawn={trust} color={look.brass} width={9} />
        </>
      );
    }
  }
}

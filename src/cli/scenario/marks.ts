import type { Basis, Decision, Option } from '#domain/course/scenario.ts';
import { type Ruling, verdictOn } from '#domain/scenario/run.ts';

/** Shape, word and colour, always all three; the colours are those of the screens (tokens.css, by day). */
export type Mark = { word: string; shape: string; style: string; colour: string; ground: string };

const right: Mark = { word: '✓ Right', shape: 'box', style: 'filled', colour: '#1e6b3a', ground: '#eef6f0' };
const wrong: Mark = { word: '✕ Wrong', shape: 'box', style: 'diagonals,filled', colour: '#a3261f', ground: '#fbefee' };
const coach: Mark = {
  word: '↺ Coach',
  shape: 'box',
  style: 'rounded,dashed,filled',
  colour: '#7a5200',
  ground: '#faf3e3',
};
const agency: Mark = { word: '? Agency decides', shape: 'note', style: 'filled', colour: '#1f4fa3', ground: '#edf2fb' };

/** What an author must see of an option first. Where the agency decides, the word adds what it has declared. */
export function markOf(decision: Decision, option: Option, ruling: Ruling): Mark {
  const verdict = verdictOn(decision, option, ruling);
  if (decision.agency !== undefined) {
    return verdict === 'ungraded' ? agency : { ...agency, word: `${agency.word}: ${verdict}` };
  }
  return { right, wrong, coach }[option.verdict];
}

/** The tags of the product for what is known of the basis; nothing for what is still unknown. */
export const basisTag = (basis: Basis | undefined): string =>
  basis === 'civil' ? '● civil' : basis === 'criminal' ? '■ criminal' : '';

export const minutesAdded = ({ stopMinutes, holdMinutes }: Option): string =>
  [stopMinutes > 0 && `+${stopMinutes} stop`, holdMinutes > 0 && `+${holdMinutes} hold`].filter(Boolean).join(', ');

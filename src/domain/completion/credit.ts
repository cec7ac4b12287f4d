import type { EvidenceGrade } from './completion.ts';

/** On the agency's word, whether by an administrator or by a sheet of paper: nothing that we saw bears it out. */
export const creditGrade: EvidenceGrade = 'D';

/** A completion that somebody wants credited. */
export type CreditClaim = { saidBy: string; officerIds: readonly string[] };

export type CreditFault = 'credit.own' | 'credit.second-person';

/** Nobody credits themselves. */
export const faultOfClaim = ({ saidBy, officerIds }: CreditClaim): CreditFault | null =>
  officerIds.includes(saidBy) ? 'credit.own' : null;

/** Who confirms is neither who said it nor one whom it is about. */
export const faultOfDecision = ({ saidBy, officerIds }: CreditClaim, decidedBy: string): CreditFault | null =>
  decidedBy === saidBy || officerIds.includes(decidedBy) ? 'credit.second-person' : null;

/** Why an attendance was corrected, in characters. */
export const longestReason = 500;

const correctionEvents = ['roll-call.corrected-present', 'roll-call.corrected-absent'] as const;
type CorrectionEvent = (typeof correctionEvents)[number];

/** What stands in the history of whoever was corrected. */
export const correctionEvent = (present: boolean): CorrectionEvent =>
  present ? 'roll-call.corrected-present' : 'roll-call.corrected-absent';

export const isCorrection = (kind: string): kind is CorrectionEvent => correctionEvents.some((each) => each === kind);

/** How many were attested at the close, by how many are present now and what was corrected since. */
export const presentAtClose = (presentNow: number, corrections: readonly { present: boolean }[]): number =>
  corrections.reduce((count, { present }) => count - (present ? 1 : -1), presentNow);

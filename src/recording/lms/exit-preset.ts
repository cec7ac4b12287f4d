/**
 * How a package leaves. Most systems keep what they are told when a finished training leaves normally; some forget the state of
 * whatever did not say "suspend" and show a pass as lost, some never count what did (docs/lms.md).
 */
export type ExitPreset = 'suspend-or-normal' | 'always-suspend';

export const suspends = (preset: ExitPreset, isFinished: boolean): boolean =>
  preset === 'always-suspend' || !isFinished;

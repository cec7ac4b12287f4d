/** SP 800-63B: length, and nothing that is common; no rules of composition, no forced change. */
export type PasswordFault = 'password.short' | 'password.long' | 'password.about-you' | 'password.guessable';

export const shortestPassword = 15;
export const longestPassword = 256;

/**
 * @param about words that whoever guesses would try: badge, name, the agency's name
 * @param isGuessable by lists of common passwords, names and words; asked last
 * @returns null for a password that may be taken
 */
export async function passwordFault(
  password: string,
  about: readonly string[],
  isGuessable: (password: string) => Promise<boolean>,
): Promise<PasswordFault | null> {
  const { length } = [...password.normalize('NFKC')];
  if (length < shortestPassword) return 'password.short';
  if (length > longestPassword) return 'password.long';
  const rest = about.filter((word) => word.length > 2).reduce((left, word) => without(left, word), plain(password));
  if ([...rest].length < shortestPassword / 2) return 'password.about-you';
  return (await isGuessable(password)) ? 'password.guessable' : null;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
const without = (text: string, word: string): string => text.replaceAll(plain(word), '');

const longest = 200;

/**
 * Somebody's own text on a terminal: isolated, so that right-to-left signs in it do not turn the line around, and without
 * what would move the cursor or change colors.
 */
export function shown(text: string): string {
  const plain = [...text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')];
  return `\u2068${plain.slice(0, longest).join('')}${plain.length > longest ? '…' : ''}\u2069`;
}

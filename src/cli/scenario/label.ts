const lettersALine = 30;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Lines of about thirty letters; Graphviz breaks none by itself. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= lettersALine) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** A Graphviz label: what it is in bold, what it says, and the ids and notes in small letters below. */
export function label(heading: string, text: string, notes: readonly (string | false | undefined)[]) {
  const lines = [
    ...wrapped(heading).map((line) => `<b>${escaped(line)}</b>`),
    ...wrapped(text).map(escaped),
    ...notes.filter((note) => note).map((note) => `<font point-size="11">${escaped(String(note))}</font>`),
  ];
  return { html: lines.join('<br/>') };
}

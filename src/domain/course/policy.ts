/** One block of the written policy. `clauses` stand in the margin. */
export type PolicyBlock = { kind: 'heading' | 'paragraph'; clauses: string[]; text: string };
export type PolicySheet = { title: string; blocks: PolicyBlock[]; words: number };

const marginIds = /^((?:\[R\d+\]\s*)+)/;

/**
 * Reads `policy/{en,es}.md`: blocks parted by blank lines; `# ` title, `## ` heading, and a paragraph may open with the
 * clauses it states, as in `[R8] [R9] Officers must …`.
 */
export function readPolicy(markdown: string): PolicySheet {
  const parts = markdown
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim().replaceAll(/\s*\n\s*/g, ' '));
  const title = parts.find((part) => part.startsWith('# '))?.slice(2) ?? '';
  const blocks = parts.filter((part) => part !== '' && !part.startsWith('# ')).map(readBlock);
  const words = blocks.reduce((count, block) => count + block.text.split(/\s+/).length, 0);
  return { title, blocks, words };
}

function readBlock(part: string): PolicyBlock {
  if (part.startsWith('## ')) return { kind: 'heading', clauses: [], text: part.slice(3) };
  const margin = marginIds.exec(part)?.[1] ?? '';
  return { kind: 'paragraph', clauses: margin.match(/R\d+/g) ?? [], text: part.slice(margin.length).trim() };
}

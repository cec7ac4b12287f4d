import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * The page is served without the built app, so it takes the family's colors, font and base from where the app's build takes them
 * (look.md: one family), as files and not as code.
 */
const ui = join(import.meta.dirname, '../../app/ui');
const { resolve } = createRequire(import.meta.url);

/** `@fontsource-variable/public-sans/files/<name>.woff2`, as fonts.css names them. */
const fontFile = /@fontsource-variable\/public-sans\/files\/([a-z0-9-]+\.woff2)/g;

const fontFaces = readFileSync(join(ui, 'fonts.css'), 'utf8');

/** The font files by name. */
export const fonts: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
  [...fontFaces.matchAll(fontFile)].map(([file, name = '']) => [name, new Uint8Array(readFileSync(resolve(file)))]),
);

export const styleSheet = [
  fontFaces.replaceAll(fontFile, (_file, name: string) => `/community/fonts/${name}`),
  readFileSync(join(ui, 'tokens.css'), 'utf8'),
  readFileSync(join(ui, 'base.css'), 'utf8'),
  readFileSync(join(import.meta.dirname, 'community.css'), 'utf8'),
  readFileSync(join(import.meta.dirname, 'community-parts.css'), 'utf8'),
].join('\n');

/** Changes with its content, so a copy may be kept for ever. */
export const styleSheetAddress = `/community/style.css?v=${digest(styleSheet)}`;

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const worker = resolve(import.meta.dirname, '../app/card/worker.ts');
const cardPage = 'src/app/card/card-page.tsx';

type Bundle = Rolldown.OutputBundle;

/** Builds `worker.js` after the screens, with the list of what `/card` needs of them: page, scripts, style, fonts; no film. */
export function buildWorker(): Plugin {
  return {
    name: 'muster-worker',
    apply: 'build',
    writeBundle: {
      sequential: true,
      async handler({ dir = '' }, bundle) {
        const page = createHash('sha256')
          .update(readFileSync(join(dir, 'index.html')))
          .digest('hex');
        const files = [
          { url: '/card', revision: page },
          // Their names carry a hash already.
          ...filesOfTheCard(bundle).map((file) => ({ url: `/${file}`, revision: null })),
        ];
        await build({
          configFile: false,
          logLevel: 'warn',
          define: { filesOfTheCard: JSON.stringify(files) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            copyPublicDir: false,
            // In one classic script: not every browser runs modules as service workers.
            rolldownOptions: { input: worker, output: { format: 'iife', entryFileNames: 'worker.js' } },
          },
        });
      },
    },
  };
}

/** The entry, the chunk of the card, and all that these import; the one style sheet and the fonts. */
function filesOfTheCard(bundle: Bundle): string[] {
  const scripts = new Set<string>();
  const take = (file: string) => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || scripts.has(file)) return;
    scripts.add(file);
    for (const imported of chunk.imports) take(imported);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && (chunk.isEntry || chunk.facadeModuleId?.endsWith(cardPage))) take(chunk.fileName);
  }
  const assets = Object.keys(bundle).filter((file) => /\.(css|woff2)$/.test(file));
  return [...scripts, ...assets].sort();
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const worker = resolve(import.meta.dirname, '../app/offline/worker.ts');
const cardPage = 'src/app/card/card-page.tsx';
/** What an officer or a sergeant goes on with when the network is gone. */
const appPages = ['src/app/officer-route.tsx', 'src/app/roll-call/roll-call-pages.tsx'];

type Bundle = Rolldown.OutputBundle;

/** Builds `worker.js` after the screens, with the lists of what the card needs of them and of what the app needs besides. */
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
        const card = files.map(({ url }) => url);
        const app = filesOfTheApp(bundle)
          .map((file) => `/${file}`)
          .filter((url) => !card.includes(url));
        const named = createHash('sha256')
          .update(JSON.stringify([files, app]))
          .digest('hex')
          .slice(0, 16);
        await build({
          configFile: false,
          logLevel: 'warn',
          define: {
            filesOfTheCard: JSON.stringify(files),
            filesOfTheApp: JSON.stringify(app),
            build: JSON.stringify(named),
          },
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
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && (chunk.isEntry || chunk.facadeModuleId?.endsWith(cardPage))) {
      take(bundle, chunk.fileName, scripts, ({ imports }) => imports);
    }
  }
  const assets = Object.keys(bundle).filter((file) => /\.(css|woff2)$/.test(file));
  return [...scripts, ...assets].sort();
}

/** The chunks of these pages with all that they load now or later: the player and the large view of papers too. */
function filesOfTheApp(bundle: Bundle): string[] {
  const scripts = new Set<string>();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && appPages.some((page) => chunk.facadeModuleId?.endsWith(page))) {
      take(bundle, chunk.fileName, scripts, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
    }
  }
  return [...scripts].sort();
}

function take(
  bundle: Bundle,
  file: string,
  into: Set<string>,
  needs: (chunk: Rolldown.OutputChunk) => readonly string[],
): void {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || into.has(file)) return;
  into.add(file);
  for (const next of needs(chunk)) take(bundle, next, into, needs);
}

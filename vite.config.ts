import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildWorker } from './src/cli/build-worker.ts';

/** The server that `npm run dev` starts beside Vite; media and course packs come from it, so nothing is copied at build. */
const backEnd = `http://127.0.0.1:${process.env.MUSTER_DEV_API_PORT ?? '8081'}`;

export default defineConfig({
  plugins: [react(), buildWorker()],
  build: {
    outDir: 'dist/app',
    copyPublicDir: false,
    assetsInlineLimit: 0,
    manifest: true,
    // A browser that does not know the hint loads the same files a moment later; phones need not carry a stand-in for it.
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        assetFileNames: 'assets/[name]-[hash][extname]',
        // A phone asks for few files: what every screen needs in one, what several share in another.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|i18next-icu|intl-messageformat|@formatjs)\//,
            },
            {
              name: 'shared',
              test: /vite\/preload-helper|node_modules\/(xstate|@xstate|use-sync-external-store|use-isomorphic-layout-effect)\/|src\/(domain|recording|app\/(ui|i18n|api|sign-in|player|officer))\/|offline\/(lazy|shelves|ask-worker)/,
              minShareCount: 2,
            },
            // Needed after the film, and by practice and the discussion at roll call.
            { name: 'scenario', test: /src\/app\/scenario\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': backEnd, '/course': backEnd, '/media': backEnd, '/community': backEnd } },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that `npm run dev` starts beside Vite; media and course packs come from it, so nothing is copied at build. */
const backEnd = `http://127.0.0.1:${process.env.MUSTER_DEV_API_PORT ?? '8081'}`;

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/app',
    copyPublicDir: false,
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: { output: { assetFileNames: 'assets/[name]-[hash][extname]' } },
  },
  server: { proxy: { '/api': backEnd, '/course': backEnd, '/media': backEnd } },
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** LMSs open the page that a package names; it is called as pages are. */
const asIndex: Plugin = {
  name: 'muster:lms-page',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['lms.html'];
    if (page) page.fileName = 'index.html';
  },
};

/** The officer's module for packages, built once for every standard. All addresses are relative: an LMS puts it anywhere. */
export default defineConfig({
  plugins: [react(), asIndex],
  base: './',
  build: {
    outDir: 'dist/lms',
    copyPublicDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: { input: 'lms.html' },
  },
});

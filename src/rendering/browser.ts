import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { frame } from './scenes/look.ts';
import type { StagePage } from './scenes/stage-page.tsx';

declare global {
  interface Window {
    stagePage: StagePage;
  }
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** The machine's own Chromium where there is one, else the one that npm brings. */
async function chromiumPath(): Promise<string> {
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (own) return own;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // Also where the surrounding process is a test.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'scenes/stage-page.tsx'),
        output: { format: 'iife' },
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('Vite watched instead of building');
  return result.output[0].code;
}

/** What stands around the scenes, fonts included: part of every picture, and so of what decides whether to draw again. */
export function style(): string {
  const files = join(createRequire(import.meta.url).resolve('@fontsource-variable/public-sans'), '../files');
  const font = readFileSync(join(files, 'public-sans-latin-wght-normal.woff2')).toString('base64');
  const face = `@font-face { font-family: 'Public Sans'; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) format('woff2'); }`;
  return `${face} body { margin: 0; font-family: 'Public Sans', sans-serif; font-variant-numeric: tabular-nums; }`;
}

/** A browser that draws: any number of pages, each holding the scenes. */
export interface Studio {
  /** A new page that draws the scenes, `height` pixels high. */
  openPage(height: number): Promise<Page>;
  close(): Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: quiet });
  return {
    openPage: (height) => openPage(browser, script, height),
    close: () => browser.close(),
  };
}

async function openPage(browser: Browser, script: string, height: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: frame.width, height: frame.height },
    deviceScaleFactor: height / frame.height,
  });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style()}</style><div id="stage"></div>`);
  await page.addScriptTag({ content: script });
  await page.evaluate(() =>
    Promise.all([400, 500, 600, 650, 700, 750, 800].map((w) => document.fonts.load(`${w} 30px 'Public Sans'`))),
  );
  return page;
}

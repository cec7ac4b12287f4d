import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const onTheMachine = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing that calls home, so that a request which leaves the origin is ours. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A real Chromium with H.264: the system's, or the one that an npm package brings with the libraries it needs. */
export async function openBrowser(): Promise<Browser> {
  const system = process.env.MUSTER_TEST_CHROMIUM ?? onTheMachine.find((file) => existsSync(file));
  const found: LaunchOptions = system ? { executablePath: system } : await packedChromium();
  return chromium.launch({ ...found, args: [...quiet, ...asRoot] });
}

/** Only the binary and its libraries are taken; the package's own flags switch web security off. */
async function packedChromium(): Promise<LaunchOptions> {
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const [executablePath, libraries] = await Promise.all([
    packed.executablePath(),
    inflate(path.join(bin, 'al2023.tar.br')),
  ]);
  const known = process.env.LD_LIBRARY_PATH;
  const LD_LIBRARY_PATH = [path.join(libraries, 'lib'), ...(known ? [known] : [])].join(':');
  return {
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH, FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') } as Record<string, string>,
  };
}

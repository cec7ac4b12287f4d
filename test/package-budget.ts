/**
 * Holds packages for LMSs to their budget and prints what they weigh (run after `vite build` of the screens for LMSs): many
 * LMSs are slow or far away, and nobody's shift waits for a package that has grown.
 */
import { standards } from '#packaging/package-choices.ts';
import { packageFiles } from '#packaging/package-files.ts';
import { bytesWithoutFilmAndFonts } from '#packaging/zip.ts';
import { builtScreens, choices, sources, withLicences } from '#test/support/a-package.ts';

const most = 400_000;

const screens = builtScreens();
if (!screens) throw new Error('The screens for LMSs are not built: npm run build:lms.');
const weights = standards.map((standard) => ({
  standard,
  bytes: bytesWithoutFilmAndFonts(packageFiles(standard, sources({ screens: withLicences(screens) }), choices())),
}));
for (const { standard, bytes } of weights) {
  const line = `package ${standard}, without film and fonts: ${(bytes / 1000).toFixed(1)} of ${most / 1000} kB`;
  console.log(`${bytes <= most ? 'ok  ' : 'OVER'} ${line}`);
}
if (weights.some(({ bytes }) => bytes > most)) process.exit(1);

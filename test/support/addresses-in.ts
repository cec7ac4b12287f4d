import { posix } from 'node:path';
import type { CoursePack } from '#domain/course/pack.ts';
import type { Files } from '#packaging/package-files.ts';

/** Every address of a file that something in a package names, by who names it, as a path in the package. */
export function addressesIn(files: Files): { in: string; path: string }[] {
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const found = [...files.keys()].flatMap((path) => {
    const from = (base: string, addresses: (string | undefined)[]) =>
      addresses
        .filter((address) => address !== undefined && !/^(data:|blob:|#|$)/.test(address))
        .map((address = '') => ({ in: path, path: resolved(base, address) }));
    const here = posix.dirname(path);
    if (path.endsWith('.html')) return from(here, all(text(path), /\s(?:src|href)="([^"]*)"/g));
    if (path.endsWith('.css')) return from(here, all(text(path), /url\(["']?([^"')]*)["']?\)/g));
    if (path.endsWith('.js')) {
      const code = text(path);
      return [
        ...from(here, all(code, /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+)["'`]/g)),
        // What Vite loads before a later import.
        ...from(here, all(code, /["'`](\.\/[^"'`\s]+\.(?:js|css))["'`]/g)),
        ...from(here, all(code, /new URL\(["'`]([^"'`$]+)["'`],\s*import\.meta\.url/g)),
      ];
    }
    return [];
  });
  return [...found, ...mediaOf(text)];
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, address]) => address);

const resolved = (base: string, address: string) =>
  /^[a-z]+:/i.test(address) || address.startsWith('/')
    ? address
    : posix.join(base, decodeURI(address.split(/[?#]/)[0] ?? ''));

function mediaOf(text: (path: string) => string) {
  const launch = JSON.parse(text('muster-package.json')) as { course: string; media: string };
  const { film } = JSON.parse(text(launch.course)) as CoursePack;
  const named = Object.values(film.files).flatMap(({ captions, chapters, ...more }) => [
    ...Object.values(captions),
    ...Object.values(chapters),
    ...Object.values(more).filter((name) => name !== undefined),
  ]);
  return [
    { in: 'muster-package.json', path: launch.course },
    ...named.map((name) => ({ in: launch.course, path: /^https:/.test(name) ? name : launch.media + name })),
  ];
}

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tell } from './figures.ts';

/** A disk of its own in memory, or null, said plainly, where this user may not mount one. */
export function aSmallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'muster-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  onTestFinished(() => {
    if (mounted.status === 0) spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  if (mounted.status !== 0) {
    tell(`Disk of ${megabytes} MB full`, '0', 'not tried: only root may mount a small disk here');
    return null;
  }
  return folder;
}

/** Writes until nothing fits any more; again, it takes what has become free meanwhile. @returns what frees the space again */
export function fill(folder: string): () => void {
  const path = join(folder, 'filling');
  const file = openSync(path, 'a');
  for (let size = 1 << 20; size >= 1; size = Math.floor(size / 16)) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

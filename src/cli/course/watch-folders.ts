import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; what comes this close together is one change. */
const settledAfterMilliseconds = 120;

const foldersUnder = (folder: string): string[] =>
  existsSync(folder)
    ? [
        folder,
        ...readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => join(entry.parentPath, entry.name)),
      ]
    : [];

/**
 * Calls back once for each change below the folders, as soon as it has settled. Every folder is watched by itself: on Linux
 * `recursive` follows the file and not its name, so it misses every save after the first by an editor that saves by renaming.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;

  function follow() {
    const there = new Set(folders.flatMap(foldersUnder));
    for (const [folder, watcher] of watchers) {
      if (there.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of there) {
      if (!watchers.has(folder)) watchers.set(folder, watch(folder, changed).on('error', changed));
    }
  }

  function changed() {
    clearTimeout(settling);
    settling = setTimeout(() => {
      follow();
      onChange();
    }, settledAfterMilliseconds);
  }

  follow();
  return {
    close() {
      clearTimeout(settling);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

import type { CoursePack } from '#domain/course/pack.ts';
import { problem } from '#domain/course/problem.ts';
import { type CourseLook, type Fault, lookAtCourse } from '../course/look.ts';
import { watchFolders } from '../course/watch-folders.ts';

/** The course folder as it is now, and the last state of it that could be read. */
export type CourseNow = {
  pack: CoursePack;
  problems: readonly Fault[];
  /** False while the folder cannot be read, as in the middle of an edit: `pack` is then an earlier one. */
  readable: boolean;
  /** Counts the changes seen. */
  version: number;
};

export function followCourse(folder: string, mediaFolder: string, first: CoursePack) {
  /** By edition: a screen that is open goes on with the edition it loaded. */
  const packs = new Map([[first.editionHash, first]]);
  const heard = new Set<(now: CourseNow) => void>();
  let now: CourseNow = { pack: first, problems: [], readable: true, version: 0 };

  function look(): CourseLook {
    try {
      return lookAtCourse(folder, mediaFolder);
    } catch (error) {
      // A file may vanish between being listed and being read; the next change tells how it ended.
      const reason = error instanceof Error ? error.message : String(error);
      return { pack: null, problems: [problem('pack.missing-file', folder, '', reason)], toLookAt: [] };
    }
  }
  function lookAgain() {
    const { pack, problems } = look();
    if (pack) packs.set(pack.editionHash, pack);
    now = { pack: pack ?? now.pack, problems, readable: pack !== null, version: now.version + 1 };
    for (const hear of heard) hear(now);
  }

  const watching = watchFolders([folder, mediaFolder], lookAgain);
  lookAgain();
  return {
    now: () => now,
    edition: (hash: string) => packs.get(hash),
    /** @returns how to stop hearing */
    onChange(hear: (now: CourseNow) => void) {
      heard.add(hear);
      return () => void heard.delete(hear);
    },
    close: () => watching.close(),
  };
}

export type FollowedCourse = ReturnType<typeof followCourse>;

import { useEffect, useRef, useState } from 'react';
import type { CoursePack } from '#domain/course/pack.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { rememberedNarration, rememberedPicture } from '../player/film-choices.ts';
import { canKeep, keepApp } from './ask-worker.ts';
import { filmFiles, keepCourseAlone, lookAt, orderFiles, sizesOf } from './film-files.ts';
import { type Loaded, loadRest } from './load-file.ts';
import { appShelves, trainingShelf } from './shelves.ts';

/** `bytes` of `of` are on the device. `unknown`: nothing is kept and nobody can be asked how much it would be. */
export type Keeping =
  | { phase: 'looking' }
  | { phase: 'unknown' }
  | { phase: 'impossible' }
  | { phase: 'offered' | 'kept'; bytes: number; of: number }
  | { phase: 'keeping'; bytes: number; of: number }
  | { phase: 'stopped'; bytes: number; of: number; because: 'cut' | 'full' };

/** Keeps app, course and film with the voice and the picture that this device would play. */
export function useKeeping(pack: CoursePack) {
  const { language } = useLanguage();
  const [keeping, setKeeping] = useState<Keeping>({ phase: canKeep() ? 'looking' : 'impossible' });
  const [narration, picture] = [rememberedNarration(language), rememberedPicture()];
  const files = [...filmFiles(pack, narration, picture), ...orderFiles(pack)];
  const begun = useRef(new Map<string, Loaded>());
  const work = useRef<AbortController | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the files follow from edition, voice and picture.
  useEffect(() => {
    if (!canKeep()) return;
    let isLeft = false;
    void look(files).then((found) => !isLeft && setKeeping(found));
    return () => {
      isLeft = true;
      work.current?.abort();
    };
  }, [pack.editionHash, narration, picture]);

  async function keep(): Promise<boolean> {
    if (work.current) return false;
    const stopping = new AbortController();
    work.current = stopping;
    const sum = { bytes: 0, of: 0 };
    try {
      // Asked for, not relied on: browsers drop what is kept when they need the room.
      await navigator.storage?.persist?.();
      const sizes = await sizesOf(files);
      sum.of = [...sizes.values()].reduce((all, size) => all + size, 0);
      const found = await lookAt(files);
      sum.bytes = found.bytes;
      setKeeping({ phase: 'keeping', ...sum });
      await keepApp();
      await keepCourseAlone(pack.editionHash);
      const shelf = await caches.open(trainingShelf);
      for (const address of found.missing) {
        const loaded = begun.current.get(address) ?? { parts: [], bytes: 0 };
        begun.current.set(address, loaded);
        const before = sum.bytes;
        const told = (bytes: number) => {
          sum.bytes = before + bytes;
          setKeeping({ phase: 'keeping', ...sum });
        };
        await shelf.put(address, await loadRest(address, sizes.get(address) ?? 0, loaded, told, stopping.signal));
        begun.current.delete(address);
      }
      setKeeping({ phase: 'kept', ...sum });
      return true;
    } catch (error) {
      const because = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'cut';
      setKeeping({ phase: 'stopped', ...sum, because });
      return false;
    } finally {
      work.current = null;
    }
  }

  async function remove(): Promise<void> {
    await caches.delete(trainingShelf);
    setKeeping(await look(files));
  }

  return { keeping, keep, stop: () => work.current?.abort(), remove };
}

async function look(files: string[]): Promise<Keeping> {
  const { bytes, missing } = await lookAt(files);
  const hasApp = (await caches.keys()).some((name) => name.startsWith(appShelves));
  if (missing.length === 0 && hasApp) return { phase: 'kept', bytes, of: bytes };
  // The first is the video: what comes with it weighs little, and a phone asks for few things before the film.
  return sizesOf(missing.slice(0, 1)).then(
    (sizes) => ({ phase: 'offered', bytes, of: bytes + [...sizes.values()].reduce((all, size) => all + size, 0) }),
    () => ({ phase: 'unknown' }),
  );
}

import type Player from 'video.js/dist/types/player';
import { type Language, languages } from '#domain/course/closed-lists.ts';

/** Each language names itself, also in the menu of an iPhone's own full screen. */
const labels = { en: 'English', es: 'Español' } as const;

/** `kept` is the file that a track was made from: after a change of voice the captions are timed to the other film. */
type Held = { track: HTMLTrackElement; file: string };
const held = new WeakMap<Player, Map<Language, Held>>();

/**
 * Shows the captions of the languages asked for, timed to the voice that speaks. A track is loaded only once it is first
 * asked for; both at once are laid out apart by the browser (WebVTT, "snap-to-lines").
 */
export function showCaptions(
  player: Player,
  files: Record<Language, string>,
  address: (file: string) => string,
  shown: Language[],
): void {
  const tracks = held.get(player) ?? new Map<Language, Held>();
  held.set(player, tracks);
  for (const language of languages) {
    const known = tracks.get(language);
    if (known && known.file !== files[language]) {
      player.removeRemoteTextTrack(known.track as never);
      tracks.delete(language);
    }
    if (!tracks.has(language)) {
      const options = { kind: 'captions', src: address(files[language]), srclang: language, label: labels[language] };
      const track = player.addRemoteTextTrack(options as never, true) as unknown as HTMLTrackElement;
      tracks.set(language, { track, file: files[language] });
    }
    const track = tracks.get(language)?.track.track;
    if (track) track.mode = shown.includes(language) ? 'showing' : 'disabled';
  }
}

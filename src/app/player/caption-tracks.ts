import type Player from 'video.js/dist/types/player';
import { type Language, languages } from '#domain/course/closed-lists.ts';

/** Each language names itself, also in the menu of an iPhone's own full screen. */
const labels = { en: 'English', es: 'Español' } as const;

const held = new WeakMap<Player, Map<Language, HTMLTrackElement>>();

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
  const tracks = held.get(player) ?? new Map<Language, HTMLTrackElement>();
  held.set(player, tracks);
  for (const language of languages) {
    if (!tracks.has(language)) {
      const options = { kind: 'captions', src: address(files[language]), srclang: language, label: labels[language] };
      const track = player.addRemoteTextTrack(options as never, true) as unknown as HTMLTrackElement;
      tracks.set(language, track);
    }
    const track = tracks.get(language)?.track;
    if (track) track.mode = shown.includes(language) ? 'showing' : 'disabled';
  }
}

/** Before another voice: its captions are timed to its own film. A cue that shows would stay if its track left in sight. */
export function dropCaptions(player: Player): void {
  for (const track of held.get(player)?.values() ?? []) {
    track.track.mode = 'disabled';
    player.removeRemoteTextTrack(track as never);
  }
  held.delete(player);
}

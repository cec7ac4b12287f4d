import type Player from 'video.js/dist/types/player';
import { type Language, languages } from '#domain/course/closed-lists.ts';

/** Each language names itself, also in the menu of an iPhone's own full screen. */
const labels = { en: 'English', es: 'Español' } as const;

type Held = { tracks: Map<Language, HTMLTrackElement>; shown: Language[] };
const held = new WeakMap<Player, Held>();

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
  const known = held.get(player) ?? { tracks: new Map(), shown };
  held.set(player, { ...known, shown });
  for (const language of languages) {
    if (known.tracks.has(language)) continue;
    const options = { kind: 'captions', src: address(files[language]), srclang: language, label: labels[language] };
    const track = player.addRemoteTextTrack(options as never, true) as unknown as HTMLTrackElement;
    known.tracks.set(language, track);
  }
  holdToChoice(player);
}

/** Browsers switch tracks on by themselves (HTML "automatic text track selection"); the viewer's choice stands. */
export function keepCaptions(player: Player): void {
  player.textTracks().addEventListener('change', () => holdToChoice(player));
}

function holdToChoice(player: Player): void {
  const { tracks, shown } = held.get(player) ?? { tracks: new Map<Language, HTMLTrackElement>(), shown: [] };
  for (const [language, { track }] of tracks) {
    const mode = shown.includes(language) ? 'showing' : 'disabled';
    if (track.mode !== mode) track.mode = mode;
  }
}

/** Before another voice: its captions are timed to its own film. A cue that shows would stay if its track left in sight. */
export function dropCaptions(player: Player): void {
  const { tracks } = held.get(player) ?? { tracks: new Map<Language, HTMLTrackElement>() };
  held.delete(player);
  for (const track of tracks.values()) {
    track.track.mode = 'disabled';
    player.removeRemoteTextTrack(track as never);
  }
}

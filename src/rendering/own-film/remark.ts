/** What is wrong (or worth a look) about an agency's own film or voice, told as `check:content` tells of the course. */
export interface Remark {
  readonly code: `own-film.${OwnFilmCode}` | `own-voice.${OwnVoiceCode}`;
  /** Inside the course's folder. */
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

type OwnFilmCode =
  | 'unknown-file'
  | 'missing-clip'
  | 'missing-captions'
  | 'missing-times'
  | 'missing-title'
  | 'not-mp4'
  | 'no-picture'
  | 'no-sound'
  | 'codec'
  | 'bad-captions'
  | 'schema'
  | 'unknown-id'
  | 'no-time'
  | 'out-of-order'
  | 'beyond-the-end'
  | 'silent-cue'
  | 'cannot-be-made'
  | 'stale'
  | 'hard-to-read'
  | 'held'
  | 'long-film'
  | 'subtitled-only'
  | 'not-described';
type OwnVoiceCode = 'mixed' | 'long-silence';

/** Wrong: no film can be made of it, or it would not teach. To look at: it works, and somebody may suffer from it. */
export interface Remarks {
  readonly wrong: Remark[];
  readonly look: Remark[];
}

export const remark = (code: Remark['code'], file: string, path: string, reason: string): Remark => ({
  code,
  file: `video/${file}`,
  path,
  reason,
});

import type { Film } from '#domain/course/storyboard.ts';
import type { Coverage } from '#domain/coverage/coverage.ts';

type StretchesProps = { film: Film; coverage: Coverage; at?: number };

/** The watched stretches along the film, with its chapter marks. The line beside it says the same in words. */
export function Stretches({ film, coverage, at }: StretchesProps) {
  return (
    <svg className="stretches" viewBox={`0 0 ${film.durationSeconds} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="stretches-film" width={film.durationSeconds} height="10" />
      {coverage.map(({ fromSeconds, toSeconds }) => (
        <rect
          key={fromSeconds}
          className="stretches-watched"
          x={fromSeconds}
          width={toSeconds - fromSeconds}
          height="10"
        />
      ))}
      {film.scenes.slice(1).map((scene) => (
        <path key={scene.id} className="stretches-chapter" d={`M${scene.fromSeconds} 0v10`} />
      ))}
      {at !== undefined && <path className="stretches-place" d={`M${at} 0v10`} />}
    </svg>
  );
}

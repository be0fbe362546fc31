import type { VNode } from 'preact';
import type { Point } from '../plot/doubles.ts';
import { levelCurves } from '../plot/level-curves.ts';
import type { Path, Picture } from '../plot/picture.ts';
import { visible } from '../visible.ts';

/** The drawing is 400 units wide and high, y upwards. */
const size = 400;

const onPaper =
  (reach: number) =>
  ([x, y]: Point): Point => [(size * (x + reach)) / (2 * reach), (size * (reach - y)) / (2 * reach)];

const number = (value: number): string => String(Math.round(value * 10) / 10);

const line = (points: readonly Point[]): string => points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ');

/** Strokes that are told apart without colour, too. */
const strokes = ['', '7 4', '2 4', '9 3 2 3'];

const Track = ({
  path,
  place,
  k,
}: {
  readonly path: Path;
  readonly place: (p: Point) => Point;
  readonly k: number;
}): VNode => {
  const points = path.points.map(place);
  return (
    <g class={`track track-${k % strokes.length}`}>
      <polyline points={line(points)} stroke-dasharray={strokes[k % strokes.length] ?? ''} />
      {points.map(([x, y]) => (
        <circle key={`${x},${y}`} cx={number(x)} cy={number(y)} r="4" />
      ))}
    </g>
  );
};

const Ticks = ({ reach }: { readonly reach: number }): VNode => {
  const place = onPaper(reach);
  const whole = Math.max(1, Math.floor(reach / 2));
  const marks = [-2, -1, 1, 2].map((k) => k * whole).filter((value) => Math.abs(value) < reach);
  return (
    <g class="axes">
      <line x1="0" x2={size} y1={size / 2} y2={size / 2} />
      <line y1="0" y2={size} x1={size / 2} x2={size / 2} />
      {marks.map((value) => (
        <text key={`x${value}`} x={number(place([value, 0])[0])} y={size / 2 + 14} text-anchor="middle">
          {value}
        </text>
      ))}
      {marks.map((value) => (
        <text key={`y${value}`} x={size / 2 + 5} y={number(place([0, value])[1] + 4)}>
          {value}
        </text>
      ))}
    </g>
  );
};

const Legend = ({ paths }: { readonly paths: readonly Path[] }): VNode => (
  <ul class="tracks">
    {paths.map(({ name }, k) => (
      <li key={name} class={`track-${k % strokes.length}`}>
        <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">
          <line
            x1="0"
            x2="30"
            y1="4"
            y2="4"
            stroke="currentColor"
            stroke-width="2"
            stroke-dasharray={strokes[k % strokes.length] ?? ''}
          />
        </svg>
        <span>{visible(name)}</span>
      </li>
    ))}
  </ul>
);

/** The reference for a contour plot: level curves of the assignment's function with the iterates drawn in. */
export const Plot = ({ picture }: { readonly picture: Picture }): VNode => {
  const place = onPaper(picture.reach);
  const [x, y] = picture.of.parameters;
  return (
    <figure class="plot">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={`Level curves of ${picture.name}(${x}, ${y}) with the iterates`}
      >
        <g class="levels">
          {levelCurves(picture).flatMap(({ value, rings }) =>
            rings.map((ring, k) => <polyline key={`${value}-${k}`} points={line(ring.map(place))} />),
          )}
        </g>
        <Ticks reach={picture.reach} />
        {picture.paths.map((path, k) => (
          <Track key={path.name} path={path} place={place} k={k} />
        ))}
      </svg>
      <figcaption>
        Level curves of {visible(picture.name)}, for comparison
        <Legend paths={picture.paths} />
      </figcaption>
    </figure>
  );
};

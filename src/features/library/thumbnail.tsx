import classes from './library.module.css';
import type { Piece, SavedFigures } from './saved-figures.js';

const WIDTH = 96;
const TIME = { y: 1, height: 22 } as const;
const MEMORY = { y: 27, height: 8 } as const;

function Bar({
  pieces,
  y,
  height,
}: {
  readonly pieces: readonly Piece[];
  readonly y: number;
  readonly height: number;
}) {
  return pieces.map(({ id, fill, start, size }) => (
    <rect key={id} x={start * WIDTH} y={y} width={size * WIDTH} height={height} fill={fill} />
  ));
}

/** A design as a small picture: where the time of its batch goes, and beneath it what fills HBM, with its end marked. */
export function Thumbnail({ figures }: { readonly figures: SavedFigures }) {
  const { time, memory, full, fits, summary } = figures;
  return (
    <svg
      width={WIDTH}
      height={36}
      viewBox={`0 0 ${WIDTH} 36`}
      role="img"
      aria-label={summary}
      data-hint={summary}
      className={classes['picture']}
    >
      <rect className={classes['empty']} x={0} y={TIME.y} width={WIDTH} height={TIME.height} />
      <Bar pieces={time} {...TIME} />
      {full !== null && (
        <rect className={classes['empty']} x={0} y={MEMORY.y} width={full * WIDTH} height={MEMORY.height} />
      )}
      <Bar pieces={memory} {...MEMORY} />
      {full !== null && (
        <rect
          className={fits ? classes['end'] : classes['over']}
          x={Math.min(full * WIDTH, WIDTH - 1.5)}
          y={MEMORY.y - 1}
          width={1.5}
          height={MEMORY.height + 2}
        />
      )}
    </svg>
  );
}

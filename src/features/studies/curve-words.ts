import type { CurvesFigure } from '../../core/studies/figure.js';
import type { Spot } from './curve-spots.js';
import { figureText } from './figure-text.js';
import { differenceWords } from './published.js';

/** What a point says, in the axes' units: “Megatron-1T: 4,096 processors, 93.2 %”. */
export function spotWords({ x, y, curves }: CurvesFigure, { curve, index }: Spot): string {
  const of = curves[curve];
  const point = of?.points[index];
  if (of === undefined || point === undefined) return '';
  const { published } = point;
  const printed = published === undefined ? '' : `; published ${published.text}, ${differenceWords(published)}`;
  return `${of.label}: ${figureText(point.x, x.unit)}, ${figureText(point.y, y.unit)}${printed}`;
}

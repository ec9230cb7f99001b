import type { KeyboardEvent } from 'react';
import type { Design } from '../../core/inputs/design.js';
import type { ShownQuantity, StudyFigure } from '../../core/studies/figure.js';
import type { StudyPoint } from '../../core/studies/study.js';
import { showHow, type OtherDesign } from '../../state/how.js';
import { useStudy } from '../../state/study-results.js';
import { asksHow } from '../../ui/asks-how.js';
import { pointDetails } from './point-details.js';

/** A point's design as the one whose numbers are explained. */
export const explainedPoint = ({ label }: StudyPoint, design: Design): OtherDesign => ({
  name: `Point of the study: ${label}`,
  design,
});

/**
 * Says how a number of a point comes to be; its sample rate where the number is no quantity. Where nothing fits it is the
 * memory that the nearest strategy would take. Whether the point has a strategy to speak of.
 */
export function explainPoint(key: string, quantity: ShownQuantity = 'sample-rate', opener: Element): boolean {
  const { points, findings } = useStudy.getState();
  const point = points.get(key);
  if (point === undefined) return false;
  const { kind, design } = pointDetails(point, findings.get(key));
  if (design === null) return false;
  showHow(kind === 'best' ? quantity : 'tier1-memory', opener, explainedPoint(point, design));
  return true;
}

/** The quantity that a figure shows of its points, where it is one for all of them. */
export function quantityOf(figure: StudyFigure): ShownQuantity | undefined {
  switch (figure.kind) {
    case 'heatmap':
      return figure.scale.quantity;
    case 'curves':
      return figure.y.quantity;
    case 'stacks':
      return 'total-time';
    case 'bars':
      return figure.series[0]?.quantity;
    case 'table':
    case 'tornado':
      return undefined;
  }
}

/** H on what shows a point (`data-point`): how its number comes to be (`data-asks`, there or above it). */
export function askWithKey(event: KeyboardEvent): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-point]') : null;
  const key = element?.dataset['point'];
  if (element === null || key === undefined || !asksHow(event)) return;
  const asks = element.closest<HTMLElement>('[data-asks]')?.dataset['asks'];
  if (explainPoint(key, asks, element)) event.preventDefault();
}

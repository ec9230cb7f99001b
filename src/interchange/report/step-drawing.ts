import { axisLines } from './axis.js';
import { cut, drawing, paintedBox, WIDTH } from './figure-frame.js';
import { element, type Element } from './markup.js';
import type { EffectFigure, Level, WaterfallFigure } from './report-document.js';

const ROW = 26;
const AXIS = 22;
const FIGURES = 110;

const middle = (row: number): number => row * ROW + ROW / 2 + 4;

const nameAt = (row: number, text: string, width: number): Element =>
  element('text', { x: 0, y: middle(row), class: 'name' }, cut(text, width - 12));

const figureAt = (row: number, text: string, strong = false): Element =>
  element('text', { x: WIDTH, y: middle(row), 'text-anchor': 'end', class: strong ? 'figure strong' : 'figure' }, text);

/** Each step begins where the one before ends. The axis leaves out what all levels have in common if that is much. */
export function waterfallDrawing({ title, unit, from, to, steps }: WaterfallFigure): Element {
  const names = 200;
  let level = from.value;
  const placed = steps.map((step) => {
    const start = level;
    level += step.value;
    return { step, start, end: level };
  });
  const levels = [from.value, to.value, ...placed.map(({ end }) => end)];
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const spare = (most - least || most) * 0.06;
  const low = least > 0.5 * most ? Math.max(0, least - spare) : Math.min(0, least);
  const high = most + (low > 0 ? spare : 0);
  const [left, right] = [names, WIDTH - FIGURES];
  const x = (value: number): number => left + (high > low ? (value - low) / (high - low) : 0) * (right - left);
  const bottom = (steps.length + 2) * ROW;
  const total = (row: number, { label, value, text }: Level): readonly Element[] => [
    nameAt(row, label, names),
    element('line', { x1: x(value), x2: x(value), y1: row * ROW + 3, y2: (row + 1) * ROW - 3, class: 'total' }),
    figureAt(row, text, true),
  ];
  return drawing(
    title,
    bottom + AXIS,
    ...axisLines({ x, low, high, unit }, 0, bottom),
    ...total(0, from),
    ...placed.flatMap(({ step, start, end }, index) => {
      const row = index + 1;
      const edge = { y1: row * ROW - 5, y2: row * ROW + 5, class: 'join' };
      const width = Math.max(1, Math.abs(x(end) - x(start)));
      return [
        nameAt(row, step.label, names),
        element('line', { x1: x(start), x2: x(start), ...edge }),
        ...paintedBox(Math.min(x(start), x(end)), row * ROW + 5, width, ROW - 10, step.paint),
        figureAt(row, step.text),
      ];
    }),
    ...total(steps.length + 1, to),
  );
}

/** A bar for each effect, to the left for less and to the right for more. */
export function effectDrawing({ title, unit, effects }: EffectFigure): Element {
  const names = 300;
  const low = Math.min(0, ...effects.map(({ value }) => value));
  const high = Math.max(0, ...effects.map(({ value }) => value));
  const [left, right] = [names, WIDTH - FIGURES];
  const x = (value: number): number => left + (high > low ? (value - low) / (high - low) : 0) * (right - left);
  const bottom = effects.length * ROW;
  return drawing(
    title,
    bottom + AXIS,
    ...axisLines({ x, low, high, unit }, 0, bottom),
    element('line', { x1: x(0), x2: x(0), y1: 0, y2: bottom, class: 'total' }),
    ...effects.flatMap(({ label, value, text }, row) => [
      nameAt(row, label, names),
      element('rect', {
        x: Math.min(x(0), x(value)),
        y: row * ROW + 5,
        width: Math.max(1, Math.abs(x(value) - x(0))),
        height: ROW - 10,
        class: value < 0 ? 'effect less' : 'effect',
      }),
      figureAt(row, text),
    ]),
  );
}

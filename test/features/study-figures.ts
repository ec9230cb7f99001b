import type { Cell, CurvesFigure, HeatmapFigure } from '../../src/core/studies/figure.js';

export const cell = (key: string, value: number | null, more: Partial<Cell> = {}): Cell => ({
  key,
  state: value === null ? 'infeasible' : 'value',
  value,
  text: value === null ? '–' : value.toFixed(0),
  ...more,
});

/** Two rows and three columns, with what a paper would print: one number agrees, one does not, one is a dash. */
export const heatmap: HeatmapFigure = {
  kind: 'heatmap',
  id: 'rates',
  finding: 'The best is 248 samples/s at t 8, p 1',
  subtitle: 'Best sample rate, samples/s',
  rows: { label: 'Tensor parallel t', values: ['4', '8'] },
  columns: { label: 'Pipeline parallel p', values: ['1', '2', '4'] },
  cells: [
    [
      cell('t4 p1', null, { published: { text: '–', ours: '–' } }),
      cell('t4 p2', 158.2, { published: { text: '160', ours: '158' } }),
      { key: 't4 p4', state: 'pending', value: null, text: '' },
    ],
    [
      cell('t8 p1', 248.4, { published: { text: '248', ours: '248' } }),
      cell('t8 p2', 243.1),
      { key: null, state: 'none', value: null, text: '' },
    ],
  ],
  scale: { id: 'rate', label: 'Sample rate', unit: 'samples-per-second', lowIsGood: false },
};

/** Two models over three sizes, one infinite up to 16, with a drop that is marked. */
export const curves: CurvesFigure = {
  kind: 'curves',
  id: 'sizes',
  finding: 'The rate falls by 12 % at 24 processors',
  subtitle: 'Best sample rate of each size',
  x: { label: 'Processors', unit: 'processors', scale: 'linear' },
  y: { label: 'Relative rate', unit: 'fraction', scale: 'linear' },
  curves: [
    {
      id: 'a',
      label: 'A 1B',
      style: 'points',
      colour: 0,
      points: [
        { x: 8, y: 0.3, key: 'a 8', published: { text: '31', ours: '30' } },
        { x: 16, y: 0.9, key: 'a 16' },
        { x: 24, y: 0.6, key: 'a 24' },
      ],
    },
    {
      id: 'b',
      label: 'B 2B',
      style: 'line',
      colour: 1,
      points: [
        { x: 8, y: Infinity, key: 'b 8' },
        { x: 16, y: Infinity, key: 'b 16' },
        { x: 24, y: 0.5, key: 'b 24' },
      ],
      infinite: [[8, 16]],
    },
    {
      id: 'perfect',
      label: 'Perfect scaling',
      style: 'dashed',
      colour: 2,
      points: [
        { x: 8, y: 0.3, key: null },
        { x: 24, y: 1, key: null },
      ],
    },
  ],
  marks: [
    {
      x: 24,
      y: 0.6,
      label: 'p | L',
      detail: 'From 16 to 24 processors the rate falls by 12 %',
      keys: ['a 16', 'a 24'],
      colour: 0,
    },
  ],
};

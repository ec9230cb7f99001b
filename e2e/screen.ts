import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { evaluateDesign } from '../src/core/evaluate.js';
import type { Evaluation } from '../src/core/evaluation.js';
import type { Design } from '../src/core/inputs/design.js';
import { quantity, TIME_PARTS } from '../src/core/quantities/registry.js';
import { readAllPresets, type PresetKind } from '../src/interchange/presets-file.js';
import { decodeLink } from '../src/share/link.js';
import { expect } from './fixtures.js';

const presetText = (kind: PresetKind): string =>
  readFileSync(new URL(`../public/presets/${kind}.json`, import.meta.url), 'utf8');

function readPresets() {
  const read = readAllPresets({
    models: presetText('models'),
    systems: presetText('systems'),
    strategies: presetText('strategies'),
  });
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join(' '));
  return read.value;
}

/** The presets as shipped. */
export const presets = readPresets();

/** Opens the page, at a link's hash if given, and waits for its first numbers. */
export async function open(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(headlineFigure(page, 'Batch time')).toHaveText(/\d/);
}

const inputs = (page: Page): Locator => page.getByRole('region', { name: 'Inputs' });
export const slider = (page: Page, name: string): Locator => inputs(page).getByRole('slider', { name, exact: true });
export const numberBox = (page: Page, name: string): Locator =>
  inputs(page).getByRole('textbox', { name, exact: true });
export const results = (page: Page): Locator => page.getByRole('main', { name: 'Results' });
export const headlineFigure = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Headline figures' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** Chooses a preset by its name from the list of a part. */
export async function choosePreset(page: Page, part: 'Model' | 'Hardware' | 'Strategy', name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${part} preset: `) }).click();
  await page.getByRole('option', { name }).click();
}

/** The design that the address stands for. */
export function designOf(page: Page): Design {
  const { state, notes } = decodeLink(new URL(page.url()).hash, presets);
  expect(notes).toEqual([]);
  return { model: state.model.value, system: state.system.value, strategy: state.strategy.value };
}

function evaluationOf(design: Design): Evaluation {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
  return outcome.evaluation;
}

const MEMORY_ROWS = {
  Weights: 'weight-memory',
  Activations: 'activation-memory',
  Checkpoints: 'checkpoint-memory',
  'Weight gradients': 'weight-gradient-memory',
  'Activation gradients': 'activation-gradient-memory',
  'Optimizer state': 'optimizer-memory',
} as const;

/**
 * The overview shows what the core computes for the design in the address, to the last digit shown: the batch time, its
 * eleven parts and, with nothing offloaded, the memory by class. Waits until screen and address have caught up.
 */
export async function expectCoreNumbers(page: Page): Promise<void> {
  const times = page.getByRole('table', { name: 'The eleven parts of the batch time' });
  const memory = page.getByRole('table', { name: 'Memory by class on each tier' });
  await expect(async () => {
    const evaluation = evaluationOf(designOf(page));
    const value = (id: string): number => quantity(id).value(evaluation) ?? Number.NaN;
    const timeRows = TIME_PARTS.map((id) => [quantity(id).label, value(id)] as const);
    expectColumn(await firstColumn(times), [['Batch time', value('total-time')], ...timeRows]);
    const memoryRows = Object.entries(MEMORY_ROWS).map(([label, id]) => [label, value(id)] as const);
    expectColumn(await firstColumn(memory), [['Used', value('tier1-memory')], ...memoryRows]);
  }).toPass({ timeout: 10_000, intervals: [50] });
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

interface Column {
  /** As in "Time, s": of every cell that names none itself. */
  readonly heading: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** The first column of values of a table, by row. */
function firstColumn(table: Locator): Promise<Column> {
  return table.evaluate((element: HTMLTableElement) => ({
    heading: element.tHead?.rows[0]?.cells[1]?.innerText ?? '',
    cells: Object.fromEntries(
      [...element.rows]
        .slice(1)
        .map((row) => [row.cells[0]?.innerText.trim() ?? '', row.cells[1]?.innerText.trim() ?? '']),
    ),
  }));
}

/** Each row shows its value (SI), rounded to the digits that it shows. */
function expectColumn({ heading, cells }: Column, rows: readonly (readonly [label: string, value: number])[]): void {
  for (const [label, value] of rows) {
    const text = cells[label] ?? '';
    const [, digits = '', own = ''] = /^([\d.,]+)\s*(\S*)$/.exec(text) ?? [];
    const unit = UNITS[own] ?? UNITS[/, (\S+)$/.exec(heading)?.[1] ?? ''] ?? Number.NaN;
    const decimals = digits.split('.')[1]?.length ?? 0;
    const off = Math.abs(Number(digits.replaceAll(',', '')) - value / unit);
    expect(off, `${label} shows ${text} (${heading}); the core has ${value}`).toBeLessThanOrEqual(
      0.501 * 10 ** -decimals,
    );
  }
}

/** Types a value into a quantity's box, as a person does: the box selects what it holds a frame after it has the focus. */
export async function typeValue(page: Page, name: string, text: string): Promise<void> {
  await numberBox(page, name).focus();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Drags a slider's thumb with the mouse, over a share of the track's width, in steps as a hand makes them. */
export async function dragSlider(page: Page, name: string, toShare: number): Promise<void> {
  const track = slider(page, name);
  await track.scrollIntoViewIfNeeded();
  const box = await track.boundingBox();
  const position = await track.evaluate((input: HTMLInputElement) => {
    return (Number(input.value) - Number(input.min)) / (Number(input.max) - Number(input.min));
  });
  if (!box) throw new Error(`${name} is not on the screen.`);
  // the thumb's middle stays half a thumb inside the track
  const thumb = 14;
  const x = (share: number): number => box.x + thumb / 2 + share * (box.width - thumb);
  const y = box.y + box.height / 2;
  await page.mouse.move(x(position), y);
  await page.mouse.down();
  await page.mouse.move(x(toShare), y, { steps: 12 });
  await page.mouse.up();
}

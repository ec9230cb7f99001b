import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { evaluateDesign } from '../src/core/evaluate.js';
import type { Evaluation } from '../src/core/evaluation.js';
import type { Design } from '../src/core/inputs/design.js';
import { formatQuantity } from '../src/core/quantities/format.js';
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

export const inputs = (page: Page): Locator => page.getByRole('region', { name: 'Inputs' });
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

export function evaluationOf(design: Design): Evaluation {
  const outcome = evaluateDesign(design);
  if (outcome.kind === 'invalid') throw new Error(outcome.reasons.map((reason) => reason.message).join(' '));
  return outcome.evaluation;
}

/** Text that the overview must show for a quantity, to seven digits. */
export function shown(evaluation: Evaluation, id: string): string {
  const { unit, value } = quantity(id);
  return formatQuantity(value(evaluation), unit, { precise: true });
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
 * The overview shows what the core computes for the design in the address: the batch time, its eleven parts and, with
 * nothing offloaded, the six classes of memory. Waits until screen and address have caught up with each other.
 */
export async function expectCoreNumbers(page: Page): Promise<void> {
  await expect(async () => {
    const evaluation = evaluationOf(designOf(page));
    const times = page.getByRole('table', { name: 'The eleven parts of the batch time' });
    await expect(cell(times, 'Batch time')).toHaveText(shown(evaluation, 'total-time'), { timeout: 100 });
    for (const id of TIME_PARTS) {
      await expect(cell(times, quantity(id).label)).toHaveText(shown(evaluation, id), { timeout: 100 });
    }
    const memory = page.getByRole('table', { name: 'Memory by class on each tier' });
    for (const [label, id] of Object.entries(MEMORY_ROWS)) {
      await expect(cell(memory, label)).toHaveText(shown(evaluation, id), { timeout: 100 });
    }
    await expect(cell(memory, 'Used')).toHaveText(shown(evaluation, 'tier1-memory'), { timeout: 100 });
  }).toPass({ timeout: 10_000 });
}

/** First cell of the row with this heading. */
function cell(table: Locator, heading: string): Locator {
  return table
    .getByRole('row')
    .filter({ has: table.page().getByRole('rowheader', { name: heading, exact: true }) })
    .getByRole('cell')
    .first();
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

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { evaluateDesign } from '../src/core/evaluate.js';
import type { LayerCost } from '../src/core/block/layer-cost.js';
import type { Evaluation } from '../src/core/evaluation.js';
import type { Design } from '../src/core/inputs/design.js';
import { quantity, TIME_PARTS } from '../src/core/quantities/registry.js';
import { reportDesign } from '../src/core/report.js';
import { STUDIES } from '../src/core/studies/studies.js';
import { readAllPresets, type PresetKind } from '../src/interchange/presets-file.js';
import { decodeLink } from '../src/share/link.js';
import { expect } from './fixtures.js';
import { expectColumn, expectShown, tableText } from './shown-numbers.js';

const presetText = (kind: PresetKind): string =>
  readFileSync(new URL(`../public/presets/${kind}.json`, import.meta.url), 'utf8');

function readPresets() {
  const read = readAllPresets({
    models: presetText('models'),
    systems: presetText('systems'),
    strategies: presetText('strategies'),
  });
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join(' '));
  return { ...read.value, studies: STUDIES };
}

/** The presets as shipped, and the studies. */
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
 * Headline and overview show what the core computes for the design in the address, to the last digit shown: the batch
 * time, its eleven parts and, with nothing offloaded, the memory by class. Waits until screen and address have caught up.
 */
export async function expectCoreNumbers(page: Page): Promise<void> {
  const times = page.getByRole('table', { name: 'The eleven parts of the batch time' });
  const memory = page.getByRole('table', { name: 'Memory by class on each tier' });
  await expect(async () => {
    const evaluation = evaluationOf(designOf(page));
    const value = (id: string): number => quantity(id).value(evaluation) ?? Number.NaN;
    const timeRows = TIME_PARTS.map((id) => [quantity(id).label, value(id)] as const);
    expectColumn(await tableText(times), /^Time, /, [['Batch time', value('total-time')], ...timeRows]);
    const memoryRows = Object.entries(MEMORY_ROWS).map(([label, id]) => [label, value(id)] as const);
    expectColumn(await tableText(memory), /^HBM, /, [['Used', value('tier1-memory')], ...memoryRows]);
    await expectHeadline(page, evaluation);
  }).toPass({ timeout: 10_000, intervals: [50] });
}

const HEADLINE = [
  'total-time',
  'sample-rate',
  'token-rate',
  'mfu',
  'compute-efficiency',
  'system-efficiency',
  'tier1-memory',
  'tier2-memory',
  'offload-bandwidth',
] as const;

/** Each figure shows three digits, and the exact number on hover. */
async function expectHeadline(page: Page, evaluation: Evaluation): Promise<void> {
  const figures = await page
    .getByRole('region', { name: 'Headline figures' })
    .locator('button[data-quantity]')
    .evaluateAll((buttons: HTMLElement[]) =>
      buttons.map((button) => {
        const spans = [...button.querySelectorAll('span')].map((span) => span.innerText.trim());
        return {
          id: button.dataset['quantity'],
          text: button.querySelector('b')?.innerText.trim() ?? spans.find((text) => /^[\d—∞]/.test(text)),
          hint: button.dataset['hint']?.split('\n')[0]?.split(': ').at(-1),
        };
      }),
    );
  for (const id of HEADLINE) {
    const figure = figures.find((each) => each.id === id);
    const value = quantity(id).value(evaluation) ?? Number.NaN;
    expectShown({ what: `headline, ${id}`, text: figure?.text }, value, 3);
    expectShown({ what: `headline, ${id}, on hover`, text: figure?.hint }, value, 5);
  }
}

/** The headline shows what the core computes for the design in the address, feasible or not. */
export async function expectHeadlineNumbers(page: Page): Promise<void> {
  await expect(() => expectHeadline(page, evaluationOf(designOf(page)))).toPass({ timeout: 10_000, intervals: [50] });
}

const LAYER_COLUMNS: Readonly<Record<string, (layer: LayerCost) => number>> = {
  FLOP: (layer) => layer.forward.flop,
  Bytes: (layer) => layer.forward.bytes,
  'FLOP/B': (layer) => layer.forward.intensity,
  Time: (layer) => layer.forward.seconds,
  Network: (layer) => layer.forward.baseNetworkBytes,
  'Link time': (layer) => layer.forward.baseNetworkSeconds,
  Exposed: (layer) => layer.forward.baseExposedSeconds,
  Weights: (layer) => layer.weightBytes,
  Activations: (layer) => layer.activationBytes,
  'W. grads': (layer) => layer.weightGradientBytes,
  'A. grads': (layer) => layer.activationGradientBytes,
  Optimizer: (layer) => layer.optimizerBytes,
};

/** The table of the layers view, forward stage, shows every number the core has for every operation. */
export async function expectLayerNumbers(page: Page): Promise<void> {
  const table = page.getByRole('table', { name: 'Operations of one block: forward' });
  await expect(async () => {
    const { layers } = reportDesign(designOf(page));
    const shown = await table.evaluate((element: HTMLTableElement) => ({
      headings: [...(element.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.innerText.trim()),
      rows: [...element.querySelectorAll<HTMLTableRowElement>('tr[data-operation]')].map((row) => ({
        operation: row.dataset['operation'],
        cells: [...row.cells].map((cell) => ({
          text: cell.innerText.trim(),
          hint: cell.querySelector<HTMLElement>('[data-hint]')?.dataset['hint'],
        })),
      })),
    }));
    expect(shown.rows.map((row) => row.operation)).toEqual(layers.map((layer) => layer.name));
    for (const [index, layer] of layers.entries()) {
      for (const [heading, value] of Object.entries(LAYER_COLUMNS)) {
        const cell = shown.rows[index]?.cells[shown.headings.indexOf(heading)];
        const what = `${layer.name}, ${heading}`;
        const unit = heading === 'FLOP/B' ? { unit: heading } : {};
        expectShown({ what, text: cell?.text, ...unit }, value(layer), 3);
        if (value(layer) !== 0) expectShown({ what: `${what}, on hover`, text: cell?.hint }, value(layer), 5);
      }
    }
  }).toPass({ timeout: 10_000, intervals: [50] });
}

const TRAFFIC = {
  'Tensor parallel': 'tensor',
  Pipeline: 'pipeline',
  'Data parallel': 'data',
  Recommunication: 'recommunication',
} as const;

/** The table of the communication view shows link and exposed time of each kind of traffic, and their sums. */
export async function expectTrafficNumbers(page: Page): Promise<void> {
  const table = page.getByRole('table', { name: 'Link and exposed time by kind of traffic' });
  await expect(async () => {
    const evaluation = evaluationOf(designOf(page));
    const shown = await tableText(table);
    for (const [heading, which] of [
      [/^Link, /, 'link'],
      [/^Exposed, /, 'exposed'],
    ] as const) {
      const rows = Object.entries(TRAFFIC).map(
        ([label, kind]) => [label, quantity(`${kind}-${which}`).value(evaluation) ?? Number.NaN] as const,
      );
      expectColumn(shown, heading, [['All', rows.reduce((sum, [, value]) => sum + value, 0)], ...rows]);
    }
  }).toPass({ timeout: 10_000, intervals: [50] });
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

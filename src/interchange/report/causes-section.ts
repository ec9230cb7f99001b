import { attributeInputs, type InputEffect } from '../../core/compare/attribute-inputs.js';
import { effectsFinding, groupLabel, waterfallFinding } from '../../core/compare/findings.js';
import { waterfall } from '../../core/compare/waterfall.js';
import type { Evaluation } from '../../core/evaluation.js';
import { columnFormat, formatQuantity } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { signedText } from '../../core/quantities/signed-text.js';
import type { ComparedEntry } from './compared-entries.js';
import { inputValueText } from './input-values.js';
import { cell, paragraph, type Block, type Palette, type Section } from './report-document.js';
import { paintOf } from './stacks.js';

/** Bars for so many; all of them are in the table. */
const MOST_BARS = 12;

interface Pair {
  readonly from: ComparedEntry;
  readonly to: ComparedEntry;
}

function signedIn(most: number): { readonly unit: string; readonly plain: Writer; readonly signed: Writer } {
  const { unit, write } = columnFormat(most, 'seconds');
  return { unit, plain: write, signed: (seconds) => (seconds > 0 ? `+${write(seconds)}` : write(seconds)) };
}
type Writer = (seconds: number) => string;

/** How the batch time of one design becomes that of the other, part by part; the steps add up. */
function waterfallBlocks({ from, to }: Pair, a: Evaluation, b: Evaluation, palette: Palette): readonly Block[] {
  const steps = waterfall(a, b);
  const [start, end] = [a.time.totalSeconds, b.time.totalSeconds];
  const { unit, plain, signed } = signedIn(Math.max(start, end));
  const level = ({ letter }: ComparedEntry, value: number) => ({
    label: `Batch time of ${letter}`,
    value,
    text: formatQuantity(value, 'seconds'),
  });
  const valueIn = (id: string, evaluation: Evaluation): number => quantity(id).value(evaluation) ?? 0;
  return [
    {
      kind: 'figure',
      form: 'waterfall',
      title: waterfallFinding(steps, start, end, [from.letter, to.letter]),
      subtitle: `Batch time from ${from.letter} to ${to.letter}, the change of each part; together they are all of it`,
      unit: 'seconds',
      from: level(from, start),
      to: level(to, end),
      steps: steps
        .filter(({ seconds }) => seconds !== 0)
        .map(({ id, seconds }) => ({
          label: quantity(id).label,
          value: seconds,
          text: signedText(seconds, 'seconds'),
          paint: paintOf(palette, id),
        })),
    },
    {
      kind: 'table',
      caption: 'Change of each part of the batch time',
      columns: [
        { header: 'Part' },
        { header: `${from.letter}, ${unit}`, numeric: true },
        { header: `${to.letter}, ${unit}`, numeric: true },
        { header: `Change, ${unit}`, numeric: true },
      ],
      groups: [
        {
          title: null,
          rows: steps.map(({ id, seconds }) => [
            { text: quantity(id).label, paint: paintOf(palette, id) },
            cell(plain(valueIn(id, a))),
            cell(plain(valueIn(id, b))),
            cell(signed(seconds)),
          ]),
        },
      ],
      totals: [[cell('Batch time'), cell(plain(start)), cell(plain(end)), cell(signed(end - start))]],
    },
  ];
}

const changeText = ({ group }: InputEffect): string =>
  group.inputs
    .map(({ part, path, values }) => values.map((value) => inputValueText(part, path, value)).join(' → '))
    .join('; ');

/** Which of the inputs that differ make up the change of the batch time. */
function effectBlocks({ from, to }: Pair): readonly Block[] {
  const found = attributeInputs(from.design, to.design, quantity('total-time'));
  if (found === null) return [];
  const effects = found.effects.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  const change = found.to - found.from;
  const { unit, signed } = signedIn(Math.max(found.from, found.to));
  const bars = effects.filter(({ effect }) => effect !== 0).slice(0, MOST_BARS);
  const title = effectsFinding(effects, change, [from.letter, to.letter]);
  const how = found.allOrders ? 'averaged over all orders' : 'averaged over a fixed sample of orders';
  const subtitle = `Effect of each input on the batch time, moved one at a time from ${from.letter} to ${to.letter}, ${how}`;
  if (effects.length === 0) return [paragraph(`${title}.`)];
  return [
    bars.length === 0
      ? paragraph(`${title}.`)
      : {
          kind: 'figure',
          form: 'effects',
          title,
          subtitle,
          unit: 'seconds',
          effects: bars.map(({ group, effect }) => ({
            label: groupLabel(group),
            value: effect,
            text: signedText(effect, 'seconds'),
          })),
        },
    {
      kind: 'table',
      caption: 'Effect of each input on the batch time',
      columns: [
        { header: 'Input' },
        { header: `${from.letter} → ${to.letter}` },
        { header: `Effect, ${unit}`, numeric: true },
      ],
      groups: [
        {
          title: null,
          rows: effects.map((each) => [
            cell(groupLabel(each.group)),
            cell(changeText(each)),
            cell(signed(each.effect)),
          ]),
        },
      ],
      totals: [[cell('Batch time'), cell(''), cell(signed(change))]],
    },
    paragraph(
      'Degrees, processors and batch move together. A design on the way that breaks a rule is passed over: the inputs that lead through it move as one and share what they bring.',
    ),
  ];
}

/** What makes one design another: by part of the batch time, and by input. */
export function causesSection(from: ComparedEntry, to: ComparedEntry, palette: Palette): Section {
  const without = from.evaluation === null ? from : to;
  return {
    id: `causes-${to.letter.toLowerCase()}`,
    title: `From ${from.letter} to ${to.letter}`,
    blocks:
      from.evaluation === null || to.evaluation === null
        ? [paragraph(`${without.title} has no numbers: causes are shown between valid designs.`)]
        : [...waterfallBlocks({ from, to }, from.evaluation, to.evaluation, palette), ...effectBlocks({ from, to })],
  };
}

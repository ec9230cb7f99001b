import { Fragment, useMemo } from 'react';
import { attributeInputs, type InputEffect } from '../../core/compare/attribute-inputs.js';
import type { InputGroup } from '../../core/compare/input-groups.js';
import { effectsFinding, groupLabel } from '../../core/compare/findings.js';
import { columnFormat } from '../../core/quantities/format.js';
import { quantity } from '../../core/quantities/registry.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { useWidth } from '../../ui/use-width.js';
import classes from './compare.module.css';
import { DesignName, DesignNumber } from './design-number.js';
import type { Entry } from './entries.js';
import { askedInput, InputName, InputNumber } from './input-number.js';
import { changeText } from './input-text.js';
import { signedText } from '../../core/quantities/signed-text.js';

const ROW = 24;
const NAMES = 232;
const FIGURES = 84;
/** Bars for so many; all of them are in the table. */
const MOST_BARS = 12;

/** Which inputs make up the change of the batch time from one design to another. */
export function InputEffects({ a, b }: { readonly a: Entry; readonly b: Entry }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const found = useMemo(() => attributeInputs(a.design, b.design, quantity('total-time')), [a.design, b.design]);
  if (found === null) return null;
  const effects = found.effects.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  const change = found.to - found.from;
  const title = effectsFinding(effects, change, [a.letter, b.letter]);
  const bars = effects.filter(({ effect }) => effect !== 0).slice(0, MOST_BARS);
  const low = Math.min(0, ...bars.map(({ effect }) => effect));
  const high = Math.max(0, ...bars.map(({ effect }) => effect));
  const [left, right] = [NAMES, Math.max(NAMES + 1, width - FIGURES)];
  const x = (seconds: number): number => left + (high > low ? (seconds - low) / (high - low) : 0) * (right - left);
  const { unit, write } = columnFormat(Math.max(found.from, found.to), 'seconds');
  const signed = (seconds: number): string => (seconds > 0 ? `+${write(seconds)}` : write(seconds));
  const nameCell = (group: InputGroup) => {
    const [first] = group.inputs;
    if (first === undefined) return null;
    return (
      <InputName input={first} designs={[b, a]}>
        {groupLabel(group)}
      </InputName>
    );
  };
  const effectCell = ({ group, effect }: InputEffect) => {
    const [only, more] = group.inputs;
    // Of several that move as one, no single one is behind the number.
    if (only === undefined || more !== undefined) return signed(effect);
    return (
      <InputNumber input={only} designs={[b, a]}>
        {signed(effect)}
      </InputNumber>
    );
  };
  const columns: readonly Column<InputEffect>[] = [
    { id: 'input', header: 'Input', cell: ({ group }) => nameCell(group) },
    {
      id: 'change',
      header: `${a.letter} → ${b.letter}`,
      cell: ({ group }) => {
        const text = group.inputs.map(changeText).join('; ');
        return (
          <span className={classes['clipped']} data-hint={text}>
            {group.inputs.map((input, index) => (
              <Fragment key={input.path}>
                {index > 0 && '; '}
                <InputNumber input={input} designs={[b, a]} hint={text} alone={group.inputs.length > 1}>
                  {changeText(input)}
                </InputNumber>
              </Fragment>
            ))}
          </span>
        );
      },
    },
    { id: 'effect', header: `Effect, ${unit}`, numeric: true, width: 120, cell: effectCell },
  ];
  const how = found.allOrders ? 'averaged over all orders' : 'averaged over a fixed sample of orders';
  return (
    <ChartFrame
      name="input-effects"
      title={title}
      subtitle={`Effect of each input on the batch time, moved one at a time from ${a.letter} to ${b.letter}, ${how}`}
      tag={null}
      rows={() => [
        ['input', 'change', 'effect_s'],
        ...effects.map(({ group, effect }) => [groupLabel(group), group.inputs.map(changeText).join('; '), effect]),
        ['Batch time', '', change],
      ]}
      drawn={bars.length > 0}
    >
      <div ref={ref}>
        {bars.length > 0 && (
          <svg data-chart role="img" aria-label={title} width={width} height={bars.length * ROW}>
            <clipPath id="input-effect-names">
              <rect x={0} y={0} width={NAMES - 8} height={bars.length * ROW} />
            </clipPath>
            <line x1={x(0)} x2={x(0)} y1={0} y2={bars.length * ROW} className={classes['total']} />
            {bars.map(({ group, effect }, row) => (
              <g
                key={group.id}
                {...askedInput(group.inputs[0], [b, a])}
                data-hint={`${groupLabel(group)}: ${group.inputs.map(changeText).join('; ')}`}
              >
                <text x={0} y={row * ROW + 16} className={classes['name']} clipPath="url(#input-effect-names)">
                  {groupLabel(group)}
                </text>
                <rect
                  x={Math.min(x(0), x(effect))}
                  y={row * ROW + 4}
                  width={Math.max(1, Math.abs(x(effect) - x(0)))}
                  height={ROW - 8}
                  className={classes['effect']}
                  data-less={effect < 0 || undefined}
                />
                <text x={width} y={row * ROW + 16} textAnchor="end" className={classes['figure']}>
                  {signedText(effect, 'seconds')}
                </text>
              </g>
            ))}
          </svg>
        )}
      </div>
      <DataTable
        caption="Effect of each input on the batch time"
        columns={columns}
        rows={effects}
        rowId={({ group }) => group.id}
        totals={[
          <DesignName key="name" other={b.other} id="total-time">
            Batch time
          </DesignName>,
          '',
          <DesignNumber key="change" other={b.other} id="total-time">
            {signed(change)}
          </DesignNumber>,
        ]}
      />
      <p className={classes['note']}>
        Degrees, processors and batch move together. A design on the way that breaks a rule is passed over: the inputs
        that lead through it move as one and share what they bring.
      </p>
    </ChartFrame>
  );
}

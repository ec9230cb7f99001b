import { inputDifferences, type InputDifference } from '../../core/compare/input-differences.js';
import { inputLabel } from '../../core/inputs/input-label.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import classes from './compare.module.css';
import { entryTitle, type Entry } from './entries.js';
import { InputName, InputNumber } from './input-number.js';
import { inputText } from './input-text.js';

const WIDTH = 140;

/** The inputs that not all designs have the same. */
export function InputTable({ entries }: { readonly entries: readonly Entry[] }) {
  const differences = inputDifferences(entries.map(({ design }) => design));
  const count = differences.length;
  const columns: readonly Column<InputDifference>[] = [
    {
      id: 'input',
      header: 'Input',
      cell: (input) => (
        <InputName input={input} designs={entries.toReversed()}>
          {inputLabel(input.part, input.path)}
        </InputName>
      ),
    },
    ...entries.map((entry, index): Column<InputDifference> => ({
      id: entry.letter,
      header: entry.letter,
      hint: entryTitle(entry),
      numeric: true,
      width: WIDTH,
      cell: (input) => {
        const text = inputText(input.part, input.path, input.values[index]);
        return (
          <span className={classes['clipped']} data-hint={text}>
            <InputNumber input={input} designs={[entry]} hint={text}>
              {text}
            </InputNumber>
          </span>
        );
      },
    })),
  ];
  return (
    <ChartFrame
      name="inputs"
      title={
        count === 0 ? 'The designs have the same inputs' : `${count} ${count === 1 ? 'input differs' : 'inputs differ'}`
      }
      subtitle="Inputs that are not the same in all designs"
      tag={null}
      drawn={false}
      rows={() => [
        ['part', 'input', ...entries.map(entryTitle)],
        ...differences.map(({ part, path, values }) => [
          part,
          path,
          ...values.map((value) =>
            value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value),
          ),
        ]),
      ]}
    >
      {count > 0 && (
        <DataTable
          caption="Inputs that differ"
          columns={columns}
          rows={differences}
          rowId={({ part, path }) => `${part}.${path}`}
          minWidth={200 + WIDTH * entries.length}
        />
      )}
    </ChartFrame>
  );
}

import type { LayerCost } from '../../core/block/layer-cost.js';
import { csvText } from '../../core/quantities/csv.js';
import { totalId } from '../../core/quantities/formula/operation-ids.js';
import type { Stage } from '../../state/workbench.js';
import { DataTable, type Sort } from '../../ui/data-table.js';
import { download } from '../../ui/export-download.js';
import { memoInUnits } from '../../ui/memo-in-units.js';
import { layerColumns, layerNumbers, layersWidth, numberCell, totalOf } from './layer-columns.js';
import classes from './layer-table.module.css';
import { engineOf, STAGE_NAMES } from './operation-name.js';

interface LayerTableProps {
  readonly layers: readonly LayerCost[];
  readonly stage: Stage;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly tag: string | null;
}

/** Every operation of one block for one microbatch: work, traffic and memory. */
export const LayerTable = memoInUnits(function LayerTable({ layers, stage, sort, onSort, tag }: LayerTableProps) {
  const numbers = layerNumbers(layers, stage);
  const columns = layerColumns(numbers, stage);
  const saveCsv = (): void => {
    const rows = [
      ['operation', 'engine', ...numbers.map(({ id, unit }) => `${id} (${unit})`)],
      ...layers.map((layer) => [
        layer.name,
        engineOf(layer, stage),
        ...numbers.map((number) => number.value(layer, stage)),
      ]),
      ['Total', '', ...numbers.map((number) => totalOf(number, layers, stage))],
    ];
    download(`layers-${stage}.csv`, new Blob([csvText(rows)], { type: 'text/csv' }));
  };
  return (
    <section className={classes['layers']} aria-label="Operations of one block">
      <div className={classes['head']}>
        <h3>
          {layers.length === 0 ? 'Operations' : `${layers.length} operations`} of one block,{' '}
          {stage === 'optimizer' ? 'once a batch' : 'one microbatch'}: {STAGE_NAMES[stage].toLowerCase()}
        </h3>
        {tag !== null && <span className={classes['tag']}>{tag}</span>}
        <button type="button" data-hint="Save the table, in base units" onClick={saveCsv}>
          CSV
        </button>
      </div>
      <div className={classes['table']}>
        <DataTable
          caption={`Operations of one block: ${STAGE_NAMES[stage].toLowerCase()}`}
          columns={columns}
          rows={layers}
          rowId={(layer) => layer.name}
          rowProps={(layer) => ({ 'data-operation': layer.name })}
          sort={sort}
          onSort={onSort}
          totals={[
            'All operations',
            '',
            ...numbers.map((number) =>
              numberCell(totalOf(number, layers, stage), number.unit, totalId(number.figure(stage))),
            ),
          ]}
          minWidth={layersWidth(numbers)}
          grey={tag !== null}
        />
      </div>
    </section>
  );
});

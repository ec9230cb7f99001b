import type { VariedField } from '../../core/search/field-reader.js';
import classes from './row-filter-box.module.css';
import { FILTER_EXAMPLE, parseFilter, plain } from './row-filter.js';
import { codesOf, codeText, TABLE_COLUMNS } from './table-columns.js';
import { choose, useViewChoice } from './view-choices.js';

/** Every value of a choice as a filter that keeps it: `recompute=attentiononly`. */
const VALUES = TABLE_COLUMNS.filter((column) => column.kind === 'option' || column.kind === 'switch').map((column) => ({
  label: column.hint,
  values: codesOf(column).map((code) => {
    const text = codeText(column.id as VariedField, code);
    return { text, filter: `${column.key}=${plain(text)}`, key: column.key };
  }),
}));

/** The text with a condition on one column in place of those it had. */
function withValue(text: string, key: string, filter: string): string {
  const others = text.split(/\s+/).filter((word) => word !== '' && word !== key && !word.startsWith(`${key}=`));
  return [...others, filter].join(' ');
}

/** The filter of the table: typed, or by a value chosen from a list. */
export function RowFilterBox() {
  const filter = useViewChoice('filter');
  const { problem } = parseFilter(filter);
  return (
    <div className={classes['line']}>
      <input
        type="search"
        className={classes['box']}
        aria-label="Filter the strategies"
        aria-invalid={problem !== null || undefined}
        aria-describedby="row-filter-problem"
        placeholder={`Filter: ${FILTER_EXAMPLE}`}
        spellCheck={false}
        value={filter}
        onChange={(event) => choose({ filter: event.currentTarget.value })}
      />
      <select
        className={classes['values']}
        aria-label="Only rows with a value"
        value=""
        onChange={(event) => {
          const chosen = VALUES.flatMap(({ values }) => values).find(
            (each) => each.filter === event.currentTarget.value,
          );
          if (chosen !== undefined) choose({ filter: withValue(filter, chosen.key, chosen.filter) });
        }}
      >
        <option value="">Only…</option>
        {VALUES.map(({ label, values }) => (
          <optgroup key={label} label={label}>
            {values.map(({ text, filter: value }) => (
              <option key={value} value={value}>
                {label}: {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p id="row-filter-problem" className={classes['problem']} title={problem ?? undefined}>
        {problem}
      </p>
    </div>
  );
}

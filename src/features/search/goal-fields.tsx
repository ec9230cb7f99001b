import { OBJECTIVES, WHOLE_SEARCH, type Objective, type SearchInput } from '../../core/inputs/search-input.js';
import { grouped } from '../../core/quantities/grouped.js';
import { useWorkbench, workbench } from '../../state/workbench.js';
import { OptionalNumber } from '../../ui/optional-number.js';
import { shortText } from '../../ui/quantity-text.js';
import { shownUnit } from '../../core/quantities/shown-unit.js';
import box from '../../ui/select-box.module.css';
import { SettingRow } from './setting-row.js';
import row from './setting-row.module.css';
import classes from './settings.module.css';
import { SmallSwitch } from '../../ui/small-switch.js';

const OBJECTIVE_LABELS: Readonly<Record<Objective, string>> = {
  rate: 'Highest sample rate',
  mfu: 'Highest MFU',
  rate_per_processor: 'Highest rate per processor',
  least_hbm: 'Least HBM near the best rate',
};

/** What is best, and the limits of the whole: batch, HBM, rate. */
export function GoalFields() {
  const search = useWorkbench((state) => state.search);
  const strategyBatch = useWorkbench((state) => state.strategy.value.batch_size);
  const hbm = useWorkbench((state) => state.system.value.mem1.GiB);
  const edit = (patch: Partial<SearchInput>): void => workbench().getState().editSearch(patch);
  return (
    <div className={classes['group']} role="group" aria-label="Objective and limits">
      <SettingRow
        label="Objective"
        help="What the best strategy is the best at"
        changed={search.objective !== WHOLE_SEARCH.objective}
        wholeText={OBJECTIVE_LABELS[WHOLE_SEARCH.objective]}
        whole={{ objective: WHOLE_SEARCH.objective }}
      >
        <select
          className={box['select']}
          aria-label="Objective"
          value={search.objective}
          onChange={(event) => {
            const objective = OBJECTIVES.find((each) => each === event.currentTarget.value);
            if (objective !== undefined) edit({ objective });
          }}
        >
          {OBJECTIVES.map((objective) => (
            <option key={objective} value={objective}>
              {OBJECTIVE_LABELS[objective]}
            </option>
          ))}
        </select>
      </SettingRow>
      <SettingRow
        label="Share of best rate"
        help="For least HBM: the share of the best rate that a strategy has to reach"
        changed={search.least_hbm_share !== WHOLE_SEARCH.least_hbm_share}
        wholeText={`${WHOLE_SEARCH.least_hbm_share * 100} %`}
        whole={{ least_hbm_share: WHOLE_SEARCH.least_hbm_share }}
      >
        <OptionalNumber
          label="Share of the best rate"
          value={search.least_hbm_share}
          placeholder="95"
          limits={{ unit: '%', min: 0, max: 1 }}
          disabled={search.objective !== 'least_hbm'}
          onChange={(share) => edit({ least_hbm_share: share ?? WHOLE_SEARCH.least_hbm_share })}
        />
        <span className={row['unit']}>%</span>
      </SettingRow>
      <SettingRow
        label="Maximum batch"
        help="The largest global batch; each d uses its largest multiple below"
        changed={search.max_batch !== null}
        wholeText="that of the strategy"
        whole={{ max_batch: null }}
      >
        <OptionalNumber
          label="Maximum batch"
          value={search.max_batch}
          placeholder={grouped(strategyBatch)}
          limits={{ unit: 'samples', integer: true, min: 1, max: 1e9 }}
          onChange={(max_batch) => edit({ max_batch })}
        />
        <span className={row['unit']}>samples</span>
      </SettingRow>
      <SettingRow
        label="HBM at most"
        help="Use no more than this much HBM"
        changed={search.hbm_limit_GiB !== null}
        wholeText="all there is"
        whole={{ hbm_limit_GiB: null }}
      >
        <OptionalNumber
          label="HBM at most"
          value={search.hbm_limit_GiB}
          placeholder={shortText(hbm, 'GiB')}
          limits={{ unit: 'GiB', min: 0, max: 1e9 }}
          onChange={(hbm_limit_GiB) => edit({ hbm_limit_GiB })}
        />
        <span className={row['unit']}>{shownUnit('GiB').text}</span>
      </SettingRow>
      <SettingRow
        label="Rate at least"
        help="Leave out strategies below this rate"
        changed={search.least_rate > 0}
        wholeText="any"
        whole={{ least_rate: 0 }}
      >
        <OptionalNumber
          label="Rate at least"
          value={search.least_rate > 0 ? search.least_rate : null}
          placeholder="any"
          limits={{ unit: 'samples/s', min: 0, max: 1e15 }}
          onChange={(rate) => edit({ least_rate: rate ?? 0 })}
        />
        <span className={row['unit']}>samples/s</span>
      </SettingRow>
      <SettingRow
        label="Microbatch break"
        help="Skip larger microbatches once one fits on no tier, as the reference can; skipped ones are not counted"
        changed={search.microbatch_break}
        wholeText="off"
        whole={{ microbatch_break: false }}
      >
        <SmallSwitch
          label={search.microbatch_break ? 'on' : 'off'}
          name="Microbatch break"
          hint="Skip larger microbatches once one does not fit"
          checked={search.microbatch_break}
          onChange={(microbatch_break) => edit({ microbatch_break })}
        />
      </SettingRow>
    </div>
  );
}

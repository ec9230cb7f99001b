import { useResults } from '../../state/results.js';
import type { DesignReport } from '../../core/report.js';
import { useWorkbench } from '../../state/workbench.js';
import { ChoiceInput, SwitchInput } from '../../ui/bound-inputs.js';
import { fieldAt } from '../../core/inputs/fields.js';
import { EffectCells, EffectHeads } from './effect-cells.js';
import { forbiddenReason } from '../../core/forbidden-reason.js';
import type { StrategyInput } from '../../core/inputs/design.js';

type FlagPath = { [K in keyof StrategyInput]: StrategyInput[K] extends boolean ? K : never }[keyof StrategyInput];
type ChoicePath =
  'activation_recompute' | 'tensor_par_comm_type' | 'tensor_par_overlap' | 'datatype' | 'attention_type';

/** A flag of the strategy: what it does, what flipping it would do now, and the rule that forbids it if one does. */
export function FlagSwitch({ path }: { readonly path: FlagPath }) {
  const on = useWorkbench((state) => state.strategy.value[path]);
  const forbidden = useResults((state) => forbiddenReason(state.report, path, !on));
  return (
    <SwitchInput
      part="strategy"
      path={path}
      explained
      forbidden={forbidden}
      aside={<EffectCells path={path} value={!on} doing={on ? 'Turn off' : 'Turn on'} />}
    />
  );
}

/** The reasons of all options as one string, so that the field is drawn again only when one of them changes. */
function forbiddenKey(report: DesignReport | null, path: string, values: readonly string[]): string {
  return values.map((value) => forbiddenReason(report, path, value) ?? '').join('\t');
}

/** A choice of the strategy, each option with what it would do now. */
export function FlagChoice({ path }: { readonly path: ChoicePath }) {
  const field = fieldAt('strategy', path);
  const options = field?.kind === 'choice' ? field.options : [];
  const values = options.map((option) => option.value);
  const reasons = useResults((state) => forbiddenKey(state.report, path, values)).split('\t');
  return (
    <ChoiceInput
      part="strategy"
      path={path}
      aside={<EffectHeads />}
      more={(value) => ({
        forbidden: reasons[values.indexOf(value)] || undefined,
        aside: (
          <EffectCells
            path={path}
            value={value}
            doing={options.find((option) => option.value === value)?.label ?? value}
          />
        ),
      })}
    />
  );
}

import { grouped } from '../../core/quantities/grouped.js';
import { useResults } from '../../state/results.js';
import { useWorkbench } from '../../state/workbench.js';
import { Facts } from '../../ui/facts.js';

const LARGE = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** A large count as people say it: 174.6 B parameters (10⁹), 4.75 M tokens. */
function largeCount(count: number | null): string {
  if (count === null || !Number.isFinite(count)) return '—';
  const [factor, suffix] = LARGE.find(([each]) => count >= each) ?? [1, ''];
  return `${(count / factor).toPrecision(4)} ${suffix}`.trim();
}

/** What the sizes come to. */
export function ModelFacts() {
  const parameters = useResults((state) => state.report?.parameters ?? null);
  const tokens = useWorkbench((state) => state.strategy.value.batch_size * state.model.value.seq_size);
  return (
    <Facts
      facts={[
        {
          label: 'Parameters',
          text: largeCount(parameters),
          help: parameters === null ? '' : grouped(parameters),
          how: 'parameters',
        },
        {
          label: 'Tokens a batch',
          text: largeCount(tokens),
          help: `batch · sequence length = ${grouped(tokens)}`,
          how: 'batch-tokens',
        },
      ]}
    />
  );
}

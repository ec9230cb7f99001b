import type { StrategyInput } from '../core/inputs/design.js';
import { grouped } from '../core/quantities/grouped.js';

/** The processors and how they are split: “×4,096 · t8 p64 d8”. */
export const planText = ({
  num_procs: processors,
  tensor_par: t,
  pipeline_par: p,
  data_par: d,
}: Pick<StrategyInput, 'num_procs' | 'tensor_par' | 'pipeline_par' | 'data_par'>): string =>
  `×${grouped(processors)} · t${t} p${p} d${d}`;

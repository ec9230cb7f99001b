import type { Operation } from '../../block/operation.js';

/** The stages of an operation. */
export const STAGES = ['forward', 'agrad', 'wgrad', 'optimizer'] as const;
export type Stage = (typeof STAGES)[number];

/** The id of a figure of one operation: `op/AttnBlock_Query/activations`, `op/AttnBlock_Query/forward/flop`. */
export const operationId = (name: string, field: string): string => `op/${name}/${field}`;
/** The id of the sum of a figure over all operations: `all/forward/flop`. */
export const totalId = (field: string): string => `all/${field}`;

export const operationOf = (id: string): string | null => /^op\/(\w+)\//.exec(id)?.[1] ?? null;

/** "AttnBlock_Multihead_Key_Query" as "Attn Multihead Key Query". */
export const operationLabel = ({ name }: Pick<Operation, 'name'>): string =>
  name.replace('AttnBlock_', 'Attn ').replace('MlpBlock_', 'MLP ').replaceAll('_', ' ');

export const STAGE_LABELS: Readonly<Record<Stage, { readonly label: string; readonly short: string }>> = {
  forward: { label: 'forward', short: 'fw' },
  agrad: { label: 'activation gradient', short: 'ag' },
  wgrad: { label: 'weight gradient', short: 'wg' },
  optimizer: { label: 'optimizer', short: 'opt' },
};

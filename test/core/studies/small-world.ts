import type { StudyWorld } from '../../../src/core/studies/study.js';
import { presetWorld } from './run-study.js';

const { current } = presetWorld;

/** The presets' world with another design at the left. */
export const worldOf = (design: StudyWorld['current']): StudyWorld => ({
  ...presetWorld,
  model: (id) => (id === 'current' ? { name: 'own', value: design.model } : presetWorld.model(id)),
  system: (id) => (id === 'current' ? { name: 'own', value: design.system } : presetWorld.system(id)),
  current: design,
});

/** Four blocks of Megatron 22B on 8 A100: searched in some milliseconds. */
export const tinyDesign: StudyWorld['current'] = {
  ...current,
  model: { hidden: 6144, feedforward: 24_576, seq_size: 2048, attn_heads: 64, attn_size: 96, num_blocks: 4 },
  strategy: {
    ...current.strategy,
    num_procs: 8,
    tensor_par: 2,
    pipeline_par: 2,
    data_par: 2,
    batch_size: 8,
    microbatch_size: 1,
    pipeline_interleaving: 1,
    activation_recompute: 'full' as const,
    optimizer_sharding: false,
    data_par_overlap: false,
    seq_par_ag_redo: false,
  },
};

export const tinyWorld: StudyWorld = worldOf(tinyDesign);

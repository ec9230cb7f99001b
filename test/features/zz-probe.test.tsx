// @vitest-environment happy-dom
import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { makeFinder } from '../../src/app/fuzzy.js';
import { keysText } from '../../src/app/shortcuts.js';
import { paletteEntries } from '../../src/features/palette/entries.js';
import { Finder } from '../../src/features/palette/found.js';
import { openingState } from '../../src/share/opening-state.js';
import { createWorkbench } from '../../src/state/create-workbench.js';
import { provideWorkbench } from '../../src/state/workbench.js';
import { PRESETS } from '../state/preset-files.js';
import { commandsStub } from './commands.js';
it('probe', () => {
  provideWorkbench(createWorkbench(openingState(PRESETS), PRESETS));
  const finder = new Finder(paletteEntries(commandsStub(), keysText, null), makeFinder, []);
  const out = ['', 'recompute none','recompute full','recompute','infiniband','nvlink','nvlink 450','nvlink 5 us','scale-out','scale out','scale-up','ib','ib 50','ethernet','interconnect','zero','zero-1','zero 1','zero on','flash attention','gpus','cards','gpu','accelerators','bs','bs 512','global batch','global batch 512','checkpointing','checkpoint','ddr','cxl','host memory','host memory 512','vram','vram 80','optimizer sharding on','tier 0 filled exactly on','network','latency 5 us','tp 4','undo','redo','reset', 'gbs 512', 'batch 512','memory 80','hbm 120 GB','mfu','communication', 'network bandwidth','bandwidth'].map((q) => {
    const f = finder.found(q);
    return `## ${q} (${f.total})\n` + f.groups.flatMap((g) => g.rows.map((r) => `   [${g.name}] ${r.entry.label}${r.problem ? ' !! ' + r.problem : ''}`)).slice(0, 8).join('\n');
  });
  writeFileSync(process.env['PROBE'] ?? '/tmp/pal/probe.txt', out.join('\n'));
});

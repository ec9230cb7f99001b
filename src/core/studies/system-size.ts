import type { SystemInput } from '../inputs/design.js';
import { missingWorkloads, modelOf, pointProblems } from './problems.js';
import { coarseToFine } from './coarse-to-fine.js';
import { searchedDesign, wholeSearch } from './setting.js';
import type { Findings, Study, StudyPoint, StudyProblem, StudyWorld } from './study.js';
import { systemSizeReport } from './system-size-report.js';
import { splitExists } from './drop-cause.js';
import {
  CLIFF,
  lostSizes,
  MOST_SIZES,
  sameSplitKey,
  sizeKey,
  sizesOf,
  SYSTEM_SIZE_FIELDS,
  systemWith,
} from './system-size-inputs.js';
import type { SystemSizeInputs } from './system-size-inputs.js';
import { count } from './words.js';

/** The system of each series, made once: thousands of questions share it. */
function systemsOf(inputs: SystemSizeInputs, world: StudyWorld): Readonly<Record<string, SystemInput>> {
  return { off: systemWith(inputs, world, 'off'), on: systemWith(inputs, world, 'on') };
}

function pointOf(
  inputs: SystemSizeInputs,
  world: StudyWorld,
  systems: Readonly<Record<string, SystemInput>>,
  at: { readonly tier2: string; readonly workload: readonly [string, number]; readonly processors: number },
): StudyPoint {
  const { tier2, workload, processors } = at;
  const [id, maxBatch] = workload;
  const model = modelOf(world, id);
  const { microbatchBreak } = inputs;
  const system = systems[tier2] as SystemInput;
  return {
    key: sizeKey(tier2, id, processors),
    label: `${model.name}, ${count(processors)} processors, ${tier2 === 'on' ? 'with' : 'without'} tier 2`,
    question: {
      design: searchedDesign(model.value, system, processors),
      searches: [wholeSearch(maxBatch, microbatchBreak)],
    },
  };
}

function points(inputs: SystemSizeInputs, world: StudyWorld): readonly StudyPoint[] {
  const sizes = sizesOf(inputs);
  const lost = lostSizes(inputs);
  const systems = systemsOf(inputs, world);
  return ['off', 'on']
    .filter((tier2) => inputs.tier2.includes(tier2))
    .flatMap((tier2) => {
      const swept = coarseToFine(sizes.length).map((place) => sizes[place] as number);
      const extra = lost.filter((n) => !sizes.includes(n));
      return [...swept, ...extra].flatMap((processors) =>
        inputs.workloads.map((workload) => pointOf(inputs, world, systems, { tier2, workload, processors })),
      );
    });
}

/** For each cliff where the split that won before still exists: how it fares alone. */
function more(inputs: SystemSizeInputs, world: StudyWorld, findings: Findings): readonly StudyPoint[] {
  const sizes = sizesOf(inputs);
  const systems = systemsOf(inputs, world);
  return inputs.tier2.flatMap((tier2) =>
    inputs.workloads.flatMap((workload) =>
      sizes.slice(1).flatMap((processors, i): readonly StudyPoint[] => {
        const before = findings.get(sizeKey(tier2, workload[0], sizes[i] as number));
        const after = findings.get(sizeKey(tier2, workload[0], processors));
        if (!before?.best || after === undefined) return [];
        if ((after.best?.rate ?? 0) >= (1 - CLIFF) * before.best.rate || !splitExists(before, processors)) return [];
        const { tensor_par: t, pipeline_par: p } = before.best.strategy;
        const point = pointOf(inputs, world, systems, { tier2, workload, processors });
        const [search] = point.question.searches;
        const bounds = { tensor_par: [t, t] as const, pipeline_par: [p, p] as const };
        return [
          {
            key: sameSplitKey(tier2, workload[0], processors),
            label: `${point.label}, t ${t}, p ${p}`,
            question: { ...point.question, searches: search === undefined ? [] : [{ ...search, bounds }] },
          },
        ];
      }),
    ),
  );
}

function problems(inputs: SystemSizeInputs, world: StudyWorld): readonly StudyProblem[] {
  const missing = missingWorkloads(world, inputs);
  if (inputs.to < inputs.from)
    return [...missing, { field: 'to', message: `Sizes to ${inputs.to} must be at least ${inputs.from}.` }];
  const sizes = sizesOf(inputs).length;
  if (sizes > MOST_SIZES)
    return [
      ...missing,
      { field: 'step', message: `That is more than ${count(MOST_SIZES)} sizes: choose a larger step.` },
    ];
  if (missing.length > 0) return missing;
  const [workload] = inputs.workloads;
  const [tier2 = 'off'] = inputs.tier2;
  if (workload === undefined) return [];
  const systems = systemsOf(inputs, world);
  return pointProblems([pointOf(inputs, world, systems, { tier2, workload, processors: inputs.to })]);
}

/** Study 3, Figs. 7, 10 and 11: the right size of system, and what is lost beside it. */
export const SYSTEM_SIZE: Study<typeof SYSTEM_SIZE_FIELDS> = {
  id: 'system-size',
  title: 'System size',
  figure: 'Figs. 7, 10, 11',
  question: 'Which sizes of system does a model run well on, and why does it fall off a cliff beside them?',
  runs: 'when-asked',
  fields: SYSTEM_SIZE_FIELDS,
  problems,
  points,
  more,
  report: systemSizeReport,
};

import type { Evaluation } from '../../evaluation.js';
import type { Design } from '../../inputs/design.js';
import { BATCH_FORMULAS } from './batch-formulas.js';
import { BLOCK_FORMULAS } from './block-formulas.js';
import { DATA_PARALLEL_FORMULAS } from './data-parallel-formulas.js';
import type { Definition } from './definition.js';
import { DERIVED_FORMULAS, recommunicatedExposed, runningSums } from './derived-formulas.js';
import { evaluateExpression, type Scope } from './evaluate-expression.js';
import type { Expression } from './expression.js';
import { inputQuantity, type InputQuantity } from './inputs.js';
import { MEMORY_FORMULAS } from './memory-formulas.js';
import { NETWORK_FORMULAS } from './network-formulas.js';
import { noTraffic, operationTraffic } from './operation-exchange.js';
import { operationOf, STAGES } from './operation-ids.js';
import { operationOverlap } from './operation-overlap.js';
import { OFFLOAD_FORMULAS } from './offload-formulas.js';
import { operationRoofline } from './operation-roofline.js';
import { OPERATION_SHAPES } from './operation-shapes.js';
import { operationSizes } from './operation-sizes.js';
import { operationWork } from './operation-work.js';
import { PASS_FORMULAS } from './pass-formulas.js';
import { SCHEDULE_FORMULAS } from './schedule-formulas.js';
import { workingsOf, type Workings } from './workings.js';

const FIXED: ReadonlyMap<string, Definition> = new Map(
  [
    ...SCHEDULE_FORMULAS,
    ...NETWORK_FORMULAS,
    ...BLOCK_FORMULAS,
    ...PASS_FORMULAS,
    ...OFFLOAD_FORMULAS,
    ...BATCH_FORMULAS,
    ...DATA_PARALLEL_FORMULAS,
    ...MEMORY_FORMULAS,
    ...DERIVED_FORMULAS,
  ].map((definition) => [definition.id, definition]),
);

/** A quantity with its formula and its value in one design. */
export interface Explained {
  readonly definition: Definition;
  readonly formula: Expression;
  /** NaN where the quantity does not exist in this design. */
  readonly value: number;
}

/** How every number of one design is computed. */
export interface Explainer {
  /** null for an input, and where this design has no such quantity. */
  readonly quantity: (id: string) => Explained | null;
  readonly input: (id: string) => InputQuantity | null;
  /** Every quantity there is in this design, inner ones and those of each operation included. */
  readonly ids: () => readonly string[];
  readonly scope: Scope;
}

/** All figures of one operation. */
function definitionsOf(name: string, workings: Workings): Definition[] {
  const op = workings.operation(name);
  const described = OPERATION_SHAPES[name];
  if (op === undefined || described === undefined) return [];
  const { shape } = described;
  return [
    ...operationSizes(op, described),
    ...STAGES.flatMap((stage) => operationWork(op, shape, stage)),
    ...(shape.kind === 'exchange' ? [] : STAGES.flatMap((stage) => operationRoofline(op, shape, stage))),
    ...('side' in shape ? operationTraffic(op, shape) : noTraffic(op)),
    ...(shape.kind === 'overlapped' ? operationOverlap(op) : []),
  ];
}

/** Explains the numbers of `evaluation`, which is that of `design`. Values are computed when they are asked for. */
export function explainerOf(design: Design, evaluation: Evaluation): Explainer {
  const workings = workingsOf(design, evaluation);
  const added = new Map<string, Definition>(
    [...runningSums(workings), ...recommunicatedExposed(workings)].map((each) => [each.id, each]),
  );
  const described = new Set<string>();
  const describe = (name: string): void => {
    if (described.has(name)) return;
    described.add(name);
    for (const each of definitionsOf(name, workings)) added.set(each.id, each);
  };
  const definitionOf = (id: string): Definition | undefined => {
    const name = operationOf(id);
    if (name !== null) describe(name);
    return FIXED.get(id) ?? added.get(id);
  };
  const values = new Map<string, number>();
  const inputs = new Map<string, InputQuantity | null>();
  const input = (id: string): InputQuantity | null => {
    const known = inputs.get(id);
    if (known !== undefined) return known;
    const found = inputQuantity(id, design);
    inputs.set(id, found);
    return found;
  };
  const compute = (id: string): number => {
    const asInput = input(id);
    if (asInput !== null) return asInput.value;
    const definition = definitionOf(id);
    if (definition === undefined) throw new Error(`no quantity "${id}" in this design`);
    if (definition.value !== null) return definition.value(workings) ?? Number.NaN;
    return evaluateExpression(definition.formula(workings), scope);
  };
  const scope: Scope = {
    value: (id) => {
      const known = values.get(id);
      if (known !== undefined) return known;
      const value = compute(id);
      values.set(id, value);
      return value;
    },
    input: (id) => input(id)?.typed,
  };
  const quantities = new Map<string, Explained | null>();
  const quantity = (id: string): Explained | null => {
    const known = quantities.get(id);
    if (known !== undefined) return known;
    const definition = definitionOf(id);
    const found =
      definition === undefined ? null : { definition, formula: definition.formula(workings), value: scope.value(id) };
    quantities.set(id, found);
    return found;
  };
  return {
    scope,
    input,
    quantity,
    ids: () => {
      for (const { name } of workings.operations) describe(name);
      return [...FIXED.keys(), ...added.keys()];
    },
  };
}

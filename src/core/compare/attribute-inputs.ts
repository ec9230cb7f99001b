import { evaluateDesign } from '../evaluate.js';
import type { Design } from '../inputs/design.js';
import type { Quantity } from '../quantities/quantity.js';
import { inputDifferences, withInputsOf } from './input-differences.js';
import { inputGroups, type InputGroup } from './input-groups.js';
import { MOST_IN_ALL_ORDERS, orderAverage } from './order-average.js';

/** What a change of inputs does to a quantity, in the quantity's SI unit. */
export interface InputEffect {
  readonly group: InputGroup;
  readonly effect: number;
}

export interface Attribution {
  readonly from: number;
  readonly to: number;
  /** In the order of the inputs; together they are `to` − `from`. */
  readonly effects: readonly InputEffect[];
  /** Whether every order was walked; else a fixed sample of them, which adds up just as well. */
  readonly allOrders: boolean;
}

function valueIn(design: Design, quantity: Quantity): number | null {
  const outcome = evaluateDesign(design);
  const value = outcome.kind === 'invalid' ? null : quantity.value(outcome.evaluation);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** `a` with the groups given moved. An order asks for one group more each time: then only that one is moved. */
function steppedDesign(a: Design, groups: readonly InputGroup[]): (members: readonly number[]) => Design {
  let last: readonly number[] = [];
  let made = a;
  return (members) => {
    const isNext = members.length === last.length + 1 && last.every((member, index) => member === members[index]);
    const moved = isNext ? members.slice(-1) : members;
    made = withInputsOf(
      isNext ? made : a,
      moved.flatMap((member) => groups[member]?.inputs ?? []),
      1,
    );
    last = members;
    return made;
  };
}

/**
 * Which of the inputs that differ make up the change of a quantity from `a` to `b`: each is moved from its value in `a`
 * to that in `b`, one at a time, and what it brings is averaged over the orders in which that can be done. A design on
 * the way that is invalid (or lacks the quantity) is passed over: see `orderAverage`. What is infeasible has numbers
 * and counts. Null when `a` or `b` has no such number.
 */
export function attributeInputs(a: Design, b: Design, quantity: Quantity): Attribution | null {
  const [from, to] = [valueIn(a, quantity), valueIn(b, quantity)];
  if (from === null || to === null) return null;
  const groups = inputGroups(inputDifferences([a, b]));
  const designWith = steppedDesign(a, groups);
  const effects = orderAverage(groups.length, from, to, (members) =>
    members.length === groups.length ? to : valueIn(designWith(members), quantity),
  );
  return {
    from,
    to,
    effects: groups.map((group, index) => ({ group, effect: effects[index] ?? 0 })),
    allOrders: groups.length <= MOST_IN_ALL_ORDERS,
  };
}

import { includedTerms, takenBranch, type Scope } from './evaluate-expression.js';
import type { Condition, Expression } from './expression.js';

/**
 * Every quantity an expression refers to, each once, in the order of reading: with a scope those of the branches that are
 * taken there and of the terms that are included, else of all.
 */
export function references(expression: Expression, scope?: Scope): readonly string[] {
  const found = new Set<string>();
  collect(expression, scope, found);
  return [...found];
}

/** What decides which terms of its sums are included. */
export function sumConditions(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (each: Expression): void => {
    if (each.kind === 'sum') for (const { where } of each.terms) if (where !== undefined) found.add(where);
    parts(each).forEach(visit);
  };
  visit(expression);
  return found;
}

/** The expressions right beneath one, those of conditions left out. */
function parts(each: Expression): readonly Expression[] {
  switch (each.kind) {
    case 'add':
      return each.terms;
    case 'subtract':
      return [each.from, ...each.what];
    case 'multiply':
      return each.factors;
    case 'divide':
      return [each.top, each.bottom];
    case 'call':
      return each.of;
    case 'cases':
      return [...each.cases.map(({ gives }) => gives), each.otherwise];
    case 'lookup':
      return [each.size];
    default:
      return [];
  }
}

function collect(each: Expression, scope: Scope | undefined, found: Set<string>): void {
  switch (each.kind) {
    case 'quantity':
      found.add(each.id);
      return;
    case 'selected':
      found.add(each.id);
      each.by.forEach((id) => found.add(id));
      return;
    case 'law':
      found.add(each.law);
      each.by.forEach((id) => found.add(id));
      return;
    case 'lookup':
      found.add(each.curve);
      collect(each.size, scope, found);
      return;
    case 'sum':
      for (const { id } of scope === undefined ? each.terms : includedTerms(each, scope)) found.add(id);
      for (const { where } of each.terms) if (where !== undefined) found.add(where);
      return;
    case 'cases': {
      const taken = scope === undefined ? undefined : takenBranch(each, scope);
      for (const branch of each.cases) {
        collectCondition(branch.when, scope, found);
        if (taken === undefined || branch.gives === taken) collect(branch.gives, scope, found);
        if (branch.gives === taken) return;
      }
      collect(each.otherwise, scope, found);
      return;
    }
    default:
      for (const part of parts(each)) collect(part, scope, found);
  }
}

function collectCondition(condition: Condition, scope: Scope | undefined, found: Set<string>): void {
  switch (condition.kind) {
    case 'is':
      found.add(condition.input);
      return;
    case 'all':
    case 'any':
      for (const each of condition.of) collectCondition(each, scope, found);
      return;
    case 'compare':
      collect(condition.left, scope, found);
      collect(condition.right, scope, found);
  }
}

// An effect that happens only for one outcome of a test: `a && f()` as a statement.
import type { Expression } from '../program/nodes.ts';
import { BOOLEAN } from '../program/types.ts';
import { conditional, sequence } from './build.ts';
import { constant } from './numbers/literal.ts';

/** Evaluates `effect` unless `test` is `skipped`. The value, a boolean, means nothing. */
export function skipWhen(test: Expression, effect: Expression, skipped: boolean): Expression {
  const { span } = effect;
  const done = constant(BOOLEAN, false, span);
  const run = sequence([effect], done, span);
  return skipped ? conditional(test, done, run, span) : conditional(test, run, done, span);
}

// A boolean expression → a branch. `!`, `&&`, `||` and `?:` become control flow, so that each side has exactly the
// assignments made on the way to it (TypeScript's definite assignment counts on that).
import type { Expression } from '../program/nodes.ts';
import type { FunctionFlow, Join } from './function-flow.ts';
import type { ConditionHandler } from './handler.ts';
import { bindLet } from './let-bindings.ts';
import { branchOnTruth } from './truthiness.ts';

type ControlKind = 'logical' | 'unary' | 'conditional' | 'convert' | 'let' | 'sequence';

const CONDITIONS: { readonly [K in ControlKind]: ConditionHandler<K> } = {
  logical: (flow, { operator, left, right }, whenTrue, whenFalse) => {
    const between = flow.join();
    if (operator === '&&') flow.condition(left, between, whenFalse);
    else flow.condition(left, whenTrue, between);
    flow.enter(between);
    flow.condition(right, whenTrue, whenFalse);
  },
  /** `!` is the only boolean one. */
  unary: (flow, { operand }, whenTrue, whenFalse) => flow.condition(operand, whenFalse, whenTrue),
  conditional: (flow, { test, whenTrue: yes, whenFalse: no }, whenTrue, whenFalse) => {
    const [first, second] = [flow.join(), flow.join()];
    flow.condition(test, first, second);
    flow.enter(first);
    flow.condition(yes, whenTrue, whenFalse);
    flow.enter(second);
    flow.condition(no, whenTrue, whenFalse);
  },
  convert: (flow, test, whenTrue, whenFalse) => {
    if (test.conversion === 'to-boolean') {
      return branchOnTruth(flow, flow.expression(test.operand), test.span, whenTrue, whenFalse);
    }
    flow.branch(flow.expression(test), whenTrue, whenFalse);
  },
  let: (flow, { bindings, body }, whenTrue, whenFalse) =>
    flow.scoped(() => {
      bindLet(flow, bindings);
      flow.condition(body, whenTrue, whenFalse);
    }),
  sequence: (flow, { effects, value }, whenTrue, whenFalse) => {
    flow.expressions(effects);
    flow.condition(value, whenTrue, whenFalse);
  },
};

const byKind: { readonly [kind: string]: unknown } = CONDITIONS;

export function condition(
  flow: FunctionFlow,
  test: Expression,
  whenTrue: Join,
  whenFalse: Join,
): void {
  const handler = byKind[test.kind] as
    ((flow: FunctionFlow, test: Expression, whenTrue: Join, whenFalse: Join) => void) | undefined;
  if (handler) handler(flow, test, whenTrue, whenFalse);
  else flow.branch(flow.expression(test), whenTrue, whenFalse);
}

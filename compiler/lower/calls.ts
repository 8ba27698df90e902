// Calls pass every low value of every argument, and give all those of the result. `select` chooses each low value.
import { representation } from '../graph/representation.ts';
import type { Expander } from './operands.ts';

const call: Expander = (low, { op, all }) => {
  const types = op.results.flatMap(({ type }) => representation(type));
  return low.results(op.name, all, types, op.attributes);
};

const select: Expander = (low, operands) =>
  operands.parts(1).map((whenTrue, index) => {
    const whenFalse = operands.parts(2)[index] ?? whenTrue;
    return low.value('select', [operands.scalar(0), whenTrue, whenFalse]);
  });

export const CALLS = {
  direct_call: call,
  c_call: call,
  runtime_call: call,
  pending_object: call,
  pending_message: call,
  host_call: call,
  host_hold: call,
  host_collect: call,
  host_error: call,
  host_field: call,
  host_no_field: call,
  runtime_query: call,
  select,
} as const satisfies { readonly [name: string]: Expander };

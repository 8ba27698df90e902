// The bindings of a `let` expression: each value, in order, into its fresh local.
import type { Binding } from '../program/nodes.ts';
import type { FunctionFlow } from './function-flow.ts';

export function bindLet(flow: FunctionFlow, bindings: readonly Binding[]): void {
  for (const { local, value } of bindings) flow.declare(local, flow.expression(value));
}

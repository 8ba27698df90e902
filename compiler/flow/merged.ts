// A value that comes by several ways: each way writes it, what follows the join reads it.
import type { Value } from '../graph/graph.ts';
import type { Local } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import { NOTHING, type FunctionFlow } from './function-flow.ts';

/** `build` gets the function that each way calls with its value, and leaves the flow behind the join. */
export function merged(
  flow: FunctionFlow,
  type: RtsType,
  build: (deliver: (value: Value) => void) => void,
): Value {
  const result: Local = { name: '', type, mutable: true };
  return flow.scoped(() => {
    flow.declare(result, null);
    build((value) => flow.write(result, value));
    return type.kind === 'void' || type.kind === 'never' ? NOTHING : flow.held(result);
  });
}

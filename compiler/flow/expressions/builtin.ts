// A builtin: the op, or the function of the runtime library, that its row names.
import { BUILTINS, type BuiltinName } from '../../builtins/builtins.ts';
import { RUNTIME_FUNCTIONS } from '../../builtins/runtime-functions.ts';
import { NO_ATTRIBUTES, type OpAttributes } from '../../graph/ops.ts';
import type { ElementName } from '../../program/types.ts';
import type { Value } from '../../graph/graph.ts';
import { NOTHING, type FunctionFlow } from '../function-flow.ts';
import type { ExpressionHandler, ExpressionOf } from '../handler.ts';
import { checkBuiltin, noteBuiltin } from '../memory-checks.ts';

export const builtinExpression: ExpressionHandler<'builtin'> = (flow, expression) => {
  const args = flow.expressions(expression.arguments);
  if (checkBuiltin(flow, args, expression)) return NOTHING;
  const result = emitted(flow, args, expression);
  noteBuiltin(flow, args, result, expression);
  return result;
};

function emitted(
  flow: FunctionFlow,
  args: readonly Value[],
  { builtin, type, span }: ExpressionOf<'builtin'>,
): Value {
  const { emit } = BUILTINS[builtin];
  if ('op' in emit) return flow.call(emit.op, args, type, span, attributesOf(builtin));
  const op = RUNTIME_FUNCTIONS[emit.runtime].raises ? 'runtime_call' : 'runtime_query';
  return flow.call(op, args, type, span, { runtime: emit.runtime });
}

/** `dataview.get.i16` and its kin carry their element. */
function attributesOf(builtin: BuiltinName): OpAttributes {
  const [, element] = /^dataview\.[gs]et\.(.*)$/.exec(builtin) ?? [];
  return element === undefined ? NO_ATTRIBUTES : { element: element as ElementName };
}

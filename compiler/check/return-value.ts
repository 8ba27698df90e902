// A `return` with or without value, or an arrow function's expression → statements.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Statement } from '../program/nodes.ts';
import { VOID } from '../program/types.ts';
import { generatorReturn } from './generators/generator-return.ts';
import { ERROR_TYPE, type Context, type FunctionState } from './context.ts';

export function returnStatements(
  value: ts.Expression | undefined,
  node: ts.Node,
  state: FunctionState,
  context: Context,
): Statement[] {
  const span = context.span(node);
  if (state.generator) return generatorReturn(value, state.generator, node, context);
  if (value && state.self?.role === 'constructor') context.report(E.constructorResult, node, {});
  if (state.result === null) {
    const statement = {
      kind: 'return' as const,
      value: value ? context.expression(value) : null,
      span,
    };
    state.pendingReturns.push({ node, statement });
    return [statement];
  }
  if (state.result === VOID) {
    if (!value) return [{ kind: 'return', value: null, span }];
    const effect = context.effect(value);
    if (effect.type === ERROR_TYPE) return [];
    return [
      { kind: 'expression', expression: effect, span },
      { kind: 'return', value: null, span },
    ];
  }
  const returned = value ? context.value(value, state.result) : context.nothing(state.result, node);
  return [{ kind: 'return', value: returned, span }];
}

// A value that gives a variable or result its type: literals take their own, and values without layout are refused.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression } from '../program/nodes.ts';
import { NULL, UNDEFINED, VOID } from '../program/types.ts';
import type { Context } from './context.ts';
import { literalValue } from './numbers/literal.ts';
import { typeText } from '../program/type-text.ts';

export function settle(value: Expression, node: ts.Node, context: Context): Expression {
  const { type } = value;
  if (type === VOID) return context.fail(E.voidValue, node, {});
  if (type === NULL || type === UNDEFINED)
    return context.fail(E.onlyAbsent, node, { type: typeText(type) });
  // A bigint literal may be too large for every type.
  return literalValue(value) === undefined ? value : context.convert(value, type, node);
}

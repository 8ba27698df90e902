// `text[index]` → the code unit there as a string.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { INT_TYPES, STRING } from '../../program/types.ts';
import { builtin } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { toIndex } from '../element-place.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

/** undefined where no string is indexed. */
export function stringItem(
  node: ts.ElementAccessExpression,
  context: Context,
): Expression | undefined {
  const written = context.checker.getTypeAtLocation(node.expression);
  if (!(written.flags & tsc.TypeFlags.StringLike)) return undefined;
  const text = context.expression(node.expression);
  const index = context.expression(node.argumentExpression);
  if (text.type === ERROR_TYPE || index.type === ERROR_TYPE) return context.failed(node);
  if (text.type !== STRING)
    return context.fail(E.nullableOperand, node, { type: typeText(text.type) });
  if (!isNumeric(index.type)) {
    const report = { from: typeText(index.type), to: 'number' };
    return context.fail(E.wrongType, node.argumentExpression, report);
  }
  const span = context.span(node);
  const wanted = toIndex(index);
  const isInteger = wanted.type.kind === 'int';
  const place = isInteger ? wanted : builtin('number.to-index', [wanted], INT_TYPES.isize, span);
  return builtin('string.item', [text, place], STRING, span);
}

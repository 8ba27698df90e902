// `place = value` → an assignment of the converted value.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { lengthAssignment } from '../library/array.ts';
import { store } from '../store.ts';
import { tsc } from '../tsc.ts';

export const assignment: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  if (tsc.isArrayLiteralExpression(node.left) || tsc.isObjectLiteralExpression(node.left))
    return context.fail(E.destructuring, node.left, {});
  const length = lengthAssignment(node, context);
  if (length) return length;
  const place = context.place(node.left);
  if (!place) {
    context.expression(node.right);
    return context.failed(node);
  }
  const value = context.expression(node.right, context.placeType(place));
  if (value.type === ERROR_TYPE) return value;
  return store(place, value, node.right, context);
};

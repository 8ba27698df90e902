// `place = value` → an assignment of the converted value.
import type ts from 'typescript';
import { ERROR_TYPE } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { lengthAssignment } from '../library/array.ts';
import { assignPairs, assignPattern } from '../patterns/assign.ts';
import { isPattern } from '../patterns/pattern.ts';
import { store } from '../store.ts';

export const assignment: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  if (isPattern(node.left))
    return (
      assignPairs(node, context) ??
      assignPattern(node.left, context.expression(node.right), node, context)
    );
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

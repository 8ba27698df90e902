// `place op= value` → place = place op value, with the place evaluated once.
import type ts from 'typescript';
import type { BinaryOperator } from '../../program/nodes.ts';
import type { ExpressionHandler } from '../handler.ts';
import { lengthUpdate } from '../library/array.ts';
import { narrowed } from '../narrowing.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { store, update } from '../store.ts';
import { tsc } from '../tsc.ts';

export const compoundAssignment: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const written = tsc.tokenToString(node.operatorToken.kind) ?? '';
  const operator = written.slice(0, -1) as BinaryOperator;
  const length = lengthUpdate(node, operator, context);
  if (length) return length;
  return update(node.left, context, (place, old) => {
    const right = context.expression(node.right, old.type);
    const value = arithmetic(
      operator,
      narrowed(old, place, node.left, context),
      right,
      node,
      context,
    );
    return store(place, value, node, context);
  });
};

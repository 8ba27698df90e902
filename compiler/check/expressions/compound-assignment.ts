// `place op= value` → place = place op value, with the place evaluated once.
import type ts from 'typescript';
import type { BinaryOperator } from '../../program/nodes.ts';
import type { ExpressionHandler } from '../handler.ts';
import { narrowed } from '../narrowing.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { store, update } from '../store.ts';
import { tsc } from '../tsc.ts';

export const compoundAssignment: ExpressionHandler<ts.BinaryExpression> = (node, context) =>
  update(node.left, context, (place, old) => {
    const operator = (tsc.tokenToString(node.operatorToken.kind) ?? '').slice(
      0,
      -1,
    ) as BinaryOperator;
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

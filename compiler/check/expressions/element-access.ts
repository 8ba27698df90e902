// `a[i]` as a value → the read of a typed array's element.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { F64 } from '../../program/types.ts';
import { readPlace } from '../build.ts';
import type { ExpressionHandler } from '../handler.ts';
import { elementPlace } from '../element-place.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { constant } from '../numbers/literal.ts';

export const elementAccessExpression: ExpressionHandler<ts.ElementAccessExpression> = (
  node,
  context,
) => {
  const special = LLTYPE_HOOKS.element(node, context);
  if (special) return special;
  if (node.questionDotToken) return context.fail(E.optionalChain, node, {});
  const enumValue = context.checker.getConstantValue(node);
  if (typeof enumValue === 'number') return constant(F64, enumValue, context.span(node));
  const place = elementPlace(node, context);
  if (!place) return context.failed(node);
  return readPlace(place, context.placeType(place), context.span(node));
};

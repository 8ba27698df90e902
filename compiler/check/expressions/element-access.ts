// `a[i]` as a value → the read of a typed array's element.
import type ts from 'typescript';
import { readPlace } from '../build.ts';
import { enumMember } from '../enum-member.ts';
import { enumName } from '../enum-name.ts';
import type { ExpressionHandler } from '../handler.ts';
import { elementPlace } from '../element-place.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { narrowed } from '../narrowing.ts';
import { optionalChain } from '../optional-chain.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { stringItem } from '../text/item.ts';

export const elementAccessExpression: ExpressionHandler<ts.ElementAccessExpression> = (
  node,
  context,
) => {
  const special = LLTYPE_HOOKS.element(node, context);
  if (special) return special;
  const chain = optionalChain(node, context);
  if (chain) return chain;
  const index = skipParentheses(node.argumentExpression);
  const ofEnum = tsc.isStringLiteralLike(index) ? enumMember(node, index, context) : undefined;
  if (ofEnum) return ofEnum;
  const name = enumName(node, context);
  if (name) return name;
  const item = stringItem(node, context);
  if (item) return item;
  const place = elementPlace(node, context);
  if (!place) return context.failed(node);
  const read = readPlace(place, context.placeType(place), context.span(node));
  return narrowed(read, place, node, context);
};

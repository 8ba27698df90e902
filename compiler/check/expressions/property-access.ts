// `a.member` as a value → a constant, a length, or what a module exports.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { readPlace } from '../build.ts';
import { ERROR_TYPE } from '../context.ts';
import { enumMember } from '../enum-member.ts';
import type { ExpressionHandler } from '../handler.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { libraryConstant } from '../library/constants.ts';
import { member } from '../library/members.ts';
import { isModule } from '../module-name.ts';
import { narrowed } from '../narrowing.ts';
import { readSymbol } from '../read-symbol.ts';
import { recordProperty } from '../records/property.ts';
import { typeText } from '../type-text.ts';

export const propertyAccessExpression: ExpressionHandler<ts.PropertyAccessExpression> = (
  node,
  context,
) => {
  const special = LLTYPE_HOOKS.property(node, context);
  if (special) return special;
  if (node.questionDotToken) return context.fail(E.optionalChain, node, {});
  const ofEnum = enumMember(node, node.name, context);
  if (ofEnum) return ofEnum;
  if (isModule(node.expression, context)) return readSymbol(node.name, node, context);
  const known = libraryConstant(node, context);
  if (known) return known;
  const receiver = context.expression(node.expression);
  if (receiver.type === ERROR_TYPE) return receiver;
  if (receiver.type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(receiver.type) });
  const place = recordProperty(receiver, node.name.text);
  if (place) {
    const read = readPlace(place, context.placeType(place), context.span(node));
    return narrowed(read, place, node, context);
  }
  return (
    member(receiver, node.name.text, context.span(node)) ??
    context.fail(E.member, node.name, { member: node.name.text, type: typeText(receiver.type) })
  );
};

// `a.member` as a value → a constant, a length, or what a module exports.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { nullableOf, STRING } from '../../program/types.ts';
import { builtin, readPlace } from '../build.ts';
import { findMember, isRefusedMember, type Member } from '../classes/find-member.ts';
import { isInDerived, superMember } from '../classes/member-target.ts';
import { isStaticMember, isStaticThis } from '../classes/static-name.ts';
import { mayBeAbsent, narrowed } from '../narrowing.ts';
import { readTarget } from '../store.ts';
import { tsc } from '../tsc.ts';
import { ERROR_TYPE, type Context, type Target } from '../context.ts';
import { enumMember } from '../enum-member.ts';
import type { ExpressionHandler } from '../handler.ts';
import { LLTYPE_HOOKS } from '../lltype/hooks.ts';
import { collectionSize } from '../library/collections.ts';
import { libraryConstant } from '../library/constants.ts';
import { errorField, isError } from '../error-field.ts';
import { member } from '../library/members.ts';
import { isModule } from '../module-name.ts';
import { needed, wrap } from '../nullable.ts';
import { optionalChain } from '../optional-chain.ts';
import { readSymbol } from '../read-symbol.ts';
import { recordProperty } from '../records/property.ts';
import { unionProperty } from '../unions/property.ts';
import { typeText } from '../../program/type-text.ts';

export const propertyAccessExpression: ExpressionHandler<ts.PropertyAccessExpression> = (
  node,
  context,
) => {
  const special = LLTYPE_HOOKS.property(node, context);
  if (special) return special;
  const chain = optionalChain(node, context);
  if (chain) return chain;
  const ofEnum = enumMember(node, node.name, context);
  if (ofEnum) return ofEnum;
  if (isModule(node.expression, context)) return readSymbol(node.name, node, context);
  if (node.expression.kind === tsc.SyntaxKind.SuperKeyword) {
    if (!isInDerived(context)) return context.fail(E.superKeyword, node.expression, {});
    const found = superMember(node, context);
    return found ? readMember(found.member, found.object, node, context) : context.failed(node);
  }
  const symbol = context.symbol(node.name);
  if (symbol && isStaticMember(symbol))
    return isStaticThis(node, context)
      ? context.failed(node)
      : readSymbol(node.name, node, context);
  const known = libraryConstant(node, context);
  if (known) return known;
  const receiver = needed(context.expression(node.expression), 'read', node.name.text);
  if (receiver.type === ERROR_TYPE) return receiver;
  if (receiver.type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(receiver.type) });
  const name = node.name.text;
  const size = collectionSize(receiver, name, node, context);
  if (size) return size;
  if (name === 'stack' && isError(receiver)) return errorStack(receiver, node, context);
  if (receiver.type.kind === 'union') {
    const found = unionProperty(receiver, receiver.type, name, node, context);
    if (found) return found;
  }
  const place = recordProperty(receiver, name) ?? errorField(receiver, name);
  if (place) {
    const read = readPlace(place, context.placeType(place), context.span(node));
    return narrowed(read, place, node, context);
  }
  const found = findMember(receiver, node.name, context);
  if (found) return readMember(found, receiver, node, context);
  if (isRefusedMember(receiver, node.name, context)) return context.failed(node);
  return (
    member(receiver, node.name.text, context.span(node)) ??
    context.fail(E.member, node.name, { member: node.name.text, type: typeText(receiver.type) })
  );
};

/** `stack?: string` to TypeScript, but always there. */
function errorStack(
  receiver: Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression {
  const span = context.span(node);
  const stack = builtin('error.stack', [receiver], STRING, span);
  const isTested = !mayBeAbsent(context.checker.getTypeAtLocation(node), context);
  return isTested ? stack : wrap(stack, nullableOf(STRING, false, true), span);
}

function readMember(
  member: Member,
  object: Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): Expression {
  if (member.kind === 'method' || member.kind === 'generic')
    return context.fail(E.methodValue, node, { name: node.name.text });
  const place: Target =
    member.kind === 'field' ? { kind: 'property', object, field: member.field.name } : member;
  const read = readTarget(place, node, context);
  return read.type === ERROR_TYPE ? context.failed(node) : narrowed(read, place, node, context);
}

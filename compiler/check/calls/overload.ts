// What a call gives, as the overload says it that TypeScript has chosen: a look at the value where the body's own signature says less.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import { assertClass } from '../classes/assert-class.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isOverloadSignature } from '../declarations/overloads.ts';
import { assertPresent } from '../nullable.ts';
import { assertMember } from '../unions/assert-member.ts';
import type { CallNode } from './call-node.ts';

export function asOverload(call: Expression, node: CallNode, context: Context): Expression {
  const signature = context.checker.getResolvedSignature(node);
  const declaration = signature?.getDeclaration() as ts.SignatureDeclaration | undefined;
  if (!signature || !declaration || !isOverloadSignature(declaration)) return call;
  const type = context.typeFromTs(signature.getReturnType(), node);
  if (type === ERROR_TYPE || call.type === ERROR_TYPE) return context.failed(node);
  if (type === VOID || type === call.type) return call;
  const cast = assertMember(call, type, node, context) ?? assertClass(call, type, node, context);
  if (cast) return cast;
  const isPresent = type.kind !== 'nullable' && call.type.kind === 'nullable';
  const value = isPresent ? assertPresent(call, call.span, { kind: 'asserted' }) : call;
  return context.convert(value, type, node);
}

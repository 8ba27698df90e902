// `object.m(…)`, `super.m(…)`, `super(…)` → calls of methods and constructors of the program's classes.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, VOID } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { callMethod, upcast } from '../classes/call-method.ts';
import { findMember, isRefusedMember, type Member } from '../classes/find-member.ts';
import { isInDerived, readSelf, superMember } from '../classes/member-target.ts';
import { constructError, errorArguments } from '../library/error.ts';
import { ERROR_TYPE, type Context, type GenericMethod } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { inferCall } from '../generics/type-arguments.ts';
import { callUnionMember } from '../unions/method-call.ts';
import { callArguments, convertArguments } from './arguments.ts';
import { signatureOf } from './generic.ts';
import { asOverload } from './overload.ts';
import { writtenArguments } from './spread.ts';
import type { CallNode } from './call-node.ts';

/** undefined where the object's class has no method of the name. */
export function callMember(
  object: Expression,
  name: ts.MemberName,
  node: CallNode,
  context: Context,
): Expression | undefined {
  if (object.type.kind === 'union') {
    const call = callUnionMember(object, object.type, name, node, context);
    if (call) return call;
  }
  const member = findMember(object, name, context);
  if (!member && isRefusedMember(object, name, context)) return context.failed(node);
  return member && callOf(member, object, true, node, context);
}

/** `object[Symbol.iterator]()`, `object[Symbol.dispose]()`; undefined where the object has no such method of its own. */
export function callSymbolMember(
  object: Expression,
  name: string,
  node: CallNode,
  context: Context,
): Expression | undefined {
  const method = context.classes.members(object.type)?.method(name);
  return method && callOf({ kind: 'method', method }, object, true, node, context);
}

function callOf(
  member: Member,
  object: Expression,
  isVirtual: boolean,
  node: CallNode,
  context: Context,
): Expression | undefined {
  if (member.kind === 'generic') return callGenericMethod(member.generic, object, node, context);
  if (member.kind !== 'method') return undefined;
  const { method } = member;
  const parameters = method.function.parameters.slice(1);
  const values = callArguments(parameters, writtenArguments(node, context), node, context);
  const type = method.result(node);
  if (type === ERROR_TYPE || values.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  const call = callMethod(method, [object, ...values], type, isVirtual, context.span(node));
  return asOverload(call, node, context);
}

/** Which method it is does not depend on the object: none overrides it. */
function callGenericMethod(
  generic: GenericMethod,
  object: Expression,
  node: CallNode,
  context: Context,
): Expression {
  const written = { node, typeArguments: node.typeArguments ?? [] };
  const place = { node, context, expected: null };
  const given = writtenArguments(node, context);
  const call = inferCall(signatureOf(generic), given, written, place);
  const declared = call && generic.instance(call.types, node, context);
  if (!call || !declared) return context.failed(node);
  const callee = declared.function;
  const parameters = callee.parameters.slice(1);
  const values = convertArguments(parameters, call.values, given, node, context);
  const type = declared.result(node);
  if (type === ERROR_TYPE || values.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  const span = context.span(node);
  const receiver = upcast(object, generic.owner.type, span);
  return { kind: 'call', callee, arguments: [receiver, ...values], type, span };
}

/** The base's method on `this`, whatever derived classes have. */
export function callSuperMember(
  callee: ts.PropertyAccessExpression,
  node: CallNode,
  context: Context,
): Expression {
  if (!isInDerived(context)) return context.fail(E.superKeyword, callee.expression, {});
  const found = superMember(callee, context);
  const call = found && callOf(found.member, found.object, false, node, context);
  return call ?? context.failed(node);
}

/** The base's constructor on `this`, then the fields of this class. Its value means nothing. */
export function callSuper(node: ts.CallExpression, context: Context): Expression {
  const self = context.currentFunction?.self;
  if (!self?.instance || self.role !== 'constructor') return context.fail(E.superKeyword, node, {});
  const { base, construction, errorBase } = self.instance;
  const span = context.span(node);
  const object = readSelf(self, node, context);
  const callee = base && base.construction.function;
  const parameters = callee ? callee.parameters.slice(1) : [];
  const calls: Expression[] = [];
  if (errorBase) calls.push(constructError(errorBase, object, node, context));
  const values = base?.construction.takesErrorArguments
    ? errorArguments(node, context)
    : callArguments(parameters, errorBase ? [] : writtenArguments(node, context), node, context);
  if ([...calls, ...values].some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  if (base && callee) {
    const all = [upcast(object, base.type, span), ...values];
    calls.push({ kind: 'call', callee, arguments: all, type: VOID, span });
  }
  const effects = [
    ...calls,
    ...construction.fieldsOf(object, span),
    ...construction.parameterFields(object, span, context),
  ];
  return sequence(effects, constant(BOOLEAN, true, span), span);
}

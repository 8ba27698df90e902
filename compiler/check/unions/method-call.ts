// `x.area()` where all members of the union of x are classes with the method → the call for the class that the object is of.
import type ts from 'typescript';
import type { Binding, Expression } from '../../program/nodes.ts';
import { BOOLEAN, UNDEFINED, VOID, type UnionType } from '../../program/types.ts';
import { conditional, convertTo, letIn, readLocal, sequence } from '../build.ts';
import { callArguments } from '../calls/arguments.ts';
import { writtenArguments } from '../calls/spread.ts';
import { callMethod } from '../classes/call-method.ts';
import { findMember } from '../classes/find-member.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { isOneOf, objectMembers } from './member-test.ts';
import type { CallNode } from '../calls/call-node.ts';

/** undefined where a member lacks the method, or their parameters or results differ. */
export function callUnionMember(
  object: Expression,
  union: UnionType,
  name: ts.MemberName,
  node: CallNode,
  context: Context,
): Expression | undefined {
  const span = context.span(node);
  const kept = context.temporary('object', union);
  const self = readLocal(kept, span);
  const members = objectMembers(union);
  const methods: DeclaredMethod[] = [];
  for (const type of members) {
    const found = findMember(convertTo('downcast', self, type, span), name, context);
    if (found?.kind !== 'method') return undefined;
    methods.push(found.method);
  }
  const [first] = methods;
  if (!first || members.length < union.members.length || !methods.every(isAlike(first, node)))
    return undefined;
  const given = writtenArguments(node, context);
  const values = callArguments(first.function.parameters.slice(1), given, node, context);
  const type = first.result(node);
  if (type === ERROR_TYPE || values.some((value) => value.type === ERROR_TYPE))
    return context.failed(node);
  const bindings: Binding[] = [{ local: kept, value: object }];
  const args = values.map((value, i) => {
    const local = context.temporary(`argument${i}`, value.type);
    bindings.push({ local, value });
    return readLocal(local, span);
  });
  let found: Expression | undefined;
  methods.forEach((method, i) => {
    const member = members[i];
    if (!member) return;
    const receiver = convertTo('downcast', self, member, span);
    const made = callMethod(method, [receiver, ...args], type, true, span);
    const call = type === VOID ? sequence([made], constant(BOOLEAN, false, span), span) : made;
    const test = found && isOneOf(self, union, [member], node, context);
    found = found && test ? conditional(test, call, found, span) : call;
  });
  if (!found) return undefined;
  const value =
    type === VOID ? sequence([found], constant(UNDEFINED, undefined, span), span) : found;
  return letIn(bindings, value, span);
}

const isAlike =
  (first: DeclaredMethod, node: ts.Node) =>
  (method: DeclaredMethod): boolean => {
    const own = method.function.parameters.slice(1);
    const wanted = first.function.parameters.slice(1);
    return (
      own.length === wanted.length &&
      own.every(({ local }, i) => local.type === wanted[i]?.local.type) &&
      method.result(node) === first.result(node)
    );
  };

// `WeakRef<T>`: a reference that does not keep its target alive (ECMA-262 26.1).
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import { hasIdentity, nullableOf, weakRefOf, type RtsType } from '../../program/types.ts';
import { builtin } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { typeText } from '../../program/type-text.ts';

export function weakRefType(target: RtsType, node: ts.Node, context: Context): RtsType {
  if (target === ERROR_TYPE) return target;
  if (target.kind === 'nullable' || isLiveObject(target) || !hasIdentity(target))
    return context.fail(E.weakTarget, node, { type: typeText(target) }).type;
  return weakRefOf(target);
}

/** `new WeakRef(target)`. */
export function newWeakRef(
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const known = weakTargetOf(expected) ? expected : null;
  const type = known ?? context.typeFromTs(context.checker.getTypeAtLocation(node), node);
  const target = weakTargetOf(type);
  const [given] = node.arguments ?? [];
  if (!target || !given) return context.failed(node);
  const value = context.value(given, target);
  return value.type === ERROR_TYPE
    ? value
    : builtin('weakref.new', [value], type, context.span(node));
}

/** `reference.deref()`; undefined for every other call. */
export function weakRefCall(
  receiver: Expression,
  method: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const target = weakTargetOf(receiver.type);
  if (!target || method !== 'deref') return undefined;
  return builtin('weakref.deref', [receiver], nullableOf(target, false, true), context.span(node));
}

/** null of what is no WeakRef. */
const weakTargetOf = (type: RtsType | null): RtsType | null =>
  type?.kind === 'object' && type.form === 'weak' ? (type.fields[0]?.type ?? null) : null;

// `object.name` and `super.name` before `=` → the field or accessor that is assigned.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { readLocal } from '../build.ts';
import type { Context, Self, Target } from '../context.ts';
import { tsc } from '../tsc.ts';
import { findMember, memberOf, type Member } from './find-member.ts';
import { upcast } from './call-method.ts';

/** undefined where there is nothing that could be assigned. */
export function memberTarget(
  object: Expression,
  node: ts.PropertyAccessExpression,
  context: Context,
): Target | undefined {
  const member = findMember(object, node.name, context);
  return member && targetOf(member, object);
}

function targetOf(member: Member, object: Expression): Target | undefined {
  if (member.kind === 'accessor') return member;
  return member.kind === 'field'
    ? { kind: 'property', object, field: member.field.name }
    : undefined;
}

/** Where `super` has a meaning. */
export const isInDerived = (context: Context): boolean =>
  context.currentFunction?.self?.instance?.declaration.node.heritageClauses?.some(
    ({ token }) => token === tsc.SyntaxKind.ExtendsKeyword,
  ) === true;

/** null where TypeScript reports it: there is no base, or no such accessor. */
export function superTarget(node: ts.PropertyAccessExpression, context: Context): Target | null {
  const found = superMember(node, context);
  return (found && targetOf(found.member, found.object)) ?? null;
}

/** What `super.name` is, on `this`. */
export function superMember(
  node: ts.PropertyAccessExpression,
  context: Context,
): { readonly member: Member; readonly object: Expression } | undefined {
  const self = context.currentFunction?.self;
  const base = self?.instance?.base;
  if (!self || !base) return undefined;
  const object = upcast(readSelf(self, node, context), base.type, context.span(node));
  const member = memberOf(base, object, node.name, false, context);
  return member && { member, object };
}

export const readSelf = (self: Self, node: ts.Node, context: Context): Expression =>
  readLocal(self.local, context.span(node));

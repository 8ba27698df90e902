// An object literal where a union is expected → the member whose tags and fields it has.
import type ts from 'typescript';
import type { ObjectType, UnionType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { objectMembers } from './member-test.ts';
import { literalType } from './union-type.ts';

export const hasObjects = (type: ts.Type): boolean =>
  type.isUnion() && type.types.some(({ flags }) => flags & tsc.TypeFlags.Object);

/** null where none fits: the literal is then of a type of its own. */
export function writtenMember(
  node: ts.ObjectLiteralExpression,
  union: UnionType,
  context: Context,
): ObjectType | null {
  const written = context.checker.getTypeAtLocation(node);
  return objectMembers(union).find((member) => fits(member, written, context)) ?? null;
}

function fits({ form, fields }: ObjectType, written: ts.Type, context: Context): boolean {
  const { checker } = context;
  const properties = checker.getPropertiesOfType(written);
  if (form !== 'record') return false;
  if (!properties.every(({ name }) => fields.some((field) => field.name === name))) return false;
  return fields.every(({ name, type }) => {
    const property = written.getProperty(name);
    if (!property) return type.kind === 'nullable' && type.allowsUndefined;
    return (
      type.kind !== 'literal' || literalType(checker.getTypeOfSymbol(property), context) === type
    );
  });
}

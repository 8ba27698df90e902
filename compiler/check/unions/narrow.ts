// A value of a union where TypeScript's control-flow analysis knows which members are left.
import type ts from 'typescript';
import { typeofName } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import { derivesFrom, type ObjectType, type RtsType, type UnionType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { baseOf } from '../nullable.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { asMember, castToMember, numericMember } from './convert.ts';

/** `isSure`: nobody can have assigned it since it was tested, and no function of the program was believed. */
export function narrowedUnion(
  value: Expression,
  type: ts.Type,
  isSure: boolean,
  node: ts.Node,
  context: Context,
): Expression {
  const declared = baseOf(value.type);
  const written = context.checker.getNonNullableType(type);
  if (declared.kind !== 'union' || written.flags & tsc.TypeFlags.Never) return value;
  // TypeScript drops members that are shaped as others from types that it infers: what is left of those says nothing.
  if (declaredType(node, context) !== declared) return value;
  const narrow = memberOf(declared, baseOf(context.typeFromTs(written, node)));
  if (!narrow) return value;
  return isSure ? asMember(value, narrow, context) : castToMember(value, narrow, node, context);
}

/** undefined where it is not less than the union. */
function memberOf(union: UnionType, narrow: RtsType): RtsType | undefined {
  if (narrow.kind === 'union')
    return narrow.members.length < union.members.length ? narrow : undefined;
  if (union.members.includes(narrow)) return narrow;
  // `x === 5` leaves the type of the literal.
  if (isNumeric(narrow)) return numericMember(typeofName(narrow), union.members);
  return narrow.kind === 'object' && union.members.some((one) => isAbove(one, narrow))
    ? narrow
    : undefined;
}

/** `instanceof` may have shown a class derived from a member; what is no member by itself says nothing. */
const isAbove = (member: RtsType, type: ObjectType): boolean =>
  member.kind === 'object' && derivesFrom(type, member);

/** What TypeScript takes the variable or field for before any test. */
function declaredType(node: ts.Node, context: Context): RtsType | undefined {
  const symbol = context.symbol('name' in node ? (node.name as ts.Node) : node);
  if (!symbol) return undefined;
  const type = context.checker.getNonNullableType(context.checker.getTypeOfSymbol(symbol));
  return type.isUnion() ? baseOf(context.typeFromTs(type, node)) : undefined;
}

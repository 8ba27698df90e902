// A value of a union where TypeScript's control-flow analysis knows which members are left.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { typeofName } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType, UnionType } from '../../program/types.ts';
import { convertTo, once } from '../build.ts';
import type { Context } from '../context.ts';
import type { Certainty } from '../narrowing.ts';
import { baseOf } from '../nullable.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { tsc } from '../tsc.ts';
import { asMember, numericMember } from './convert.ts';
import { isTestable } from './member-test.ts';

export function narrowedUnion(
  value: Expression,
  type: ts.Type,
  { isFixed, isSure }: Certainty,
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
  if (isSure) return asMember(value, narrow, context);
  const parts = narrow.kind === 'union' ? narrow.members : [narrow];
  if (value.type.kind === 'nullable' || !parts.every((one) => isTestable(one, declared)))
    return isFixed
      ? asMember(value, narrow, context)
      : context.fail(E.unionChanged, node, { name: node.getText() });
  return once('narrowed', value, context, (kept) =>
    convertTo('checked-downcast', kept, narrow, value.span),
  );
}

/** undefined where it is not less than the union. */
function memberOf(union: UnionType, narrow: RtsType): RtsType | undefined {
  if (narrow.kind === 'union')
    return narrow.members.length < union.members.length ? narrow : undefined;
  if (union.members.includes(narrow)) return narrow;
  // `x === 5` leaves the type of the literal.
  if (isNumeric(narrow)) return numericMember(typeofName(narrow), union.members);
  return narrow.kind === 'object' ? narrow : undefined;
}

/** What TypeScript takes the variable or field for before any test. */
function declaredType(node: ts.Node, context: Context): RtsType | undefined {
  const symbol = context.symbol('name' in node ? (node.name as ts.Node) : node);
  if (!symbol) return undefined;
  const type = context.checker.getNonNullableType(context.checker.getTypeOfSymbol(symbol));
  return type.isUnion() ? baseOf(context.typeFromTs(type, node)) : undefined;
}

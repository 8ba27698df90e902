// `value as T` from a union to one of its members, or some → a cast that looks at the value.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { convertTo, once } from '../build.ts';
import type { Context } from '../context.ts';
import { assertPresent, baseOf } from '../nullable.ts';
import { typeText } from '../../program/type-text.ts';
import { mapPresent } from './convert.ts';
import { isTestable } from './member-test.ts';

/** undefined where it is no cast to less than the union. */
export function assertMember(
  value: Expression,
  type: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const [union, wanted] = [baseOf(value.type), baseOf(type)];
  if (union.kind !== 'union' || union === wanted) return undefined;
  const parts = wanted.kind === 'union' ? wanted.members : [wanted];
  if (!parts.every((one) => union.members.includes(one))) return undefined;
  const untold = parts.find((one) => !isTestable(one, union));
  if (untold)
    return context.fail(E.unionTest, node, { member: typeText(untold), type: typeText(union) });
  const span = context.span(node);
  const cast = (from: Expression): Expression =>
    once('asserted', from, context, (kept) => convertTo('checked-downcast', kept, wanted, span));
  if (type.kind === 'nullable' && value.type.kind === 'nullable')
    return mapPresent(value, type, context, cast);
  const made = cast(assertPresent(value, span, { kind: 'asserted' }));
  return type.kind === 'nullable' ? convertTo('to-nullable', made, type, span) : made;
}

// `value as T` from a union to one of its members, or some → a cast that looks at the value.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { assertPresent, baseOf } from '../nullable.ts';
import { castToMember } from './convert.ts';

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
  if (type.kind === 'nullable' && value.type.kind === 'nullable') {
    const cast = castToMember(value, wanted, node, context);
    return cast.type === ERROR_TYPE ? cast : context.convert(cast, type, node);
  }
  const span = context.span(node);
  const present = assertPresent(value, span, { kind: 'asserted' });
  const made = castToMember(present, wanted, node, context);
  return made.type === ERROR_TYPE ? made : context.convert(made, type, node);
}

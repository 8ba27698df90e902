// A value that is given to a place of a union type → the member that it is or converts to; and back.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { typeofName } from '../../program/members.ts';
import type { Expression } from '../../program/nodes.ts';
import { typeText } from '../../program/type-text.ts';
import {
  isBoxed,
  nullableOf,
  type NullableType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { conditional, convertTo, once } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { absent, baseOf, isNull, isPresent, unwrap, wrap } from '../nullable.ts';
import { literalValue } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { isTestable } from './member-test.ts';

/** undefined where the value is of no member, or is null or undefined by itself. `target` may be absent. */
export function convertToUnion(
  expression: Expression,
  target: RtsType,
  node: ts.Node,
  context: Context,
): Expression | undefined {
  const union = baseOf(target);
  const { type } = expression;
  const member = union.kind === 'union' ? memberFor(expression, union) : undefined;
  if (!member) return undefined;
  const converted = (value: Expression): Expression => {
    const made = context.convert(value, member, node);
    return made.type === ERROR_TYPE ? made : convertTo('upcast', made, target, value.span);
  };
  if (type.kind !== 'nullable') return converted(expression);
  return target.kind === 'nullable' && holdsAbsent(target, type)
    ? mapPresent(expression, target, context, converted)
    : undefined;
}

/** The member that the value is of where it is present, or that its number or function converts to. */
function memberFor(expression: Expression, { members }: UnionType): RtsType | undefined {
  const type = baseOf(expression.type);
  if (literalValue(expression) === undefined && members.includes(type)) return type;
  if (isNumeric(type)) return numericMember(typeofName(type), members);
  return type.kind === 'function' ? members.find(({ kind }) => kind === 'function') : undefined;
}

/** A union has one type of each kind of numbers. */
export const numericMember = (kind: string, members: readonly RtsType[]): RtsType | undefined =>
  members.find((one) => isNumeric(one) && typeofName(one) === kind);

const holdsAbsent = (target: NullableType, type: NullableType): boolean =>
  (target.allowsNull || !type.allowsNull) && (target.allowsUndefined || !type.allowsUndefined);

/** `body` of the value where it is present, else its null or undefined. */
function mapPresent(
  value: Expression,
  target: NullableType,
  context: Context,
  body: (value: Expression) => Expression,
): Expression {
  const { span } = value;
  return once('value', value, context, (kept) => {
    const present = body(unwrap(kept, span));
    return present.type === ERROR_TYPE
      ? present
      : conditional(
          isPresent(kept, span),
          wrap(present, target, span),
          absentLike(kept, target),
          span,
        );
  });
}

/** The null or undefined that `value` is, as `target`. */
function absentLike(value: Expression, target: NullableType): Expression {
  const { span, type } = value;
  const allowsNull = type.kind === 'nullable' && type.allowsNull;
  if (!allowsNull) return absent(target, undefined, span);
  if (!type.allowsUndefined) return absent(target, null, span);
  const nothing = absent(target, undefined, span);
  return conditional(isNull(value, span), absent(target, null, span), nothing, span);
}

/** A value of a union that is known to be of `member`, or absent. */
export function asMember(value: Expression, member: RtsType, context: Context): Expression {
  const { type, span } = value;
  const down = (one: Expression, to: RtsType): Expression => convertTo('downcast', one, to, span);
  if (type.kind !== 'nullable') return down(value, member);
  const target = nullableOf(member, type.allowsNull, type.allowsUndefined);
  if (!isBoxed(member)) return down(value, target);
  return mapPresent(value, target, context, (one) => down(one, member));
}

/** As `asMember`, by a look at the value: a TypeError where it is of another member. `member` may be a class derived from one. */
export function castToMember(
  value: Expression,
  member: RtsType,
  node: ts.Node,
  context: Context,
): Expression {
  const { type, span } = value;
  const union = baseOf(type);
  // For a class `instanceof` says it, whatever else there is.
  const isClass = member.kind === 'object' && member.form === 'class';
  const parts = member.kind === 'union' ? member.members : isClass ? [] : [member];
  const untold = union.kind === 'union' && parts.find((one) => !isTestable(one, union));
  if (untold)
    return context.fail(E.unionTest, node, { member: typeText(untold), type: typeText(union) });
  const cast = (one: Expression): Expression =>
    once('cast', one, context, (kept) => convertTo('checked-downcast', kept, member, span));
  if (type.kind !== 'nullable') return cast(value);
  const target = nullableOf(member, type.allowsNull, type.allowsUndefined);
  return mapPresent(value, target, context, cast);
}

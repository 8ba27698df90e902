// The one type of an expression with two possible values: `?:`, `??`, `||`, `&&`, several `return`s.
import type { Expression } from '../program/nodes.ts';
import {
  derivesFrom,
  F64,
  interfacesOf,
  isInterface,
  NEVER,
  NULL,
  nullableOf,
  UNDEFINED,
  unionOf,
  type ObjectType,
  type RtsType,
} from '../program/types.ts';
import { ERROR_TYPE } from './context.ts';
import { baseOf, isAbsent } from './nullable.ts';
import { adaptLiteral, literalValue } from './numbers/literal.ts';
import { isLossless, isMeeting, isNumeric, meet } from './numbers/lossless.ts';
import { unionMembers } from './unions/union-members.ts';

/** undefined where there is none. */
export function commonType(left: Expression, right: Expression): RtsType | undefined {
  const [a, b] = [left.type, right.type];
  if (a === ERROR_TYPE || b === ERROR_TYPE) return ERROR_TYPE;
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  if (isNumeric(a) && isNumeric(b)) {
    const met = meet(left, right);
    return isMeeting(met) ? met : undefined;
  }
  if (a === b) return a;
  // A pointer can be NULL anyway.
  if (a.kind === 'ptr' && b === NULL) return a;
  if (b.kind === 'ptr' && a === NULL) return b;
  return commonClass(a, b) ?? commonNullable(left, right) ?? commonUnion(left, right);
}

/** The nearest base of both classes, absent where one of them may be. */
function commonClass(a: RtsType, b: RtsType): RtsType | undefined {
  const [left, right] = [baseOf(a), baseOf(b)];
  if (left.kind !== 'object' || right.kind !== 'object') return undefined;
  let base: ObjectType | null = left;
  while (base && !derivesFrom(right, base)) base = base.base;
  base ??= commonInterface(left, right);
  if (!base) return undefined;
  const types = [a, b].filter((type) => type.kind === 'nullable');
  const allowsNull = types.some((type) => type.allowsNull);
  const allowsUndefined = types.some((type) => type.allowsUndefined);
  return types.length > 0 ? nullableOf(base, allowsNull, allowsUndefined) : base;
}

/** The one interface of both that extends all others that they have in common. */
function commonInterface(left: ObjectType, right: ObjectType): ObjectType | null {
  const common = [left, ...interfacesOf(left)].filter(
    (one) => isInterface(one) && one.abstract && derivesFrom(right, one),
  );
  return common.find((one) => common.every((other) => derivesFrom(one, other))) ?? null;
}

/** The union of both, absent where one of them may be. */
function commonUnion(left: Expression, right: Expression): RtsType | undefined {
  const bases = [left, right].map((one) => {
    const base = baseOf(one.type);
    return literalValue(one) !== undefined && isNumeric(base) ? literalBase(one, base) : base;
  });
  const parts = bases.flatMap((one) => (one.kind === 'union' ? one.members : [one]));
  const members = unionMembers(parts);
  if (!members) return undefined;
  const joined = unionOf(members);
  const types = [left.type, right.type].filter((type) => type.kind === 'nullable');
  const allowsNull = types.some((type) => type.allowsNull);
  const allowsUndefined = types.some((type) => type.allowsUndefined);
  return types.length > 0 ? nullableOf(joined, allowsNull, allowsUndefined) : joined;
}

/** A literal among other types is a `number`, or as wide as a bigint has to be. */
const literalBase = (value: Expression, base: RtsType): RtsType =>
  typeof literalValue(value) === 'bigint' ? base : F64;

/** A stand-in of the common type of all; a literal stays one as long as all are literals. undefined where there is none. */
export function commonTypeOf(values: readonly Expression[]): Expression | undefined {
  const [first, ...rest] = values;
  let found = first;
  for (const value of rest) {
    const type = found && commonType(found, value);
    if (!found || !type) return undefined;
    if (type !== found.type) found = { kind: 'constant', type, value: null, span: value.span };
  }
  return found;
}

function commonNullable(left: Expression, right: Expression): RtsType | undefined {
  const base = commonBase(left, right);
  if (!base) return undefined;
  const types = [left.type, right.type];
  const allowsNull = types.some(
    (type) => type === NULL || (type.kind === 'nullable' && type.allowsNull),
  );
  const allowsUndefined = types.some(
    (type) => type === UNDEFINED || (type.kind === 'nullable' && type.allowsUndefined),
  );
  return allowsNull || allowsUndefined ? nullableOf(base, allowsNull, allowsUndefined) : undefined;
}

/** A nullable keeps its base: wrapped values are never converted, only literals and plain values are. */
function commonBase(left: Expression, right: Expression): RtsType | undefined {
  if (isAbsent(left)) return isAbsent(right) ? undefined : plainBase(right.type);
  if (isAbsent(right)) return plainBase(left.type);
  if (left.type.kind === 'nullable')
    return keeps(left.type.base, right) ? left.type.base : undefined;
  if (right.type.kind === 'nullable')
    return keeps(right.type.base, left) ? right.type.base : undefined;
  return undefined;
}

const plainBase = (type: RtsType): RtsType | undefined => {
  const base = type.kind === 'nullable' ? type.base : type;
  return base.kind === 'void' ? undefined : base;
};

function keeps(base: RtsType, other: Expression): boolean {
  const { type } = other;
  if (type.kind === 'nullable') return type.base === base;
  const value = literalValue(other);
  if (value !== undefined) return adaptLiteral(value, base, other.span) !== undefined;
  return type === base || isLossless(type, base);
}

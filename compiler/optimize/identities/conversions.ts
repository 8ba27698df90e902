// Identities of conversions between number types: chains of them become one, or none.
import type { Value } from '../../graph/graph.ts';
import { maximum, minimum } from '../../graph/ops/values.ts';
import type { FloatType, IntType, RtsType } from '../../program/types.ts';
import {
  firstOf,
  operandOf,
  type Identities,
  type Identity,
  type IdentityContext,
} from './identity.ts';

/** Every value of `from` is one of `to`. */
export const holdsAll = (from: IntType, to: IntType): boolean =>
  minimum(from) >= minimum(to) && maximum(from) <= maximum(to);

/** Every value of `from` is a value of `to`: 53 bits of precision for f64, 24 for f32. */
export const isExact = (from: IntType, to: FloatType): boolean =>
  from.bits <= (to.name === 'f64' ? 32 : 16);

/** The integer that an exact int_to_float made a float of. */
export function exactInteger(
  value: Value | undefined,
  context: IdentityContext,
): { readonly value: Value; readonly type: IntType } | undefined {
  const source = operandOf('int_to_float', value, context);
  if (source?.type.kind !== 'int' || value?.type.kind !== 'float') return undefined;
  return isExact(source.type, value.type) ? { value: source, type: source.type } : undefined;
}

const resultType = (types: readonly { readonly type: RtsType }[]): RtsType | undefined =>
  types[0]?.type;

const sameType: Identity = ({ args, results }) =>
  args[0] && args[0].type === resultType(results) ? args[0] : null;

/** The outer cast drops what the inner one added, or the inner one changed nothing. */
const castOfCast: Identity = ({ args, results }, context) => {
  const [middle] = args;
  const source = operandOf('int_cast', middle, context);
  const target = resultType(results);
  if (middle?.type.kind !== 'int' || source?.type.kind !== 'int' || target?.kind !== 'int')
    return null;
  const shorter = target.bits <= middle.type.bits || holdsAll(source.type, middle.type);
  return shorter ? context.make('int_cast', [source], target) : null;
};

/** The integer may be converted from before it was widened. */
const floatOfWidened: Identity = ({ args, results }, context) => {
  const [wide] = args;
  const source = operandOf('int_cast', wide, context);
  const target = resultType(results);
  if (wide?.type.kind !== 'int' || source?.type.kind !== 'int' || !target) return null;
  return holdsAll(source.type, wide.type) ? context.make('int_to_float', [source], target) : null;
};

const integerOfFloatOfInteger: Identity = ({ args, results }, context) => {
  const source = exactInteger(args[0], context);
  const target = resultType(results);
  return source && target ? context.make('int_cast', [source.value], target) : null;
};

/** Widening to f64 loses nothing, so going back gives the same f32. */
const narrowedAgain: Identity = ({ args, results }, context) => {
  const source = operandOf('float_cast', args[0], context);
  const widened = source?.type.kind === 'float' && source.type.name === 'f32';
  return source && widened && source.type === resultType(results) ? source : null;
};

const castOfInteger: Identity = ({ args, results }, context) => {
  const source = exactInteger(args[0], context);
  const target = resultType(results);
  if (!source || target?.kind !== 'float' || !isExact(source.type, target)) return null;
  return context.make('int_to_float', [source.value], target);
};

export const CONVERSIONS: Identities = {
  int_cast: firstOf(sameType, castOfCast),
  int_to_float: floatOfWidened,
  float_to_int: integerOfFloatOfInteger,
  float_to_int_exact: integerOfFloatOfInteger,
  // An integer of 32 bits is an index, so it does not raise.
  float_to_index: integerOfFloatOfInteger,
  float_cast: firstOf(sameType, narrowedAgain, castOfInteger),
};

// An op and the facts of its operands → the facts of its results. Ops without a row here give what their result's
// type says.
import type { Op, Value } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { F64, type IntType, type RtsType } from '../../program/types.ts';
import {
  EMPTY,
  hasNumbers,
  integers,
  isEmpty,
  join,
  meet,
  typeFact,
  withoutNaN,
  type Fact,
} from './interval.ts';
import {
  FLOAT_BINARY,
  FLOAT_UNARY,
  intToFloat,
  SAFE_INTEGERS,
  square,
  UNIT_INTERVAL,
} from './transfer-float.ts';
import { cast, floatToInt, INTEGER_BINARY, INTEGER_UNARY } from './transfer-integer.ts';

/**
 * No array or string is longer: its bytes would not fit the address space of a process (2^47 bytes on x86-64, 2^48 on
 * arm64). Small multiples of such numbers are exact in f64.
 */
export const MAX_LENGTH = 2 ** 48;
export const LENGTHS: Fact = integers(0, MAX_LENGTH);
/** V8's longest string: 2^29 - 24 code units. */
const STRING_LENGTHS: Fact = integers(0, 2 ** 29 - 24);

export type FactOf = (value: Value) => Fact;
/** What is known of results beyond their types: calls of graphs, globals. Undefined: nothing. */
export type KnownResults = (op: Op) => readonly (Fact | undefined)[] | undefined;

type Special = (op: Op, factOf: FactOf, result: RtsType) => Fact;

const argument = (op: Op, index: number, factOf: FactOf): Fact => {
  const value = op.args[index];
  return value ? factOf(value) : EMPTY;
};

const STORED: Readonly<Record<string, Fact>> = {
  i8: integers(-128, 127),
  u8: integers(0, 255),
  u8c: integers(0, 255),
  i16: integers(-32768, 32767),
  u16: integers(0, 65535),
  bool: integers(0, 1),
};

/** Integers that an exact conversion may meet: others are undefined behaviour. */
const exact: Special = (op, factOf, result) => {
  const a = meet(withoutNaN(argument(op, 0, factOf)), SAFE_INTEGERS);
  return result.kind === 'int' ? cast({ ...a, negZero: false }, result) : a;
};

const SPECIAL: { readonly [K in OpName]?: Special } = {
  int_cast: (op, factOf, result) => cast(argument(op, 0, factOf), result as IntType),
  int_to_float: (op, factOf, result) =>
    result === F64 ? intToFloat(argument(op, 0, factOf)) : anyOf(result),
  float_to_int: (op, factOf, result) => floatToInt(argument(op, 0, factOf), result as IntType),
  float_to_int_exact: exact,
  float_to_index: (op, factOf) => ({
    ...meet(withoutNaN(argument(op, 0, factOf)), SAFE_INTEGERS),
    negZero: false,
  }),
  bool_to_int: () => integers(0, 1),
  select: (op, factOf) => join(argument(op, 1, factOf), argument(op, 2, factOf)),
  random: () => UNIT_INTERVAL,
  raw_load: (op, _factOf, result) => {
    const stored = result.kind === 'int' ? STORED[op.attributes.stored ?? ''] : undefined;
    return stored ? meet(anyOf(result), stored) : anyOf(result);
  },
  raw_memequal: () => EMPTY,
  array_len: () => LENGTHS,
  string_len: () => STRING_LENGTHS,
  string_compare: () => integers(-1, 1),
};

const anyOf = (type: RtsType): Fact => typeFact(type) ?? EMPTY;

/** Facts of the numeric results; EMPTY for the others, and where an operand has no value. */
export function transfer(op: Op, factOf: FactOf, known: KnownResults): readonly Fact[] {
  const { results } = op;
  const [result] = results;
  if (!result) return [];
  if (results.length > 1 || !typeFact(result.type)) return severalResults(op, known);
  return [singleResult(op, result.type, factOf, known)];
}

function severalResults(op: Op, known: KnownResults): readonly Fact[] {
  const better = known(op);
  return op.results.map(({ type }, index) => {
    if (op.name === 'buffer_data' && index === 1) return LENGTHS;
    return meetType(better?.[index], type);
  });
}

function meetType(better: Fact | undefined, type: RtsType): Fact {
  const any = anyOf(type);
  return better ? meet(any, better) : any;
}

function singleResult(op: Op, type: RtsType, factOf: FactOf, known: KnownResults): Fact {
  const special = SPECIAL[op.name];
  if (special) return special(op, factOf, type);
  if (type === F64) {
    const unary = FLOAT_UNARY[op.name];
    if (unary) return unary(argument(op, 0, factOf));
    const binary = FLOAT_BINARY[op.name];
    if (binary) {
      const a = argument(op, 0, factOf);
      if (op.name === 'float_mul' && op.args[0] === op.args[1] && hasNumbers(a)) return square(a);
      return binary(a, argument(op, 1, factOf));
    }
  }
  if (type.kind === 'int') {
    const unary = INTEGER_UNARY[op.name];
    const binary = INTEGER_BINARY[op.name];
    const a = unary || binary ? argument(op, 0, factOf) : EMPTY;
    if (unary) return isEmpty(a) ? EMPTY : unary(a, type);
    const b = binary ? argument(op, 1, factOf) : EMPTY;
    if (binary) return isEmpty(a) || isEmpty(b) ? EMPTY : binary(a, b, type);
  }
  return meetType(known(op)?.[0], type);
}

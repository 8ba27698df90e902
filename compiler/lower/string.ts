// Strings: address of the UTF-16 code units and their number.
import { constant, FALSE } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { BOOLEAN, F64, INT_TYPES } from '../program/types.ts';
import { isBelow, smaller, times, ZERO } from './arithmetic.ts';
import { NAN, type LowEmitter } from './emitter.ts';
import type { Expander, Text } from './operands.ts';

const CODE_UNIT_BYTES = 2;

const codeUnit = (low: LowEmitter, { data }: Text, index: Value): Value =>
  low.value('raw_load', [data, times(low, index, CODE_UNIT_BYTES)], INT_TYPES.u16, {
    stored: 'u16',
  });

const charCodeAt: Expander = (low, operands) => {
  const text = operands.text(0);
  const index = operands.scalar(1);
  return low.choose(
    isBelow(low, index, text.length),
    [F64],
    () => [low.value('int_to_float', [codeUnit(low, text, index)], F64)],
    () => [NAN],
  );
};

const equal: Expander = (low, operands) => {
  const [a, b] = [operands.text(0), operands.text(1)];
  return low.choose(
    low.value('int_eq', [a.length, b.length]),
    [BOOLEAN],
    () => [low.value('raw_memequal', [a.data, b.data, times(low, a.length, CODE_UNIT_BYTES)])],
    () => [FALSE],
  );
};

const order = (value: -1 | 0 | 1): Value => constant(INT_TYPES.i32, value);

/** -1, 0 or 1 as `a` stands before, at or after `b`. */
function threeWay(low: LowEmitter, a: Value, b: Value): Value {
  const after = low.value('select', [low.value('int_gt', [a, b]), order(1), order(0)]);
  return low.value('select', [low.value('int_lt', [a, b]), order(-1), after]);
}

/** The first code unit that differs decides, else the length. */
const compare: Expander = (low, operands) => {
  const { builder } = low;
  const [a, b] = [operands.text(0), operands.text(1)];
  const common = smaller(low, a.length, b.length);
  const result = builder.block([{ type: INT_TYPES.i32, name: '' }]);
  low.forRange(ZERO, common, (index) => {
    const [left, right] = [codeUnit(low, a, index), codeUnit(low, b, index)];
    const [same, differ] = [builder.block(), builder.block()];
    builder.branch(low.value('int_eq', [left, right]), same, differ);
    builder.continueIn(differ);
    builder.goto(result, [threeWay(low, left, right)]);
    builder.continueIn(same);
  });
  builder.goto(result, [threeWay(low, a.length, b.length)]);
  builder.continueIn(result);
  return result.inputs;
};

export const STRING = {
  string_len: (_low, operands) => [operands.text(0).length],
  string_char_code_at: charCodeAt,
  string_eq: equal,
  string_compare: compare,
} as const satisfies { readonly [name: string]: Expander };

// Nullables: the base's low values, then the tag (`graph/representation.ts`).
import { BOOLEAN, INT_TYPES } from '../program/types.ts';
import { constant } from '../graph/constants.ts';
import type { Constant, Value } from '../graph/graph.ts';
import { NULLABLE_TAG } from '../graph/representation.ts';
import type { Expander, Operands } from './operands.ts';

export const tagConstant = (tag: keyof typeof NULLABLE_TAG): Constant =>
  constant(INT_TYPES.u8, NULLABLE_TAG[tag]);

const tagOf = (operands: Operands): Value => operands.parts(0).at(-1) ?? tagConstant('present');

const hasTag =
  (tag: keyof typeof NULLABLE_TAG): Expander =>
  (low, operands) => [low.value('int_eq', [tagOf(operands), tagConstant(tag)], BOOLEAN)];

export const NULLABLE = {
  nullable_wrap: (_low, operands) => [...operands.parts(0), tagConstant('present')],
  nullable_widen: (_low, operands) => operands.parts(0),
  nullable_get: (_low, operands) => operands.parts(0).slice(0, -1),
  nullable_is_present: hasTag('present'),
  nullable_is_null: hasTag('null'),
  nullable_is_undefined: hasTag('undefined'),
} as const satisfies { readonly [name: string]: Expander };

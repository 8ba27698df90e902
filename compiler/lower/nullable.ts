// Nullables: the base's low values, then the tag; a nullable reference is the reference alone (`graph/representation.ts`).
import { BOOLEAN, INT_TYPES, isReference } from '../program/types.ts';
import { constant } from '../graph/constants.ts';
import type { Constant, Value } from '../graph/graph.ts';
import type { OpName } from '../graph/ops.ts';
import { NULLABLE_TAG } from '../graph/representation.ts';
import type { Expander, Operands } from './operands.ts';

export const tagConstant = (tag: keyof typeof NULLABLE_TAG): Constant =>
  constant(INT_TYPES.u8, NULLABLE_TAG[tag]);

const tagOf = (operands: Operands): Value => operands.parts(0).at(-1) ?? tagConstant('present');

const isReferenceAlone = ({ op }: Operands, of: 'operand' | 'result'): boolean => {
  const type = of === 'operand' ? op.args[0]?.type : op.results[0]?.type;
  return type !== undefined && isReference(type);
};

const hasTag =
  (tag: keyof typeof NULLABLE_TAG, reference: OpName): Expander =>
  (low, operands) =>
    isReferenceAlone(operands, 'operand')
      ? [low.value(reference, operands.parts(0), BOOLEAN)]
      : [low.value('int_eq', [tagOf(operands), tagConstant(tag)], BOOLEAN)];

export const NULLABLE = {
  nullable_wrap: (_low, operands) =>
    isReferenceAlone(operands, 'result')
      ? operands.parts(0)
      : [...operands.parts(0), tagConstant('present')],
  nullable_widen: (_low, operands) => operands.parts(0),
  nullable_get: (_low, operands) =>
    isReferenceAlone(operands, 'operand') ? operands.parts(0) : operands.parts(0).slice(0, -1),
  nullable_is_present: hasTag('present', 'reference_is_present'),
  nullable_is_null: hasTag('null', 'reference_is_null'),
  nullable_is_undefined: hasTag('undefined', 'reference_is_undefined'),
} as const satisfies { readonly [name: string]: Expander };

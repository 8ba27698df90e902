// Integer division: the check and the division apart, so that the check can be removed where the divisor is known.
import type { Value } from '../graph/graph.ts';
import type { OpName } from '../graph/ops.ts';
import type { Expander } from './operands.ts';

const isNonzero = (value: Value): boolean =>
  value.kind === 'constant' && value.value !== 0 && value.value !== 0n;

const checkedBy =
  (name: OpName): Expander =>
  (low, operands) => {
    const [dividend, divisor] = [operands.scalar(0), operands.scalar(1)];
    if (!isNonzero(divisor)) low.effect('check_nonzero', [divisor]);
    return [low.value(name, [dividend, divisor])];
  };

export const INTEGER = {
  int_div: checkedBy('int_div_nonzero'),
  int_rem: checkedBy('int_rem_nonzero'),
} as const;

// 2xxx: types.
import { code } from './code.ts';

export const TYPE_CODES = {
  mixedSignedness: code<{ left: string; right: string; operator: string }>(
    2001,
    ({ left, right, operator }) => `\`${operator}\` mixes ${left} and ${right}, of different signedness`,
    'One of the two would silently change its value.',
    ({ left, right }) => `Convert one operand, e.g. ${left}(…) around the ${right} operand.`,
  ),
} as const;

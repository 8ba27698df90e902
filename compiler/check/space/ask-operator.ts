// Operators on live values, which JavaScript applies.
import type { Expression } from '../../program/nodes.ts';
import { NULL, UNDEFINED, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { sequence } from '../build.ts';
import type { Context } from '../context.ts';
import { askSpace, type Operand } from './operations.ts';

/** What operators do with a live value, or with one that may be absent instead. */
export function askOperator(
  name: 'typeOf' | 'truth' | 'equal' | 'looseEqual',
  values: readonly Expression[],
  result: RtsType,
  span: Span,
  context: Context,
): Expression {
  const effects = values.filter(({ type }) => type === NULL || type === UNDEFINED);
  const operands = values.map((value): Operand => {
    if (value.type === NULL) return { literal: null };
    return value.type === UNDEFINED ? { literal: undefined } : value;
  });
  return sequence(effects, askSpace(name, { operands, result }, span, context), span);
}

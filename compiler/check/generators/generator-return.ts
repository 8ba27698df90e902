// `return` in the body of a generator (ECMA-262 27.5.3.3).
import type ts from 'typescript';
import { RESULT_FIELD } from '../../program/generator-fields.ts';
import type { Statement } from '../../program/nodes.ts';
import { BOOLEAN, UNDEFINED } from '../../program/types.ts';
import { assign, readLocal } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { withUndefined } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import type { GeneratorState } from './generator-function.ts';
import { fieldOf } from './generator-methods.ts';

/** `return` ends the body; its value is what `next` gives then. */
export function generatorReturn(
  value: ts.Expression | undefined,
  { made, frame }: GeneratorState,
  node: ts.Node,
  context: Context,
): Statement[] {
  const span = context.span(node);
  const end: Statement = { kind: 'return', value: constant(BOOLEAN, false, span), span };
  const { result } = made.types;
  if (!value) return [end];
  if (!result) {
    const effect = context.value(value, UNDEFINED);
    if (effect.type === ERROR_TYPE) return [];
    return [{ kind: 'expression', expression: effect, span }, end];
  }
  const given = context.value(value, result);
  if (given.type === ERROR_TYPE) return [];
  const held = context.convert(given, withUndefined(result), value);
  const place = fieldOf(readLocal(frame, span), RESULT_FIELD);
  return [{ kind: 'expression', expression: assign(place, held, span), span }, end];
}

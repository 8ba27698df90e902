// `yield` and `yield*` in the body of a generator (ECMA-262 15.5.5, 27.5.3.7).
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { SENT_FIELD, VALUE_FIELD } from '../../program/generator-fields.ts';
import type { Expression, Statement } from '../../program/nodes.ts';
import { UNDEFINED, VOID } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, readLocal, readPlace, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { walk } from '../iteration/walk.ts';
import { assertIs, withUndefined } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import type { GeneratorState } from './generator-function.ts';
import { fieldOf } from './generator-methods.ts';

export const yieldExpression: ExpressionHandler<ts.YieldExpression> = (node, context) => {
  const generator = context.currentFunction?.generator;
  // TypeScript reports a `yield` outside of a generator.
  if (!generator) return context.failed(node);
  if (node.asteriskToken) return context.fail(E.yieldStar, node, {});
  const { item, sent } = generator.made.types;
  const value = node.expression
    ? context.value(node.expression, item)
    : context.nothing(item, node);
  if (value.type === ERROR_TYPE) return context.failed(node);
  const span = context.span(node);
  const effects = yielding(generator, value, span);
  if (!sent) return sequence(effects, constant(UNDEFINED, undefined, span), span);
  const type = withUndefined(sent);
  const read = readPlace(fieldOf(readLocal(generator.frame, span), SENT_FIELD), type, span);
  return sequence(effects, assertIs(read, sent, context), span);
};

function yielding({ frame }: GeneratorState, value: Expression, span: Span): Expression[] {
  const place = fieldOf(readLocal(frame, span), VALUE_FIELD);
  return [assign(place, value, span), { kind: 'suspend', type: VOID, span }];
}

/** `yield* items;`. undefined for other expressions. */
export function delegation(node: ts.Expression, context: Context): Statement[] | undefined {
  const generator = context.currentFunction?.generator;
  if (!tsc.isYieldExpression(node) || !node.asteriskToken || !generator || !node.expression)
    return undefined;
  const { item } = generator.made.types;
  const span = context.span(node);
  const at = node.expression;
  const body = walk(
    at,
    {
      loop: (make) => make({ label: null }),
      round: (given) =>
        yielding(generator, context.convert(given, item, at), span).map((expression) => ({
          kind: 'expression',
          expression,
          span,
        })),
    },
    context,
  );
  return body ? [{ kind: 'block', body, span }] : [];
}

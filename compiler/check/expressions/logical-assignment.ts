// `place &&= value`, `||=`, `??=` → assigned only where the place's value is true, false or absent.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN } from '../../program/types.ts';
import { conditional, once } from '../build.ts';
import { commonType } from '../common-type.ts';
import { ERROR_TYPE, type Context, type Target } from '../context.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { skipWhen } from '../skip-when.ts';
import { store, update } from '../store.ts';
import { toBoolean } from '../truth.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

const { SyntaxKind } = tsc;
type Parts = {
  readonly test: Expression;
  readonly assigned: Expression;
  readonly skipped: boolean;
};

export const logicalAssignment: ExpressionHandler<ts.BinaryExpression> = (node, context) =>
  update(node.left, context, (place, old) =>
    once('old', old, context, (kept) => {
      const parts = split(node, place, kept, context);
      if (!parts) return context.failed(node);
      const { test, assigned, skipped } = parts;
      const and = node.operatorToken.kind === SyntaxKind.AmpersandAmpersandEqualsToken;
      const value = and || kept.type.kind !== 'nullable' ? kept : unwrap(kept, kept.span);
      const type = commonType(value, assigned);
      if (!type)
        return context.fail(E.noCommonType, node, {
          left: typeText(value.type),
          right: typeText(assigned.type),
        });
      const [left, right] = [
        context.convert(value, type, node),
        context.convert(assigned, type, node),
      ];
      const span = context.span(node);
      return skipped ? conditional(test, left, right, span) : conditional(test, right, left, span);
    }),
  );

export const logicalAssignmentEffect: EffectHandler<ts.BinaryExpression> = (node, context) =>
  update(node.left, context, (place, old) => {
    const parts = split(node, place, old, context);
    return parts ? skipWhen(parts.test, parts.assigned, parts.skipped) : context.failed(node);
  });

/** What decides, the assignment, and the outcome of the test that skips it. */
function split(
  node: ts.BinaryExpression,
  place: Target,
  old: Expression,
  context: Context,
): Parts | undefined {
  const right = context.expression(node.right, old.type);
  if (right.type === ERROR_TYPE) return undefined;
  const assigned = store(place, right, node.right, context);
  if (assigned.type === ERROR_TYPE) return undefined;
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.QuestionQuestionEqualsToken) {
    if (old.type.kind === 'nullable')
      return { test: isPresent(old, old.span), assigned, skipped: true };
    // Never absent (TypeScript accepts it): the assignment is dead.
    return { test: constant(BOOLEAN, true, old.span), assigned, skipped: true };
  }
  const skipped = kind === SyntaxKind.BarBarEqualsToken;
  return { test: toBoolean(old, context), assigned, skipped };
}

// `break`, `continue`, labels → jumps to their targets by identity.
import type ts from 'typescript';
import type { JumpScope } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { inJumpScope } from '../loop-scope.ts';
import { tsc } from '../tsc.ts';

export const breakStatement: StatementHandler<ts.BreakStatement> = (node, context) => {
  const label = node.label?.text;
  const scope = innermost(context.jumps, (candidate) =>
    label === undefined ? candidate.breakable : candidate.labels.includes(label),
  );
  // TypeScript reports a jump without target.
  return scope ? [{ kind: 'break', target: scope.target, span: context.span(node) }] : [];
};

export const continueStatement: StatementHandler<ts.ContinueStatement> = (node, context) => {
  const label = node.label?.text;
  const scope = innermost(
    context.jumps,
    (candidate) =>
      candidate.continuable !== false && (label === undefined || candidate.labels.includes(label)),
  );
  if (!scope) return [];
  const kind = scope.continuable === 'leave' ? 'break' : 'continue';
  return [{ kind, target: scope.target, span: context.span(node) }];
};

function innermost(
  jumps: readonly JumpScope[],
  matches: (scope: JumpScope) => boolean,
): JumpScope | undefined {
  return [...jumps].reverse().find(matches);
}

/** Loops and switches take their labels themselves; other labelled statements can only be left. */
export const labeledStatement: StatementHandler<ts.LabeledStatement> = (node, context) => {
  const { statement } = node;
  if (
    tsc.isIterationStatement(statement, false) ||
    tsc.isSwitchStatement(statement) ||
    tsc.isLabeledStatement(statement)
  )
    return context.statement(statement);
  return inJumpScope(statement, { breakable: false, continuable: false }, context, (target) => [
    { kind: 'labelled', target, body: context.body(statement), span: context.span(node) },
  ]);
};

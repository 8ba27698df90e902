// `while`, `do … while`, `for (;;)` → a loop; declarations of `for` stand before it.
import type ts from 'typescript';
import type { Expression, Statement } from '../../program/nodes.ts';
import type { Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { inJumpScope } from '../loop-scope.ts';
import { capturedBindings, loopWithBindings } from './for-bindings.ts';
import { tsc } from '../tsc.ts';

const LOOP = { breakable: true, continuable: true };

interface LoopParts {
  readonly test: ts.Expression | undefined;
  readonly update: ts.Expression | undefined;
  readonly testAtEnd: boolean;
}

function loop(
  node: ts.IterationStatement,
  { test, update, testAtEnd }: LoopParts,
  context: Context,
): Statement {
  return inJumpScope(node, LOOP, context, (target) => ({
    kind: 'loop',
    target,
    test: test ? infiniteIsNull(context.condition(test)) : null,
    testAtEnd,
    body: context.body(node.statement),
    update: update ? context.effect(update) : null,
    span: context.span(node),
  }));
}

const infiniteIsNull = (test: Expression): Expression | null =>
  test.kind === 'constant' && test.value === true ? null : test;

export const whileStatement: StatementHandler<ts.WhileStatement> = (node, context) => [
  loop(node, { test: node.expression, update: undefined, testAtEnd: false }, context),
];

export const doStatement: StatementHandler<ts.DoStatement> = (node, context) => [
  loop(node, { test: node.expression, update: undefined, testAtEnd: true }, context),
];

export const forStatement: StatementHandler<ts.ForStatement> = (node, context) => {
  const { initializer, condition, incrementor } = node;
  const before = initializer ? initialise(initializer, context) : [];
  const captured = capturedBindings(node, context);
  if (captured.length > 0) return [loopWithBindings(node, captured, before, context)];
  const statement = loop(node, { test: condition, update: incrementor, testAtEnd: false }, context);
  if (before.length === 0) return [statement];
  return [{ kind: 'block', body: [...before, statement], span: context.span(node) }];
};

function initialise(initializer: ts.ForInitializer, context: Context): Statement[] {
  if (tsc.isVariableDeclarationList(initializer)) return context.declarations(initializer);
  const expression = context.effect(initializer);
  if (expression.kind === 'constant') return [];
  return [{ kind: 'expression', expression, span: context.span(initializer) }];
}

// `if (test) … else …`.
import type ts from 'typescript';
import type { StatementHandler } from '../handler.ts';

export const ifStatement: StatementHandler<ts.IfStatement> = (node, context) => [
  {
    kind: 'if',
    test: context.condition(node.expression),
    whenTrue: context.body(node.thenStatement),
    whenFalse: node.elseStatement ? context.body(node.elseStatement) : [],
    span: context.span(node),
  },
];

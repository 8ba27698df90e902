// `{ … }` → a block. Names are resolved by symbol, so that a block only groups.
import type ts from 'typescript';
import type { StatementHandler } from '../handler.ts';

export const block: StatementHandler<ts.Block> = (node, context) => [
  { kind: 'block', body: context.statements(node.statements), span: context.span(node) },
];

export const emptyStatement: StatementHandler<ts.EmptyStatement> = () => [];

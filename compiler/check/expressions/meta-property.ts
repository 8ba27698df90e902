// `import.meta`, `new.target` → refusals.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { ExpressionHandler } from '../handler.ts';
import { tsc } from '../tsc.ts';

export const metaProperty: ExpressionHandler<ts.MetaProperty> = (node, context) =>
  context.fail(
    node.keywordToken === tsc.SyntaxKind.NewKeyword ? E.newTarget : E.dynamicImport,
    node,
    {},
  );

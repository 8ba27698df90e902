// Names that stand for whole modules and namespaces.
import type ts from 'typescript';
import type { Context } from './context.ts';
import { tsc } from './tsc.ts';

/** `m` of `import * as m from './file.ts'`, a namespace, or one of these behind another: `m.n`. */
export function isModule(node: ts.Expression, context: Context): boolean {
  const name = tsc.isIdentifier(node)
    ? node
    : tsc.isPropertyAccessExpression(node)
      ? node.name
      : undefined;
  const symbol = name && context.symbol(name);
  return symbol !== undefined && (symbol.flags & tsc.SymbolFlags.ValueModule) !== 0;
}

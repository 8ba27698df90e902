// Names that stand for whole modules.
import type ts from 'typescript';
import type { Context } from './context.ts';
import { tsc } from './tsc.ts';

/** `m` of `import * as m from './file.ts'`. */
export function isModule(node: ts.Expression, context: Context): boolean {
  const symbol = tsc.isIdentifier(node) ? context.symbol(node) : undefined;
  return symbol !== undefined && (symbol.flags & tsc.SymbolFlags.ValueModule) !== 0;
}

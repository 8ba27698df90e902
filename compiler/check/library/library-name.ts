// The global objects of our library by name: `Math`, `Number`, `Uint8Array`.
import type ts from 'typescript';
import type { Context } from '../context.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';
import { LIBRARY_PATH } from '../library-paths.ts';

/** undefined for everything that is not the name of a global object. */
export function libraryName(node: ts.Expression, context: Context): string | undefined {
  const name = skipParentheses(node);
  if (!tsc.isIdentifier(name)) return undefined;
  const symbol = context.symbol(name);
  const file = symbol?.valueDeclaration?.getSourceFile();
  if (!symbol || !file || !isLibrary(file) || file.fileName !== LIBRARY_PATH) return undefined;
  return symbol.name === 'NaN' || symbol.name === 'Infinity' ? undefined : symbol.name;
}

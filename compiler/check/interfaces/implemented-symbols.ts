// Which interfaces and object types a class of the program says that it implements, those that they extend included.
import type ts from 'typescript';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

export function implementedSymbols({ program, checker }: ProgramState): ReadonlySet<ts.Symbol> {
  const found = new Set<ts.Symbol>();
  const add = (type: ts.Type): void => {
    const symbol = type.getSymbol();
    if (type.aliasSymbol) found.add(type.aliasSymbol);
    if (type.isIntersection()) type.types.forEach(add);
    if (!symbol || found.has(symbol)) return;
    found.add(symbol);
    if (!(symbol.flags & tsc.SymbolFlags.Interface)) return;
    for (const base of checker.getDeclaredTypeOfSymbol(symbol).getBaseTypes() ?? []) add(base);
  };
  const visit = (node: ts.Node): void => {
    if (tsc.isClassLike(node))
      for (const { token, types } of node.heritageClauses ?? [])
        if (token === tsc.SyntaxKind.ImplementsKeyword)
          for (const one of types) add(checker.getTypeAtLocation(one));
    tsc.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!isLibrary(file)) visit(file);
  return found;
}

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
  for (const file of program.getSourceFiles())
    if (!isLibrary(file))
      for (const one of implementedIn(file)) add(checker.getTypeAtLocation(one));
  return found;
}

/** Files are looked through once, however many programs have them. */
const known = new WeakMap<ts.SourceFile, readonly ts.Node[]>();

function implementedIn(file: ts.SourceFile): readonly ts.Node[] {
  let nodes = known.get(file);
  if (!nodes) known.set(file, (nodes = findImplemented(file)));
  return nodes;
}

function findImplemented(file: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (tsc.isClassLike(node))
      for (const { token, types } of node.heritageClauses ?? [])
        if (token === tsc.SyntaxKind.ImplementsKeyword) nodes.push(...types);
    tsc.forEachChild(node, visit);
  };
  if (file.text.includes('implements')) visit(file);
  return nodes;
}

// A symbol of the program → where its build-time value comes from.
import type ts from 'typescript';
import { isLibrary } from '../typescript.ts';
import { tsc } from '../tsc.ts';

export type SymbolSource =
  /** Of the runtime package: the path of names in it; empty for the whole of it. */
  | { readonly kind: 'runtime'; readonly path: readonly string[] }
  /** Its value is that of `source`, one expression. */
  | {
      readonly kind: 'source';
      readonly source: ts.Node;
      readonly text: string;
      readonly start: number;
    }
  /** `import * as name from './file.ts'`. */
  | { readonly kind: 'module'; readonly exports: readonly ts.Symbol[] }
  /** A name of JavaScript (`Math`), which stays as it is. */
  | { readonly kind: 'global' }
  | { readonly kind: 'unknown' };

export function symbolSource(symbol: ts.Symbol, checker: ts.TypeChecker): SymbolSource {
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (!declaration) return { kind: 'global' };
  const file = declaration.getSourceFile();
  if (isLibrary(file))
    return tsc.isExternalModule(file)
      ? { kind: 'runtime', path: qualifiedPath(declaration) }
      : { kind: 'global' };
  if (tsc.isSourceFile(declaration))
    return { kind: 'module', exports: checker.getExportsOfModule(symbol) };
  return declaredSource(declaration);
}

/** `['lltype', 'Struct']` for a declaration of the runtime's types. */
export function qualifiedPath(declaration: ts.Declaration): readonly string[] {
  const path: string[] = [];
  for (let node: ts.Node = declaration; !tsc.isSourceFile(node); node = node.parent) {
    const { name } = node as { name?: ts.Node };
    if (name && tsc.isIdentifier(name)) path.unshift(name.text);
  }
  return path;
}

function declaredSource(declaration: ts.Declaration): SymbolSource {
  const file = declaration.getSourceFile();
  if (isModuleConst(declaration) && declaration.initializer) {
    const source = declaration.initializer;
    return { kind: 'source', source, text: source.getText(), start: source.getStart() };
  }
  if (tsc.isFunctionDeclaration(declaration) && declaration.parent === file) {
    const start = afterModifiers(declaration);
    return {
      kind: 'source',
      source: declaration,
      text: file.text.slice(start, declaration.end),
      start,
    };
  }
  if (tsc.isEnumDeclaration(declaration) && declaration.parent === file) {
    // As an expression: the object that an enum declaration makes is complete when it is read.
    const text = `(() => { ${file.text.slice(afterModifiers(declaration), declaration.end)}; return ${declaration.name.text}; })()`;
    return {
      kind: 'source',
      source: declaration,
      text,
      start: afterModifiers(declaration) - '(() => { '.length,
    };
  }
  return { kind: 'unknown' };
}

/** A `const` at the top of a file. */
export const isModuleConst = (node: ts.Node): node is ts.VariableDeclaration =>
  tsc.isVariableDeclaration(node) &&
  tsc.isVariableDeclarationList(node.parent) &&
  (node.parent.flags & tsc.NodeFlags.BlockScoped) === tsc.NodeFlags.Const &&
  tsc.isVariableStatement(node.parent.parent) &&
  tsc.isSourceFile(node.parent.parent.parent);

function afterModifiers(node: ts.FunctionDeclaration | ts.EnumDeclaration): number {
  const last = node.modifiers?.at(-1);
  return last ? last.end : node.getStart();
}

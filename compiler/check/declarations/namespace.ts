// `namespace N { … }`: its statements are those of the module, under names of their own.
import type ts from 'typescript';
import { hasModifier } from '../modifiers.ts';
import { tsc } from '../tsc.ts';

/** A file or the body of a namespace: what is declared in it is the module's. */
export const isModuleScope = (node: ts.Node): boolean =>
  tsc.isSourceFile(node) || tsc.isModuleBlock(node);

/** What can be compiled: not what only tells TypeScript of something elsewhere. */
export const isNamespace = (node: ts.Node): node is ts.NamespaceDeclaration =>
  tsc.isModuleDeclaration(node) &&
  tsc.isIdentifier(node.name) &&
  (node.flags & tsc.NodeFlags.GlobalAugmentation) === 0 &&
  !hasModifier(node, tsc.SyntaxKind.DeclareKeyword) &&
  node.body !== undefined;

/** The statements of a file in order, with those of its namespaces in their places. */
export function moduleStatements(file: ts.SourceFile): readonly ts.Statement[] {
  const flat = (statements: readonly ts.Statement[]): readonly ts.Statement[] =>
    statements.flatMap((statement) => (isNamespace(statement) ? inside(statement) : [statement]));
  const inside = ({ body }: ts.NamespaceDeclaration): readonly ts.Statement[] =>
    tsc.isModuleBlock(body) ? flat(body.statements) : inside(body);
  return flat(file.statements);
}

/** `N::f`, as `N.f` may be a method of a class: unique in the file. */
export function qualifiedName(name: string, declaration: ts.Node): string {
  let qualified = name;
  for (let at: ts.Node = declaration; !tsc.isSourceFile(at); at = at.parent)
    if (tsc.isModuleDeclaration(at)) qualified = `${at.name.text}::${qualified}`;
  return qualified;
}

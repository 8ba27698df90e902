// The modules that an entry file reaches by imports of values, in the order in which JavaScript evaluates them
// (ECMA-262 16.2.1.5.2): a module stands after those that it imports.
import type ts from 'typescript';
import type { Host } from '../host.ts';
import { resolveModule } from './resolve-module.ts';
import { tsc } from './tsc.ts';

export function moduleOrder(
  entry: ts.SourceFile,
  program: ts.Program,
  host: Host,
): readonly ts.SourceFile[] {
  const order: ts.SourceFile[] = [];
  const seen = new Set<ts.SourceFile>();
  const visit = (file: ts.SourceFile): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const statement of file.statements) {
      const specifier = importedValue(statement);
      const path = specifier && resolveModule(specifier, file.fileName, host);
      const imported = path === undefined ? undefined : program.getSourceFile(path);
      if (imported && !imported.isDeclarationFile) visit(imported);
    }
    order.push(file);
  };
  visit(entry);
  return order;
}

/** The file that the statement imports or re-exports values from. */
function importedValue(node: ts.Statement): string | undefined {
  const isType =
    (tsc.isImportDeclaration(node) &&
      node.importClause?.phaseModifier === tsc.SyntaxKind.TypeKeyword) ||
    (tsc.isExportDeclaration(node) && node.isTypeOnly);
  const specifier =
    !isType && (tsc.isImportDeclaration(node) || tsc.isExportDeclaration(node))
      ? node.moduleSpecifier
      : undefined;
  return specifier && tsc.isStringLiteral(specifier) ? specifier.text : undefined;
}

// `import` and `export … from`: their forms and what they name. Names themselves are resolved by symbols.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { resolveModule } from '../resolve-module.ts';
import { tsc } from '../tsc.ts';

export function checkImport(node: ts.ImportDeclaration, context: Context): void {
  if (node.attributes) context.report(E.importExportForm, node.attributes, {});
  checkSpecifier(node.moduleSpecifier, context);
}

export function checkExportForm(
  node: ts.ExportDeclaration | ts.ExportAssignment,
  context: Context,
): void {
  if (tsc.isExportAssignment(node)) {
    if (node.isExportEquals) context.report(E.importExportForm, node, {});
    return;
  }
  if (node.attributes) context.report(E.importExportForm, node.attributes, {});
  if (node.moduleSpecifier && !checkSpecifier(node.moduleSpecifier, context)) return;
  const clause = node.exportClause;
  if (!clause && isMixmod(node.moduleSpecifier)) context.report(E.importExportForm, node, {});
}

/** Reports what cannot be imported. */
function checkSpecifier(node: ts.Expression, context: Context): boolean {
  if (!tsc.isStringLiteral(node)) return false;
  const path = resolveModule(node.text, context.sourceFile.fileName, context.host);
  const parameters = { specifier: node.text };
  if (path === undefined) context.report(E.importSpecifier, node, parameters);
  else if (path !== MIXMOD_PATH && context.host.readText(path) === undefined)
    context.report(E.importNotFound, node, parameters);
  else return true;
  return false;
}

/** What it exports are types and functions of the build. */
const isMixmod = (specifier: ts.Expression | undefined): boolean =>
  specifier !== undefined && tsc.isStringLiteral(specifier) && specifier.text === 'mixmod';

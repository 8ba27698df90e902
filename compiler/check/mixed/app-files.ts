// The files that a manifest reaches by imports, each once: those that the host runs, and those that are compiled.
import type ts from 'typescript';
import { relative } from 'node:path';
import { E } from '../../diagnostics/codes.ts';
import { tsc } from '../tsc.ts';
import type { AppProgram } from './app-program.ts';
import { isMixmod } from './manifest.ts';

export interface AppFiles {
  readonly app: readonly ts.SourceFile[];
  readonly compiled: readonly ts.SourceFile[];
}

/** `root`: the module's folder. Imports that built files could not follow are reported. */
export function appFiles(entry: ts.SourceFile, root: string, program: AppProgram): AppFiles {
  const app = new Set([entry]);
  const compiled = new Set<ts.SourceFile>();
  // What is added is visited too.
  for (const file of app)
    for (const specifier of specifiersOf(file)) {
      if (isMixmod(specifier)) reportMixmod(specifier, file, program);
      const target = program.imported(specifier);
      if (!target || target.isDeclarationFile) continue;
      const isOutside = relative(root, target.fileName).startsWith('..');
      if (isOutside) reportImport(specifier, 'leads out of the folder of the module', program);
      else (program.isCompiled(target) ? compiled : app).add(target);
    }
  return { app: [...app], compiled: [...compiled] };
}

function specifiersOf(file: ts.SourceFile): readonly ts.StringLiteral[] {
  const found: ts.StringLiteral[] = [];
  visit(file);
  return found;

  function visit(node: ts.Node): void {
    const specifier =
      tsc.isImportDeclaration(node) || tsc.isExportDeclaration(node)
        ? node.moduleSpecifier
        : tsc.isCallExpression(node) && node.expression.kind === tsc.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier && tsc.isStringLiteral(specifier)) found.push(specifier);
    tsc.forEachChild(node, visit);
  }
}

/** A manifest takes its one function from there, and every file may take types. */
function reportMixmod(specifier: ts.StringLiteral, file: ts.SourceFile, program: AppProgram): void {
  const { parent } = specifier;
  const clause = tsc.isImportDeclaration(parent) ? parent.importClause : undefined;
  if (clause?.phaseModifier === tsc.SyntaxKind.TypeKeyword) return;
  const bindings = clause?.namedBindings;
  const names = bindings && tsc.isNamedImports(bindings) ? bindings.elements : undefined;
  const isFit =
    !clause?.name &&
    names?.every(
      ({ isTypeOnly, name, propertyName }) =>
        isTypeOnly || ((propertyName ?? name).text === 'mixedModule' && program.isManifest(file)),
    );
  if (!isFit)
    reportImport(specifier, 'gives plain TypeScript what only RTypeScript can use', program);
}

function reportImport(specifier: ts.StringLiteral, reason: string, program: AppProgram): void {
  program.report(E.mixedImport, specifier, { specifier: specifier.text, reason });
}

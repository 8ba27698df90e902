// A file of RTypeScript → the entry files of the programs that it is part of. What an entry exports has to cross to
// JavaScript; what the files export that it imports does not.
import type ts from 'typescript';
import { dirname, resolve } from 'node:path';
import { isMarked } from '../source/directive.ts';

/** The file itself where no other RTypeScript imports it. */
export function entriesOf(
  file: ts.SourceFile,
  program: ts.Program,
  typescript: typeof ts,
): readonly string[] {
  const importers = new Map<string, string[]>();
  for (const one of program.getSourceFiles()) {
    if (one.isDeclarationFile || !isMarked(one.text)) continue;
    for (const imported of importsOf(one, typescript))
      importers.set(imported, [...(importers.get(imported) ?? []), one.fileName]);
  }
  const entries: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const above = importers.get(path) ?? [];
    if (above.length === 0) entries.push(path);
    above.forEach(visit);
  };
  visit(file.fileName);
  // Files that import each other, and nobody else imports.
  return entries.length > 0 ? entries : [file.fileName];
}

function importsOf(file: ts.SourceFile, typescript: typeof ts): readonly string[] {
  return file.statements.flatMap((statement) => {
    if (!typescript.isImportDeclaration(statement) && !typescript.isExportDeclaration(statement))
      return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !typescript.isStringLiteral(moduleSpecifier)) return [];
    const { text } = moduleSpecifier;
    return /^\.\.?\//.test(text) ? [resolve(dirname(file.fileName), text)] : [];
  });
}

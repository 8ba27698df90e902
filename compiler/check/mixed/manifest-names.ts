// `interp`, or `{ crc32: interp.z_crc32, open }`, in a manifest → the names of the module that stand for it, each with
// the file and the export that it is.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { tsc } from '../tsc.ts';
import type { AppProgram } from './app-program.ts';

export type Level = 'interpleveldefs' | 'appleveldefs' | 'submodules';

export interface ModuleName {
  readonly level: Level;
  /** As users of the module write it. */
  readonly name: string;
  /** Where it is exported, and as what. */
  readonly file: ts.SourceFile;
  readonly exported: string;
  /** An interface or a type alias: there is no value. */
  readonly isType: boolean;
}

/** Forms that are not known are reported and give no names. */
export function namesIn(
  value: ts.Expression,
  level: Level,
  program: AppProgram,
): readonly ModuleName[] {
  const whole = tsc.isIdentifier(value) ? namespaceFile(value, program) : undefined;
  if (whole && level !== 'submodules') {
    const exports = exportsOf(whole, program).map((one) => ({ level, file: whole, ...one }));
    return levelFits(whole, value.getText(), value, level, program) ? exports : [];
  }
  if (tsc.isObjectLiteralExpression(value))
    return value.properties.flatMap((member) => memberName(member, level, program));
  const wanted =
    level === 'submodules' ? 'an object of imports' : 'a namespace import or an object';
  program.report(E.manifestForm, value, { found: value.getText(), wanted });
  return [];
}

function memberName(
  member: ts.ObjectLiteralElementLike,
  level: Level,
  program: AppProgram,
): readonly ModuleName[] {
  const value = tsc.isPropertyAssignment(member)
    ? member.initializer
    : tsc.isShorthandPropertyAssignment(member)
      ? member.name
      : undefined;
  const name = member.name && tsc.isIdentifier(member.name) ? member.name.text : undefined;
  const origin =
    value && name !== undefined && name !== 'default' ? originOf(value, program) : undefined;
  if (!origin || name === undefined) {
    program.report(E.manifestForm, member, { found: member.getText(), wanted: 'an imported name' });
    return [];
  }
  if (!levelFits(origin.file, name, member, level, program)) return [];
  return [{ level, name, isType: false, ...origin }];
}

/** Compiled or not as the level says; submodules are manifests. */
function levelFits(
  file: ts.SourceFile,
  name: string,
  at: ts.Node,
  level: Level,
  program: AppProgram,
): boolean {
  const isCompiled = program.isCompiled(file);
  const fits =
    level === 'interpleveldefs'
      ? isCompiled
      : level === 'appleveldefs'
        ? !isCompiled
        : program.isManifest(file);
  if (!fits)
    program.report(E.manifestLevel, at, { name, level, file: program.display(file), isCompiled });
  return fits;
}

/** `interp.f`, or a name imported by itself; the file is the one that is imported, though it may export from another. */
function originOf(
  value: ts.Expression,
  program: AppProgram,
): Pick<ModuleName, 'file' | 'exported'> | undefined {
  if (tsc.isPropertyAccessExpression(value) && tsc.isIdentifier(value.expression)) {
    const file = namespaceFile(value.expression, program);
    return file && { file, exported: value.name.text };
  }
  if (!tsc.isIdentifier(value)) return undefined;
  const declaration = importOf(value, program);
  if (!declaration) return undefined;
  if (tsc.isImportClause(declaration)) {
    const file = program.imported(declaration.parent.moduleSpecifier);
    return file && { file, exported: 'default' };
  }
  if (!tsc.isImportSpecifier(declaration)) return undefined;
  const file = program.imported(declaration.parent.parent.parent.moduleSpecifier);
  return file && { file, exported: (declaration.propertyName ?? declaration.name).text };
}

function namespaceFile(name: ts.Identifier, program: AppProgram): ts.SourceFile | undefined {
  const declaration = importOf(name, program);
  return declaration && tsc.isNamespaceImport(declaration)
    ? program.imported(declaration.parent.parent.moduleSpecifier)
    : undefined;
}

/** What the file imports under the name. */
function importOf(name: ts.Identifier, { checker }: AppProgram): ts.Declaration | undefined {
  const { parent } = name;
  const symbol =
    tsc.isShorthandPropertyAssignment(parent) && parent.name === name
      ? checker.getShorthandAssignmentValueSymbol(parent)
      : checker.getSymbolAtLocation(name);
  return symbol?.declarations?.[0];
}

function exportsOf(
  file: ts.SourceFile,
  { checker }: AppProgram,
): readonly Pick<ModuleName, 'name' | 'exported' | 'isType'>[] {
  const symbol = checker.getSymbolAtLocation(file);
  const exports = symbol ? checker.getExportsOfModule(symbol) : [];
  return exports
    .filter(({ name }) => name !== 'default')
    .map((one) => {
      const target = one.flags & tsc.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      const isType = (target.flags & tsc.SymbolFlags.Value) === 0;
      return { name: one.name, exported: one.name, isType };
    });
}

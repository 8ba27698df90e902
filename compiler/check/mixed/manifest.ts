// The manifest of a mixed module (`export default mixedModule({ … })` in a folder's `index.ts`) as its syntax says it:
// what it is called and where each of its names comes from.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { tsc } from '../tsc.ts';
import type { AppProgram } from './app-program.ts';
import { namesIn, type Level, type ModuleName } from './manifest-names.ts';

export interface Manifest {
  readonly file: ts.SourceFile;
  readonly name: string;
  readonly names: readonly ModuleName[];
  /** The `export default`, in whose place loaders export the names. */
  readonly place: ts.Node;
}

const LEVELS: readonly Level[] = ['interpleveldefs', 'appleveldefs', 'submodules'];

export const MANIFEST_FILE = 'index.ts';

/** null after what is reported. */
export function readManifest(file: ts.SourceFile, program: AppProgram): Manifest | null {
  const definition = manifestDefinition(file);
  if (!definition) {
    program.report(E.noManifest, null, { path: program.display(file) });
    return null;
  }
  const name = property(definition, 'name');
  if (!name || !tsc.isStringLiteralLike(name)) {
    const found = name ? name.getText() : 'no name';
    program.report(E.manifestForm, name ?? definition, { found, wanted: 'a string as its name' });
    return null;
  }
  const names = LEVELS.flatMap((level) => {
    const value = property(definition, level);
    return value ? namesIn(value, level, program) : [];
  });
  reportTwice(names, definition, program);
  return { file, name: name.text, names, place: definition };
}

/** Whether the file is one at all; nothing is reported. */
export const isManifest = (file: ts.SourceFile): boolean => manifestDefinition(file) !== undefined;

function manifestDefinition(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const exported = file.statements.find(
    (statement) => tsc.isExportAssignment(statement) && !statement.isExportEquals,
  ) as ts.ExportAssignment | undefined;
  const call = exported?.expression;
  if (!call || !tsc.isCallExpression(call) || !isMixedModule(call.expression, file))
    return undefined;
  const [definition] = call.arguments;
  return definition && tsc.isObjectLiteralExpression(definition) ? definition : undefined;
}

/** The function of 'mixmod', under whatever name it is imported. */
function isMixedModule(callee: ts.Expression, file: ts.SourceFile): boolean {
  if (!tsc.isIdentifier(callee)) return false;
  return file.statements.some((statement) => {
    if (!tsc.isImportDeclaration(statement) || !isMixmod(statement.moduleSpecifier)) return false;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !tsc.isNamedImports(bindings)) return false;
    return bindings.elements.some(
      ({ name, propertyName }) =>
        name.text === callee.text && (propertyName ?? name).text === 'mixedModule',
    );
  });
}

export const isMixmod = (specifier: ts.Expression): boolean =>
  tsc.isStringLiteral(specifier) && specifier.text === 'mixmod';

function property(definition: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const member of definition.properties) {
    if (!member.name || !tsc.isIdentifier(member.name) || member.name.text !== name) continue;
    if (tsc.isPropertyAssignment(member)) return member.initializer;
    if (tsc.isShorthandPropertyAssignment(member)) return member.name;
  }
  return undefined;
}

function reportTwice(names: readonly ModuleName[], definition: ts.Node, program: AppProgram): void {
  const levels = new Map<string, Level>();
  for (const { name, level, isType } of names) {
    if (isType) continue;
    const first = levels.get(name);
    if (first) program.report(E.manifestName, definition, { name, first, second: level });
    levels.set(name, level);
  }
}

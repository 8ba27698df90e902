// The files of a mixed module that the host runs → JavaScript and declarations that need neither the sources nor mixmod.
// Beside a manifest (`manifest.js`: its names are linked on first use) lies `index.js`, which exports the names.
import type ts from 'typescript';
import { dirname, join, relative } from 'node:path';
import { packageFile, packageRoot } from '../../package-root.ts';
import { isBindable } from '../../program/identifier.ts';
import { tsc } from '../tsc.ts';
import type { AppProgram } from './app-program.ts';
import { isMixmod, type Manifest } from './manifest.ts';
import type { ModuleName } from './manifest-names.ts';

export interface ModuleFiles {
  /** The module's folder. */
  readonly root: string;
  /** Its own first. */
  readonly manifests: readonly Manifest[];
  readonly app: readonly ts.SourceFile[];
}

/** By path from the module's folder. */
export function emitApp(files: ModuleFiles, program: AppProgram): ReadonlyMap<string, string> {
  const { root, manifests, app } = files;
  const taken = new Set(app.map(({ fileName }) => relative(root, fileName)));
  const [main] = manifests;
  const layout: Layout = {
    root,
    manifestFile: free('manifest', taken),
    runtime: free('mixed-module', taken),
    isManifest: (file) => manifests.some((one) => one.file === file),
  };
  const outputs = new Map<string, string>();
  for (const file of app) emitFile(file, layout, program, outputs);
  for (const manifest of manifests) {
    const folder = relative(root, dirname(manifest.file.fileName));
    outputs.set(join(folder, 'index.js'), namesScript(manifest, layout));
    outputs.set(join(folder, 'index.d.ts'), namesDeclarations(manifest));
  }
  outputs.set(`${layout.runtime}.js`, runtimeScript());
  if (main) outputs.set('package.json', packageText(main.name));
  return outputs;
}

interface Layout {
  readonly root: string;
  /** Names of outputs that no file of the module has, without ending. */
  readonly manifestFile: string;
  readonly runtime: string;
  readonly isManifest: (file: ts.SourceFile) => boolean;
}

const free = (name: string, taken: ReadonlySet<string>): string =>
  [...taken].some((path) => path.replace(/^.*\//, '') === `${name}.ts`)
    ? free(`${name}-`, taken)
    : name;

const runtimeScript = (): string =>
  packageFile(join(packageRoot, 'dist/runtime/mixed/mixed-module.js')).replace(
    /\n\/\/# sourceMappingURL=.*/,
    '',
  );

function packageText(name: string): string {
  const text = {
    name: name.toLowerCase(),
    type: 'module',
    main: './index.js',
    types: './index.d.ts',
    // How the next build knows that the file may be replaced.
    mixmod: { module: name },
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

function emitFile(
  file: ts.SourceFile,
  layout: Layout,
  { program }: AppProgram,
  outputs: Map<string, string>,
): void {
  const isManifest = layout.isManifest(file);
  const base = isManifest ? join(dirname(file.fileName), layout.manifestFile) : file.fileName;
  const path = relative(layout.root, base.replace(/\.ts$/, ''));
  const write = (written: string, text: string): void => {
    const ending = written.endsWith('.d.ts') ? '.d.ts' : '.js';
    // The types of a manifest are those of its names: `index.d.ts`.
    if (isManifest && ending === '.d.ts') outputs.set(path + ending, MANIFEST_TYPES);
    else outputs.set(path + ending, text);
  };
  const before = isManifest ? [redirected(file, layout)] : [];
  program.emit(file, write, undefined, false, { before });
}

const MANIFEST_TYPES = "export { default } from './index.js';\n";

/** In a manifest: the function of 'mixmod' is the copy that lies beside it, and submodules are linked on first use. */
function redirected(file: ts.SourceFile, layout: Layout): ts.TransformerFactory<ts.SourceFile> {
  return ({ factory }) => {
    const target = (specifier: ts.Expression): string | null => {
      if (isMixmod(specifier)) return fromFile(file, join(layout.root, `${layout.runtime}.js`));
      if (!tsc.isStringLiteral(specifier)) return null;
      const isSubmodule = /^\..*\/index\.ts$/.test(specifier.text);
      return isSubmodule ? specifier.text.replace(/index\.ts$/, `${layout.manifestFile}.js`) : null;
    };
    const visit = (statement: ts.Node): ts.Node => {
      if (!tsc.isImportDeclaration(statement)) return statement;
      const to = target(statement.moduleSpecifier);
      if (to === null) return statement;
      return factory.updateImportDeclaration(
        statement,
        statement.modifiers,
        statement.importClause,
        factory.createStringLiteral(to),
        statement.attributes,
      );
    };
    return (source) => tsc.visitEachChild(source, visit, undefined);
  };
}

/** As an import of the file writes it. */
function fromFile(file: ts.SourceFile, target: string): string {
  const path = relative(dirname(file.fileName), target);
  return path.startsWith('.') ? path : `./${path}`;
}

// ---- the names ----

function namesScript({ names }: Manifest, { manifestFile }: Layout): string {
  const values = names.filter(({ isType }) => !isType);
  const local = unused('mixed', names);
  const bindings = values.map(({ name }, index) =>
    isBindable(name)
      ? `export const ${name} = ${local}.${name};\n`
      : `const ${local}_${index} = ${local}.${name};\nexport { ${local}_${index} as ${name} };\n`,
  );
  return [
    `import ${local} from './${manifestFile}.js';\n`,
    `export default ${local};\n`,
    ...bindings,
  ].join('');
}

function namesDeclarations({ file, names }: Manifest): string {
  const from = (target: ts.SourceFile): string =>
    JSON.stringify(fromFile(file, target.fileName.replace(/\.ts$/, '.js')));
  const exported = names.map(
    ({ name, exported: own, file: target, isType }) =>
      `export ${isType ? 'type ' : ''}{ ${own === name ? name : `${own} as ${name}`} } from ${from(target)};\n`,
  );
  const local = unused('mixed', names);
  const members = names
    .filter(({ isType }) => !isType)
    .map(
      ({ name, exported: own, file: target }) =>
        `  readonly ${name}: typeof import(${from(target)}).${own};\n`,
    );
  return [
    ...exported,
    `declare const ${local}: {\n`,
    ...members,
    '};\n',
    `export default ${local};\n`,
  ].join('');
}

const unused = (wanted: string, names: readonly ModuleName[]): string =>
  names.some(({ name }) => name.startsWith(wanted)) ? unused(`${wanted}_`, names) : wanted;

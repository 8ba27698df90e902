// A folder with a manifest → what is built from it: the RTypeScript files to compile, and the text of all other outputs.
import type ts from 'typescript';
import { join, relative } from 'node:path';
import { E } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import { keepCompiledForm, tsc } from '../tsc.ts';
import { AppProgram } from './app-program.ts';
import { appFiles } from './app-files.ts';
import { emitApp, type ModuleFiles } from './emit-app.ts';
import { isManifest, MANIFEST_FILE, readManifest, type Manifest } from './manifest.ts';

export interface MixedModule {
  readonly name: string;
  /** RTypeScript files, absolute. */
  readonly compiled: readonly string[];
  /** By path from the module's folder; the output folder has the same form. */
  readonly files: ReadonlyMap<string, string>;
}

export interface MixedModuleResult {
  /** null iff there are errors. */
  readonly module: MixedModule | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that the result is made from, absolute. */
  readonly inputs: readonly string[];
}

/** `folder` as the user named it. */
export function readMixedModule(folder: string, host: Host): MixedModuleResult {
  const root = host.resolve(folder);
  const entry = join(root, MANIFEST_FILE);
  const program = new AppProgram(entry, host, isManifest);
  const file = program.file(entry);
  const modules = file ? allManifests(file, root, program) : [];
  if (!file) program.report(E.noManifest, null, { path: join(folder, MANIFEST_FILE) });
  const [main] = modules;
  const found = main && !program.sink.hasErrors ? appFiles(main.file, root, program) : null;
  if (found) reportTypescript(found.app, program);
  keepCompiledForm();
  const inputs = [...(found?.app ?? []), ...(found?.compiled ?? [])].map((one) => one.fileName);
  const all = { diagnostics: program.sink.sorted(), inputs };
  if (!main || !found || program.sink.hasErrors) return { module: null, ...all };
  const layout: ModuleFiles = { root, manifests: modules, app: found.app };
  const compiled = found.compiled.map(({ fileName }) => fileName);
  return { module: { name: main.name, compiled, files: emitApp(layout, program) }, ...all };
}

/** The folder's own first. Each module has a name of its own. */
function allManifests(file: ts.SourceFile, root: string, program: AppProgram): readonly Manifest[] {
  const done = new Map<ts.SourceFile, Manifest | null>();
  visit(file, []);
  const manifests = [...done.values()].filter((one) => one !== null);
  const places = new Map<string, string>();
  for (const {
    name,
    file: { fileName },
    place,
  } of manifests) {
    const second = relative(root, fileName);
    const first = places.get(name);
    if (first !== undefined) program.report(E.manifestName, place, { name, first, second });
    places.set(name, second);
  }
  return manifests;

  function visit(at: ts.SourceFile, above: readonly ts.SourceFile[]): void {
    if (above.includes(at)) {
      const path = [...above.slice(above.indexOf(at)), at].map((one) =>
        relative(root, one.fileName),
      );
      program.report(E.submoduleCycle, null, { path: path.join(' → ') });
    } else if (!done.has(at)) {
      const manifest = readManifest(at, program);
      done.set(at, manifest);
      for (const { level, file: inner } of manifest?.names ?? [])
        if (level === 'submodules') visit(inner, [...above, at]);
    }
  }
}

/** Of the files that the host runs; the compiler says by itself what is wrong with the others. */
function reportTypescript(files: readonly ts.SourceFile[], app: AppProgram): void {
  const { program } = app;
  for (const file of files) {
    const errors = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...program.getDeclarationDiagnostics(file),
    ];
    for (const { start = 0, length = 0, messageText, code } of errors) {
      const message = tsc.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '';
      const span = { file: app.source(file), start, end: start + length };
      app.sink.report(E.typescript, span, { message, number: code });
    }
  }
}

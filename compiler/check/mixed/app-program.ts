// The files of a mixed module as TypeScript sees them: which of them the host runs, which are compiled, and what each
// imports. Unlike a program of RTypeScript it has TypeScript's own library, and packages.
import type ts from 'typescript';
import { dirname, join, relative } from 'node:path';
import { DiagnosticSink, type DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host.ts';
import { isMarked } from '../../source/directive.ts';
import { createSourceFile, type SourceFile } from '../../source/source-file.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { tsc } from '../tsc.ts';

/** Emission is ours to choose, whatever the user's tsconfig.json says. */
const FORCED: ts.CompilerOptions = {
  target: tsc.ScriptTarget.ES2022,
  module: tsc.ModuleKind.ESNext,
  moduleResolution: tsc.ModuleResolutionKind.Bundler,
  moduleDetection: tsc.ModuleDetectionKind.Force,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  // V8 is several times slower on fields that are defined instead of assigned.
  useDefineForClassFields: false,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  skipLibCheck: true,
  paths: { mixmod: [MIXMOD_PATH] },
};
/** Would make other files, none, or put them elsewhere. */
const UNWANTED = [
  'noEmit',
  'emitDeclarationOnly',
  'declarationMap',
  'declarationDir',
  'sourceMap',
  'inlineSourceMap',
  'incremental',
  'composite',
  'tsBuildInfoFile',
  'rootDir',
  'outDir',
  'outFile',
] as const;

export class AppProgram {
  readonly #program: ts.Program;
  readonly #host: Host;
  readonly #sink = new DiagnosticSink();
  readonly #files = new Map<ts.SourceFile, SourceFile>();
  /** Given from outside, as what it needs imports this. */
  readonly isManifest: (file: ts.SourceFile) => boolean;

  /** `entry` is absolute. */
  constructor(entry: string, host: Host, isManifest: (file: ts.SourceFile) => boolean) {
    this.#host = host;
    this.isManifest = isManifest;
    const options = { ...userOptions(dirname(entry)), ...FORCED };
    for (const name of UNWANTED) delete options[name];
    this.#program = tsc.createProgram({ rootNames: [entry], options });
    // Gives nodes their parents.
    this.#program.getTypeChecker();
  }

  get checker(): ts.TypeChecker {
    return this.#program.getTypeChecker();
  }

  get sink(): DiagnosticSink {
    return this.#sink;
  }

  get program(): ts.Program {
    return this.#program;
  }

  file(path: string): ts.SourceFile | undefined {
    return this.#program.getSourceFile(path);
  }

  isCompiled(file: ts.SourceFile): boolean {
    return isMarked(file.text);
  }

  /** The file that the specifier of an import or a re-export names; undefined for packages. */
  imported(specifier: ts.Expression | undefined): ts.SourceFile | undefined {
    if (!specifier || !tsc.isStringLiteral(specifier) || !specifier.text.startsWith('.'))
      return undefined;
    return this.file(join(dirname(specifier.getSourceFile().fileName), specifier.text));
  }

  /** Relative to the working folder where it is below it. */
  display({ fileName }: ts.SourceFile): string {
    const short = relative(this.#host.resolve('.'), fileName);
    return short.startsWith('..') ? fileName : short;
  }

  report<P>(code: DiagnosticCode<P>, node: ts.Node | null, parameters: P): void {
    const file = node?.getSourceFile();
    const span =
      node && file ? { file: this.source(file), start: node.getStart(), end: node.end } : null;
    this.#sink.report(code, span, parameters);
  }

  source(file: ts.SourceFile): SourceFile {
    const known = this.#files.get(file);
    if (known) return known;
    const made = createSourceFile(this.display(file), file.text);
    this.#files.set(file, made);
    return made;
  }
}

/** Of the nearest tsconfig.json; strict where there is none. */
function userOptions(folder: string): ts.CompilerOptions {
  const path = tsc.findConfigFile(folder, tsc.sys.fileExists);
  if (path === undefined) return { strict: true };
  const { config } = tsc.readConfigFile(path, tsc.sys.readFile) as { config?: unknown };
  return tsc.parseJsonConfigFileContent(config ?? {}, tsc.sys, dirname(path), undefined, path)
    .options;
}

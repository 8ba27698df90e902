// Builds the ts.Program of one entry file and what it imports: no library but our own, no search on the disk.
import type ts from 'typescript';
import type { Host } from '../host.ts';
import { packageFile } from '../package-root.ts';
import { isLibraryModulePath, LIBRARY_PATH, MIXMOD_PATH } from './library-paths.ts';
import { resolveModule } from './resolve-module.ts';
import { tsc } from './tsc.ts';

const OPTIONS: ts.CompilerOptions = {
  target: tsc.ScriptTarget.ESNext,
  module: tsc.ModuleKind.ESNext,
  moduleResolution: tsc.ModuleResolutionKind.Bundler,
  moduleDetection: tsc.ModuleDetectionKind.Force,
  strict: true,
  noLib: true,
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
};

/** Parsed files of the package itself, the same in every run. */
const libraries = new Map<string, ts.SourceFile>();

/** undefined where the entry file cannot be read. `path` is absolute. */
export function createProgram(path: string, host: Host): ts.Program | undefined {
  if (host.readText(path) === undefined) return undefined;
  return programOf([path], host);
}

/** `paths` are absolute. Files that are as they were in `oldProgram` are not parsed again. */
export const programOf = (
  paths: readonly string[],
  host: Host,
  oldProgram?: ts.Program,
): ts.Program =>
  tsc.createProgram({
    rootNames: [LIBRARY_PATH, ...paths],
    options: OPTIONS,
    host: compilerHost(host, oldProgram),
    ...(oldProgram ? { oldProgram } : {}),
  });

/** The files of the program that are RTypeScript: not the package's own declarations. */
export const programFiles = (program: ts.Program): readonly ts.SourceFile[] =>
  program.getSourceFiles().filter((file) => !isLibrary(file));

export const isLibrary = (file: ts.SourceFile): boolean => isLibraryPath(file.fileName);
const isLibraryPath = (path: string): boolean => path === LIBRARY_PATH || path === MIXMOD_PATH;

function compilerHost(host: Host, old?: ts.Program): ts.CompilerHost {
  return {
    getSourceFile: (path, languageVersion) => sourceFile(path, languageVersion, host, old),
    resolveModuleNameLiterals: (literals, importer) =>
      literals.map(({ text }) => resolved(text, importer, host)),
    getDefaultLibFileName: () => LIBRARY_PATH,
    getCurrentDirectory: () => host.resolve('.'),
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => isLibraryPath(path) || host.exists(path),
    readFile: (path) => host.readText(path),
    writeFile: () => {},
  };
}

function resolved(
  specifier: string,
  importer: string,
  host: Host,
): ts.ResolvedModuleWithFailedLookupLocations {
  const path = resolveModule(specifier, importer, host);
  if (path === undefined || (path !== MIXMOD_PATH && host.readText(path) === undefined))
    return { resolvedModule: undefined };
  const extension = path === MIXMOD_PATH ? tsc.Extension.Dts : tsc.Extension.Ts;
  return { resolvedModule: { resolvedFileName: path, extension } };
}

function sourceFile(
  path: string,
  languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions,
  host: Host,
  old?: ts.Program,
): ts.SourceFile | undefined {
  if (!isLibraryPath(path) && !isLibraryModulePath(path)) {
    const text = host.readText(path);
    const known = old?.getSourceFile(path);
    if (known && known.text === text) return known;
    return text === undefined
      ? undefined
      : tsc.createSourceFile(path, text, languageVersion, true, tsc.ScriptKind.TS);
  }
  let file = libraries.get(path);
  if (!file) {
    file = tsc.createSourceFile(path, packageFile(path), languageVersion, true, tsc.ScriptKind.TS);
    libraries.set(path, file);
  }
  return file;
}

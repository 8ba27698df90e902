// An RTypeScript file → the JavaScript module that stands in its place: a loader of what it is compiled to, or the
// program as JavaScript.
import { pathToFileURL } from 'node:url';
import { machineProblem, makeOutputs, writeFailure, writeOutputs } from '../build.ts';
import { keyOf } from '../cache/digest.ts';
import { openLocal } from '../cache/open.ts';
import { cacheFolder } from '../cache/location.ts';
import { DiagnosticSink, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { RELEASE } from '../options.ts';
import type { SharedLibraries } from '../link/c-libraries.ts';
import { packageRoot } from '../package-root.ts';
import type { PartsBuilder } from '../parts/build-parts.ts';
import { calledCFunctions } from '../program/c-functions.ts';
import type { CheckedProgram } from '../program/nodes.ts';
import type { SourceMap } from '../untranslated/source-map/source-map.ts';
import { RUN_OPTIONS, type RunMode } from './mode.ts';

export interface ModuleSource {
  /** '' where there are errors. */
  readonly code: string;
  /** Its sources are file URLs. null for a loader. */
  readonly sourceMap: SourceMap | null;
  /** The files that the module is made from, absolute. */
  readonly inputs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** In a process that compiles files again when they have changed: knows the modules of those that are not optimised. */
export class Sources {
  readonly #parts = new Map<string, PartsBuilder>();
  #last: Promise<unknown> = Promise.resolve();

  /** `path` is absolute. One after the other: a builder makes one build at a time. */
  of(path: string, mode: RunMode): Promise<ModuleSource> {
    const made = this.#last.then(() => this.#make(path, mode));
    this.#last = made.catch(() => {});
    return made;
  }

  async #make(path: string, mode: RunMode): Promise<ModuleSource> {
    if (mode === 'untranslated') return untranslatedSource(path);
    const isKept = RUN_OPTIONS[mode].level === 0;
    return compiledSource(path, mode, isKept ? await this.#builder(path, mode) : undefined);
  }

  async #builder(path: string, mode: RunMode): Promise<PartsBuilder> {
    const key = `${mode} ${path}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const { PartsBuilder } = await import('../parts/build-parts.ts');
    const cache = openLocal(cacheFolder(process.env), RELEASE.cpu, nodeHost);
    const made = new PartsBuilder(nodeHost, cache.parts);
    this.#parts.set(key, made);
    return made;
  }

  /** Removes what it keeps on the disk. */
  close(): void {
    for (const builder of this.#parts.values()) builder.close();
  }
}

/** Once. `path` is absolute. */
export const moduleSource = (path: string, mode: RunMode): Promise<ModuleSource> =>
  mode === 'untranslated' ? untranslatedSource(path) : compiledSource(path, mode);

/** Builds into the cache, in a folder named by the file and by what is in it, and loads from there: a native module that a process has loaded is never written over. */
async function compiledSource(
  path: string,
  mode: Exclude<RunMode, 'untranslated'>,
  parts?: PartsBuilder,
): Promise<ModuleSource> {
  const problem = machineProblem();
  if (problem) return { ...NOTHING, inputs: [path], diagnostics: [problem] };
  const cacheRoot = cacheFolder(process.env);
  const options = RUN_OPTIONS[mode];
  const cache = openLocal(cacheRoot, options.cpu, nodeHost);
  const request = { path, options, cache, ...(parts ? { parts } : {}) };
  const made = await makeOutputs(request, 'module', nodeHost);
  const { diagnostics, inputs, outputs } = made;
  if (!outputs) return { ...NOTHING, inputs, diagnostics };
  const out = nodeHost.resolve(cacheRoot, 'run', keyOf(path, ...[...outputs.files].flat()));
  const failure = makeModuleFolder(out) ?? writeFolder(outputs.files, out);
  if (failure) return { ...NOTHING, inputs, diagnostics: [failure] };
  const loader = [...outputs.files.keys()].find((file) => file.endsWith('.js'));
  const code = loader === undefined ? '' : loaderText(nodeHost.resolve(out, loader));
  return { ...NOTHING, code, inputs, diagnostics };
}

function writeFolder(files: ReadonlyMap<string, Uint8Array>, out: string): Diagnostic | null {
  try {
    writeOutputs(files, out, nodeHost);
    return null;
  } catch (error) {
    return writeFailure(error);
  }
}

const NOTHING = { code: '', sourceMap: null };

/** Loaders in it are ES modules. */
function makeModuleFolder(folder: string): Diagnostic | null {
  const path = nodeHost.resolve(folder, 'package.json');
  if (nodeHost.exists(path)) return null;
  try {
    nodeHost.writeAtomic(path, '{ "type": "module" }\n');
    return null;
  } catch (error) {
    return writeFailure(error);
  }
}

/** The loader finds the native module beside itself, wherever its text stands. */
function loaderText(path: string): string {
  const url = JSON.stringify(pathToFileURL(path).href);
  return (nodeHost.readText(path) ?? '').replace('import.meta.url', () => url);
}

async function untranslatedSource(path: string): Promise<ModuleSource> {
  const [{ check }, { untranslated }, { withSources }] = await Promise.all([
    import('../check/check.ts'),
    import('../untranslated/untranslated.ts'),
    import('../untranslated/source-map/inline.ts'),
  ]);
  const { program, diagnostics, files } = check(path, nodeHost);
  const inputs = files.map((file) => nodeHost.resolve(file.path));
  if (!program) return { ...NOTHING, inputs, diagnostics };
  // By its place: the program may lie where the package's name means nothing.
  const runtime = pathToFileURL(`${packageRoot}/dist/runtime/index.js`).href;
  const { libraries, problems } = await programLibraries(program);
  const { code, sourceMap } = untranslated(program, runtime, libraries);
  return {
    code,
    sourceMap: withSources(sourceMap, sourceUrl),
    inputs,
    diagnostics: [...diagnostics, ...problems],
  };
}

/** The C that the program brings. */
async function programLibraries(
  program: CheckedProgram,
): Promise<{ readonly libraries: SharedLibraries; readonly problems: readonly Diagnostic[] }> {
  const functions = calledCFunctions(program);
  if (functions.length === 0) return { libraries: new Map(), problems: [] };
  const { sharedLibraries } = await import('../link/c-libraries.ts');
  const sink = new DiagnosticSink();
  const folder = nodeHost.resolve(cacheFolder(process.env), 'shared');
  const runs = { host: nodeHost, sink, timings: {} };
  return { libraries: sharedLibraries(functions, folder, runs), problems: sink.sorted() };
}

/** Files of the language's library have names of their own in programs. */
function sourceUrl(path: string): string {
  const [, library] = /^mixmod\/library\/(.*)$/.exec(path) ?? [];
  const file = library === undefined ? path : `${packageRoot}/runtime/library/${library}`;
  return pathToFileURL(nodeHost.resolve(file)).href;
}

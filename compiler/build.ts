// One entry file → the files beside each other in a folder: from the cache if nothing changed, else through the pipeline.
// Loads the pipeline (and with it TypeScript and LLVM) only when it has to compile.
import { basename, dirname } from 'node:path';
import { missingForBuild } from './build-tools.ts';
import type { PartsBuilder } from './parts/build-parts.ts';
import type { PartsHelp, PartsResult } from './parts/parts-result.ts';
import type { BuildCache, BuildOutputs } from './cache/build-cache.ts';
import type { Compilation, MadeCore } from './compile.ts';
import { E } from './diagnostics/codes.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { report } from './diagnostics/report.ts';
import { CannotWrite, type Host } from './host.ts';
import type { LoaderFormat } from './link/loader.ts';
import type { BuildOptions } from './options.ts';
import { targetCore } from './target-core.ts';
import { TARGET_NAMES, type TargetName } from './target/targets.ts';
import { machineName, thisMachine } from './target/this-machine.ts';

export interface BuildRequest {
  /** The entry file, as the user named it. */
  readonly path: string;
  /** The folder for the outputs. */
  readonly out: string;
  readonly options: BuildOptions;
  /** null: neither read nor written. */
  readonly cache: BuildCache | null;
  /** What stages made is asked for: the whole program goes through them together. */
  readonly keepsStages?: boolean;
  /** Knows the modules of earlier builds of this process; without, a new one. */
  readonly parts?: PartsBuilder;
  /** Of a new one. */
  readonly help?: PartsHelp;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the outputs; empty after an error. */
  readonly written: readonly string[];
  /** Absolute paths of the files that the outputs are made from, as far as they are known after an error. */
  readonly inputs: readonly string[];
  /** How it went: everything was in place, copied from the cache, or compiled. */
  readonly outcome: 'unchanged' | 'restored' | 'compiled' | 'failed';
  /** The stages' results; null unless the program was compiled as a whole. */
  readonly compilation: Compilation | null;
  /** How it went with the modules; null unless they were compiled one by one. */
  readonly parts: PartsResult | null;
}

export async function build(request: BuildRequest, host: Host): Promise<BuildResult> {
  try {
    return await buildModule(request, host);
  } catch (error) {
    return { ...NOTHING, diagnostics: [writeFailure(error)] };
  }
}

const NOTHING = {
  written: [],
  inputs: [],
  outcome: 'failed',
  compilation: null,
  parts: null,
} as const;

/** The diagnostic of a file that cannot be written; throws any other error again. */
export function writeFailure(error: unknown): Diagnostic {
  if (!(error instanceof CannotWrite)) throw error;
  const { path, reason } = error;
  return report(E.cannotWrite, { path, reason });
}

/** Why nothing can be built for this machine itself; null where it can. */
export function machineProblem(): Diagnostic | null {
  if (thisMachine() !== null) return null;
  const targets = TARGET_NAMES.join(', ');
  return report(E.machineIsNoTarget, { machine: machineName(), targets });
}

async function buildModule(request: BuildRequest, host: Host): Promise<BuildResult> {
  const out = host.resolve(request.out);
  const { outputs, ...made } = await makeOutputs(request, moduleFormat(out, host), host);
  if (!outputs) return { ...made, written: [], outcome: 'failed' };
  const { written, changed } = writeOutputs(outputs.files, out, host);
  const restored = changed ? 'restored' : 'unchanged';
  return { ...made, written, outcome: made.compilation || made.parts ? 'compiled' : restored };
}

export interface MadeOutputs extends Pick<
  BuildResult,
  'diagnostics' | 'inputs' | 'compilation' | 'parts'
> {
  /** null after an error. */
  readonly outputs: BuildOutputs | null;
}

/** `prebuilt`: for a package, whose loaders find the build of their platform. */
export type OutputFormat = LoaderFormat | 'prebuilt';

/** Writes nothing but the cache. */
export async function makeOutputs(
  request: Omit<BuildRequest, 'out'>,
  format: OutputFormat,
  host: Host,
): Promise<MadeOutputs> {
  const entry = host.resolve(request.path);
  const none = { outputs: null, inputs: [], compilation: null, parts: null };
  if (host.readText(entry) === undefined)
    return { ...none, diagnostics: [report(E.fileNotFound, { path: request.path })] };
  if (request.parts) {
    // What knows the modules needs to look for no whole result, and those of all its builds are not worth to be kept.
    const missing = await missingForBuild(host);
    if (missing) return { ...none, diagnostics: [missing] };
    const made = await makeParts(request, format, host);
    if (made) return made;
  }
  // Debug information names the folder.
  const folder = request.options.debug ? host.resolve('.') : null;
  const key = JSON.stringify([request.options, format, folder]);
  const cached = request.cache?.lookup(request.path, key);
  if (cached) return { ...none, outputs: cached, diagnostics: [], inputs: cached.inputs };
  const missing = await missingForBuild(host);
  if (missing) return { ...none, diagnostics: [missing] };
  const parts = request.parts ? null : await makeParts(request, format, host);
  if (parts) {
    if (parts.outputs && parts.diagnostics.length === 0)
      request.cache?.store(request.path, key, parts.outputs);
    return parts;
  }
  const { compile, compileCore } = await import('./compile.ts');
  const core = targetCore(request.options.target, host, compileCore);
  const compilation = compile(request.path, request.options, host, core);
  const platform = { host, target: request.options.target };
  const outputs = await collectOutputs(compilation, entry, format, platform);
  const { diagnostics } = compilation;
  if (!outputs) {
    const inputs = compilation.checked.files.map((file) => host.resolve(file.path));
    return { outputs, diagnostics, inputs, compilation, parts: null };
  }
  if (diagnostics.length === 0) request.cache?.store(request.path, key, outputs);
  return { outputs, diagnostics, inputs: outputs.inputs, compilation, parts: null };
}

/** Of another module: for one alone there is nothing to be kept from an earlier build, and one object is made faster than two. */
const IMPORT = /\b(?:from|import)\s*['"](?!mixmod['"])/;

/** Module by module, where nothing is optimised over the borders of modules; null where the program has to be compiled as a whole. */
async function makeParts(
  { path, options, cache, keepsStages, parts, help }: Omit<BuildRequest, 'out'>,
  format: OutputFormat,
  host: Host,
): Promise<MadeOutputs | null> {
  // Packages are made of release builds.
  if (
    format === 'prebuilt' ||
    options.level !== 0 ||
    options.checked ||
    options.assembly ||
    keepsStages
  )
    return null;
  if (!parts && !IMPORT.test(host.readText(host.resolve(path)) ?? '')) return null;
  const core = await coreForParts(options.target, host);
  if (core && 'diagnostics' in core)
    return { ...core, outputs: null, inputs: [], compilation: null, parts: null };
  const { PartsBuilder } = await import('./parts/build-parts.ts');
  const builder = parts ?? new PartsBuilder(host, cache?.parts ?? null, help);
  const made = await builder.build(path, options, format, core?.path);
  if (!parts) builder.close();
  if (!made || made.needsWhole !== null) return null;
  const { files, inputs, diagnostics } = made;
  const bytes = new TextEncoder();
  const named = [...(files ?? [])].map(
    ([name, data]) => [name, typeof data === 'string' ? bytes.encode(data) : data] as const,
  );
  const outputs = files && { inputs, files: new Map(named) };
  return { outputs, diagnostics, inputs, compilation: null, parts: made };
}

/** null: this machine's, for which nothing of the other way to build is loaded. */
async function coreForParts(target: TargetName, host: Host): Promise<MadeCore | null> {
  if (target === thisMachine()) return null;
  const { compileCore } = await import('./compile.ts');
  return targetCore(target, host, compileCore)?.() ?? null;
}

async function collectOutputs(
  { checked, optimized, linked }: Compilation,
  entry: string,
  format: OutputFormat,
  { host, target }: { readonly host: Host; readonly target: TargetName },
): Promise<BuildOutputs | null> {
  if (!optimized || !linked) return null;
  const [{ declarations }, { loaderFiles }, { cInputs }, { probedInfos }] = await Promise.all([
    import('./link/declarations.ts'),
    import('./link/loader.ts'),
    import('./cache/c-inputs.ts'),
    import('./check/comptime/platform-probe.ts'),
  ]);
  const name = basename(entry).replace(/\.[cm]?ts$/, '');
  const text = (value: string): Uint8Array => new TextEncoder().encode(value);
  const files = new Map([
    [`${name}.node`, linked.node],
    ...loaderFiles(optimized, format).map(([file, made]) => [file, text(made)] as const),
    [`${name}.d.ts`, text(declarations(optimized))],
  ]);
  const sources = checked.files.map((file) => host.resolve(file.path));
  const infos = [...optimized.compilationInfos, ...probedInfos(host)];
  const inputs = new Set([entry, ...sources, ...cInputs(infos, { host, target })]);
  return { inputs: [...inputs], files };
}

/** A file whose content is already right keeps its time stamp. */
export function writeOutputs(
  outputs: ReadonlyMap<string, string | Uint8Array>,
  out: string,
  host: Host,
): { written: string[]; changed: boolean } {
  const files = new Map([...outputs].map(([name, bytes]) => [host.resolve(out, name), bytes]));
  const changed = new Map(
    [...files].filter(([path, bytes]) => {
      const old = host.readBytes(path);
      return !old || Buffer.compare(old, Buffer.from(bytes)) !== 0;
    }),
  );
  host.writeAllAtomic(changed);
  return { written: [...files.keys()], changed: changed.size > 0 };
}

/** Node's rule for `.js`: the nearest package.json decides. */
function moduleFormat(folder: string, host: Host): LoaderFormat {
  for (let at = folder; ; at = dirname(at)) {
    const text = host.readText(host.resolve(at, 'package.json'));
    if (text !== undefined) return /"type"\s*:\s*"module"/.test(text) ? 'module' : 'commonjs';
    if (dirname(at) === at) return 'commonjs';
  }
}

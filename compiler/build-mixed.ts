// A folder with a manifest → a folder that runs without mixmod: native modules, loaders, the JavaScript of what the host
// runs, declarations. All or nothing is written.
import { basename, dirname, join, relative } from 'node:path';
import { makeOutputs, writeFailure, writeOutputs, type BuildResult } from './build.ts';
import type { BuildCache } from './cache/build-cache.ts';
import { E } from './diagnostics/codes.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { distinct } from './diagnostics/distinct.ts';
import { report } from './diagnostics/report.ts';
import type { Host } from './host.ts';
import type { BuildOptions } from './options.ts';

export interface MixedBuildRequest {
  /** The folder with the manifest, as the user named it. */
  readonly path: string;
  /** The folder for the outputs; null: `build/` and the folder's name. */
  readonly out: string | null;
  readonly options: BuildOptions;
  /** null: neither read nor written. */
  readonly cache: BuildCache | null;
}

export async function buildMixed(request: MixedBuildRequest, host: Host): Promise<BuildResult> {
  try {
    return await buildFolder(request, host);
  } catch (error) {
    return failure([writeFailure(error)], []);
  }
}

const failure = (diagnostics: readonly Diagnostic[], inputs: readonly string[]): BuildResult => ({
  diagnostics,
  inputs,
  written: [],
  outcome: 'failed',
  compilation: null,
  parts: null,
});

async function buildFolder(request: MixedBuildRequest, host: Host): Promise<BuildResult> {
  const { path, options, cache } = request;
  const root = host.resolve(path);
  const { readMixedModule } = await import('./check/mixed/mixed-module.ts');
  const read = readMixedModule(path, host);
  const inputs = new Set(read.inputs);
  const diagnostics = [...read.diagnostics];
  const files = new Map<string, string | Uint8Array>(read.module?.files);
  let compiledAny = false;
  for (const entry of read.module?.compiled ?? []) {
    const shown = relative(host.resolve('.'), entry);
    const entryPath = shown.startsWith('..') ? entry : shown;
    const made = await makeOutputs({ path: entryPath, options, cache }, 'module', host);
    diagnostics.push(...made.diagnostics);
    compiledAny ||= made.compilation !== null || made.parts !== null;
    for (const input of made.inputs) inputs.add(input);
    const folder = dirname(relative(root, entry));
    for (const [name, bytes] of made.outputs?.files ?? []) files.set(join(folder, name), bytes);
  }
  const all = distinct(diagnostics);
  if (!read.module || all.some(({ severity }) => severity === 'error'))
    return failure(all, [...inputs]);
  const out = host.resolve(request.out ?? join('build', basename(root)));
  const foreign = foreignPackage(out, host);
  if (foreign) return failure([...all, foreign], [...inputs]);
  const { written, changed } = writeOutputs(files, out, host);
  const restored = changed ? 'restored' : 'unchanged';
  const outcome = compiledAny ? 'compiled' : restored;
  return {
    diagnostics: all,
    inputs: [...inputs],
    written,
    outcome,
    compilation: null,
    parts: null,
  };
}

/** A package.json that no build of a module has written stays. */
function foreignPackage(out: string, host: Host): Diagnostic | null {
  const path = join(out, 'package.json');
  const text = host.readText(path);
  if (text === undefined || /"mixmod": \{\s*"module":/.test(text)) return null;
  return report(E.cannotWrite, { path, reason: 'it is the file of another package' });
}

// The pipeline, on one screen: RTS source → checked program → flow graphs → low graphs → optimised → LLVM → object → addon.
// With `front-end.ts`, the part of it that needs no LLVM, the only file that knows the order of the stages.
import { check } from './check/check.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { flow } from './flow/flow.ts';
import { makeGraphs, type Graphs } from './front-end.ts';
import type { Host } from './host.ts';
import { link, type LinkedModule } from './link/link.ts';
import { linkCoreLibrary } from './link/core-library.ts';
import { emitCore, emitModule, type EmittedModule } from './llvm/module.ts';
import { lower } from './lower/lower.ts';
import { optimize } from './optimize/optimize.ts';
import { optionsFor, RELEASE, type BuildOptions } from './options.ts';
import { StageTimes } from './stage-times.ts';
import type { TargetName } from './target/targets.ts';

/** Every stage's result; the later ones are null when the program or the toolchain has errors. */
export interface Compilation extends Graphs {
  readonly diagnostics: readonly Diagnostic[];
  readonly emitted: EmittedModule | null;
  readonly linked: LinkedModule | null;
  /** Wall time of each stage that ran, in order, in milliseconds. */
  readonly timings: ReadonlyMap<string, number>;
}

const NOTHING = { emitted: null, linked: null };

export type MadeCore = { readonly path: string } | { readonly diagnostics: readonly Diagnostic[] };

/** Makes the runtime core of a target, unless it is there. */
export type CoreSource = () => MadeCore;

/**
 * Compiles the module whose entry file is `path`. Errors of the program and of the toolchain come as diagnostics. `core`: of another target
 * than this machine; it is asked where the module has a heap.
 */
export function compile(
  path: string,
  options: BuildOptions,
  host: Host,
  core: CoreSource | null = null,
): Compilation {
  const times = new StageTimes();
  const { times: timings, run: timed } = times;
  const graphs = makeGraphs(path, options, host, times);
  const { checked, optimized } = graphs;
  if (!optimized) return { ...NOTHING, ...graphs, diagnostics: checked.diagnostics, timings };
  const emitted = timed('llvm', () => emitModule(optimized, options, host));
  const asked = emitted.usesHeap && core ? timed('core', core) : null;
  const wrong = asked && 'diagnostics' in asked ? asked.diagnostics : null;
  const objects = asked && 'path' in asked ? [asked.path] : emitted.objects;
  const { linked, diagnostics } = wrong
    ? { linked: null, diagnostics: wrong }
    : timed('link', () => link({ ...emitted, objects }, options, host));
  const all = [...checked.diagnostics, ...diagnostics];
  return { ...graphs, diagnostics: all, emitted, linked, timings };
}

/** Compiles the runtime core, whose entry file is `path`, to the object that modules with a heap are linked with, for all machines of a target. */
export function compileCore(
  path: string,
  host: Host,
  target: TargetName = RELEASE.target,
): { readonly library: Uint8Array | null; readonly diagnostics: readonly Diagnostic[] } {
  const options = optionsFor(RELEASE, target);
  const { program, diagnostics } = check(path, host, options);
  if (!program) return { library: null, diagnostics };
  const unit = optimize(lower(flow(program)), options);
  const linked = linkCoreLibrary(emitCore(unit, options, host), options, host);
  return { library: linked.library, diagnostics: [...diagnostics, ...linked.diagnostics] };
}

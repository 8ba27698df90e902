// `mixmod build`: compiles one file or a mixed module, writes its files, and what was asked for beside them.
import { basename, relative } from 'node:path';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  build,
  machineProblem,
  writeFailure,
  type BuildRequest,
  type BuildResult,
} from '../build.ts';
import { buildMixed } from '../build-mixed.ts';
import type { BuildCache } from '../cache/build-cache.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { DEBUG, RELEASE, WATCH, type BuildOptions } from '../options.ts';
import type { TargetName } from '../target/targets.ts';
import { cacheOf, type CacheCommandOptions } from './build-caches.ts';
import { depfileText } from './depfile.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import type { EmitKind } from './emit-kinds.ts';
import { progressOn, type Progress } from './progress.ts';
import { reportDiagnostics } from './report.ts';

export interface BuildCommandOptions extends CacheCommandOptions {
  /** Not given: the working folder, or for a mixed module `build/` and the folder's name. */
  readonly out?: string;
  readonly target: TargetName;
  /** Nothing else was said. */
  readonly isForMachine: boolean;
  readonly debug?: boolean;
  readonly release?: boolean;
  readonly debugInfo?: boolean;
  readonly checked?: boolean;
  readonly emit: readonly EmitKind[];
  readonly stats?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  /** A file to be written, for make and ninja: what the module is made from. */
  readonly depfile?: string;
}

export async function buildCommand(path: string, command: BuildCommandOptions): Promise<number> {
  const problem = command.isForMachine ? machineProblem() : null;
  if (problem) {
    reportDiagnostics([problem], command.json ?? false);
    return exitCodeOf([problem]);
  }
  const cache = cacheOf(command);
  if (cache && 'problem' in cache) {
    process.stderr.write(`mixmod build: ${cache.problem}\n`);
    return EXIT.usage;
  }
  const progress = progressOn(process.stderr);
  const help = { workers: MOST_WORKERS, onProgress: progress.onProgress };
  if (command.watch) {
    const { watchBuild } = await import('./watch-build.ts');
    const { PartsBuilder } = await import('../parts/build-parts.ts');
    const known = command.emit.length === 0 ? (cache?.parts ?? null) : null;
    const parts = new PartsBuilder(nodeHost, known, help);
    process.once('exit', () => parts.close());
    return watchBuild(path, () => buildOnce(path, command, cache, { parts, progress }));
  }
  const { diagnostics } = await buildOnce(path, command, cache, { help, progress });
  return exitCodeOf(diagnostics);
}

/** While a program is written, the next build is all that matters. */
function levelOf({ watch, debug, debugInfo, release }: BuildCommandOptions): BuildOptions {
  if (debug || (watch && debugInfo && !release)) return DEBUG;
  return watch && !release ? WATCH : RELEASE;
}

/** Each holds the whole program, so more would want much memory; and each keeps a process with LLVM busy: with two processors none helps. */
const MOST_WORKERS = Math.min(3, Math.floor(availableParallelism() / 2) - 1);

type Builder = Pick<BuildRequest, 'parts' | 'help'> & { readonly progress: Progress };

async function buildOnce(
  path: string,
  command: BuildCommandOptions,
  caches: BuildCache | null,
  { progress, ...builder }: Builder,
): Promise<BuildResult> {
  const start = performance.now();
  const assembly = command.emit.includes('asm');
  const options: BuildOptions = {
    ...levelOf(command),
    ...(command.debugInfo ? { debug: true } : {}),
    target: command.target,
    cpu: command.cpu,
    checked: command.checked ?? false,
    assembly,
  };
  // What stages made is not cached: --emit compiles.
  const cache = command.emit.length === 0 ? caches : null;
  const own = { keepsStages: command.emit.length > 0, ...builder };
  const built = isFolder(path)
    ? await buildMixed({ path, out: command.out ?? null, options, cache }, nodeHost)
    : await build({ path, out: command.out ?? '.', options, cache, ...own }, nodeHost);
  progress.clear();
  const { emitted, failures } = await tryEmitStages(built, path, command);
  const result = { ...built, diagnostics: [...built.diagnostics, ...failures] };
  const summary = (): Summary => summarize(result, emitted, performance.now() - start);
  if (command.json)
    process.stdout.write(`${JSON.stringify(await jsonOf(result, summary()), null, 2)}\n`);
  else {
    if (result.diagnostics.length) reportDiagnostics(result.diagnostics, false);
    if (command.stats) process.stdout.write(statsText(summary()));
  }
  return result;
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

interface Summary {
  readonly outcome: BuildResult['outcome'];
  readonly milliseconds: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, number>>;
  /** Of packages with objects: how many modules came from there; null where sources were compiled instead. */
  readonly packaged: Readonly<Record<string, number | null>>;
}

function summarize(result: BuildResult, emitted: readonly string[], milliseconds: number): Summary {
  const stages = {
    ...Object.fromEntries(result.compilation?.timings ?? result.parts?.timings ?? []),
    ...result.compilation?.linked?.timings,
  };
  const files = [...result.written, ...emitted].map((path) => [
    path,
    statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  ]);
  const { packaged = [], packagedUnused = [] } = result.parts ?? {};
  return {
    outcome: result.outcome,
    milliseconds,
    stages,
    files: Object.fromEntries(files),
    packaged: Object.fromEntries([...packaged, ...packagedUnused.map((name) => [name, null])]),
  };
}

async function jsonOf(result: BuildResult, summary: Summary): Promise<object> {
  const { diagnosticsJson } = await import('../diagnostics/render.ts');
  return { ...summary, diagnostics: diagnosticsJson(result.diagnostics) };
}

const COMPILED =
  'compiled from source: its objects are of another mixmod, of other options or for another place';

function statsText({ outcome, milliseconds, stages, files, packaged }: Summary): string {
  const rows = [
    ...Object.entries(packaged).map(([name, used]) => [
      name,
      used === null ? COMPILED : `${used} objects of the package`,
    ]),
    ...Object.entries(stages).map(([stage, time]) => [stage, `${time.toFixed(1)} ms`]),
    [outcome, `${milliseconds.toFixed(1)} ms since the command began`],
    ...Object.entries(files).map(([path, bytes]) => [basename(path), `${bytes} bytes`]),
  ];
  const width = Math.max(...rows.map(([label]) => (label ?? '').length));
  return rows.map(([label, value]) => `${(label ?? '').padEnd(width)}  ${value}\n`).join('');
}

/** The module depends on its inputs. Nothing is written after an error. */
function writeDepfile({ written, inputs }: BuildResult, path: string): void {
  const [target] = written;
  if (target === undefined) return;
  const shown = (file: string): string => relative('', file);
  nodeHost.writeAtomic(path, depfileText(shown(target), inputs.map(shown)));
}

async function tryEmitStages(
  result: BuildResult,
  path: string,
  command: BuildCommandOptions,
): Promise<{ emitted: readonly string[]; failures: readonly Diagnostic[] }> {
  try {
    if (command.depfile !== undefined) writeDepfile(result, command.depfile);
    return { emitted: await emitStages(result, path, command), failures: [] };
  } catch (error) {
    return { emitted: [], failures: [writeFailure(error)] };
  }
}

/** Writes each asked-for stage beside the outputs; a stage that was not reached is left out. */
async function emitStages(
  result: BuildResult,
  path: string,
  command: BuildCommandOptions,
): Promise<readonly string[]> {
  const { compilation } = result;
  if (!compilation || command.emit.length === 0) return [];
  const { stageFiles } = await import('./stage-text.ts');
  const files = new Map(stageFiles(path, command.emit, compilation, command.out ?? '.'));
  nodeHost.writeAllAtomic(files);
  return [...files.keys()];
}

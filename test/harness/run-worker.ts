// A process that runs programs in all executions (see `executions.ts`): requests come and messages go by IPC. The
// program's own code runs here too, so a crash ends this process only; the message before it says what ran.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiagnosticSink, type Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import { nodeHost } from '../../compiler/host.ts';
import { DEBUG, RELEASE, type BuildOptions } from '../../compiler/options.ts';
import { offthreadExports } from '../../compiler/program/crossing.ts';
import type { CheckedProgram } from '../../compiler/program/nodes.ts';
import { formatPosition } from '../../compiler/source/source-file.ts';
import { evaluateAll } from './evaluate.ts';
import type { Execution, Results, RunMessage, RunRequest } from './executions.ts';

/** Where this process keeps modules; given by the pool. */
const [, , cacheFolder = ''] = process.argv;
const require = createRequire(import.meta.url);

/** Stages are loaded when they are needed: a part of the compiler runs while another is broken. */
class Stages {
  readonly program: CheckedProgram;
  #high: Unit | null = null;
  #low: Unit | null = null;
  readonly #optimized = new Map<BuildOptions, Unit>();
  readonly #compiled = new Map<BuildOptions, CompiledModule>();

  constructor(program: CheckedProgram) {
    this.program = program;
  }

  async high(): Promise<Unit> {
    const { flow } = await import('../../compiler/flow/flow.ts');
    return (this.#high ??= flow(this.program));
  }

  async low(): Promise<Unit> {
    const { lower } = await import('../../compiler/lower/lower.ts');
    return (this.#low ??= lower(await this.high()));
  }

  async optimized(options: BuildOptions): Promise<Unit> {
    const known = this.#optimized.get(options);
    if (known) return known;
    const { optimize } = await import('../../compiler/optimize/optimize.ts');
    const made = optimize(await this.#lowFor(options), options);
    this.#optimized.set(options, made);
    return made;
  }

  /** Graphs of debug builds have marks of the source. */
  async #lowFor(options: BuildOptions): Promise<Unit> {
    if (options.level > 0) return this.low();
    const { flow } = await import('../../compiler/flow/flow.ts');
    const { lower } = await import('../../compiler/lower/lower.ts');
    return lower(flow(this.program, options));
  }

  async compiled(options: BuildOptions): Promise<CompiledModule> {
    const known = this.#compiled.get(options);
    if (known) return known;
    const made = await compiledModule(this, options);
    this.#compiled.set(options, made);
    return made;
  }
}

interface CompiledModule {
  readonly path: string;
  readonly usesHeap: boolean;
}

/** null: the execution does not apply to the program. */
type Run = (stages: Stages, request: RunRequest) => Promise<Results | null>;

const RUNS: { readonly [E in Execution]: Run } = {
  untranslated: async (stages, { expressions }) => {
    return evaluateAll(await untranslatedModule(stages.program), expressions);
  },
  'interpreted high': async (stages, request) => interpreted(await stages.high(), request),
  'interpreted low': async (stages, request) => interpreted(await stages.low(), request),
  'interpreted optimized': async (stages, request) =>
    interpreted(await stages.optimized(RELEASE), request),
  'compiled level 0': async (stages, { expressions }) =>
    evaluateAll(load(await stages.compiled(DEBUG)), expressions),
  'compiled level 3': async (stages, { expressions }) =>
    evaluateAll(load(await stages.compiled(RELEASE)), expressions),
  'compiled in parts': async (_stages, { path, expressions }) => {
    const module = await inParts(path);
    return module && evaluateAll(load(module), expressions);
  },
  'compiled level 0 under stress': async (stages, request) =>
    stressed(await stages.compiled(DEBUG), request),
  'compiled level 3 under stress': async (stages, request) =>
    stressed(await stages.compiled(RELEASE), request),
};

/** The heap reads its settings when the module is loaded. */
async function stressed(
  module: CompiledModule,
  { expressions }: RunRequest,
): Promise<Results | null> {
  if (!module.usesHeap) return null;
  const before = process.env['MIXMOD_GC'];
  process.env['MIXMOD_GC'] = 'stress,verify';
  try {
    return await evaluateAll(load(module), expressions);
  } finally {
    if (before === undefined) delete process.env['MIXMOD_GC'];
    else process.env['MIXMOD_GC'] = before;
  }
}

async function interpreted(unit: Unit, { expressions }: RunRequest): Promise<Results | null> {
  if (unit.cFunctions.length > 0 || offthreadExports(unit.crossings).length > 0) return null;
  const { interpretAll } = await import('./interpreted.ts');
  return interpretAll(unit, expressions);
}

async function untranslatedModule(program: CheckedProgram): Promise<Exports> {
  const { untranslated } = await import('../../compiler/untranslated/untranslated.ts');
  const { sharedLibraries } = await import('../../compiler/link/c-libraries.ts');
  const { calledCFunctions } = await import('../../compiler/program/c-functions.ts');
  const sink = new DiagnosticSink();
  const folder = join(cacheFolder, 'shared');
  const runs = { host: nodeHost, sink, timings: {} };
  const shared = sharedLibraries(calledCFunctions(program), folder, runs);
  const [problem] = sink.sorted();
  if (problem) throw new Error(problem.message);
  const runtime = import.meta.resolve('../../runtime/index.js');
  return importText(untranslated(program, runtime, shared).code);
}

type Exports = Readonly<Record<string, unknown>>;

/** A module of its own for each text: imported modules are kept by their address. */
async function importText(code: string): Promise<Exports> {
  const path = join(cacheFolder, 'untranslated', `${digest(code)}.mjs`);
  nodeHost.writeAtomic(path, code);
  return import(`${pathToFileURL(path).href}?${instances++}`) as Promise<Exports>;
}
let instances = 0;

/** Objects are kept by the LLVM module's text: only what compiles to something new is built. */
async function compiledModule(stages: Stages, options: BuildOptions): Promise<CompiledModule> {
  const { emitModule } = await import('../../compiler/llvm/module.ts');
  const unit = await stages.optimized(options);
  const emitted = emitModule(unit, options, nodeHost);
  const key = digest(JSON.stringify([options, unit.compilationInfos]) + emitted.ir());
  const path = join(cacheFolder, 'addons', `${key}.node`);
  if (!existsSync(path)) {
    const { link } = await import('../../compiler/link/link.ts');
    const { linked, diagnostics } = link(emitted, options, nodeHost);
    if (!linked) throw new Error(diagnosticTexts(diagnostics));
    nodeHost.writeAtomic(path, linked.node);
  }
  return { path, usesHeap: emitted.usesHeap };
}

/** null where a module does what only a build of the whole program can do. */
async function inParts(entry: string): Promise<Pick<CompiledModule, 'path'> | null> {
  const { PartsBuilder } = await import('../../compiler/parts/build-parts.ts');
  const builder = new PartsBuilder(nodeHost, null);
  const result = await builder.build(entry, DEBUG, 'commonjs');
  builder.close();
  if (!result) throw new Error(`${entry} is missing`);
  if (result.needsWhole !== null) return null;
  const node = result.files && [...result.files].find(([name]) => name.endsWith('.node'))?.[1];
  if (!node || typeof node === 'string') throw new Error(diagnosticTexts(result.diagnostics));
  const path = join(cacheFolder, 'addons', `${digest(Buffer.from(node).toString('latin1'))}.node`);
  if (!existsSync(path)) nodeHost.writeAtomic(path, node);
  return { path };
}

/** A new instance each time: with variables and a heap of its own. */
function load({ path }: Pick<CompiledModule, 'path'>): Exports {
  delete require.cache[path];
  return require(path) as Exports;
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);

const send = (message: RunMessage): void => void process.send?.(message);

process.on('message', (request: RunRequest) => void answer(request));

async function answer(request: RunRequest): Promise<void> {
  const stages = await attempt('check', () => checked(request.path));
  for (const execution of stages ? request.executions : []) {
    const results = await attempt(execution, () => RUNS[execution](stages as Stages, request));
    if (results) send({ kind: 'results', execution, results });
    else if (results === null) send({ kind: 'excused', execution });
  }
  send({ kind: 'done' });
}

/** undefined after a failure, which is reported. */
async function attempt<T>(execution: string, action: () => Promise<T>): Promise<T | undefined> {
  send({ kind: 'begins', execution });
  try {
    return await action();
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: 'failed', execution, reason });
    return undefined;
  }
}

async function checked(path: string): Promise<Stages> {
  const { check } = await import('../../compiler/check/check.ts');
  const { program, diagnostics } = check(path, nodeHost);
  if (!program) throw new Error(diagnosticTexts(diagnostics));
  return new Stages(program);
}

const diagnosticTexts = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(({ code, message, span }) => `${span ? formatPosition(span) : ''} ${code}: ${message}`)
    .join('\n');

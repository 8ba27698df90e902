// A program → its outputs, module by module: each from what was built before if neither it nor an interface that it depends on has changed,
// else through the pipeline of parts. Kept between builds (by `--watch`, and by the hooks of a process that stays), it reads and checks
// only what has changed.
import type { PartsCache } from '../cache/build-cache.ts';
import { cInputs } from '../cache/c-inputs.ts';
import { digestOf, keyOf, type Digest } from '../cache/digest.ts';
import { mergeCalled, type CalledMethods } from '../check/boundary/direct-calls.ts';
import {
  checkTypeFiles,
  openProgram,
  type OpenProgram,
  type ProgramFile,
} from '../check/check-part.ts';
import { probedInfos } from '../check/comptime/platform-probe.ts';
import { INTERFACE_VERSION } from '../check/interface/interface-text.ts';
import { Interfaces } from '../check/interface/interfaces.ts';
import { programFiles } from '../check/typescript.ts';
import {
  compilePart,
  compileProgram,
  finishPart,
  linkProgram,
  type CompiledPart,
  type PartCompilation,
} from './compile-parts.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { ObjectFolder } from '../link/object-folder.ts';
import type { LoaderFormat } from '../link/loader.ts';
import type { BuildOptions } from '../options.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { StageTimes } from '../stage-times.ts';
import { decodePart, encodePart, type KeptPart } from './part-outputs.ts';

export interface PartsResult {
  /** By name; null after an error, and where only a build of the whole program will do. */
  readonly files: ReadonlyMap<string, string | Uint8Array> | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly needsWhole: string | null;
  /** Absolute paths of all files that the program is made of. */
  readonly inputs: readonly string[];
  /** As messages name them: the modules that were compiled, and not found as they had been built before. */
  readonly compiled: readonly string[];
  /** Milliseconds of each stage, of all modules together; what runs at once is counted for each. */
  readonly timings: ReadonlyMap<string, number>;
}

/** How many tools run at once. */
const AT_ONCE = 2;

export class PartsBuilder {
  readonly #host: Host;
  readonly #cache: PartsCache | null;
  readonly #folder: ObjectFolder;
  #open: OpenProgram | undefined;
  /** Of the last build, by key. */
  #parts = new Map<Digest, CompiledPart>();
  #program: { readonly key: Digest; readonly object: Uint8Array } | null = null;

  constructor(host: Host, cache: PartsCache | null) {
    this.#host = host;
    this.#folder = new ObjectFolder(host);
    this.#cache = cache;
  }

  /** undefined where the entry file cannot be read. */
  async build(
    path: string,
    options: BuildOptions,
    format: LoaderFormat,
    core: string | null = null,
  ): Promise<PartsResult | undefined> {
    const start = performance.now();
    const open = openProgram(path, this.#host, this.#open, options.target);
    if (!open) return undefined;
    this.#open = open;
    const run = new PartsRun(open, options, this.#host, this.#cache, this.#parts);
    run.stages.add('open', performance.now() - start);
    run.report(checkTypeFiles(open));
    const parts = await run.parts();
    const isWhole = parts !== null && !run.hasErrors;
    // After an error those of the modules that are right now were right before.
    this.#parts = isWhole ? run.used : new Map([...this.#parts, ...run.used]);
    if (!isWhole) return run.failed();
    const object = await this.#programObject(parts, options, run);
    if (!object) return run.failed();
    const linking = performance.now();
    const link = { options, core, host: this.#host };
    const { linked, diagnostics } = await linkProgram(parts, object, this.#folder, link);
    run.stages.add('link', performance.now() - linking);
    run.report(diagnostics);
    const entry = parts.at(-1)?.entry;
    if (!linked || !entry) return run.failed();
    return run.result(
      new Map<string, string | Uint8Array>([
        [`${entry.name}.node`, linked.node],
        [`${entry.name}.js`, entry.loaders[format]],
        [`${entry.name}.d.ts`, entry.declarations],
      ]),
    );
  }

  /** Removes what it keeps on the disk. */
  close(): void {
    this.#folder.close();
  }

  async #programObject(
    parts: readonly CompiledPart[],
    options: BuildOptions,
    run: PartsRun,
  ): Promise<Uint8Array | null> {
    const facts = parts.map((part) => part.facts);
    const key = keyOf(this.#cache?.identity ?? '', JSON.stringify([options, facts]));
    if (this.#program?.key === key) return this.#program.object;
    const kept = this.#cache?.actions.get(key)?.get('program.o');
    const start = performance.now();
    const made = kept ?? (await compileProgram(facts, options, this.#host));
    run.stages.add('program', performance.now() - start);
    if ('diagnostics' in made) run.report(made.diagnostics);
    const object = 'diagnostics' in made ? made.object : made;
    if (!object) return null;
    if (!kept) this.#cache?.actions.put(key, new Map([['program.o', object]]));
    this.#program = { key, object };
    return object;
  }
}

/** One build. */
class PartsRun {
  readonly used = new Map<Digest, CompiledPart>();
  readonly #open: OpenProgram;
  readonly #options: BuildOptions;
  readonly #host: Host;
  readonly #cache: PartsCache | null;
  readonly #before: ReadonlyMap<Digest, CompiledPart>;
  readonly #interfaces: Interfaces;
  readonly stages = new StageTimes();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #compiled: string[] = [];
  readonly #cInputs = new Map<string, KeptPart['cInputs']>();
  #needsWhole: string | null = null;

  constructor(
    open: OpenProgram,
    options: BuildOptions,
    host: Host,
    cache: PartsCache | null,
    before: ReadonlyMap<Digest, CompiledPart>,
  ) {
    this.#open = open;
    this.#options = options;
    this.#host = host;
    this.#cache = cache;
    this.#before = before;
    this.#interfaces = new Interfaces(open);
  }

  /** All modules in evaluation order; null after an error. The entry is the last to be compiled. */
  async parts(): Promise<readonly CompiledPart[] | null> {
    const { order, entry } = this.#open;
    const others = order.filter((file) => file !== entry);
    const made = new Map<ProgramFile, CompiledPart>();
    const finishing = new Set<Promise<void>>();
    for (const file of others) {
      const key = this.#keyOf(file, '');
      const part = this.#known(key);
      if (part) {
        made.set(file, part);
        continue;
      }
      const finish = this.#compile(file, key, made);
      if (this.#needsWhole !== null) break;
      if (!finish) continue;
      const running = finish.finally(() => finishing.delete(running));
      finishing.add(running);
      // Whoever waits for one hears of its error; the others may fail when nobody waits any more.
      running.catch(() => {});
      if (finishing.size >= AT_ONCE) await Promise.race(finishing);
    }
    await Promise.all(finishing);
    if (this.#needsWhole !== null || made.size < others.length) return this.#reportEntry(made);
    const called = calledBy(made);
    const key = this.#keyOf(entry, mayExportClass(entry) ? JSON.stringify(called) : '');
    const known = this.#known(key);
    if (known) made.set(entry, known);
    else await this.#compile(entry, key, made, called);
    const parts = order.flatMap((file) => made.get(file) ?? []);
    return parts.length === order.length ? parts : null;
  }

  /** Every error is told in one run. */
  #reportEntry(made: ReadonlyMap<ProgramFile, CompiledPart>): null {
    const { entry } = this.#open;
    if (this.#needsWhole === null)
      this.report(compilePart(this.#open, entry, this.#options, calledBy(made)).diagnostics);
    return null;
  }

  /** undefined after an error. */
  #compile(
    file: ProgramFile,
    key: Digest,
    made: Map<ProgramFile, CompiledPart>,
    called?: CalledMethods,
  ): Promise<void> | undefined {
    const compilation = compilePart(this.#open, file, this.#options, called);
    for (const [stage, took] of compilation.timings) this.stages.add(stage, took);
    this.#compiled.push(this.#open.display(file.fileName));
    this.report(compilation.diagnostics);
    this.#needsWhole ??= compilation.needsWhole;
    return this.#finish(file, key, compilation, made);
  }

  #finish(
    file: ProgramFile,
    key: Digest,
    { emitted, diagnostics: reported }: PartCompilation,
    made: Map<ProgramFile, CompiledPart>,
  ): Promise<void> | undefined {
    if (!emitted) return undefined;
    const start = performance.now();
    return finishPart(emitted, this.#options, this.#host).then(({ part, diagnostics }) => {
      this.stages.add('objects', performance.now() - start);
      this.report(diagnostics);
      if (!part) return;
      made.set(file, part);
      // What has been said of a module is said again by the next build.
      if (reported.length + diagnostics.length === 0) this.#keep(key, part);
    });
  }

  // ---- what was built before ----

  /** Names all that the module's object is made from, but for what C has. */
  #keyOf(file: ProgramFile, called: string): Digest {
    const { display, entry } = this.#open;
    const interfaces = [...this.#interfaces.dependencies(file)]
      .map(([path, { hash }]) => `${display(path)} ${hash}`)
      .sort();
    return keyOf(
      this.#cache?.identity ?? '',
      JSON.stringify([INTERFACE_VERSION, this.#options, file === entry]),
      display(file.fileName),
      textDigest(file),
      interfaces.join('\n'),
      called,
    );
  }

  #known(key: Digest): CompiledPart | undefined {
    const part = this.#before.get(key) ?? this.#kept(key);
    if (part) this.used.set(key, part);
    return part;
  }

  #kept(key: Digest): CompiledPart | undefined {
    const outputs = this.#cache?.actions.get(key);
    const found = outputs && decodePart(outputs);
    const isSame = ([path, digest]: readonly [string, Digest]): boolean => {
      const bytes = this.#host.readBytes(path);
      return bytes !== undefined && digestOf(bytes) === digest;
    };
    return found?.cInputs.every(isSame) ? found.part : undefined;
  }

  #keep(key: Digest, part: CompiledPart): void {
    this.used.set(key, part);
    if (!this.#cache) return;
    const infos = [...part.compilationInfos, ...probedInfos(this.#host)];
    this.#cache.actions.put(key, encodePart({ part, cInputs: this.#cInputsOf(infos) }));
  }

  /** The C compiler is asked once for what several modules use. */
  #cInputsOf(infos: readonly ExternalCompilationInfo[]): KeptPart['cInputs'] {
    if (infos.length === 0) return [];
    const name = JSON.stringify(infos);
    const known = this.#cInputs.get(name);
    if (known) return known;
    const digests = cInputs(infos, { host: this.#host, target: this.#options.target }).flatMap((path): KeptPart['cInputs'] => {
      const bytes = this.#host.readBytes(path);
      return bytes ? [[path, digestOf(bytes)]] : [];
    });
    this.#cInputs.set(name, digests);
    return digests;
  }

  // ---- results ----

  /** The same error may be found in a declaration by several of its users. */
  report(diagnostics: readonly Diagnostic[]): void {
    const id = ({ code, message, span }: Diagnostic): string =>
      JSON.stringify([code, message, span?.file.path, span?.start]);
    const known = new Set(this.#diagnostics.map(id));
    this.#diagnostics.push(...diagnostics.filter((one) => !known.has(id(one))));
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === 'error');
  }

  failed(): PartsResult {
    return this.result(null);
  }

  result(files: PartsResult['files']): PartsResult {
    return {
      files,
      diagnostics: this.#diagnostics,
      needsWhole: this.#needsWhole,
      inputs: programFiles(this.#open.program).map(({ fileName }) => fileName),
      compiled: this.#compiled,
      timings: this.stages.times,
    };
  }
}

/** What the entry has to know of the others, which may make it another object. */
const calledBy = (made: ReadonlyMap<ProgramFile, CompiledPart>): CalledMethods =>
  mergeCalled([...made.values()].map(({ called }) => called));

/** Of files that have not changed it is known. */
const digests = new WeakMap<ProgramFile, Digest>();

function textDigest(file: ProgramFile): Digest {
  let digest = digests.get(file);
  if (!digest) digests.set(file, (digest = digestOf(file.text)));
  return digest;
}

/** Then its object depends on which methods the others call. */
const mayExportClass = ({ text }: ProgramFile): boolean =>
  /\bexport\s+(?:\*|\{|(?:default\s+|abstract\s+)*class\b)/.test(text);

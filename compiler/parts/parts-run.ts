// One build of a program by its parts: which of its modules are there from before, which are in packages, and the rest through the pipeline,
// here and in workers.
import type { PartsCache } from '../cache/build-cache.ts';
import { digestOf, type Digest } from '../cache/digest.ts';
import type { Outputs } from '../cache/store.ts';
import { mergeCalled, type CalledMethods } from '../check/boundary/direct-calls.ts';
import type { OpenProgram, ProgramFile } from '../check/check-part.ts';
import { programFiles } from '../check/typescript.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { distinct } from '../diagnostics/distinct.ts';
import type { BuildOptions } from '../options.ts';
import { StageTimes } from '../stage-times.ts';
import { compilePart, type CompiledPart } from './compile-parts.ts';
import { PartMaker, type MadePart } from './make-part.ts';
import { PackagedObjects } from './packaged-objects.ts';
import { PartKeys } from './part-keys.ts';
import { decodePart, encodePart } from './part-outputs.ts';
import type { PartsHelp, PartsResult } from './parts-result.ts';
import { PartWorkers, WORTH_WORKERS, type PartAnswer, type PartRequest } from './workers.ts';

/** How many objects are made while the next module is checked. */
const AT_ONCE = 2;

interface Surroundings {
  readonly cache: PartsCache | null;
  /** Of the last build, by key. */
  readonly before: ReadonlyMap<Digest, CompiledPart>;
  readonly help: PartsHelp;
}

export class PartsRun {
  readonly keys: PartKeys;
  readonly used = new Map<Digest, CompiledPart>();
  readonly stages = new StageTimes();
  readonly #open: OpenProgram;
  readonly #path: string;
  readonly #options: BuildOptions;
  readonly #cache: PartsCache | null;
  readonly #before: ReadonlyMap<Digest, CompiledPart>;
  readonly #help: PartsHelp;
  readonly #maker: PartMaker;
  readonly #objects: PackagedObjects;
  readonly #ofPackages: PartKeys;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #compiled: string[] = [];
  /** Of all modules but the entry. */
  readonly #keys = new Map<ProgramFile, Digest>();
  readonly #made = new Map<ProgramFile, CompiledPart>();
  #needsWhole: string | null = null;

  /** `path`: of the entry, as the user named it. */
  constructor(
    open: OpenProgram,
    path: string,
    options: BuildOptions,
    { cache, before, help }: Surroundings,
  ) {
    this.#open = open;
    this.#path = path;
    this.#options = options;
    this.#cache = cache;
    this.#before = before;
    this.#help = help;
    this.keys = new PartKeys(open, options, cache?.identity ?? '');
    this.#maker = new PartMaker(open, options, cache !== null);
    this.#objects = new PackagedObjects(open.host);
    this.#ofPackages = new PartKeys(open, options, cache?.objectIdentity ?? '');
  }

  /** All modules in evaluation order; null after an error. The entry is the last to be compiled. */
  async parts(): Promise<readonly CompiledPart[] | null> {
    const { order, entry } = this.#open;
    const others = order.filter((file) => file !== entry);
    await this.#compileAll(others.filter((file) => !this.#find(file)));
    if (this.#needsWhole !== null || this.#made.size < others.length) return this.#reportEntry();
    const called = this.#called();
    const key = this.keys.of(entry, mayExportClass(entry) ? JSON.stringify(called) : '');
    const known = this.#known(key);
    if (known) this.#has(entry, known);
    else await this.#compile(entry, key, called);
    const parts = order.flatMap((file) => this.#made.get(file) ?? []);
    return parts.length === order.length ? parts : null;
  }

  /** Every error is told in one run. */
  #reportEntry(): null {
    const { entry } = this.#open;
    if (this.#needsWhole === null)
      this.report(compilePart(this.#open, entry, this.#options, this.#called()).diagnostics);
    return null;
  }

  /** What the entry has to know of the others, which may make it another object. */
  #called(): CalledMethods {
    return mergeCalled([...this.#made.values()].map(({ called }) => called));
  }

  #has(file: ProgramFile, part: CompiledPart): void {
    this.#made.set(file, part);
    this.#help.onProgress?.(this.#made.size, this.#open.order.length);
  }

  // ---- what is compiled ----

  /** None but the entry: nobody waits for another. */
  async #compileAll(files: readonly ProgramFile[]): Promise<void> {
    const queue = [...files];
    const count = files.length < WORTH_WORKERS ? 0 : (this.#help.workers ?? 0);
    const workers = count > 0 ? new PartWorkers(count) : null;
    try {
      const beside = workers && this.#compileBeside(queue, workers);
      await Promise.all([this.#compileHere(queue), beside]);
      // What a worker could not do.
      await this.#compileHere(queue);
    } finally {
      workers?.close();
    }
  }

  async #compileHere(queue: ProgramFile[]): Promise<void> {
    const finishing = new Set<Promise<void>>();
    for (let file = queue.shift(); file && this.#needsWhole === null; file = queue.shift()) {
      const running = this.#compile(file, this.#keyOf(file)).finally(() =>
        finishing.delete(running),
      );
      finishing.add(running);
      // Whoever waits for one hears of its error; the others may fail when nobody waits any more.
      running.catch(() => {});
      if (finishing.size >= AT_ONCE) await Promise.race(finishing);
      // To hear of workers.
      else await new Promise(setImmediate);
    }
    await Promise.all(finishing);
  }

  /** From the end of the queue. */
  async #compileBeside(queue: ProgramFile[], workers: PartWorkers): Promise<void> {
    const asked = new Map<PartRequest, ProgramFile>();
    const next = (): PartRequest | undefined => {
      const file = this.#needsWhole === null ? queue.pop() : undefined;
      if (!file) return undefined;
      const request = this.#requestFor(file);
      asked.set(request, file);
      return request;
    };
    const fileOf = (request: PartRequest): ProgramFile => asked.get(request) ?? this.#open.entry;
    const done = (request: PartRequest, made: NonNullable<PartAnswer['made']>): void => {
      const { outputs, ...rest } = made;
      const kept = (outputs && decodePart(outputs)) ?? null;
      this.#take(fileOf(request), request.key, { ...rest, kept });
    };
    await workers.run(next, done, (request) => queue.push(fileOf(request)));
  }

  #requestFor(file: ProgramFile): PartRequest {
    return {
      entry: this.#path,
      options: this.#options,
      identity: this.#cache?.identity ?? '',
      isCached: this.#cache !== null,
      file: file.fileName,
      key: this.#keyOf(file),
    };
  }

  async #compile(file: ProgramFile, key: Digest, called?: CalledMethods): Promise<void> {
    this.#take(file, key, await this.#maker.start(file, called));
  }

  #take(file: ProgramFile, key: Digest, made: MadePart): void {
    for (const [stage, took] of made.timings) this.stages.add(stage, took);
    this.#compiled.push(this.#open.display(file.fileName));
    this.report(made.diagnostics);
    this.#needsWhole ??= made.needsWhole;
    if (!made.kept) return;
    this.#has(file, made.kept.part);
    // What has been said of a module is said again by the next build.
    if (made.diagnostics.length > 0) return;
    this.used.set(key, made.kept.part);
    this.#cache?.actions.put(key, encodePart(made.kept));
  }

  // ---- what was built before ----

  /** True where the module need not be compiled. */
  #find(file: ProgramFile): boolean {
    const key = this.keys.of(file);
    this.#keys.set(file, key);
    const part = this.#known(key) ?? this.#packaged(file, key);
    if (part) this.#has(file, part);
    return part !== undefined;
  }

  #keyOf(file: ProgramFile): Digest {
    return this.#keys.get(file) ?? this.keys.of(file);
  }

  #known(key: Digest): CompiledPart | undefined {
    const part = this.#before.get(key) ?? this.#kept(key);
    if (part) this.used.set(key, part);
    return part;
  }

  #kept(key: Digest): CompiledPart | undefined {
    const outputs = this.#cache?.actions.get(key);
    return outputs && this.#decode(outputs);
  }

  /** From the package that the module belongs to. */
  #packaged(file: ProgramFile, key: Digest): CompiledPart | undefined {
    if (this.#cache?.objectIdentity === undefined) return undefined;
    const ofPackage = (): Digest => this.#ofPackages.of(file);
    const part = this.#objects.find(file.fileName, ofPackage, (outputs) => this.#decode(outputs));
    if (part) this.used.set(key, part);
    return part;
  }

  /** undefined where C has changed. */
  #decode(outputs: Outputs): CompiledPart | undefined {
    const found = decodePart(outputs);
    const isSame = ([path, digest]: readonly [string, Digest]): boolean => {
      const bytes = this.#open.host.readBytes(path);
      return bytes !== undefined && digestOf(bytes) === digest;
    };
    return found?.cInputs.every(isSame) ? found.part : undefined;
  }

  // ---- results ----

  report(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === 'error');
  }

  /** The same error may be found in a declaration by several of its users; and workers are done with modules in any order. */
  #inOrder(): readonly Diagnostic[] {
    const { order, display } = this.#open;
    const ranks = new Map(order.map((file, index) => [display(file.fileName), index]));
    const rank = ({ span }: Diagnostic): number => ranks.get(span?.file.path ?? '') ?? -1;
    return distinct(this.#diagnostics).toSorted((a, b) => rank(a) - rank(b));
  }

  failed(): PartsResult {
    return this.result(null);
  }

  result(files: PartsResult['files']): PartsResult {
    const { program, display } = this.#open;
    return {
      files,
      diagnostics: this.#inOrder(),
      needsWhole: this.#needsWhole,
      inputs: programFiles(program).map(({ fileName }) => fileName),
      compiled: this.#compiled,
      keys: new Map([...this.#keys].map(([file, key]) => [display(file.fileName), key])),
      packaged: this.#objects.used,
      packagedUnused: [...this.#objects.unused],
      timings: this.stages.times,
    };
  }
}

/** Then its object depends on which methods the others call. */
const mayExportClass = ({ text }: ProgramFile): boolean =>
  /\bexport\s+(?:\*|\{|(?:default\s+|abstract\s+)*class\b)/.test(text);

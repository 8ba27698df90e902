// A program → its outputs, module by module: each from what was built before if neither it nor an interface that it depends on has changed,
// else through the pipeline of parts. Kept between builds (by `--watch`, and by the hooks of a process that stays), it reads and checks
// only what has changed.
import type { PartsCache } from '../cache/build-cache.ts';
import type { Digest } from '../cache/digest.ts';
import { checkTypeFiles, openProgram, type OpenProgram } from '../check/check-part.ts';
import type { Host } from '../host.ts';
import type { LoaderFormat } from '../link/loader.ts';
import { ObjectFolder } from '../link/object-folder.ts';
import type { BuildOptions } from '../options.ts';
import { compileProgram, linkProgram, type CompiledPart } from './compile-parts.ts';
import { PartsRun } from './parts-run.ts';
import type { PartsHelp, PartsResult } from './parts-result.ts';

export class PartsBuilder {
  readonly #host: Host;
  readonly #cache: PartsCache | null;
  readonly #folder: ObjectFolder;
  readonly #help: PartsHelp;
  #open: OpenProgram | undefined;
  /** Of the last build, by key. */
  #parts = new Map<Digest, CompiledPart>();
  #program: { readonly key: Digest; readonly object: Uint8Array } | null = null;

  constructor(host: Host, cache: PartsCache | null, help: PartsHelp = {}) {
    this.#host = host;
    this.#help = help;
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
    const [cache, before] = [this.#cache, this.#parts];
    const run = new PartsRun(open, path, options, { cache, before, help: this.#help });
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
    const key = run.keys.ofProgram(facts);
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

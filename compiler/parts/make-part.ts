// One module of an open program → what is kept of it, with what is to be said of it.
import { shownPath } from '../cache/build-cache.ts';
import { cInputs } from '../cache/c-inputs.ts';
import { digestOf } from '../cache/digest.ts';
import type { CalledMethods } from '../check/boundary/direct-calls.ts';
import type { OpenProgram, ProgramFile } from '../check/check-part.ts';
import { probedInfos } from '../check/comptime/platform-probe.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BuildOptions } from '../options.ts';
import type { ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { StageTimes } from '../stage-times.ts';
import { compilePart, finishPart, type PartCompilation } from './compile-parts.ts';
import type { KeptPart } from './part-outputs.ts';

export interface MadePart {
  /** null after an error, and where only a build of the whole program will do. */
  readonly kept: KeptPart | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly needsWhole: string | null;
  /** Milliseconds by stage. */
  readonly timings: ReadonlyMap<string, number>;
}

export class PartMaker {
  readonly #open: OpenProgram;
  readonly #options: BuildOptions;
  readonly #isCached: boolean;
  readonly #cInputs = new Map<string, KeptPart['cInputs']>();

  /** `isCached`: it is asked what C the parts are made from. */
  constructor(open: OpenProgram, options: BuildOptions, isCached: boolean) {
    this.#open = open;
    this.#options = options;
    this.#isCached = isCached;
  }

  /** Everything but its object is there when this returns. */
  start(file: ProgramFile, called?: CalledMethods): Promise<MadePart> {
    const compilation = compilePart(this.#open, file, this.#options, called);
    const { emitted, diagnostics, needsWhole, timings } = compilation;
    if (emitted) return this.#finish(compilation, emitted);
    return Promise.resolve({ kept: null, diagnostics, needsWhole, timings });
  }

  async #finish(
    { diagnostics: said, needsWhole, timings }: PartCompilation,
    emitted: NonNullable<PartCompilation['emitted']>,
  ): Promise<MadePart> {
    const stages = new StageTimes();
    for (const [stage, took] of timings) stages.add(stage, took);
    const start = performance.now();
    const { host } = this.#open;
    const { part, diagnostics } = await finishPart(emitted, this.#options, host);
    stages.add('objects', performance.now() - start);
    const kept = part && {
      part,
      cInputs: this.#cInputsOf([...part.compilationInfos, ...probedInfos(host)]),
    };
    return { kept, diagnostics: [...said, ...diagnostics], needsWhole, timings: stages.times };
  }

  /** The C compiler is asked once for what several modules use. */
  #cInputsOf(infos: readonly ExternalCompilationInfo[]): KeptPart['cInputs'] {
    if (!this.#isCached || infos.length === 0) return [];
    const { host } = this.#open;
    const name = JSON.stringify(infos);
    const known = this.#cInputs.get(name);
    if (known) return known;
    const digests = cInputs(infos, { host, target: this.#options.target }).flatMap(
      (path): KeptPart['cInputs'] => {
        const bytes = host.readBytes(path);
        return bytes ? [[shownPath(path, host), digestOf(bytes)]] : [];
      },
    );
    this.#cInputs.set(name, digests);
    return digests;
  }
}

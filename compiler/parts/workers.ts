// Processes that compile modules beside this one, for the first build of a large program. Each holds the program for itself, so they end with
// the build.
import { fileURLToPath } from 'node:url';
import { Server } from '../beside/server.ts';
import type { Digest } from '../cache/digest.ts';
import type { Outputs } from '../cache/store.ts';
import type { BuildOptions } from '../options.ts';
import type { MadePart } from './make-part.ts';

export interface PartRequest {
  /** As the user named it. */
  readonly entry: string;
  readonly options: BuildOptions;
  readonly identity: string;
  readonly isCached: boolean;
  /** Absolute path of the module. */
  readonly file: string;
  /** What it has to be, by `PartKeys`. */
  readonly key: Digest;
}

/** null: the worker sees another program than the one that is built. */
export interface PartAnswer {
  readonly made: (Omit<MadePart, 'kept'> & { readonly outputs: Outputs | null }) | null;
}

/** Below so many modules a worker would not have begun when all is done. */
export const WORTH_WORKERS = 24;

/** How many modules a worker has at once: while LLVM makes an object, it checks the next one. */
const AT_ONCE = 2;

export class PartWorkers {
  readonly #servers: readonly Server<PartRequest, PartAnswer>[];

  constructor(count: number) {
    const file = fileURLToPath(new URL('./part-worker.js', import.meta.url));
    this.#servers = Array.from({ length: count }, () => new Server([file]));
  }

  /**
   * Resolves when `next` gives nothing more, and all that it gave is there. `failed` gets back what a worker could not make: then that worker
   * gets nothing any more.
   */
  async run(
    next: () => PartRequest | undefined,
    done: (request: PartRequest, made: NonNullable<PartAnswer['made']>) => void,
    failed: (request: PartRequest) => void,
  ): Promise<void> {
    const work = async (server: Server<PartRequest, PartAnswer>): Promise<void> => {
      for (let request = next(); request; request = next()) {
        const answer = await server.ask(request);
        if ('ended' in answer || !answer.made) return failed(request);
        done(request, answer.made);
      }
    };
    const lanes = this.#servers.flatMap((server) => Array.from({ length: AT_ONCE }, () => server));
    await Promise.all(lanes.map(work));
  }

  close(): void {
    for (const server of this.#servers) server.stop();
  }
}

// What a build by parts is given beside the program, and what it gives.
import type { Digest } from '../cache/digest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export interface PartsHelp {
  /** Processes that compile beside this one, where there is much to compile. */
  readonly workers?: number;
  /** Is told how many of how many modules there are. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface PartsResult {
  /** By name; null after an error, and where only a build of the whole program will do. */
  readonly files: ReadonlyMap<string, string | Uint8Array> | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly needsWhole: string | null;
  /** Absolute paths of all files that the program is made of. */
  readonly inputs: readonly string[];
  /** As messages name them: the modules that were compiled, and not found as they had been built before. */
  readonly compiled: readonly string[];
  /** Of each module's object, by what messages call the module; as far as the build has come. */
  readonly keys: ReadonlyMap<string, Digest>;
  /** Packages whose objects were used for so many of their modules. */
  readonly packaged: ReadonlyMap<string, number>;
  /** Packages with objects, of which modules were compiled all the same. */
  readonly packagedUnused: readonly string[];
  /** Milliseconds of each stage, of all modules together; what runs at once is counted for each. */
  readonly timings: ReadonlyMap<string, number>;
}

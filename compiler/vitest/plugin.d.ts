// What `import { mixmod } from 'mixmod/vitest'` gives.
import type { Plugin } from 'vite';

export interface MixmodOptions {
  /**
   * How files that begin with 'use mixmod' run: as JavaScript of the same meaning ('untranslated', the default), or as machine code.
   * Where it is left out, the environment variable MIXMOD_RUN may say `release`, `debug` or `untranslated`.
   */
  readonly mode?: 'untranslated' | 'compiled' | undefined;
}

export function mixmod(options?: MixmodOptions): Plugin;

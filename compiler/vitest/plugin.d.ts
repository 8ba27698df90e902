// What `import { mixmod } from 'mixmod/vitest'` gives.
import type { Plugin } from 'vite';

export interface MixmodOptions {
  /**
   * How files that begin with 'use mixmod' run: as JavaScript of the same meaning ('untranslated', the default), or as machine code.
   * Where it is left out, the environment variable MIXMOD_RUN may say `release`, `debug` or `untranslated`.
   */
  readonly mode?: 'untranslated' | 'compiled' | undefined;
  /**
   * What becomes of a test that ends without having freed what it has allocated with `lltype.malloc` and the functions that use it:
   * it fails, and the error names the place of each allocation ('fail', the default), or nothing ('ignore'). `allowLeaks` makes an
   * exception for one test or file. Allocations of compiled programs are not seen: they count only where programs run untranslated.
   */
  readonly leaks?: 'fail' | 'ignore' | undefined;
}

export function mixmod(options?: MixmodOptions): Plugin;

/**
 * Called in a test, or in a hook that runs for each test: this test may leave raw memory behind. Called outside of tests, at the top of
 * the file or in `beforeAll`: all tests of the file may.
 */
export function allowLeaks(): void;

// How the RTypeScript files of a program run: as machine code (optimised, for debugging, or made as fast as it can be), or as JavaScript.
import { DEBUG, RELEASE, WATCH } from '../options.ts';

export type RunMode = 'release' | 'debug' | 'watch' | 'untranslated';

/** What builds of machine code are asked for. */
export const RUN_OPTIONS = { release: RELEASE, debug: DEBUG, watch: WATCH } as const;

/** MIXMOD_UNTRANSLATED=1 wins over MIXMOD_RUN, which may name any mode. Optimised machine code where nothing is said. */
export function runMode(environment: Readonly<Record<string, string | undefined>>): RunMode {
  const { MIXMOD_UNTRANSLATED: untranslated, MIXMOD_RUN: mode } = environment;
  if (untranslated !== undefined && untranslated !== '' && untranslated !== '0')
    return 'untranslated';
  return mode === 'debug' || mode === 'watch' || mode === 'untranslated' ? mode : 'release';
}

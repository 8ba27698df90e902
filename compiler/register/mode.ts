// How the RTypeScript files of a program run: as machine code, optimised or for debugging, or as JavaScript.
export type RunMode = 'release' | 'debug' | 'untranslated';

/** MIXMOD_UNTRANSLATED=1 wins over MIXMOD_RUN, which may name any mode. Optimised machine code where nothing is said. */
export function runMode(environment: Readonly<Record<string, string | undefined>>): RunMode {
  const { MIXMOD_UNTRANSLATED: untranslated, MIXMOD_RUN: mode } = environment;
  if (untranslated !== undefined && untranslated !== '' && untranslated !== '0')
    return 'untranslated';
  return mode === 'debug' || mode === 'untranslated' ? mode : 'release';
}

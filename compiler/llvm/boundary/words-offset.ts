// The variable of a module that has the words of the boundary (`compiler/check/boundary/words.ts`).
import type { Unit } from '../../graph/unit.ts';
import type { EnvironmentLayout } from '../environment.ts';

/** Where the environment has the address of the words; null in a module without. */
export function wordsOffset({ globals }: Unit, { parts }: EnvironmentLayout): number | null {
  const global = globals.find(({ isOwn }) => isOwn);
  return (global && parts.get(global.id)?.[0]?.offset) ?? null;
}

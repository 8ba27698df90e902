// The variable of a module that has the words of the boundary (`compiler/check/boundary/words.ts`).
import type llvm from 'llvm-bindings';
import type { Unit } from '../../graph/unit.ts';
import { globalOffset, type EnvironmentLayout } from '../environment.ts';
import type { ModuleWriter } from '../writer.ts';

/** Emits where the environment has the address of the words. */
export type WordsOffset = () => llvm.Value;

/** null in a module without. */
export function wordsOffset(
  { globals }: Unit,
  layout: EnvironmentLayout,
  writer: ModuleWriter,
): WordsOffset | null {
  const global = globals.find(({ isOwn }) => isOwn);
  return global ? () => globalOffset(global.id, 0, layout, writer) : null;
}

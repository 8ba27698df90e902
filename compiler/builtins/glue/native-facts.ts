// What is known of the native functions of a compiled module, which the glue saves work by. Where nothing is known, all may be.
import { LeafGraphs } from '../../graph/leaf-graphs.ts';
import type { Unit } from '../../graph/unit.ts';
import { callsBack, isPlain, packedExports, type CrossingExport } from '../../program/crossing.ts';
import { passesByWords } from './by-words.ts';

/** By the names of exports. */
export interface GlueFacts {
  /** Calls of it may lead back to JavaScript. */
  callsBack(name: string): boolean;
  /** Its arguments and its result lie in the words. */
  passesByWords(name: string): boolean;
  /** What JavaScript gets is the native function: it checks its arguments and says the same of wrong ones. */
  isItself(name: string): boolean;
  /** An error that was JavaScript's leaves it as it came. */
  readonly throwsOriginals: boolean;
}

export const NO_FACTS: GlueFacts = {
  callsBack: () => true,
  passesByWords: () => false,
  isItself: () => false,
  throwsOriginals: false,
};

export class NativeFacts implements GlueFacts {
  readonly throwsOriginals = true;
  readonly #calling = new Set<string>();
  readonly #byWords = new Set<string>();
  readonly #same = new Set<string>();

  constructor(unit: Unit) {
    if (!callsBack(unit.crossings)) return;
    const leaves = new LeafGraphs(unit);
    const packed = packedExports(unit.crossings);
    for (const item of unit.exports) {
      const crossing = packed.get(item.name);
      if (item.kind !== 'function' || !crossing) continue;
      if (!leaves.callsBack(item.graph)) {
        if (isNative(crossing)) this.#same.add(item.name);
        continue;
      }
      this.#calling.add(item.name);
      const { takesWords, takesText, isPackedResult } = crossing;
      if (!takesWords && !takesText && !isPackedResult && passesByWords(item))
        this.#byWords.add(item.name);
    }
  }

  callsBack(name: string): boolean {
    return this.#calling.has(name);
  }

  isItself(name: string): boolean {
    return this.#same.has(name);
  }

  passesByWords(name: string): boolean {
    return this.#byWords.has(name);
  }
}

/** All its values go as they are. */
const isNative = ({ parameters, result, isOffthread }: CrossingExport): boolean =>
  !isOffthread &&
  isPlain(result) &&
  parameters.every(({ crossing, optional, rest }) => isPlain(crossing) && !optional && !rest);

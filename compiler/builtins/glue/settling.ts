// Arguments that hold live values: what the program has not taken of them when a call ends.
import { holds, isLive, type Crossing } from '../../program/crossing.ts';

/** Around what gives live values: those that the program has not taken when it fails are let go of. */
export const settling = (crossings: Iterable<Crossing>): readonly [begin: string, end: string] =>
  [...crossings].some((one) => holds(one, isLive))
    ? ['const freshBefore = fresh.length;', 'settle(freshBefore);']
    : ['', ''];

// `long double` in memory, in the form of each architecture.
import { loadExtended, storeExtended } from './extended.ts';
import { MACHINE_ABI } from './classify.ts';
import type { CAbi } from './passing.ts';
import { loadQuad, storeQuad } from './quad.ts';

interface LongDouble {
  readonly get: (bytes: DataView, offset: number) => number;
  readonly set: (bytes: DataView, offset: number, value: number | bigint | boolean) => void;
}

export const LONG_DOUBLES: { readonly [T in CAbi['longDouble']]: LongDouble } = {
  x86_fp80: { get: loadExtended, set: storeExtended },
  fp128: { get: loadQuad, set: storeQuad },
};

export const MACHINE_LONG_DOUBLE = LONG_DOUBLES[MACHINE_ABI.longDouble];

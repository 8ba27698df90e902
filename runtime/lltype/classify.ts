// An architecture → how C passes values on it (on Linux).
import { AAPCS64 } from './aapcs64.ts';
import type { CAbi } from './passing.ts';
import { SYSTEM_V } from './system-v.ts';

export const C_ABIS: { readonly x64: CAbi; readonly arm64: CAbi } = {
  x64: SYSTEM_V,
  arm64: AAPCS64,
};

/** Of this machine: that of calls in the untranslated execution. */
export const MACHINE_ABI: CAbi = process.arch === 'arm64' ? AAPCS64 : SYSTEM_V;

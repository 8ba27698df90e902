// Instructions of a function of V8 that give a value: v8::FunctionCallbackInfo, the isolate.
import { asDouble } from './as-double.ts';
import type { Piece } from './assemble.ts';
import { fastCall } from './fast-call.ts';
import { CODE, F64, I32, RESULT, SHAPE, STACK_WORDS, U64 } from './frame.ts';
import { libraries } from './native.ts';
import { V8_VERSION } from './v8-version.ts';

/** Of `callCode`: mov [rbp - 8], rdi. It is kept for `give`. */
export const SAVE_INFO = [0x48, 0x89, 0x7d, 0xf8];

/** `rax` is a `Local`, and that is the result. Since V8 14 the place for it is in the information itself. */
export function give(): Piece[] {
  const isInfoFlat = V8_VERSION >= 147;
  return [
    [0x48, 0x8b, 0x00], // mov rax, [rax]
    [0x48, 0x8b, 0x55, 0xf8], // mov rdx, [rbp - 8]
    isInfoFlat ? [] : [0x48, 0x8b, 0x12], // mov rdx, [rdx]
    [0x48, 0x89, 0x42, isInfoFlat ? 48 : 24], // mov [rdx + …], rax
  ];
}

export interface Maker {
  readonly isolate: number;
  /** The address of the function of V8 that makes the value, and takes the isolate first. */
  readonly make: number;
}

/** `name`: mangled. Undefined where this V8 has no such function. For hosts with fast calls. */
export function findMaker(name: string): Maker | undefined {
  const process = libraries.open_library(null, 2);
  const current = libraries.symbol(process, '_ZN2v87Isolate10GetCurrentEv');
  const make = libraries.symbol(process, name);
  if (current === 0 || make === 0) return undefined;
  F64[CODE] = asDouble(current);
  I32[SHAPE] = 0;
  I32[STACK_WORDS] = 0;
  fastCall();
  return { isolate: Number(U64[RESULT]), make };
}

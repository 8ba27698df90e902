// Functions behind pointers, untranslated: each has an address at which there is nothing to read.
import { describeType } from './constructors.ts';
import { allocate, blockAt, release } from './memory.ts';
import type { FuncType } from './types.ts';

export type Callable = (...args: never) => unknown;

const functions = new Map<number, Callable>();

/** The address of a function of the program. */
export function allocateFunction(type: FuncType, callable: Callable): number {
  const { base } = allocate(1, describeType(type), false);
  functions.set(base, callable);
  return base;
}

/** False where no such function is at the address. */
export function releaseFunction(address: number): boolean {
  if (!functions.delete(address)) return false;
  release(address);
  return true;
}

/** Calls what is at the address. */
export function callAt(type: FuncType, address: number, args: readonly unknown[]): unknown {
  const callable: Callable | undefined = functions.get(address);
  if (callable) return Reflect.apply(callable, undefined, args);
  const block = blockAt(address);
  if (block) throw new Error('C has called a callback that is freed');
  throw new Error(`call of the unknown address 0x${address.toString(16)} as ${describeType(type)}`);
}

// A call of an exported function with data: what `make demo` and `make bench` repeat. The same call is made of the native
// module, of its twin on V8 and of C, and must have the same result in each.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { exported, type Argument, type Exports } from './build-module.ts';
import type { Contestant } from './measure.ts';

export interface Workload {
  readonly name: string;
  /** The RTypeScript file, from the root of the package. */
  readonly source: string;
  readonly function: string;
  /** Fresh arguments: a call may write to its arrays. */
  readonly arguments: () => readonly Argument[];
}

/** The call, ready to be repeated on arguments of its own. */
export function contestant(workload: Workload, module: Exports): Contestant {
  const call = exported(module, workload.function);
  const values = workload.arguments();
  return () => call(...values);
}

/** One call on fresh arguments → a text that is equal only if the result and all arrays are. */
export function fingerprint(workload: Workload, module: Exports): string {
  const values = workload.arguments();
  const result = exported(module, workload.function)(...values);
  return [result, ...values].map(describe).join(' ');
}

function describe(value: unknown): string {
  if (!ArrayBuffer.isView(value)) return String(value);
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return `${bytes.length}:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The first bytes of the program file of this process: data that is at hand everywhere, neither text nor noise. */
export function programBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const file = openSync(process.execPath, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

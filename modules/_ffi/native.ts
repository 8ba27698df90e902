// The compiled modules of the interp level → their functions, attached to the frame of this thread.
import { createRequire } from 'node:module';
import { BYTES } from './frame.ts';

interface Libraries {
  open_library(path: string | null, mode: number): number;
  close_library(library: number): number;
  symbol(library: number, name: string): number;
  link_error(): string;
  address_of(data: Uint8Array): number;
  text(address: number): string;
  wide_text(address: number): string;
}

interface Calls {
  attach(frame: number): void;
  call(): void;
  call_released(): void;
  call_extended(): void;
  use_v8(scopeDataAt: number): boolean;
  make_callback(shape: number, stack: number): number;
  retire_callback(record: number): void;
  free_callback(code: number, record: number): void;
  take_holder(name: string): boolean;
  closed_code(): number;
}

interface FastCalls {
  errno_address(): number;
  peek(name: string, offset: number, then: number): number;
  make_fast(
    name: string,
    instructions: Uint8Array,
    fast: number,
    target: number,
    result: number,
    count: number,
    args: Uint8Array,
  ): boolean;
}

const require = createRequire(import.meta.url);

/** From dist/modules/_ffi/, and from the sources. */
function load(name: string): unknown {
  try {
    return require(`./${name}.node`);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    return require(`../../dist/modules/_ffi/${name}.node`);
  }
}

export const libraries = load('interp_ffi') as Libraries;
export const calls = load('interp_frame') as Calls;
export const loadFastCalls = (): FastCalls => load('interp_fast') as FastCalls;

/** Where the frame lies. */
export const FRAME = libraries.address_of(BYTES);
calls.attach(FRAME);

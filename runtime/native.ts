// The compiled module `_ffi` (modules/_ffi/interp_ffi.ts), if it is there: real memory and real C for the untranslated execution. Without it, as
// where it is just being built, memory has made-up addresses and C cannot be called.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Addresses are numbers. */
export interface NativeFfi {
  open_library(path: string | null, mode: number): number;
  symbol(library: number, name: string): number;
  link_error(): string;
  allocate(bytes: number): number;
  release(address: number): void;
  address_of(data: Uint8Array): number;
  read_memory(address: number, data: Uint8Array): boolean;
  write_memory(address: number, data: Uint8Array): boolean;
  make_type(size: number, alignment: number, kind: number, elements: BigUint64Array): number;
  prepare(result: number, args: BigUint64Array, fixed: number): number;
  call(cif: number, code: number, result: number, values: number): void;
  call_released(cif: number, code: number, result: number, values: number): void;
  saved_errno(): number;
  save_errno(value: number): void;
  set_dispatcher(name: string): boolean;
  make_closure(cif: number, id: number, closure: BigUint64Array): number;
  free_closure(closure: number): void;
}

const PLACES = ['../modules/_ffi/interp_ffi.node', '../dist/modules/_ffi/interp_ffi.node'];

let loaded: NativeFfi | null | undefined;

/** null where there is none. */
export function nativeFfi(): NativeFfi | null {
  if (loaded === undefined) loaded = load();
  return loaded;
}

function load(): NativeFfi | null {
  if (process.env['MIXMOD_SIMULATED'] === '1') return null;
  const require = createRequire(import.meta.url);
  for (const place of PLACES) {
    try {
      return require(place) as NativeFfi;
    } catch {
      // The next place, or none.
    }
  }
  return null;
}

const FOLDERS = [
  '/usr/local/lib',
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/lib',
];

/** What the dynamic linker takes for a library's name as linkers have it (`z` for libz): its newest version where it is found. */
export function findLibrary(name: string, folders: readonly string[] = []): string {
  if (name.includes('/')) return name;
  const wanted = new RegExp(`^lib${name.replaceAll(/[^\w]/g, '\\$&')}\\.so(?:\\.[\\d.]+)?$`);
  for (const folder of [...folders, ...FOLDERS]) {
    const found = entriesOf(folder).filter((entry) => wanted.test(entry));
    // Without its version it may be a linker script.
    const best = found.sort((a, b) => b.length - a.length || b.localeCompare(a))[0];
    if (best !== undefined) return join(folder, best);
  }
  return `lib${name}.so`;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

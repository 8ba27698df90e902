// C functions by name, untranslated: the libraries that a compilation info names, then what the process has loaded.
import { findLibrary, nativeFfi, type NativeFfi } from '../native.ts';
import type { CFunction } from '../lltype/types.ts';

const libraries = new Map<string, number>();
const addresses = new WeakMap<CFunction, number>();
/** RTLD_NOW | RTLD_GLOBAL: a library may need another one that the same program names. */
const MODE = 0x102;

/** Throws an Error that says where it was looked for. */
export function addressOfFunction(callee: CFunction): number {
  let address = addresses.get(callee);
  if (address === undefined) addresses.set(callee, (address = find(callee)));
  return address;
}

function find(callee: CFunction): number {
  const native = nativeFfi();
  if (!native) {
    throw new Error(
      `the C function ${callee.name} can only be called in compiled code; ` +
        'build the module, or give llexternal a _callable to run instead',
    );
  }
  const { compilation_info: info } = callee;
  const failures: string[] = [];
  // All are opened before one is looked into: the program's own C calls functions of the others.
  const named = info.libraries.map((name) => open(name, info.library_dirs, native, failures));
  const testonly = info.testonly_libraries.map((name) =>
    open(name, info.library_dirs, native, failures),
  );
  // As the dynamic linker binds the compiled module: what the process has comes first (Node brings a libz), and libraries that call
  // their own functions get those, too.
  for (const library of [...testonly, open(null, [], native, failures), ...named]) {
    const address = library === 0 ? 0 : native.symbol(library, callee.symbol);
    if (address !== 0) return address;
  }
  const names = info.libraries.length > 0 ? info.libraries.join(', ') : 'the process';
  const hint = failures.length > 0 ? ` (${failures.join('; ')})` : '';
  throw new Error(`the C function ${callee.name} was not found in ${names}${hint}`);
}

/** null: the process itself. 0 after a failure. */
function open(
  name: string | null,
  folders: readonly string[],
  native: NativeFfi,
  failures: string[],
): number {
  const key = name ?? '';
  let library = libraries.get(key);
  if (library === undefined) {
    library = native.open_library(name === null ? null : findLibrary(name, folders), MODE);
    if (library === 0) failures.push(native.link_error());
    else libraries.set(key, library);
  }
  return library;
}

// V8's own call of the library's functions, which are compiled with a receiver for it (floor.c): nothing checks, converts or keeps anything.
// Code that is not optimized gets undefined.
import { createRequire } from 'node:module';
import process from 'node:process';
import { CDLL, types } from '../../../../dist/modules/_ffi/index.js';
import { loadFastCalls } from '../../../../dist/modules/_ffi/native.js';

/** `v8::CTypeInfo::Type`. */
const [INT, LONG, ULONG, DOUBLE, POINTER, VALUE] = [3, 5, 6, 8, 9, 10];
const BYTES = 2;
/** The version of V8's interface, of which the types' form is a matter. */
const VERSION = Number(process.versions.modules);
const SIZE = VERSION < 147 ? 3 : 2;
/** Behind the result's type: 64 bits are bigints, not numbers. */
const BIGINTS = VERSION < 127 ? null : 2 ** (8 * SIZE);
/** Of a typed array, until V8 13. */
const viewOf = (type) => [type, 2, 0];

function bindOne(at, result, args, flags = 0) {
  const types = [VALUE, ...args].flatMap((type) =>
    (Array.isArray(type) ? type : [type, 0, 0]).slice(0, SIZE),
  );
  const name = 'bare call';
  const ret = Uint8Array.of(0xc3);
  loadFastCalls().make_fast(
    name,
    ret,
    0,
    at,
    result + flags,
    args.length + 1,
    Uint8Array.from(types),
  );
  const made = globalThis[name];
  delete globalThis[name];
  return made;
}

/** `_library`: without receivers. */
export function bind(_library, addon) {
  const lib = new CDLL(addon);
  const bare = (name, result, args, flags) =>
    bindOne(lib.getaddressindll(name), result, args, flags);
  const address = lib.getfunc('numbers', [], types.void_p)();
  const bits = new Float64Array(BigUint64Array.of(BigInt(address)).buffer)[0];
  const { external } = createRequire(import.meta.url)(addon);
  const object = VERSION < 137 ? 'first_of_object' : 'first_of_object_13';
  const made = {
    nanoseconds: lib.getfunc('nanoseconds', [], types.double),
    numbers: () => ({ number: address, bigint: BigInt(address), bits, external: external() }),
    noop: bare('noop_of', 0, []),
    add: bare('add_of', INT, [INT, INT]),
    dadd: bare('dadd_of', DOUBLE, [DOUBLE, DOUBLE]),
    mix: bare('mix_of', DOUBLE, [INT, DOUBLE, INT, DOUBLE]),
    add10: bare('add10_of', INT, Array(10).fill(INT)),
    firstObject: bare(object, INT, [VALUE, INT]),
    atNumber: bare('at_of', INT, [ULONG, INT]),
    atDouble: bare('at_double', INT, [DOUBLE, INT]),
    atBits: bare('at_bits', INT, [DOUBLE, INT]),
    atExternal: bare('at_of', INT, [POINTER, INT]),
  };
  if (VERSION < 137) made.firstView = bare('first_of_view', INT, [viewOf(BYTES), INT]);
  if (BIGINTS === null) return made;
  // V8 11 ends the process when it optimizes a call that gives 64 bits.
  made.add64 = bare('add64_of', LONG, [LONG, LONG], BIGINTS);
  made.atBigint = bare('at_of', INT, [ULONG, INT], BIGINTS);
  return made;
}

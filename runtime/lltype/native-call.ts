// Calls of C functions, untranslated, through libffi: arguments to memory, the call, the result out of it.
import { nativeFfi, type NativeFfi } from '../native.ts';
import { load, store, addressOf, isPointer, requiredPointer, type Pointer } from './pointer.ts';
import { rethrowKept } from './kept-error.ts';
import { allocate, type Block, blockAt, release, requireLive, writtenByC } from './memory.ts';
import { requireFits } from './c-range.ts';
import { MACHINE_ABI } from './classify.ts';
import { alignOf, sizeOf } from './layout.ts';
import type { LowLevelType, MachineType, Signature, Struct } from './types.ts';

/** FFI_TYPE_… of ffi.h. */
const KINDS: { readonly [M in MachineType]: number } = {
  void: 0,
  f32: 2,
  f64: 3,
  f80: 4,
  u8: 5,
  bool: 5,
  i8: 6,
  u16: 7,
  i16: 8,
  u32: 9,
  i32: 10,
  u64: 11,
  i64: 12,
};
const STRUCT = 13;
const POINTER = 14;

const types = new Map<string, number>();
const cifs = new Map<string, number>();

const made = (key: string, make: () => number): number => {
  let address = types.get(key);
  if (address === undefined) types.set(key, (address = make()));
  return address;
};

const NONE = new BigUint64Array(0);

function scalarType(machine: MachineType, native: NativeFfi): number {
  const size = machine === 'void' ? 1 : sizeOfMachine(machine);
  return made(machine, () => native.make_type(size, size, KINDS[machine], NONE));
}

const sizeOfMachine = (machine: MachineType): number =>
  machine === 'f80' ? 16 : machine === 'bool' ? 1 : Number(machine.slice(1)) / 8;

/** The address of the `ffi_type`. */
function typeOf(type: LowLevelType, native: NativeFfi): number {
  if (type.kind === 'primitive') return scalarType(type.machine, native);
  if (type.kind === 'struct') return structType(type, native);
  return made('pointer', () => native.make_type(8, 8, POINTER, NONE));
}

/** By its registers: libffi knows neither unions nor bit-fields. */
function structType(type: Struct, native: NativeFfi): number {
  const passed = MACHINE_ABI.classify(type);
  const [size, align] = [sizeOf(type), alignOf(type)];
  if (passed.kind === 'memory' && size <= 16) {
    throw new TypeError(
      `${type.name} has fields that are not aligned, and libffi does not pass such a structure by value; compiled code does`,
    );
  }
  const elements: MachineType[] =
    passed.kind === 'pieces'
      ? passed.pieces.flatMap(({ type: piece, offset, bytes }) =>
          machinesOf(piece, Math.min(bytes, size - offset)),
        )
      : Array.from({ length: Math.ceil(size / 8) }, () => 'u64' as const);
  const key = `struct ${size} ${align} ${elements.join()}`;
  return made(key, () => {
    const list = BigUint64Array.from(elements.map((one) => BigInt(scalarType(one, native))));
    return native.make_type(size, align, STRUCT, list);
  });
}

const FLOATS: { readonly [type: string]: MachineType } = {
  float: 'f32',
  double: 'f64',
  x86_fp80: 'f80',
  fp128: 'f80',
};

/** What so many bytes of a structure are that travel as a value of LLVM's type. */
function machinesOf(type: string, bytes: number): MachineType[] {
  const [, count = '1', item = type] = /^[[<](\d+) x (.*)[\]>]$/.exec(type) ?? [];
  const float = FLOATS[item];
  return float === undefined ? integers(bytes) : Array.from({ length: Number(count) }, () => float);
}

/** So many bytes, as integers that follow each other without gaps. */
function integers(bytes: number): MachineType[] {
  const found: MachineType[] = [];
  let left = bytes;
  for (const [machine, size] of [
    ['u64', 8],
    ['u32', 4],
    ['u16', 2],
    ['u8', 1],
  ] as const)
    for (; left >= size; left -= size) found.push(machine);
  return found;
}

/** A structure of one `long double` is a result as that itself, which libffi overlooks. */
function resultType(type: LowLevelType, native: NativeFfi): number {
  const passed = MACHINE_ABI.classify(type);
  const isX87 = passed.kind === 'pieces' && passed.pieces[0]?.type === 'x86_fp80';
  return isX87 ? scalarType('f80', native) : typeOf(type, native);
}

/** How functions of the signature are called; 0 where libffi cannot. `fixed`: arguments that a variadic function declares. */
export function cifOf(
  { args, result, variadic }: Signature,
  native: NativeFfi,
  fixed = args.length,
): number {
  const list = args.map((type) => typeOf(type, native));
  const of = resultType(result, native);
  const key = `${of}(${list.join()}) ${variadic ? fixed : -1}`;
  let cif = cifs.get(key);
  if (cif === undefined) {
    cif = native.prepare(of, BigUint64Array.from(list.map(BigInt)), variadic ? fixed : -1);
    cifs.set(key, cif);
  }
  return cif;
}

const SLOT = 16;

let callsUnderWay = 0;

/** False where a callback runs that another thread has asked the event loop for. */
export const isCallUnderWay = (): boolean => callsUnderWay > 0;

/**
 * Calls the code at an address. Pointers must not be freed, and what they point to counts as written afterwards. A structure that is the
 * result stays for some further calls. `name`: for messages. `releasegil`: on another thread, while callbacks of other threads run here.
 */
export function callNative(
  signature: Signature,
  code: number,
  values: readonly unknown[],
  name: string,
  { fixed = signature.args.length, releasegil = false } = {},
): unknown {
  const native = nativeFfi();
  if (!native) throw new Error(`${name} is C, which cannot be called here`);
  const { args, result } = signature;
  if (values.length !== args.length)
    throw new TypeError(`${name} takes ${args.length} arguments, got ${values.length}`);
  const cif = cifOf(signature, native, fixed);
  if (cif === 0) throw new TypeError(`${name}: libffi cannot call a function of this type`);
  const size = result.kind === 'struct' ? sizeOf(result) : SLOT;
  const frame = allocate(
    (args.length + 1) * SLOT + args.length * 8,
    'the arguments of a call',
    true,
  );
  const into = allocate(Math.max(size, SLOT), `the result of ${name}`, true);
  try {
    const places = args.map((type, index) =>
      placeArgument(
        type,
        values[index],
        frame.base + index * SLOT,
        `argument ${index + 1} of ${name}`,
      ),
    );
    const list = frame.base + (args.length + 1) * SLOT;
    places.forEach((place, index) =>
      frame.bytes?.setBigUint64(list - frame.base + index * 8, BigInt(place), true),
    );
    callsUnderWay++;
    try {
      if (releasegil) native.call_released(cif, code, into.base, list);
      else native.call(cif, code, into.base, list);
    } finally {
      callsUnderWay--;
    }
    for (const value of values) if (isPointer(value)) writtenByC(addressOf(value));
    rethrowKept();
    return resultAt(result, into.base);
  } finally {
    release(frame.base);
    if (result.kind === 'struct') retire(into);
    else release(into.base);
  }
}

const results: Block[] = [];
const MOST_RESULTS = 64;

/** A structure that was returned stays for some further calls. */
function retire(block: Block): void {
  block.immortal = true;
  results.push(block);
  const oldest = results.length > MOST_RESULTS ? results.shift() : undefined;
  if (oldest) release(oldest.base);
}

/** Where libffi finds the argument. */
function placeArgument(type: LowLevelType, value: unknown, slot: number, what: string): number {
  if (type.kind === 'struct') {
    if (!isPointer(value)) throw new TypeError(`${what} must be a pointer to ${type.name}`);
    requireLive(addressOf(value), what);
    return addressOf(value);
  }
  if (type.kind === 'ptr') {
    const pointer = asPointer(value, what);
    requireLive(addressOf(pointer), what);
    blockAt(slot)?.bytes?.setBigUint64(
      slot - (blockAt(slot)?.base ?? 0),
      BigInt(addressOf(pointer)),
      true,
    );
    return slot;
  }
  requireFits(type, value, what);
  try {
    store(type, slot, value);
  } catch (error) {
    throw new TypeError(`${what}: ${(error as Error).message}`);
  }
  return slot;
}

function asPointer(value: unknown, what: string): Pointer | null {
  if (value === null || isPointer(value)) return value;
  throw new TypeError(`${what} must be a pointer, got ${typeof value}`);
}

function resultAt(type: LowLevelType, address: number): unknown {
  if (type.kind === 'primitive' && type.machine === 'void') return undefined;
  return type.kind === 'struct' ? requiredPointer(type, address) : load(type, address);
}

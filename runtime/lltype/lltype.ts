// The object `lltype` that programs import: constructors of types, and raw memory, untranslated.
import {
  type ArrayHints,
  describeType,
  isContainer,
  makeArray,
  makeFixedSizeArray,
  makeForwardReference,
  makeFuncType,
  makeOpaqueType,
  makePtr,
  makeTypedef,
} from './constructors.ts';
import { allocationSize, variablePart } from './layout.ts';
import { allocate, blockAt, release } from './memory.ts';
import {
  addressOf,
  containerOf,
  isPointer,
  type Pointer,
  pointerAt,
  storeLength,
} from './pointer.ts';
import { freezePrebuilt, itemsIn } from './prebuilt.ts';
import { LLTYPE_PRIMITIVES } from './primitives.ts';
import { cast, cast_ptr_to_int, direct_arrayitems, direct_fieldptr, ptradd } from '../rffi/cast.ts';
import { asUnion, makeStruct } from './struct.ts';
import type { Container, LowLevelType, Ptr } from './types.ts';

interface ZeroOption {
  readonly zero?: boolean;
}
interface RawOption {
  readonly flavor: 'raw';
}

/** What fills prebuilt memory when the module is built. */
type Contents = string | ((pointer: Pointer) => void);

/** What `using` takes; `ptr` throws after the end of the block. */
export interface Scoped {
  readonly ptr: Pointer;
  [Symbol.dispose](): void;
}

function malloc(type: Container, options: RawOption & ZeroOption): Pointer;
function malloc(type: Container, count: number, options: RawOption & ZeroOption): Pointer;
function malloc(
  type: Container,
  countOrOptions: number | (RawOption & ZeroOption),
  last?: RawOption & ZeroOption,
): Pointer {
  const given = typeof countOrOptions !== 'object';
  const options = given ? last : countOrOptions;
  requireRaw('malloc', options);
  return allocateContainer(type, given ? countOrOptions : null, options?.zero === true);
}

function free(pointer: Pointer | null, options: RawOption): void {
  requireRaw('free', options);
  if (pointer === null) return;
  if (!isPointer(pointer))
    throw new TypeError(`lltype.free expects a pointer, got ${typeof pointer}`);
  release(addressOf(pointer));
}

function scoped_alloc(
  type: Container,
  countOrOptions?: number | ZeroOption,
  last?: ZeroOption,
): Scoped {
  const count = typeof countOrOptions === 'number' ? countOrOptions : null;
  const options = typeof countOrOptions === 'object' ? countOrOptions : last;
  return scoped(allocateContainer(type, count, options?.zero === true), free_);
}

/** A pointer with what to do with it at the end of the block. */
export function scoped(ptr: Pointer, dispose: (pointer: Pointer) => void): Scoped {
  return { ptr, [Symbol.dispose]: () => dispose(ptr) };
}

const free_ = (pointer: Pointer): void => release(addressOf(pointer));

function allocateContainer(type: Container, count: number | null, zero: boolean): Pointer {
  if (!isContainer(type))
    throw new TypeError(`malloc expects a container, got ${describeType(type)}`);
  const open = variablePart(type) !== null;
  const name = describeType(type);
  if (open && count === null) throw new TypeError(`malloc of ${name} needs a number of items`);
  if (!open && count !== null) throw new TypeError(`malloc of ${name} takes no number of items`);
  if (count !== null && (!Number.isSafeInteger(count) || count < 0))
    throw new RangeError('out of memory');
  // malloc(0) gives an address of its own too.
  const block = allocate(Math.max(1, allocationSize(type, count ?? 0)), name, zero);
  storeLength(type, block.base, count ?? 0);
  const pointer = pointerAt(type, block.base);
  if (!pointer) throw new Error('a block at address 0');
  return pointer;
}

/** Memory that is part of the module and never changes. A string stands for its code units, and says how many items. */
function prebuilt(type: Container, countOrContents: number | Contents, last?: Contents): Pointer {
  const contents = typeof countOrContents === 'number' ? last : countOrContents;
  const count = typeof contents === 'string' ? itemsIn(type, contents) : countOrContents;
  const pointer = allocateContainer(type, typeof count === 'number' ? count : null, true);
  if (typeof contents === 'function') contents(pointer);
  const made = freezePrebuilt(pointer, typeof contents === 'string' ? contents : null);
  release(addressOf(pointer));
  return made;
}

function requireRaw(name: string, options: RawOption | undefined): void {
  if (options?.flavor !== 'raw') {
    throw new TypeError(`lltype.${name} needs {flavor: 'raw'}; there is no other flavor`);
  }
}

/** It is no leak if it is never freed. */
function render_immortal(pointer: Pointer): void {
  const block = isPointer(pointer) ? blockAt(addressOf(pointer)) : undefined;
  if (!block?.bytes)
    throw new TypeError('lltype.render_immortal expects a pointer to memory that is there');
  block.immortal = true;
}

export const lltype = Object.freeze({
  ...LLTYPE_PRIMITIVES,
  Struct: (name: string, ...parts: readonly unknown[]) => makeStruct(name, null, parts),
  Union: (name: string, ...parts: readonly unknown[]) => makeStruct(name, null, asUnion(parts)),
  Array: (item: LowLevelType, options?: ArrayHints) => makeArray(item, options),
  FixedSizeArray: makeFixedSizeArray,
  Ptr: makePtr,
  FuncType: makeFuncType,
  OpaqueType: makeOpaqueType,
  ForwardReference: makeForwardReference,
  malloc,
  free,
  scoped_alloc,
  prebuilt,
  Typedef: makeTypedef,
  render_immortal,
  cast_primitive: cast,
  cast_pointer: cast,
  cast_opaque_ptr: cast,
  cast_int_to_ptr: cast,
  cast_ptr_to_int,
  direct_fieldptr,
  direct_arrayitems,
  direct_ptradd: ptradd,
  nullptr: (_type: Container): null => null,
  typeOf: (pointer: Pointer): Ptr => makePtr(containerOf(pointer)),
});

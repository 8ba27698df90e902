'use mixmod';
// libffi bound with rffi: functions of C that are known by name and signature only when the program runs, and functions of the program that
// C calls. A signature is a text: the result, then the arguments in parentheses, each one character, structures in braces: 'd(id)', '{dd}({dd})'.
import { f32, f64, i16, i32, i64, i8, isize, lltype, rffi, u16, u32, u8, usize } from 'mixmod';

const ffi = rffi.ExternalCompilationInfo({
  includes: ['ffi.h', 'dlfcn.h'],
  libraries: ['ffi'],
  separate_module_sources: [
    // libffi's types are variables, and its constants macros.
    `ffi_type *scalar_type(int name) {
       switch (name) {
         case 'v': return &ffi_type_void;
         case 'b': return &ffi_type_sint8;
         case 'B': return &ffi_type_uint8;
         case 's': return &ffi_type_sint16;
         case 'S': return &ffi_type_uint16;
         case 'i': return &ffi_type_sint32;
         case 'I': return &ffi_type_uint32;
         case 'l': return &ffi_type_sint64;
         case 'L': return &ffi_type_uint64;
         case 'f': return &ffi_type_float;
         case 'd': return &ffi_type_double;
         case 'p': return &ffi_type_pointer;
       }
       return 0;
     }
     ffi_abi default_abi(void) { return FFI_DEFAULT_ABI; }
     size_t cif_size(void) { return sizeof(ffi_cif); }
     size_t closure_size(void) { return sizeof(ffi_closure); }`,
  ],
});
const info = { compilation_info: ffi };

const TYPE = rffi.CStruct(
  '_ffi_type',
  ['size', rffi.SIZE_T],
  ['alignment', rffi.USHORT],
  ['type', rffi.USHORT],
  ['elements', rffi.VOIDPP],
);
const CIF = rffi.COpaque('ffi_cif');
const T = lltype.Ptr(TYPE);
const TYPES = rffi.CArrayPtr(T);
const F = lltype.Ptr(CIF);
type TypePtr = lltype.Ptr<typeof TYPE>;
type TypesPtr = lltype.Ptr<typeof TYPES.to>;
type CifPtr = lltype.Ptr<typeof CIF>;
type PointersPtr = lltype.Ptr<typeof rffi.VOIDPP.to>;
const ANY = rffi.VOIDP;
const CODE = rffi.CCallback([F, ANY, rffi.VOIDPP, ANY], rffi.VOID);

const c_scalar = rffi.llexternal('scalar_type', [rffi.INT], T, info);
const c_abi = rffi.llexternal('default_abi', [], rffi.UINT, info);
const c_cifSize = rffi.llexternal('cif_size', [], rffi.SIZE_T, info);
const c_closureSize = rffi.llexternal('closure_size', [], rffi.SIZE_T, info);
const c_prepare = rffi.llexternal(
  'ffi_prep_cif',
  [F, rffi.UINT, rffi.UINT, T, TYPES],
  rffi.UINT,
  info,
);
const c_offsets = rffi.llexternal(
  'ffi_get_struct_offsets',
  [rffi.UINT, T, rffi.SIZE_TP],
  rffi.UINT,
  info,
);
const c_call = rffi.llexternal('ffi_call', [F, ANY, ANY, rffi.VOIDPP], rffi.VOID, info);
const c_closureAlloc = rffi.llexternal('ffi_closure_alloc', [rffi.SIZE_T, rffi.VOIDPP], ANY, info);
const c_closureFree = rffi.llexternal('ffi_closure_free', [ANY], rffi.VOID, info);
const c_closure = rffi.llexternal(
  'ffi_prep_closure_loc',
  [ANY, F, CODE, ANY, ANY],
  rffi.UINT,
  info,
);
const c_dlopen = rffi.llexternal('dlopen', [rffi.CCHARP, rffi.INT], ANY, info);
const c_dlsym = rffi.llexternal('dlsym', [ANY, rffi.CCHARP], ANY, info);
const c_dlclose = rffi.llexternal('dlclose', [ANY], rffi.INT, info);
const c_dlerror = rffi.llexternal('dlerror', [], rffi.CCHARP, info);

const STRUCT: i32 = 13;
const LAZY = 1;

/** Of a signature: a scalar of libffi, or a structure, whose description it owns. */
class Type {
  readonly name: string;
  readonly ptr: TypePtr;
  readonly fields: Type[] = [];
  readonly offsets: usize[] = [];

  /** `fields`: null for a scalar. It takes them over. */
  constructor(name: string, fields: Type[] | null) {
    this.name = name;
    if (fields === null) {
      const scalar = c_scalar(i32(name.charCodeAt(0)));
      if (scalar === null) throw new SyntaxError(`there is no type ${name}`);
      this.ptr = scalar;
      return;
    }
    for (const field of fields) this.fields.push(field);
    const type = lltype.malloc(TYPE, { flavor: 'raw', zero: true });
    type.c_type = u16(STRUCT);
    type.c_elements = rffi.cast(rffi.VOIDPP, typeList(fields));
    this.ptr = type;
    using offsets = lltype.scoped_alloc(rffi.SIZE_TP.to, fields.length, { zero: true });
    if (c_offsets(c_abi(), type, offsets.ptr) !== 0) {
      this.free();
      throw new SyntaxError(`${name} is no structure of C`);
    }
    for (let i: isize = 0; i < fields.length; i++) this.offsets.push(offsets.ptr[i]);
  }
  get size(): usize {
    return this.ptr.c_size;
  }
  /** The numbers at an address, those of a structure in their order. */
  load(from: rffi.CharPtr, into: number[]): void {
    for (let i: i32 = 0; i < this.fields.length; i++) {
      this.fields[i].load(rffi.ptradd(from, isize(this.offsets[i])), into);
    }
    if (this.fields.length === 0 && this.name !== 'v') into.push(loaded(this.name, from));
  }
  /** Takes its numbers from `values` at `at`; gives the place behind them. */
  store(to: rffi.CharPtr, values: number[], at: i32): i32 {
    if (this.name === 'v') return at;
    let next = at;
    for (let i: i32 = 0; i < this.fields.length; i++) {
      next = this.fields[i].store(rffi.ptradd(to, isize(this.offsets[i])), values, next);
    }
    if (this.fields.length > 0) return next;
    if (next >= values.length) throw new TypeError(`${values.length} numbers are too few`);
    stored(this.name, to, values[next]);
    return next + 1;
  }
  /** A result narrower than a register fills it (`ffi_arg`). */
  get isNarrow(): boolean {
    return this.fields.length === 0 && 'bBsSiI'.includes(this.name);
  }
  free(): void {
    if (this.fields.length === 0) return;
    for (const field of this.fields) field.free();
    lltype.free(rffi.cast(TYPES, this.ptr.c_elements), { flavor: 'raw' });
    lltype.free(this.ptr, { flavor: 'raw' });
  }
}

function loaded(name: string, from: rffi.CharPtr): number {
  switch (name) {
    case 'b':
      return rffi.cast(rffi.SIGNEDCHARP, from)[0];
    case 'B':
      return from[0];
    case 's':
      return rffi.cast(rffi.SHORTP, from)[0];
    case 'S':
      return rffi.cast(rffi.USHORTP, from)[0];
    case 'i':
      return rffi.cast(rffi.INTP, from)[0];
    case 'I':
      return rffi.cast(rffi.UINTP, from)[0];
    case 'f':
      return rffi.cast(rffi.FLOATP, from)[0];
    case 'd':
      return rffi.cast(rffi.DOUBLEP, from)[0];
    case 'l':
      return f64(rffi.cast(rffi.LONGP, from)[0]);
    default:
      return f64(rffi.cast(rffi.ULONGP, from)[0]);
  }
}
function stored(name: string, to: rffi.CharPtr, value: number): void {
  switch (name) {
    case 'b':
      rffi.cast(rffi.SIGNEDCHARP, to)[0] = i8(value);
      break;
    case 'B':
      to[0] = u8(value);
      break;
    case 's':
      rffi.cast(rffi.SHORTP, to)[0] = i16(value);
      break;
    case 'S':
      rffi.cast(rffi.USHORTP, to)[0] = u16(value);
      break;
    case 'i':
      rffi.cast(rffi.INTP, to)[0] = i32(value);
      break;
    case 'I':
      rffi.cast(rffi.UINTP, to)[0] = u32(value);
      break;
    case 'f':
      rffi.cast(rffi.FLOATP, to)[0] = f32(value);
      break;
    case 'd':
      rffi.cast(rffi.DOUBLEP, to)[0] = value;
      break;
    case 'l':
      rffi.cast(rffi.LONGLONGP, to)[0] = i64(value);
      break;
    default:
      rffi.cast(rffi.ULONGP, to)[0] = usize(value);
  }
}

/** The caller frees it. */
function typeList(types: Type[]): TypesPtr {
  const list = lltype.malloc(TYPES.to, types.length + 1, { flavor: 'raw' });
  for (let i: isize = 0; i < types.length; i++) list[i] = types[i].ptr;
  list[types.length] = lltype.nullptr(TYPE);
  return list;
}

/** Reads a signature. */
class Reader {
  readonly #text: string;
  #at: i32 = 0;
  constructor(text: string) {
    this.#text = text;
  }
  /** Types up to a closing character; after a mistake none of them is left. */
  list(end: string): Type[] {
    const types: Type[] = [];
    try {
      while (!this.takes(end)) {
        types.push(this.type());
        if (types[types.length - 1].name === 'v')
          throw new SyntaxError('nothing is void but a result');
      }
    } catch (error) {
      for (const type of types) type.free();
      throw error;
    }
    return types;
  }
  type(): Type {
    if (this.#at >= this.#text.length) throw new SyntaxError(`${this.#text} ends too early`);
    const start = this.#at;
    const isStructure = this.takes('{');
    if (!isStructure) {
      this.#at++;
      return new Type(this.#text[start], null);
    }
    const fields = this.list('}');
    if (fields.length === 0) throw new SyntaxError('a structure without fields');
    return new Type(this.#text.slice(start, this.#at), fields);
  }
  takes(character: string): boolean {
    if (this.#at >= this.#text.length || this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }
}

/** Memory for one value lies at each multiple of this. */
const aligned = (size: usize): isize => (isize(size) + 15) & -16;

/** How functions of one signature are called. */
class Signature implements Disposable {
  readonly result: Type;
  readonly args: Type[];
  readonly #list: TypesPtr;
  readonly cif: CifPtr;
  constructor(text: string) {
    const reader = new Reader(text);
    this.result = reader.type();
    try {
      if (!reader.takes('(')) throw new SyntaxError(`${text} has no arguments`);
      this.args = reader.list(')');
    } catch (error) {
      this.result.free();
      throw error;
    }
    this.#list = typeList(this.args);
    const memory = lltype.malloc(rffi.CCHARP.to, isize(c_cifSize()), { flavor: 'raw', zero: true });
    this.cif = rffi.cast(F, memory);
    const count = u32(this.args.length);
    if (reader.isAtEnd && c_prepare(this.cif, c_abi(), count, this.result.ptr, this.#list) === 0) {
      return;
    }
    this[Symbol.dispose]();
    throw new SyntaxError(`libffi does not know ${text}`);
  }
  [Symbol.dispose](): void {
    lltype.free(this.cif, { flavor: 'raw' });
    lltype.free(this.#list, { flavor: 'raw' });
    for (const type of this.args) type.free();
    this.result.free();
  }
}

/** A function of C. */
export class ForeignFunction implements Disposable {
  readonly #signature: Signature;
  readonly #code: rffi.VoidPtr;
  #isOpen = true;
  constructor(code: rffi.VoidPtr, signature: string) {
    this.#signature = new Signature(signature);
    this.#code = code;
  }
  /** The numbers of all arguments, fields of structures in their order; those of the result. */
  call(values: number[]): number[] {
    if (!this.#isOpen) throw new Error('the function is closed');
    const { result, args, cif } = this.#signature;
    let size: isize = 0;
    for (const type of args) size += aligned(type.size);
    using memory = lltype.scoped_alloc(rffi.CCHARP.to, size, { zero: true });
    using places = lltype.scoped_alloc(rffi.VOIDPP.to, args.length + 1, { zero: true });
    let next: i32 = 0;
    let at: isize = 0;
    for (let i: isize = 0; i < args.length; i++) {
      const place = rffi.ptradd(memory.ptr, at);
      next = args[i].store(place, values, next);
      places.ptr[i] = rffi.cast(ANY, place);
      at += aligned(args[i].size);
    }
    if (next !== values.length) throw new TypeError(`${values.length} numbers are too many`);
    using into = lltype.scoped_alloc(rffi.CCHARP.to, aligned(result.size), { zero: true });
    c_call(cif, this.#code, rffi.cast(ANY, into.ptr), places.ptr);
    const error = kept;
    kept = null;
    if (error !== null) throw error;
    const results: number[] = [];
    result.load(into.ptr, results);
    return results;
  }
  [Symbol.dispose](): void {
    if (this.#isOpen) this.#signature[Symbol.dispose]();
    this.#isOpen = false;
  }
}

/** A function of this program that C can call at `code`, as long as it is not disposed of. What `body` throws, `ForeignFunction.call` throws. */
export class Closure implements Disposable {
  readonly #signature: Signature;
  readonly #run: lltype.Value<typeof CODE>;
  readonly #closure: rffi.VoidPtr;
  readonly code: rffi.VoidPtr;
  #isOpen = true;
  constructor(signature: string, body: (values: number[]) => number[]) {
    const known = new Signature(signature);
    this.#signature = known;
    this.#run = rffi.callback(CODE, (_cif, into, places, _data) =>
      answer(known, body, rffi.cast(rffi.CCHARP, into), places),
    );
    using code = lltype.scoped_alloc(rffi.VOIDPP.to, 1, { zero: true });
    this.#closure = c_closureAlloc(c_closureSize(), code.ptr);
    this.code = code.ptr[0];
    if (
      this.#closure === null ||
      c_closure(this.#closure, known.cif, this.#run, null, this.code) !== 0
    ) {
      this[Symbol.dispose]();
      throw new RangeError('libffi makes no closure');
    }
  }
  [Symbol.dispose](): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#closure !== null) c_closureFree(this.#closure);
    rffi.free_callback(this.#run);
    this.#signature[Symbol.dispose]();
  }
}

/** What a closure has thrown, until the call of C that led to it has returned. */
let kept: Error | null = null;

/**
 * C knows no errors: after one it gets zeros, and so do further calls, without the body. The error does not leave the callback here, since
 * then nobody would fill the result of those further calls.
 */
function answer(
  signature: Signature,
  body: (values: number[]) => number[],
  into: rffi.CharPtr,
  places: PointersPtr,
): void {
  const { result, args } = signature;
  if (result.isNarrow) rffi.c_memset(into, 0, 8);
  else if (result.name !== 'v') rffi.c_memset(into, 0, isize(result.size));
  if (kept !== null) return;
  try {
    const values: number[] = [];
    for (let i: isize = 0; i < args.length; i++) {
      args[i].load(rffi.cast(rffi.CCHARP, places[i]), values);
    }
    give(result, body(values), into);
  } catch (error) {
    kept = error instanceof Error ? error : new Error('the closure failed');
  }
}

function give(result: Type, values: number[], into: rffi.CharPtr): void {
  if (!result.isNarrow) {
    result.store(into, values, 0);
    return;
  }
  // First to the width of its type, then to a register's.
  using narrow = rffi.scoped_alloc_buffer(8);
  result.store(narrow.ptr, values, 0);
  rffi.cast(rffi.LONGLONGP, into)[0] = i64(loaded(result.name, narrow.ptr));
}

/** A shared library. It must outlive the functions that are taken from it. */
export class Library implements Disposable {
  #handle: rffi.VoidPtr;
  constructor(path: string) {
    using name = rffi.scoped_str2charp(path);
    c_dlerror(); // forgets older failures
    this.#handle = c_dlopen(name.ptr, LAZY);
    if (this.#handle === null) throw new Error(linkError());
  }
  get(name: string, signature: string): ForeignFunction {
    using text = rffi.scoped_str2charp(name);
    c_dlerror();
    const code = c_dlsym(this.#handle, text.ptr);
    if (code === null) throw new Error(linkError());
    return new ForeignFunction(code, signature);
  }
  [Symbol.dispose](): void {
    if (this.#handle !== null) c_dlclose(this.#handle);
    this.#handle = lltype.nullptr(ANY.to);
  }
}

function linkError(): string {
  const text = c_dlerror();
  return text === null ? 'the dynamic linker failed' : rffi.charp2str(text);
}

// What `import … from 'mixmod'` gives, as declarations: editors, `tsc` and mixmod's own checker all read this file.
// It uses no global type beyond Disposable, Error, Promise, typed arrays and ArrayBuffer, since the checker brings a small library
// of its own. `runtime/index.ts` is the implementation; test/lltype/declarations.test.ts holds the two together.
//
// Phantom properties (never present at run time) tell the checker what a type is:
//   __rts       on a number or bigint: the names of all numeric types that convert to this one without loss. The
//               widest of them is the type itself ('i8' | 'i16' | 'i32' is i32), so that an i8 can be given to an i32.
//   __rts_ptr   on a pointer: the type of the container that it points to.
//   __rts_value on a low-level type: what a variable of that type holds.
//   __rts_live  on a live value of JavaScript.
//   __rts_comptime on everything that is known when the module is built: types, compilation infos, C functions.

// ---- numbers (docs/language/numbers.md) ----

/** 8-bit signed integer; wraps. */
export type i8 = number & { readonly __rts?: 'i8' };
/** 16-bit signed integer; wraps. */
export type i16 = number & { readonly __rts?: 'i8' | 'i16' };
/** 32-bit signed integer; wraps. */
export type i32 = number & { readonly __rts?: 'i8' | 'i16' | 'i32' };
/** 64-bit signed integer that is a number in TypeScript; wraps. For sizes, counts and C's `long`. */
export type isize = number & { readonly __rts?: 'i8' | 'i16' | 'i32' | 'isize' };
/** 64-bit signed integer that is a bigint in TypeScript; wraps. */
export type i64 = bigint & { readonly __rts?: 'i64' };
/** 8-bit unsigned integer; wraps. */
export type u8 = number & { readonly __rts?: 'u8' };
/** 16-bit unsigned integer; wraps. */
export type u16 = number & { readonly __rts?: 'u8' | 'u16' };
/** 32-bit unsigned integer; wraps. */
export type u32 = number & { readonly __rts?: 'u8' | 'u16' | 'u32' };
/** 64-bit unsigned integer that is a number in TypeScript; wraps. For sizes and C's `unsigned long`. */
export type usize = number & { readonly __rts?: 'u8' | 'u16' | 'u32' | 'usize' };
/** 64-bit unsigned integer that is a bigint in TypeScript; wraps. */
export type u64 = bigint & { readonly __rts?: 'u64' };
/** IEEE 754 binary32; every result is rounded. */
export type f32 = number & { readonly __rts?: 'i8' | 'i16' | 'u8' | 'u16' | 'f32' };
/** IEEE 754 binary64: `number` itself. */
export type f64 = number;

type Numeric = number | bigint | boolean;

/** Truncates towards zero and wraps to 8 bits, signed; NaN and infinities give 0. Never fails. */
export function i8(value: Numeric): i8;
/** Truncates towards zero and wraps to 16 bits, signed; NaN and infinities give 0. Never fails. */
export function i16(value: Numeric): i16;
/** Truncates towards zero and wraps to 32 bits, signed (ECMA-262 ToInt32). Never fails. */
export function i32(value: Numeric): i32;
/** Truncates towards zero and wraps to 64 bits, signed; NaN and infinities give 0. Never fails. */
export function isize(value: Numeric): isize;
/** Truncates towards zero and wraps to 64 bits, signed; NaN and infinities give 0n. Never fails. */
export function i64(value: Numeric): i64;
/** Truncates towards zero and wraps to 8 bits; NaN and infinities give 0. Never fails. */
export function u8(value: Numeric): u8;
/** Truncates towards zero and wraps to 16 bits; NaN and infinities give 0. Never fails. */
export function u16(value: Numeric): u16;
/** Truncates towards zero and wraps to 32 bits (ECMA-262 ToUint32). Never fails. */
export function u32(value: Numeric): u32;
/** Truncates towards zero and wraps to 64 bits; NaN and infinities give 0. Never fails. */
export function usize(value: Numeric): usize;
/** Truncates towards zero and wraps to 64 bits; NaN and infinities give 0n. Never fails. */
export function u64(value: Numeric): u64;
/** Rounds to the nearest binary32. Never fails. */
export function f32(value: Numeric): f32;
/** The number itself; 64-bit integers are rounded to the nearest number. Never fails. */
export function f64(value: Numeric): f64;

// ---- lltype: typed raw memory (rpython/rtyper/lltypesystem/lltype.py) ----

export namespace lltype {
  /** A low-level type as a value, known at build time. `V` is what a variable of this type holds. */
  interface LowLevelType<V = unknown> {
    readonly kind: string;
    readonly __rts_value?: V;
    readonly __rts_comptime?: true;
  }

  /** A number, character or boolean of C. `N` is its name here, `V` the type of its values. */
  interface Primitive<N extends string = string, V = unknown> extends LowLevelType<V> {
    readonly kind: 'primitive';
    readonly name: N;
  }

  /** The type of pointers to `C`; the pointers themselves are of type `Ptr<C>`. */
  interface PtrTo<C extends Container = Container> extends LowLevelType<Ptr<C>> {
    readonly kind: 'ptr';
    readonly to: C;
  }

  /** What lives in memory and is reached through a pointer only. */
  interface Container extends LowLevelType {
    readonly kind: 'struct' | 'array' | 'fixed-array' | 'func' | 'opaque' | 'forward';
  }

  /** A structure: named fields one after the other, aligned as C aligns them. */
  interface Struct<
    N extends string = string,
    F extends readonly Field[] = readonly Field[],
  > extends Container {
    readonly kind: 'struct';
    readonly name: N;
    readonly __rts_fields?: F;
  }

  /** Items of one type, one after the other. `L`: 'prefix' stores the length in front (a Signed), null does not. */
  interface Array<
    T extends LowLevelType = LowLevelType,
    L extends 'prefix' | null = 'prefix' | null,
  > extends Container {
    readonly kind: 'array';
    readonly item: T;
    readonly length: L;
  }

  /** Exactly `N` items, inlined where it stands in another container. */
  interface FixedSizeArray<
    T extends LowLevelType = LowLevelType,
    N extends number = number,
  > extends Container {
    readonly kind: 'fixed-array';
    readonly item: T;
    readonly count: N;
  }

  /** A C function's type, to be pointed to. */
  interface FuncType<
    A extends readonly LowLevelType[] = readonly LowLevelType[],
    R extends LowLevelType = LowLevelType,
    V extends boolean = boolean,
  > extends Container {
    readonly kind: 'func';
    readonly args: A;
    readonly result: R;
    readonly variadic: V;
  }

  /** A type whose inside is not known here. */
  interface OpaqueType<N extends string = string> extends Container {
    readonly kind: 'opaque';
    readonly name: N;
  }

  /** Stands for a type that is made later, for types that refer to themselves. `R['type']` is that type. */
  interface ForwardReference<R = unknown> extends Container {
    readonly kind: 'forward';
    readonly __rts_forward?: R;
    /** Names the type that it stands for. Throws if it has one already. */
    become(type: Container): void;
  }

  /** A field's name and type, and the width of a bit-field. */
  type Field = readonly [name: string, type: LowLevelType, bits?: number];

  /** Any pointer. */
  interface AnyPtr {
    readonly __rts_ptr: Container;
  }

  /**
   * A pointer to `C`, or NULL: `p === null` tells. Fields are `p.x`, items `p[i]`, a stored length `p.length`; a
   * container inside another reads as a pointer into it. Memory is the programmer's: `malloc` and `free`.
   * Compiled, an access through NULL or freed memory is undefined, as in C; untranslated, it throws.
   */
  type Ptr<C extends Container> =
    C extends ForwardReference<infer R>
      ? Later<R> & { readonly __rts_ptr: Referred<R> }
      : Members<C> & { readonly __rts_ptr: C };

  /** What a variable, field or item of type `T` holds; a pointer for containers. */
  type Value<T extends LowLevelType> = T extends Container
    ? Ptr<T>
    : T extends LowLevelType<infer V>
      ? V
      : never;

  type Members<C> =
    C extends Struct<string, infer F>
      ? FieldValues<F>
      : C extends Array<infer T, infer L>
        ? Items<T> & (L extends 'prefix' ? { readonly length: isize } : {})
        : C extends FixedSizeArray<infer T>
          ? Items<T> & { readonly length: isize }
          : C extends FuncType<infer A, infer R, infer V>
            ? (...args: rffi.Passed<A, V>) => rffi.Result<R>
            : {};
  // A mapped type is resolved when a member is asked for, not before: it lets a type refer to itself.
  type Later<R> = { [K in keyof Members<Referred<R>>]: Members<Referred<R>>[K] };
  type Referred<R> = R extends { readonly type: infer C extends Container } ? C : never;
  type FieldValues<F extends readonly Field[]> = {
    [E in Settable<F[number]> as E[0]]: Value<E[1]>;
  } & {
    readonly [E in Inlined<F[number]> as E[0]]: Value<E[1]>;
  };
  type Settable<E extends Field> = E extends Field ? (E[1] extends Container ? never : E) : never;
  type Inlined<E extends Field> = E extends Field ? (E[1] extends Container ? E : never) : never;
  type Items<T extends LowLevelType> = T extends Container
    ? { readonly [index: number]: Ptr<T> }
    : { [index: number]: Value<T> };

  /** `malloc(…, {flavor: 'raw'})`: memory of C, not collected. `zero`: all bytes 0, else uninitialised. */
  interface MallocOptions {
    readonly flavor: 'raw';
    readonly zero?: boolean;
  }
  interface FreeOptions {
    readonly flavor: 'raw';
  }
  interface ArrayOptions {
    readonly hints?: {
      /** The array does not store its length: C's `T[]`. */
      readonly nolength?: boolean;
    };
  }
  interface NoLength {
    readonly hints: { readonly nolength: true };
  }
  /** May stand last among a structure's fields. */
  interface StructOptions {
    readonly hints: {
      /** The name in C where it differs, e.g. `struct tm`. */
      readonly c_name?: string;
      /** All fields begin at its start: C's union. */
      readonly union?: boolean;
      /** The largest alignment of a field in bytes, as `#pragma pack(n)`; 1 leaves no gaps. */
      readonly pack?: 1 | 2 | 4 | 8 | 16;
      /** The least alignment of the whole in bytes, as `_Alignas`. */
      readonly align?: 1 | 2 | 4 | 8 | 16 | 32 | 64;
      /** With `fieldoffsets`: its size in bytes, where the C compiler has told the layout. */
      readonly size?: number;
      /** Where each field begins, in bytes; a bit-field in bits. */
      readonly fieldoffsets?: readonly number[];
      /** All fields are immutable. */
      readonly immutable?: boolean;
      /** Fields that are written once, before others see them. Untranslated, the second write throws. */
      readonly immutable_fields?: readonly string[];
    };
  }

  /** Memory that is freed at the end of the block of `using`. */
  interface Scoped<P> extends Disposable {
    readonly ptr: P;
  }

  /** `long`: 64 bits, signed. Values: isize. */
  const Signed: Primitive<'Signed', isize>;
  /** `unsigned long`: 64 bits. Values: usize. */
  const Unsigned: Primitive<'Unsigned', usize>;
  /** `long long`: 64 bits, signed. Values: i64, a bigint. */
  const SignedLongLong: Primitive<'SignedLongLong', i64>;
  /** `unsigned long long`: 64 bits. Values: u64, a bigint. */
  const UnsignedLongLong: Primitive<'UnsignedLongLong', u64>;
  /** `double`. Values: number. */
  const Float: Primitive<'Float', f64>;
  /** `float`. Values: f32. */
  const SingleFloat: Primitive<'SingleFloat', f32>;
  /** `long double`: 80 bits in 16 bytes on x86-64. Values: number, which is less exact. */
  const LongFloat: Primitive<'LongFloat', f64>;
  /** `char`: one byte. Values: u8, the character's code (RPython has strings of one character). */
  const Char: Primitive<'Char', u8>;
  /** `wchar_t`: 32 bits. Values: u32, the code point. */
  const UniChar: Primitive<'UniChar', u32>;
  /** `bool`: one byte, 0 or 1. Values: boolean. */
  const Bool: Primitive<'Bool', boolean>;
  /** `void`: only as the result of a function. */
  const Void: Primitive<'Void', void>;

  /**
   * A structure type: `lltype.Struct('Point', ['x', lltype.Signed], ['y', lltype.Signed])`.
   * Throws at build time: a field named twice or beginning with `_`, an array of open length that is not last.
   */
  function Struct<const N extends string, const F extends readonly (Field | StructOptions)[]>(
    name: N,
    ...fields: F
  ): Struct<N, Fields<F>>;
  // With what is done as a parameter: TypeScript goes so deep for a structure of fifty fields only as a tail call.
  type Fields<
    F extends readonly (Field | StructOptions)[],
    D extends readonly Field[] = readonly [],
  > = F extends readonly [infer H, ...infer R extends readonly (Field | StructOptions)[]]
    ? Fields<R, H extends Field ? readonly [...D, H] : D>
    : F extends readonly []
      ? D
      : readonly Field[];

  /** An array whose length is given to `malloc` and not stored: C's `T[]`. */
  function Array<T extends LowLevelType>(item: T, options: NoLength): Array<T, null>;
  /** An array whose length is given to `malloc` and stored in front of its items. */
  function Array<T extends LowLevelType>(item: T, options?: ArrayOptions): Array<T, 'prefix'>;
  /** An array of `count` items, like C's `T[count]`. Throws at build time for a count that is no natural number. */
  function FixedSizeArray<T extends LowLevelType, const N extends number>(
    item: T,
    count: N,
  ): FixedSizeArray<T, N>;
  /** The type of pointers to `to`. Throws at build time where `to` is no container. */
  function Ptr<C extends Container>(to: C): PtrTo<C>;
  /** A union: all fields begin at its start. `lltype.Struct` with the hint `union`. */
  function Union<const N extends string, const F extends readonly (Field | StructOptions)[]>(
    name: N,
    ...fields: F
  ): Struct<N, Fields<F>>;
  /**
   * The type of C functions of these arguments and this result; a structure goes by value. A pointer to one is called as a function.
   * `variadic`: it takes further arguments.
   */
  function FuncType<
    const A extends readonly LowLevelType[],
    R extends LowLevelType,
    const V extends boolean = false,
  >(args: A, result: R, options?: { readonly variadic?: V }): FuncType<A, R, V>;
  /** A type that is only pointed to; with `size` (bytes) it can also be allocated and inlined. */
  function OpaqueType<const N extends string>(
    name: N,
    options?: { readonly size?: number },
  ): OpaqueType<N>;
  /**
   * A stand-in for a structure that refers to itself:
   * ```
   * interface NodeReference { readonly type: typeof NODE }
   * const NODE_REF = lltype.ForwardReference<NodeReference>();
   * const NODE = lltype.Struct('node', ['value', rffi.INT], ['next', lltype.Ptr(NODE_REF)]);
   * NODE_REF.become(NODE);
   * ```
   */
  function ForwardReference<R>(): ForwardReference<R>;

  /** Raw memory for one `type`. The caller owns it and frees it with `free`. RangeError when memory is exhausted. */
  function malloc<C extends Container>(type: C, options: MallocOptions): Ptr<C>;
  /** Raw memory for a `type` of open length with `count` items. RangeError for a negative count and when memory is exhausted. */
  function malloc<C extends Container>(type: C, count: number, options: MallocOptions): Ptr<C>;
  /** Gives back what `malloc` gave. NULL is ignored. Untranslated, freeing twice throws. */
  function free(pointer: AnyPtr | null, options: FreeOptions): void;
  /** `using p = lltype.scoped_alloc(T)`: memory as `malloc` gives, freed at the end of the block. Use `p.ptr`. */
  function scoped_alloc<C extends Container>(
    type: C,
    options?: { readonly zero?: boolean },
  ): Scoped<Ptr<C>>;
  function scoped_alloc<C extends Container>(
    type: C,
    count: number,
    options?: { readonly zero?: boolean },
  ): Scoped<Ptr<C>>;
  /** A pointer to memory that is part of the module. Nothing may write to it. */
  type Prebuilt<C extends Container> = Ptr<C> & { readonly __rts_comptime?: true };
  /** What fills it when the module is built: a function, or a string whose code units are the bytes, little-endian. */
  type Contents<C extends Container> = string | ((memory: Ptr<C>) => void);
  /**
   * Read-only memory that is made when the module is built, of numbers only: `const SQUARES =
   * lltype.prebuilt(rffi.CArray(rffi.INT), 100, (table) => { for (let i = 0; i < 100; i++) table[i] = i * i; })`.
   * For module-level constants. Compiled, a write is undefined; untranslated, it throws.
   */
  function prebuilt<C extends Container>(type: C, contents: Contents<C>): Prebuilt<C>;
  function prebuilt<C extends Container>(
    type: C,
    count: number,
    contents: Contents<C>,
  ): Prebuilt<C>;
  /** A number's type by another name, which is its name in C: `lltype.Typedef(rffi.INT, 'pid_t')`. Build time. */
  function Typedef<const N extends string, V>(type: Primitive<string, V>, name: N): Primitive<N, V>;
  /** Memory that is meant to stay: it is no leak if it is never freed. */
  function render_immortal(pointer: AnyPtr): void;
  /** As `rffi.cast`, between numbers. */
  function cast_primitive<T extends Primitive>(type: T, value: number | bigint | boolean): Value<T>;
  /** As `rffi.cast`, between pointers: to the first field of a structure, and back. */
  function cast_pointer<T extends PtrTo>(type: T, pointer: AnyPtr | null): Value<T>;
  /** As `rffi.cast`, to and from pointers to opaque types. */
  function cast_opaque_ptr<T extends PtrTo>(type: T, pointer: AnyPtr | null): Value<T>;
  /** The address. */
  function cast_ptr_to_int(pointer: AnyPtr): isize;
  /** The pointer with this address. */
  function cast_int_to_ptr<T extends PtrTo>(type: T, address: number): Value<T>;
  /** The address of a field that is no bit-field, as C's `&p->field`. */
  function direct_fieldptr<C extends Struct, const K extends string>(
    pointer: Ptr<C>,
    field: K,
  ): Ptr<rffi.CArray<FieldType<C, K>>>;
  /** The type of a field. */
  type FieldType<C, K extends string> =
    C extends Struct<string, infer F> ? Extract<F[number], readonly [K, ...unknown[]]>[1] : never;
  /** The address of the first item, as a pointer to an array that does not store its length. */
  function direct_arrayitems<T extends LowLevelType>(
    pointer: Ptr<Array<T>> | Ptr<FixedSizeArray<T>>,
  ): Ptr<rffi.CArray<T>>;
  /** The pointer `count` items further, as `rffi.ptradd`. */
  function direct_ptradd<P extends AnyPtr>(pointer: P, count: number): P;
  /** The NULL pointer to `type`. On Node it is `null`. */
  function nullptr<C extends Container>(type: C): Ptr<C>;
  /** The type of a pointer. Build time and untranslated only. */
  function typeOf<C extends Container>(pointer: Ptr<C>): PtrTo<C>;
}

/**
 * Runs the function in Node when the module is built; its value becomes a constant. It may use module-level constants and functions, and
 * what JavaScript has. Integers do not wrap there by themselves.
 */
export function comptime<T>(make: () => T): T;
/**
 * The value of an operation on integers, which must stand in the call itself: `ovfcheck(a + b)`, also with `-`, `*`, `/`, `%`, `<<` and a
 * minus sign. RangeError where it does not fit in its type. (rpython/rlib/rarithmetic.py, ovfcheck)
 */
export function ovfcheck<T extends number | bigint>(value: T): T;
// ---- functions on other threads (docs/language/boundary.md) ----

/** What the last argument of an `offthread` function may say. */
export interface OffthreadOptions {
  /** An AbortSignal. When it aborts, the promise rejects with its reason at once, `aborted()` becomes true, and a call that waits never runs. */
  readonly signal?: { readonly aborted: boolean };
  /** Called on the thread of JavaScript with what the function gives to `progress`, in that order, until the promise is settled. */
  readonly progress?: (value: number) => void;
  /** ArrayBuffers that the function gets without a copy. They are detached, as by `structuredClone`. */
  readonly transfer?: readonly ArrayBuffer[];
}
/**
 * `export const f = offthread(function)`: JavaScript gets a function whose calls give promises; each runs on a thread of the host's pool,
 * with memory of its own. Arguments and results are copied. What the function throws rejects the promise, wrong arguments too.
 */
export function offthread<A extends readonly unknown[], R>(
  run: (...args: A) => R,
): (...args: [...args: A, options?: OffthreadOptions]) => Promise<R>;
/** The signal of the call that runs on this thread has aborted: nobody waits for the result. False in calls of other functions. */
export function aborted(): boolean;
/** Tells the `progress` of the call that runs on this thread; nothing where there is none. Does not wait. */
export function progress(value: number): void;

// ---- live values of JavaScript (docs/language/space.md) ----

/**
 * A live value of JavaScript, whatever it is: `any` of the other side. The program holds it, and JavaScript keeps it for as long as the
 * program does. `===`, `==`, `!` and `typeof` are JavaScript's; everything else is done by `space`.
 */
export interface JSValue {
  readonly __rts_live: never;
}

/** The name of a property; a JSValue where it is a symbol, or not known. */
export type JSKey = string | number | JSValue;

/**
 * What can be done with live values (`space` of PyPy). Types that are written, or follow from where the result goes, are checked and
 * converted as those of parameters are: `const n: number = space.get(value, 'length')`. What JavaScript throws, the program can catch.
 */
export namespace space {
  /** The value as JavaScript sees it: records, arrays, maps and sets are copied, functions and objects of exported classes are the same. */
  function wrap<A>(value: A): JSValue;
  /** The value as one of the type `T`. TypeError where it is of another. */
  function unwrap<T>(value: JSValue): T;
  /** TypeError where it is no number. */
  function number(value: JSValue): number;
  /** TypeError where it is no string. */
  function string(value: JSValue): string;
  /** TypeError where it is no boolean. */
  function boolean(value: JSValue): boolean;
  /** TypeError where it is no bigint; RangeError where it is no i64. */
  function bigint(value: JSValue): i64;
  /** As `typeof value`. */
  function typeOf(value: JSValue): string;
  /** As `Boolean(value)`. */
  function truth(value: JSValue): boolean;
  /** As `String(value)`. */
  function text(value: JSValue): string;
  /** As `a === b`. */
  function equal(a: JSValue, b: JSValue): boolean;
  /** As `Object.is(a, b)`. */
  function same(a: JSValue, b: JSValue): boolean;
  /** As `value[key]`. */
  function get<T = JSValue>(value: JSValue, key: JSKey): T;
  /** As `value[key] = item` in strict code: TypeError where it cannot be assigned. */
  function set<A>(value: JSValue, key: JSKey, item: A): void;
  /** As `key in value`. */
  function has(value: JSValue, key: JSKey): boolean;
  /** As `delete value[key]` in strict code: TypeError where it cannot be deleted. */
  function _delete(value: JSValue, key: JSKey): boolean;
  /** As `Object.keys(value)`. */
  function keys(value: JSValue): string[];
  /** As `Object.entries(value)`. */
  function entries<T = JSValue>(value: JSValue): [string, T][];
  /** As `callee.call(self, a, b)`. */
  function call<T = JSValue>(callee: JSValue, self: unknown, ...args: readonly unknown[]): T;
  /** As `value[name](a, b)`. */
  function callMethod<T = JSValue>(value: JSValue, name: JSKey, ...args: readonly unknown[]): T;
  /** As `new constructor(a, b)`. */
  function construct(constructor: JSValue, ...args: readonly unknown[]): JSValue;
  /** As `value instanceof constructor`. */
  function isInstance(value: JSValue, constructor: JSValue): boolean;
  /** As `for (const item of value)`: the iterator is closed when the loop is left. */
  function iterate<T = JSValue>(value: JSValue): Generator<T, void, void>;
  /** As `globalThis[name]`. */
  function global<T = JSValue>(name: string): T;
  /** As `{}`. */
  function newObject(): JSValue;
  /** As `[]`. */
  function newArray(): JSValue;
  /** A well-known symbol: `space.symbol('iterator')` is `Symbol.iterator`. TypeError for every other name. */
  function symbol(name: string): JSValue;
  /** As `Symbol.for(key)`. */
  function symbolFor(key: string): JSValue;
  /** As `throw value`: the program catches it as an error, and JavaScript as what it is. */
  function _throw(value: JSValue): never;
  /** What the program catches where JavaScript throws the value. */
  function error(value: JSValue): Error;
  export { _delete as delete, _throw as throw };
  export {
    boolean,
    bigint,
    call,
    callMethod,
    construct,
    entries,
    equal,
    error,
    get,
    global,
    has,
    isInstance,
    iterate,
    keys,
    newArray,
    newObject,
    number,
    same,
    set,
    string,
    symbol,
    symbolFor,
    text,
    truth,
    typeOf,
    unwrap,
    wrap,
  };
}

/** Wraps to a machine word of 64 bits. Never fails. (rpython/rlib/rarithmetic.py, intmask) */
export function intmask(value: Numeric): isize;

// ---- rarithmetic: what machines can and operators do not say (rpython/rlib/rarithmetic.py, longlong2float.py) ----

export namespace rarithmetic {
  /** The upper 64 bits of the 128-bit product. */
  function uint_mul_high(a: u64, b: u64): u64;
  /** Zero bits above the highest one; 64 for 0. */
  function count_leading_zeros(a: u64): u64;
  /** The bits of a number. Of NaN, those of one NaN. */
  function float2longlong(x: f64): i64;
  /** The number of these bits. */
  function longlong2float(bits: i64): f64;
}

// ---- rposix: the errno of C functions that were declared with `save_err` (rpython/rlib/rposix.py) ----

export namespace rposix {
  /** What the last call with RFFI_SAVE_ERRNO on this thread left in errno; 0 before the first. */
  function get_saved_errno(): i32;
  /** For calls with RFFI_READSAVED_ERRNO. */
  function set_saved_errno(value: number): void;
  /** The same for calls with RFFI_ALT_ERRNO. */
  function get_saved_alterrno(): i32;
  /** As `set_saved_errno`, the other place. */
  function set_saved_alterrno(value: number): void;
}

// ---- rffi_platform: what C says of the platform (rpython/rtyper/tool/rffi_platform.py) ----

/**
 * Questions to the C compiler, asked when the module is built, without running anything of C (but for IntegerFunctionResult). Errors name
 * the entry. Build time only: the answers are constants.
 */
export namespace rffi_platform {
  type Info = rffi.ExternalCompilationInfo;
  /** A question; `V` is the type of its answer. */
  interface Entry<V> {
    readonly kind: string;
    readonly __rts_entry?: V;
    readonly __rts_comptime?: true;
  }
  interface Conditional {
    /** Asked only where this macro is defined; else the answer is null. */
    readonly ifdef?: string;
  }
  type PlatformFields = readonly (readonly [name: string, type: lltype.LowLevelType])[];
  type PlatformStruct<N extends string, F extends PlatformFields> = rffi.CStruct<N, F>;

  /** A structure of C with these fields, where C has them; the field `x` is `p.c_x`. Bit-fields are found. An error for a field of another size or sign. */
  function Struct<const N extends string, const F extends PlatformFields>(
    name: N,
    fields: F,
    options?: Conditional,
  ): Entry<PlatformStruct<N, F>>;
  /** `type`, where the C type has its size, kind and sign; else an error that says what it is. */
  function SimpleType<T extends lltype.Primitive>(
    name: string,
    type: T,
    options?: Conditional,
  ): Entry<T>;
  /** The value of a constant expression of C. */
  function ConstantInteger(expression: string): Entry<number>;
  /** The value of a macro, null where it is not defined. */
  function DefinedConstantInteger(macro: string): Entry<number | null>;
  /** The same, of a floating-point number. */
  function DefinedConstantDouble(macro: string): Entry<number | null>;
  /** The text of a macro, or of `expression` where the macro is defined; null where it is not. */
  function DefinedConstantString(macro: string, expression?: string): Entry<string | null>;
  /** Is the macro defined? */
  function Defined(macro: string): Entry<boolean>;
  /** Bytes of a type or expression. */
  function SizeOf(name: string): Entry<number>;
  /** Alignment of a type in bytes. */
  function AlignOf(name: string): Entry<number>;
  /** Does the expression compile and link? */
  function Has(expression: string): Entry<boolean>;
  /** The members of an enum. */
  function Enum(name: string): Entry<{ readonly [member: string]: number }>;
  /** What a C function gives for constant arguments, which are C texts or numbers. */
  function IntegerFunctionResult(name: string, args?: readonly (string | number)[]): Entry<number>;
  /** An error unless the headers and libraries compile and link. */
  function Works(): Entry<boolean>;

  type Configured<C> = {
    readonly [K in Exclude<keyof C, '_compilation_info_'>]: C[K] extends Entry<infer V> ? V : never;
  } & { readonly __rts_configured?: true; readonly __rts_comptime?: true };
  /**
   * All answers by name: `const c = rffi_platform.configure({ _compilation_info_: info, SIZE: rffi_platform.SizeOf('struct stat') })`, then
   * `c.SIZE`.
   */
  function configure<
    const C extends { readonly _compilation_info_?: Info; readonly [name: string]: unknown },
  >(config: C): Configured<C>;

  /** One question, as `Struct`. */
  function getstruct<const N extends string, const F extends PlatformFields>(
    name: N,
    info: Info,
    fields: F,
  ): PlatformStruct<N, F>;
  /** One question, as `SimpleType`. */
  function getsimpletype<T extends lltype.Primitive>(name: string, info: Info, type: T): T;
  /** One question, as `ConstantInteger`. */
  function getconstantinteger(expression: string, info?: Info): number;
  /** One question, as `Defined`. */
  function getdefined(macro: string, info?: Info): boolean;
  /** One question, as `DefinedConstantInteger`. */
  function getdefinedinteger(macro: string, info?: Info): number | null;
  /** One question, as `DefinedConstantDouble`. */
  function getdefineddouble(macro: string, info?: Info): number | null;
  /** One question, as `DefinedConstantString`. */
  function getdefinedstring(macro: string, info?: Info): string | null;
  /** One question, as `IntegerFunctionResult`. */
  function getintegerfunctionresult(
    name: string,
    args?: readonly (string | number)[],
    info?: Info,
  ): number;
  /** One question, as `Has`. */
  function has(expression: string, info?: Info): boolean;
  /** One question, as `SizeOf`. */
  function sizeof(name: string, info?: Info): number;
  /** The alignment of what malloc gives. */
  function memory_alignment(): number;
  /** Throws when the module is built unless the headers and libraries compile and link. */
  function verify_eci(info: Info): void;
}

// ---- rffi: C functions and types (rpython/rtyper/lltypesystem/rffi.py) ----

export namespace rffi {
  /** How C code is found, compiled and linked. Relative paths are relative to the file that says them. */
  interface CompilationOptions {
    /** Headers, e.g. `'zlib.h'`. */
    readonly includes?: readonly string[];
    readonly include_dirs?: readonly string[];
    /** Libraries by linker name, e.g. `'z'` for libz. */
    readonly libraries?: readonly string[];
    readonly library_dirs?: readonly string[];
    /** C source texts that are compiled and linked with the module. */
    readonly separate_module_sources?: readonly string[];
    /** C files that are compiled and linked with the module. */
    readonly separate_module_files?: readonly string[];
    /** C lines before the includes. */
    readonly pre_include_bits?: readonly string[];
    /** C lines after the includes. */
    readonly post_include_bits?: readonly string[];
    /** Further arguments of the C compiler. */
    readonly compile_extra?: readonly string[];
    /** Further arguments of the linker. */
    readonly link_extra?: readonly string[];
    /** Libraries in which functions are looked for untranslated, before `libraries`; with a slash, a path. */
    readonly testonly_libraries?: readonly string[];
  }
  interface ExternalCompilationInfo {
    readonly kind: 'eci';
    readonly __rts_comptime?: true;
    /** This and the others in one; what stands twice is kept once, in order. */
    merge(...others: readonly ExternalCompilationInfo[]): ExternalCompilationInfo;
  }
  /** Describes what C functions need. Build time only. */
  function ExternalCompilationInfo(options: CompilationOptions): ExternalCompilationInfo;
  /** From what tools know of a library. Errors name the tool and say what to install. Build time only. */
  namespace ExternalCompilationInfo {
    /** Of `pkg-config --cflags` and `--libs` for the package: `from_pkg_config('libpng')`. It names no headers: `merge` those. */
    function from_pkg_config(name: string): ExternalCompilationInfo;
    /** Of a tool that knows `--cflags` and `--libs`, e.g. `'libpng-config'`. */
    function from_config_tool(tool: string): ExternalCompilationInfo;
    /** `'-I/opt/include -DX=1 -O3'`, as a shell splits it. */
    function from_compiler_flags(flags: string): ExternalCompilationInfo;
    /** `'-L/opt/lib -lz'`. */
    function from_linker_flags(flags: string): ExternalCompilationInfo;
  }

  // ---- what a C function does with its arguments and its result, beside their types ----

  /** Made by `nonnull`, `out`, `inout`, `owned`, `borrowed` and `buffer`. Build time only. */
  interface Annotated<K extends string, T extends lltype.LowLevelType, N extends number = number> {
    readonly kind: 'annotation';
    readonly role: K;
    /** Of out and inout, what lies behind the pointer. */
    readonly __rts_annotated?: T;
    readonly __rts_length?: N;
    readonly __rts_comptime?: true;
  }
  /** What may be declared of an argument or a result. */
  type Declared = lltype.LowLevelType | Annotated<string, lltype.LowLevelType>;
  type Held = lltype.Primitive | lltype.PtrTo;
  /** An argument or a result that is never NULL. TypeError where it is; it names the function and the argument. */
  function nonnull<T extends lltype.PtrTo>(type: T): Annotated<'nonnull', T>;
  /**
   * An argument that the caller leaves out: C writes a `T` behind the pointer, and the call gives it, alone where the function itself gives
   * nothing, else as `[result, value]`. `const frexp = rffi.llexternal('frexp', [rffi.DOUBLE, rffi.out(rffi.INT)], rffi.DOUBLE)`, then
   * `const [fraction, exponent] = frexp(8)`. The memory is zeroed before the call and lies on the native stack.
   */
  function out<T extends Held>(type: T): Annotated<'out', T>;
  /** As `out`, but the caller gives the value that C finds there. */
  function inout<T extends Held>(type: T): Annotated<'inout', T>;
  /**
   * A result that the caller frees with the C function `release`: `using text = strdup('x')`, then `text.ptr`, which ends with the block.
   * NULL is not released.
   */
  function owned<T extends lltype.PtrTo>(
    type: T,
    release: ((pointer: never) => unknown) & { readonly __rts_external?: object },
  ): Annotated<'owned', T>;
  /**
   * Memory that stays with whoever has it. An argument is used until the call returns and no longer: a typed array may stand for it (its own
   * memory, no copy), and for `char *` a string. A result is C's: never free it.
   */
  function borrowed<T extends lltype.PtrTo>(type: T): Annotated<'borrowed', T>;
  /**
   * A typed array whose length is another argument, which the caller leaves out: `rffi.llexternal('crc32', [rffi.ULONG,
   * rffi.buffer(rffi.UCHARP, 2), rffi.UINT], rffi.ULONG)`, then `crc32(0, bytes)`. `length`: the index of that argument, which gets the number
   * of items, or of bytes for a `void *`. RangeError where its type does not hold the length.
   */
  function buffer<T extends lltype.PtrTo, const N extends number>(
    type: T,
    length: N,
  ): Annotated<'buffer', T, N>;
  type TypedArray =
    | Uint8Array
    | Uint8ClampedArray
    | Int8Array
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array
    | Float32Array
    | Float64Array
    | BigInt64Array
    | BigUint64Array;
  /** Typed arrays that may stand for a pointer; the build checks that the items are C's. */
  type ItemsOf<T> =
    T extends lltype.PtrTo<CArray<Byte>>
      ? Uint8Array | Int8Array | Uint8ClampedArray
      : T extends lltype.PtrTo<CArray<infer I>>
        ? I extends lltype.Primitive
          ? TypedArray
          : never
        : T extends lltype.PtrTo<Void>
          ? TypedArray
          : never;

  interface ExternalOptions<
    A extends readonly Declared[],
    R extends Declared,
    V extends boolean = boolean,
  > {
    readonly compilation_info?: ExternalCompilationInfo;
    /**
     * The name is a macro or an inline function: call it through a compiled C wrapper. A text is what the wrapper calls in place of
     * the name.
     */
    readonly macro?: boolean | string;
    /** What happens to errno: a sum of the `RFFI_…` flags. */
    readonly save_err?: number;
    /** It takes further arguments: integers, numbers and pointers, promoted as C promotes them. */
    readonly variadic?: V;
    /** Same arguments, same result, and no effect: calls may be left out and moved. */
    readonly elidable_function?: boolean;
    /** false: it never calls back into the program. */
    readonly random_effects_on_gcobjs?: boolean;
    /** There is no other. */
    readonly calling_conv?: 'c';
    /**
     * It may block: it runs on a helper thread, and callbacks that other threads call run meanwhile, on the caller's. false: other threads'
     * callbacks wait until the program's thread is back in the event loop.
     */
    readonly releasegil?: boolean;
    /** Without effect. */
    readonly sandboxsafe?: boolean;
    /** What runs untranslated instead of C. */
    readonly _callable?: (...args: Raw<A, V>) => lltype.Value<TypeOf<R>>;
  }
  /** A C function. Compiled, a call is a plain C call; untranslated it runs `_callable`, or calls C through libffi. */
  interface CFunction<
    A extends readonly Declared[],
    R extends Declared,
    V extends boolean = false,
  > {
    (...args: Passed<A, V>): Given<A, R>;
    readonly __rts_external?: { readonly args: A; readonly result: R; readonly variadic: V };
    readonly __rts_comptime?: true;
  }
  /** What a call takes. */
  type Passed<A extends readonly Declared[], V extends boolean> = Extended<
    number extends A['length'] ? AsArguments<A> : Taken<A, LengthsOf<A>>,
    V
  >;
  type Extended<P extends readonly unknown[], V extends boolean> = true extends V
    ? false extends V
      ? P
      : [...P, ...(number | bigint | boolean | lltype.AnyPtr)[]]
    : P;
  /** What C itself gets: no string, no typed array. */
  type Raw<A extends readonly Declared[], V extends boolean> = Extended<
    { -readonly [K in keyof A]: lltype.Value<TypeOf<A[K]>> },
    V
  >;
  type AsArguments<A extends readonly unknown[]> = { -readonly [K in keyof A]: Argument<A[K]> };
  /** Without those that the caller leaves out: `I` is as long as their index. */
  type Taken<A, L, I extends readonly 0[] = []> = A extends readonly [infer H, ...infer T]
    ? H extends Annotated<'out', infer _>
      ? Taken<T, L, [...I, 0]>
      : I['length'] extends L
        ? Taken<T, L, [...I, 0]>
        : [Argument<H>, ...Taken<T, L, [...I, 0]>]
    : [];
  type LengthsOf<A extends readonly unknown[]> = {
    [K in keyof A]: A[K] extends Annotated<'buffer', infer _, infer N> ? N : never;
  }[number];
  type TypeOf<D> =
    D extends Annotated<infer K, infer T>
      ? K extends 'out' | 'inout'
        ? CArrayPtr<T>
        : T
      : D extends lltype.LowLevelType
        ? D
        : never;
  /** What a call gives: the result and the values of `out` and `inout`. */
  type Given<A extends readonly Declared[], R extends Declared> =
    Values<A> extends infer G extends readonly unknown[]
      ? G extends readonly []
        ? Result<R>
        : Result<R> extends void
          ? G extends readonly [infer One]
            ? One
            : G
          : [Result<R>, ...G]
      : never;
  type Values<A> = A extends readonly [infer H, ...infer T]
    ? H extends Annotated<'out' | 'inout', infer X>
      ? [lltype.Value<X>, ...Values<T>]
      : Values<T>
    : [];
  /** What a call gives. A structure lives to the end of the block of `using x = f(…)`, as `x.ptr`. */
  type Result<R> =
    R extends Annotated<infer K, infer T>
      ? K extends 'owned'
        ? lltype.Scoped<lltype.Value<T>>
        : lltype.Value<T>
      : R extends lltype.Struct
        ? lltype.Scoped<lltype.Ptr<R>>
        : R extends lltype.LowLevelType
          ? lltype.Value<R>
          : never;
  /**
   * NULL may be `null`; any pointer is a `void *`; pointers to `char`, signed and unsigned, are one. A function where C takes a pointer
   * to one: C may call it until the call returns; a function of the module, given by its name, for ever. A string where C takes a `char *`:
   * C gets a copy in UTF-8 with a final NUL, which lives as long as the call.
   */
  type Argument<D> =
    D extends Annotated<infer K, infer T>
      ? K extends 'inout'
        ? lltype.Value<T>
        : K extends 'nonnull'
          ? Exclude<Plain<T>, null>
          : K extends 'buffer'
            ? ItemsOf<T>
            : Plain<T> | ItemsOf<T>
      : Plain<D>;
  type Plain<T> =
    T extends lltype.PtrTo<infer C>
      ? | (C extends Void
            ? lltype.AnyPtr
            : C extends CArray<Byte>
              ? BytePtr | (C extends CArray<typeof lltype.Char> ? string : never)
              : C extends lltype.FuncType<infer A, infer R>
                ? FunctionPtr<C> | Calls<A, R>
                : lltype.Ptr<C>)
        | null
      : T extends lltype.LowLevelType
        ? lltype.Value<T>
        : never;

  /**
   * A C function: `const z_crc32 = rffi.llexternal('crc32', [rffi.ULONG, rffi.CCHARP, rffi.UINT], rffi.ULONG, {
   * compilation_info: zlib })`. Where the compilation info names headers, the build compares the declaration with them.
   */
  function llexternal<
    const A extends readonly Declared[],
    R extends Declared,
    const V extends boolean = false,
  >(name: string, args: A, result: R, options?: ExternalOptions<A, R, V>): CFunction<A, R, V>;

  /**
   * A variable of C, a number or a pointer: `const environ = rffi.CExternVariable(rffi.CCHARPP, 'environ')`, then `environ.get()`,
   * `environ.set(value)`, and `environ.address()`, a pointer to an array of one. Not for variables of threads (`errno`). Build time only.
   */
  function CExternVariable<T extends Held>(
    type: T,
    name: string,
    info?: ExternalCompilationInfo,
  ): {
    readonly get: CFunction<readonly [], T>;
    readonly set: CFunction<readonly [T], typeof lltype.Void>;
    readonly address: CFunction<readonly [], CArrayPtr<T>>;
    readonly __rts_comptime?: true;
  };

  type CArray<T extends lltype.LowLevelType> = lltype.Array<T, null>;
  type CFixedArray<T extends lltype.LowLevelType, N extends number> = lltype.FixedSizeArray<T, N>;
  type CArrayPtr<T extends lltype.LowLevelType> = lltype.PtrTo<CArray<T>>;
  type CStruct<N extends string, F extends readonly lltype.Field[]> = lltype.Struct<N, Prefixed<F>>;
  type Prefixed<F extends readonly lltype.Field[]> = {
    readonly [K in keyof F]: F[K] extends readonly [
      infer M extends string,
      infer T extends lltype.LowLevelType,
      number?,
    ]
      ? readonly [`c_${M}`, T]
      : never;
  };
  type Void = lltype.OpaqueType<'void'>;
  type Byte = typeof CHAR | typeof UCHAR | typeof SIGNEDCHAR;
  type BytePtr = CharPtr | lltype.Ptr<CArray<typeof UCHAR>> | lltype.Ptr<CArray<typeof SIGNEDCHAR>>;
  /** `char *`. */
  type CharPtr = lltype.Ptr<CArray<typeof lltype.Char>>;
  /** `void *`. */
  type VoidPtr = lltype.Ptr<Void>;

  /** C's `T[]`: an array that does not store its length. */
  function CArray<T extends lltype.LowLevelType>(item: T): CArray<T>;
  /** C's `T[count]`. */
  function CFixedArray<T extends lltype.LowLevelType, const N extends number>(
    item: T,
    count: N,
  ): CFixedArray<T, N>;
  /** C's `T *`. */
  function CArrayPtr<T extends lltype.LowLevelType>(item: T): CArrayPtr<T>;
  /** C's `struct name`; the field `x` is `p.c_x`. The name in C is `struct name`, or the hint `c_name`. */
  function CStruct<
    const N extends string,
    const F extends readonly (lltype.Field | lltype.StructOptions)[],
  >(name: N, ...fields: F): CStruct<N, lltype.Fields<F>>;
  /** C's `struct name *`. */
  function CStructPtr<
    const N extends string,
    const F extends readonly (lltype.Field | lltype.StructOptions)[],
  >(name: N, ...fields: F): lltype.PtrTo<CStruct<N, lltype.Fields<F>>>;
  /** C's `union name`; the field `x` is `p.c_x`. The name in C is `union name`, or the hint `c_name`. */
  function CUnion<
    const N extends string,
    const F extends readonly (lltype.Field | lltype.StructOptions)[],
  >(name: N, ...fields: F): CStruct<N, lltype.Fields<F>>;
  /** C's pointer to a function; the pointer is called as a function. */
  function CCallback<const A extends readonly lltype.LowLevelType[], R extends lltype.LowLevelType>(
    args: A,
    result: R,
  ): lltype.PtrTo<lltype.FuncType<A, R, false>>;
  /** A C type that is only pointed to, e.g. `FILE`; with `size` (bytes) it can also be allocated. */
  function COpaque<const N extends string>(
    name: N,
    options?: { readonly size?: number },
  ): lltype.OpaqueType<N>;
  /** C's pointer to such a type, e.g. `FILE *`. */
  function COpaquePtr<const N extends string>(
    name: N,
    options?: { readonly size?: number },
  ): lltype.PtrTo<lltype.OpaqueType<N>>;

  // Integers of word size (`long`, `size_t` …) are isize and usize, numbers. Those that say 64 bits themselves
  // (`long long`, `int64_t`, `intmax_t` …) are i64 and u64, bigints.

  /** `char`. Values: u8. */
  const CHAR: typeof lltype.Char;
  /** `signed char`. */
  const SIGNEDCHAR: lltype.Primitive<'SIGNEDCHAR', i8>;
  /** `unsigned char`. */
  const UCHAR: lltype.Primitive<'UCHAR', u8>;
  /** `short`. */
  const SHORT: lltype.Primitive<'SHORT', i16>;
  /** `unsigned short`. */
  const USHORT: lltype.Primitive<'USHORT', u16>;
  /** `int`. */
  const INT: lltype.Primitive<'INT', i32>;
  /** `unsigned int`. */
  const UINT: lltype.Primitive<'UINT', u32>;
  /** `long`. */
  const LONG: lltype.Primitive<'LONG', isize>;
  /** `unsigned long`. */
  const ULONG: lltype.Primitive<'ULONG', usize>;
  /** `long long`. Values are bigints. */
  const LONGLONG: lltype.Primitive<'LONGLONG', i64>;
  /** `unsigned long long`. Values are bigints. */
  const ULONGLONG: lltype.Primitive<'ULONGLONG', u64>;
  /** `size_t`. */
  const SIZE_T: lltype.Primitive<'SIZE_T', usize>;
  /** `ssize_t`. */
  const SSIZE_T: lltype.Primitive<'SSIZE_T', isize>;
  /** `ptrdiff_t`. */
  const PTRDIFF_T: lltype.Primitive<'PTRDIFF_T', isize>;
  /** `intptr_t`. */
  const INTPTR_T: lltype.Primitive<'INTPTR_T', isize>;
  /** `uintptr_t`. */
  const UINTPTR_T: lltype.Primitive<'UINTPTR_T', usize>;
  /** `time_t`. */
  const TIME_T: lltype.Primitive<'TIME_T', isize>;
  /** `off_t`. */
  const OFF_T: lltype.Primitive<'OFF_T', isize>;
  /** `mode_t`. */
  const MODE_T: lltype.Primitive<'MODE_T', u32>;
  /** `pid_t`. */
  const PID_T: lltype.Primitive<'PID_T', i32>;
  /** `wchar_t`. */
  const WCHAR_T: lltype.Primitive<'WCHAR_T', i32>;
  /** `int8_t`. */
  const INT8_T: lltype.Primitive<'INT8_T', i8>;
  /** `uint8_t`. */
  const UINT8_T: lltype.Primitive<'UINT8_T', u8>;
  /** `int16_t`. */
  const INT16_T: lltype.Primitive<'INT16_T', i16>;
  /** `uint16_t`. */
  const UINT16_T: lltype.Primitive<'UINT16_T', u16>;
  /** `int32_t`. */
  const INT32_T: lltype.Primitive<'INT32_T', i32>;
  /** `uint32_t`. */
  const UINT32_T: lltype.Primitive<'UINT32_T', u32>;
  /** `int64_t`. Values are bigints. */
  const INT64_T: lltype.Primitive<'INT64_T', i64>;
  /** `uint64_t`. Values are bigints. */
  const UINT64_T: lltype.Primitive<'UINT64_T', u64>;
  /** `intmax_t`. Values are bigints. */
  const INTMAX_T: lltype.Primitive<'INTMAX_T', i64>;
  /** `uintmax_t`. Values are bigints. */
  const UINTMAX_T: lltype.Primitive<'UINTMAX_T', u64>;
  /** `int_least8_t`. */
  const INT_LEAST8_T: lltype.Primitive<'INT_LEAST8_T', i8>;
  /** `uint_least8_t`. */
  const UINT_LEAST8_T: lltype.Primitive<'UINT_LEAST8_T', u8>;
  /** `int_least16_t`. */
  const INT_LEAST16_T: lltype.Primitive<'INT_LEAST16_T', i16>;
  /** `uint_least16_t`. */
  const UINT_LEAST16_T: lltype.Primitive<'UINT_LEAST16_T', u16>;
  /** `int_least32_t`. */
  const INT_LEAST32_T: lltype.Primitive<'INT_LEAST32_T', i32>;
  /** `uint_least32_t`. */
  const UINT_LEAST32_T: lltype.Primitive<'UINT_LEAST32_T', u32>;
  /** `int_least64_t`. Values are bigints. */
  const INT_LEAST64_T: lltype.Primitive<'INT_LEAST64_T', i64>;
  /** `uint_least64_t`. Values are bigints. */
  const UINT_LEAST64_T: lltype.Primitive<'UINT_LEAST64_T', u64>;
  /** `int_fast8_t`. */
  const INT_FAST8_T: lltype.Primitive<'INT_FAST8_T', i8>;
  /** `uint_fast8_t`. */
  const UINT_FAST8_T: lltype.Primitive<'UINT_FAST8_T', u8>;
  /** `int_fast16_t`. */
  const INT_FAST16_T: lltype.Primitive<'INT_FAST16_T', isize>;
  /** `uint_fast16_t`. */
  const UINT_FAST16_T: lltype.Primitive<'UINT_FAST16_T', usize>;
  /** `int_fast32_t`. */
  const INT_FAST32_T: lltype.Primitive<'INT_FAST32_T', isize>;
  /** `uint_fast32_t`. */
  const UINT_FAST32_T: lltype.Primitive<'UINT_FAST32_T', usize>;
  /** `int_fast64_t`. Values are bigints. */
  const INT_FAST64_T: lltype.Primitive<'INT_FAST64_T', i64>;
  /** `uint_fast64_t`. Values are bigints. */
  const UINT_FAST64_T: lltype.Primitive<'UINT_FAST64_T', u64>;
  /** `double`. */
  const DOUBLE: typeof lltype.Float;
  /** `long double`. Values: number. */
  const LONGDOUBLE: typeof lltype.LongFloat;
  /** `float`. */
  const FLOAT: typeof lltype.SingleFloat;
  /** `bool` of C99. */
  const BOOL: typeof lltype.Bool;
  /** `long`, as RPython names it. */
  const SIGNED: typeof lltype.Signed;
  /** `unsigned long`, as RPython names it. */
  const UNSIGNED: typeof lltype.Unsigned;
  /** `void`, as a function's result. */
  const VOID: typeof lltype.Void;

  /** `void *`. Any pointer can be given as argument. */
  const VOIDP: lltype.PtrTo<Void>;
  /** `const void *`. */
  const CONST_VOIDP: lltype.PtrTo<Void>;
  /** `char *`. */
  const CHARP: CArrayPtr<typeof lltype.Char>;
  /** `void **`. */
  const VOIDPP: CArrayPtr<lltype.PtrTo<Void>>;
  /** `char *`. */
  const CCHARP: CArrayPtr<typeof lltype.Char>;
  /** `const char *`. */
  const CONST_CCHARP: CArrayPtr<typeof lltype.Char>;
  /** `char **`. */
  const CCHARPP: CArrayPtr<CArrayPtr<typeof lltype.Char>>;
  const SIGNEDCHARP: CArrayPtr<typeof SIGNEDCHAR>;
  const UCHARP: CArrayPtr<typeof UCHAR>;
  const SHORTP: CArrayPtr<typeof SHORT>;
  const USHORTP: CArrayPtr<typeof USHORT>;
  const INTP: CArrayPtr<typeof INT>;
  const UINTP: CArrayPtr<typeof UINT>;
  const LONGP: CArrayPtr<typeof LONG>;
  const ULONGP: CArrayPtr<typeof ULONG>;
  const LONGLONGP: CArrayPtr<typeof LONGLONG>;
  const ULONGLONGP: CArrayPtr<typeof ULONGLONG>;
  const SIZE_TP: CArrayPtr<typeof SIZE_T>;
  const SSIZE_TP: CArrayPtr<typeof SSIZE_T>;
  const PTRDIFF_TP: CArrayPtr<typeof PTRDIFF_T>;
  const INTPTR_TP: CArrayPtr<typeof INTPTR_T>;
  const UINTPTR_TP: CArrayPtr<typeof UINTPTR_T>;
  const TIME_TP: CArrayPtr<typeof TIME_T>;
  const WCHAR_TP: CArrayPtr<typeof WCHAR_T>;
  const INT8_TP: CArrayPtr<typeof INT8_T>;
  const UINT8_TP: CArrayPtr<typeof UINT8_T>;
  const INT16_TP: CArrayPtr<typeof INT16_T>;
  const UINT16_TP: CArrayPtr<typeof UINT16_T>;
  const INT32_TP: CArrayPtr<typeof INT32_T>;
  const UINT32_TP: CArrayPtr<typeof UINT32_T>;
  const INT64_TP: CArrayPtr<typeof INT64_T>;
  const UINT64_TP: CArrayPtr<typeof UINT64_T>;
  const DOUBLEP: CArrayPtr<typeof lltype.Float>;
  const FLOATP: CArrayPtr<typeof lltype.SingleFloat>;
  const LONGDOUBLEP: CArrayPtr<typeof lltype.LongFloat>;
  const OFF_TP: CArrayPtr<typeof OFF_T>;
  const MODE_TP: CArrayPtr<typeof MODE_T>;
  const PID_TP: CArrayPtr<typeof PID_T>;
  const INTMAX_TP: CArrayPtr<typeof INTMAX_T>;
  const UINTMAX_TP: CArrayPtr<typeof UINTMAX_T>;
  const INT_LEAST8_TP: CArrayPtr<typeof INT_LEAST8_T>;
  const UINT_LEAST8_TP: CArrayPtr<typeof UINT_LEAST8_T>;
  const INT_LEAST16_TP: CArrayPtr<typeof INT_LEAST16_T>;
  const UINT_LEAST16_TP: CArrayPtr<typeof UINT_LEAST16_T>;
  const INT_LEAST32_TP: CArrayPtr<typeof INT_LEAST32_T>;
  const UINT_LEAST32_TP: CArrayPtr<typeof UINT_LEAST32_T>;
  const INT_LEAST64_TP: CArrayPtr<typeof INT_LEAST64_T>;
  const UINT_LEAST64_TP: CArrayPtr<typeof UINT_LEAST64_T>;
  const INT_FAST8_TP: CArrayPtr<typeof INT_FAST8_T>;
  const UINT_FAST8_TP: CArrayPtr<typeof UINT_FAST8_T>;
  const INT_FAST16_TP: CArrayPtr<typeof INT_FAST16_T>;
  const UINT_FAST16_TP: CArrayPtr<typeof UINT_FAST16_T>;
  const INT_FAST32_TP: CArrayPtr<typeof INT_FAST32_T>;
  const UINT_FAST32_TP: CArrayPtr<typeof UINT_FAST32_T>;
  const INT_FAST64_TP: CArrayPtr<typeof INT_FAST64_T>;
  const UINT_FAST64_TP: CArrayPtr<typeof UINT_FAST64_T>;
  const BOOLP: CArrayPtr<typeof BOOL>;
  const SIGNEDP: CArrayPtr<typeof SIGNED>;
  const UNSIGNEDP: CArrayPtr<typeof UNSIGNED>;
  const DOUBLEPP: CArrayPtr<typeof DOUBLEP>;
  const FLOATPP: CArrayPtr<typeof FLOATP>;
  const INTPP: CArrayPtr<typeof INTP>;
  const SIGNEDPP: CArrayPtr<typeof SIGNEDP>;
  const UNSIGNEDPP: CArrayPtr<typeof UNSIGNEDP>;
  /** `wchar_t *`. */
  const CWCHARP: CArrayPtr<typeof WCHAR_T>;
  /** `wchar_t **`. */
  const CWCHARPP: CArrayPtr<CArrayPtr<typeof WCHAR_T>>;
  /** `NULL`, for any pointer. */
  const NULL: null;

  // What llexternal does with errno (`save_err`); rposix reads what was saved. Flags are added.
  const RFFI_ERR_NONE: 0;
  /** After the call, errno is saved. */
  const RFFI_SAVE_ERRNO: 1;
  /** Before the call, errno becomes what is saved. */
  const RFFI_READSAVED_ERRNO: 2;
  /** Before the call, errno becomes 0. */
  const RFFI_ZERO_ERRNO_BEFORE: 4;
  /** RFFI_SAVE_ERRNO + RFFI_READSAVED_ERRNO. */
  const RFFI_FULL_ERRNO: 3;
  /** RFFI_SAVE_ERRNO + RFFI_ZERO_ERRNO_BEFORE. */
  const RFFI_FULL_ERRNO_ZERO: 5;
  /** The other saved errno. */
  const RFFI_ALT_ERRNO: 64;

  /** Copies the string as UTF-8 with a final NUL. The caller frees it with `free_charp`. TypeError for a NUL inside. */
  function str2charp(value: string): CharPtr;
  /** Frees what `str2charp` gave. */
  function free_charp(pointer: CharPtr | null): void;
  /** The string up to the NUL, from UTF-8; bytes that are not UTF-8 give U+FFFD. */
  function charp2str(pointer: BytePtr): string;
  /** The string of the first `size` bytes, from UTF-8; bytes that are not UTF-8 give U+FFFD. */
  function charpsize2str(pointer: BytePtr, size: number): string;
  /** The string up to the NUL, of `most` bytes at most. RangeError for a negative number. */
  function charp2strn(pointer: BytePtr, most: number): string;
  /** As `str2charp`: `char *` is `const char *` here, and RPython has names for the latter. */
  function str2constcharp(value: string): CharPtr;
  /** As `charp2str`. */
  function constcharp2str(pointer: BytePtr): string;
  /** As `charpsize2str`. */
  function constcharpsize2str(pointer: BytePtr, size: number): string;
  /** Copies the string's UTF-8 into memory that is there, without a NUL, `most` bytes at most. Gives how many it were. */
  function str2chararray(value: string, into: CharPtr, most: number): isize;
  /** `wchar_t *`. */
  type WideCharPtr = lltype.Ptr<CArray<typeof WCHAR_T>>;
  /** Copies the string, one wchar_t for each code point, with a final 0. The caller frees it with `free_wcharp`. */
  function unicode2wcharp(value: string): WideCharPtr;
  /** Frees what `unicode2wcharp` gave. */
  function free_wcharp(pointer: WideCharPtr | null): void;
  /** Copies the code points into memory that is there, without a 0, `most` at most. Gives how many it were. */
  function unicode2wchararray(value: string, into: WideCharPtr, most: number): isize;
  /** The string up to the 0. What is no code point becomes U+FFFD. */
  function wcharp2unicode(pointer: WideCharPtr): string;
  /** The same of `most` characters at most. */
  function wcharp2unicoden(pointer: WideCharPtr, most: number): string;
  /** The string of `size` characters. RangeError for a negative number. */
  function wcharpsize2unicode(pointer: WideCharPtr, size: number): string;
  /** `unicode2wcharp`, freed at the end of the block. */
  function scoped_unicode2wcharp(value: string): lltype.Scoped<WideCharPtr>;
  /** `lltype.scoped_alloc` of so many wchar_t. */
  function scoped_alloc_unicodebuffer(size: number): lltype.Scoped<WideCharPtr>;
  /** Copies of all strings with a final NULL, as `argv`. The caller frees it with `free_charpp`. */
  function liststr2charpp(list: readonly string[]): lltype.Ptr<typeof CCHARPP.to>;
  /** Frees what `liststr2charpp` gave, with all its strings. */
  function free_charpp(pointer: lltype.Ptr<typeof CCHARPP.to>): void;
  /** The strings up to the NULL. */
  function charpp2liststr(pointer: lltype.Ptr<typeof CCHARPP.to>): string[];
  /** A name of `scoped_str2charp`: strings have no bytes that C could see without a copy. */
  function scoped_view_charp(value: string): lltype.Scoped<CharPtr>;
  /** New memory for a structure with these fields; the others are 0. The caller frees it. */
  function make<C extends lltype.Struct>(
    type: C,
    fields: { readonly [K in keyof lltype.Ptr<C>]?: lltype.Ptr<C>[K] },
  ): lltype.Ptr<C>;
  /** Sets a field that is a number from any number, converted as a conversion does. */
  function setintfield<C extends lltype.Struct>(
    pointer: lltype.Ptr<C>,
    field: string,
    value: number | bigint,
  ): void;
  /** A field that is a number, as a machine word. */
  function getintfield<C extends lltype.Struct>(pointer: lltype.Ptr<C>, field: string): isize;
  /** `using s = rffi.scoped_str2charp(text)`: `str2charp`, freed at the end of the block. Use `s.ptr`. */
  function scoped_str2charp(value: string): lltype.Scoped<CharPtr>;
  /**
   * `using b = rffi.scoped_nonmovingbuffer(data)`: C sees the array's own memory through `b.ptr`, without a copy.
   * Valid to the end of the block; C must not keep it. Untranslated, it is a copy that is written back at the end.
   */
  function scoped_nonmovingbuffer(
    data: Uint8Array | Int8Array | Uint8ClampedArray,
  ): lltype.Scoped<CharPtr>;
  function scoped_nonmovingbuffer(
    data: Int16Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof SHORT>>>;
  function scoped_nonmovingbuffer(
    data: Uint16Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof USHORT>>>;
  function scoped_nonmovingbuffer(data: Int32Array): lltype.Scoped<lltype.Ptr<CArray<typeof INT>>>;
  function scoped_nonmovingbuffer(
    data: Uint32Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof UINT>>>;
  function scoped_nonmovingbuffer(
    data: Float32Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof lltype.SingleFloat>>>;
  function scoped_nonmovingbuffer(
    data: Float64Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof lltype.Float>>>;
  function scoped_nonmovingbuffer(
    data: BigInt64Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof LONGLONG>>>;
  function scoped_nonmovingbuffer(
    data: BigUint64Array,
  ): lltype.Scoped<lltype.Ptr<CArray<typeof ULONGLONG>>>;
  /** `lltype.scoped_alloc` of so many bytes, as `char *`. */
  function scoped_alloc_buffer(size: number): lltype.Scoped<CharPtr>;
  /**
   * `using rows = rffi.scoped_bounded(p, n)`: memory that C has, of `n` items. In the block, untranslated and checked executions find what goes
   * beyond them through `rows.ptr` and its aliases; other builds do nothing. Nothing is freed.
   */
  function scoped_bounded<P extends lltype.AnyPtr>(pointer: P, count: number): lltype.Scoped<P>;

  /** C's cast, unchecked: between numbers (wraps), between pointers, and between pointers and integers. */
  function cast<T extends lltype.Primitive | lltype.PtrTo>(
    type: T,
    value: number | bigint | boolean | lltype.AnyPtr | null,
  ): lltype.Value<T>;
  /** The pointer `count` items further, as C's `pointer + count`. Unchecked. */
  function ptradd<P extends lltype.AnyPtr>(pointer: P, count: number): P;
  /** A function that C can call as the pointer type says. Structures come, and are given, as pointers to them. */
  type Callable<F> =
    F extends lltype.PtrTo<lltype.FuncType<infer A, infer R>> ? Calls<A, R> : never;
  type Calls<A extends readonly lltype.LowLevelType[], R extends lltype.LowLevelType> = (
    ...args: { -readonly [K in keyof A]: lltype.Value<A[K]> }
  ) => lltype.Value<R>;
  /** A pointer to a function, without its call: TypeScript types a function's parameters by one signature only. */
  interface FunctionPtr<C extends lltype.Container> {
    readonly __rts_ptr: C;
  }

  /** What C gets where the function throws; zero if it is not given. The error is thrown when the C function has returned. */
  interface CallbackOptions<R> {
    readonly error: R;
  }
  /** What a function pointer type gives. */
  type Returned<F> =
    F extends lltype.PtrTo<lltype.FuncType<infer _A, infer R>> ? lltype.Value<R> : never;
  /**
   * The C function pointer to a function of the module, given by its name: `rffi.llhelper(COMPARE, compare)`. It is the same each time
   * and is never freed. `type` is made by `rffi.CCallback`.
   */
  function llhelper<F extends lltype.PtrTo>(
    type: F,
    callable: Callable<F>,
    options?: CallbackOptions<Returned<F>>,
  ): lltype.Value<F>;
  /**
   * A C function pointer to any function, also one that captures variables. It keeps the function alive until `free_callback`. When C
   * calls it after that, the C call that did so throws. RangeError when memory is exhausted.
   */
  function callback<F extends lltype.PtrTo>(
    type: F,
    callable: Callable<F>,
    options?: CallbackOptions<Returned<F>>,
  ): lltype.Value<F>;
  /** Frees what `callback` gave. TypeError for any other pointer. */
  function free_callback(pointer: lltype.AnyPtr): void;
  /** `using c = rffi.scoped_callback(TYPE, (a, b) => a - b)`: `callback`, freed at the end of the block. Use `c.ptr`. */
  function scoped_callback<F extends lltype.PtrTo>(
    type: F,
    callable: Callable<F>,
    options?: CallbackOptions<Returned<F>>,
  ): lltype.Scoped<lltype.Value<F>>;
  /** Copies all of a structure. Both pointers are of one type. */
  function structcopy<C extends lltype.Struct>(to: lltype.Ptr<C>, from: lltype.Ptr<C>): void;
  /** C's `memcpy(to, from, size)`; the memory may overlap. */
  function c_memcpy(to: lltype.AnyPtr, from: lltype.AnyPtr, size: number): void;
  /** C's `memset(to, byte, size)`. */
  function c_memset(to: lltype.AnyPtr, byte: number, size: number): void;
  /** Bytes that a value of the type takes, as C's `sizeof`. Throws at build time for a type of open size. */
  function sizeof(type: lltype.LowLevelType): isize;
  /** Distance of a field from the start of its structure in bytes, as C's `offsetof`. */
  function offsetof(type: lltype.Struct, field: string): isize;
}

// ---- mixed modules (docs/modules/) ----

/** What a mixed module's users see: the names of both levels and its submodules. */
export type MixedModule<I, A, S> = { readonly [K in keyof I]: I[K] } & {
  readonly [K in keyof A]: A[K];
} & { readonly [K in keyof S]: S[K] };
/** The manifest of a mixed module. `I`: names of RTypeScript files, `A`: names of plain TypeScript, `S`: submodules. */
export interface MixedModuleDefinition<I, A, S> {
  /** A word, for submodules with the parent's before it: 'zlib', 'zlib/stream'. */
  readonly name: string;
  /** Compiled: a namespace import of an RTypeScript file, or an object that renames what is imported from such files. */
  readonly interpleveldefs?: I;
  /** Run by the host: the same of plain TypeScript files. A name is in one of the two only. */
  readonly appleveldefs?: A & { readonly [K in keyof A & keyof I]: never };
  /** Manifests of folders below this one. */
  readonly submodules?: S & { readonly [K in keyof S & (keyof I | keyof A)]: never };
  /** Runs before the first name is used, once in each environment. What it throws, that use throws; the next one tries again. */
  readonly startup?: () => void;
  /** Runs when the environment ends by itself or by `process.exit`, if startup has run. It must not wait for anything. */
  readonly shutdown?: () => void;
}
/** A module with a compiled and an interpreted part. Throws TypeError for what is no manifest, or for a name in two parts. */
export function mixedModule<I extends object, A extends object = {}, S extends object = {}>(
  definition: MixedModuleDefinition<I, A, S>,
): MixedModule<I, A, S>;

// Low-level types as data: what `lltype.Struct(...)` and friends return, at build time and untranslated.
// Source: rpython/rtyper/lltypesystem/lltype.py. Layout follows the platform's C ABI (System V x86-64, LP64).

/** A number, character or boolean of C, held in a variable by value. All of them: `primitives.ts`. */
export interface Primitive {
  readonly kind: 'primitive';
  /** lltype's or rffi's name, e.g. `Signed`, `Float`, `UINT`. Two names of one machine type are compatible. */
  readonly name: string;
  readonly machine: MachineType;
  /** The RTypeScript type of its values: word-sized integers (`long`, `size_t`) are isize and usize, numbers. */
  readonly value: ValueName;
  /** The type's spelling in C, e.g. `unsigned int`. */
  readonly c: string;
}

/** What a primitive is to the machine. `void` only stands as a function's result; `f80` is x86's `long double`, 16 bytes in memory. */
export type MachineType =
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'f32'
  | 'f64'
  | 'f80'
  | 'bool'
  | 'void';

/** Names of RTypeScript's scalar types. */
export type ValueName =
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'isize'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'usize'
  | 'f32'
  | 'f64'
  | 'boolean'
  | 'void';

export interface Field {
  readonly name: string;
  readonly type: LowLevelType;
  /** Width of a bit-field, whose type is an integer or boolean; null for other fields. */
  readonly bits: number | null;
}

export interface Struct {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly Field[];
  /** The spelling of the C type that it mirrors (`struct tm`); null for a structure of its own. Its field `c_x` is C's `x`. */
  readonly c: string | null;
  /** All fields begin at its start: C's union. */
  readonly union: boolean;
  /** The largest alignment of a field in bytes (`#pragma pack(n)`); null for that of C. */
  readonly pack: number | null;
  /** Its own alignment where it is larger than that of its fields (`_Alignas`), in bytes. */
  readonly align: number | null;
  /** Where the C compiler has said where the fields lie; else they lie as its rules put them. */
  readonly foreign: ForeignLayout | null;
  /** Fields that are written once, before anybody else sees them: compiled code may keep what it has read. */
  readonly immutable: readonly string[];
}

/** In bytes. */
export interface ForeignLayout {
  readonly size: number;
  /** By the order of the fields; of a bit-field, in bits. */
  readonly offsets: readonly number[];
}

/** `length` is null for an array without a stored length (C's `T[]`, RPython's hint `nolength`), 'prefix' for one that stores it. */
export interface ArrayType {
  readonly kind: 'array';
  readonly item: LowLevelType;
  readonly length: 'prefix' | null;
}

/** `T[n]`, inlined in its container. */
export interface FixedSizeArray {
  readonly kind: 'fixed-array';
  readonly item: LowLevelType;
  readonly count: number;
}

export interface Ptr {
  readonly kind: 'ptr';
  readonly to: Container;
}

/** How a C function is called. A structure among the arguments, or as the result, is passed by value. */
export interface Signature {
  readonly args: readonly LowLevelType[];
  readonly result: LowLevelType;
  /** Takes further arguments behind `args` (`printf`). */
  readonly variadic: boolean;
}

export interface FuncType extends Signature {
  readonly kind: 'func';
}

/** A C type whose inside is not known; `size` in bytes, null when only pointers to it exist. */
export interface OpaqueType {
  readonly kind: 'opaque';
  readonly name: string;
  readonly size: number | null;
}

export type Container = Struct | ArrayType | FixedSizeArray | FuncType | OpaqueType;
export type LowLevelType =
  Primitive | Ptr | Struct | ArrayType | FixedSizeArray | FuncType | OpaqueType;

/** What `rffi.ExternalCompilationInfo({...})` returns. Paths are absolute once the build has read them. */
export interface ExternalCompilationInfo {
  readonly kind: 'eci';
  readonly includes: readonly string[];
  readonly include_dirs: readonly string[];
  readonly libraries: readonly string[];
  readonly library_dirs: readonly string[];
  /** C source texts compiled and linked with the module. */
  readonly separate_module_sources: readonly string[];
  /** C files compiled and linked with the module. */
  readonly separate_module_files: readonly string[];
  readonly pre_include_bits: readonly string[];
  readonly post_include_bits: readonly string[];
  readonly compile_extra: readonly string[];
  readonly link_extra: readonly string[];
  /** Only for the untranslated execution, searched first; with a slash, a path. */
  readonly testonly_libraries: readonly string[];
}

/** What `rffi.llexternal(...)` returns at build time: a C function and how to reach it. */
export interface CFunction extends Signature {
  readonly kind: 'c-function';
  readonly name: string;
  readonly compilation_info: ExternalCompilationInfo;
  /** What a compiled C wrapper calls in its place: a macro or inline function; null for a function. */
  readonly macro: string | null;
  /** What it is called by: its name, or for a macro that of the C function that is compiled around it. */
  readonly symbol: string;
  /** How many of `args` the declaration names; the others are further arguments of one call of a variadic function. */
  readonly fixed: number;
  /** A call through a pointer: no symbol, the address comes first. */
  readonly pointer: boolean;
  /** What happens to errno: a sum of the `RFFI_…` flags (rpython/rtyper/lltypesystem/rffi.py). */
  readonly save_err: number;
  /** Same arguments, same result, and no effect (RPython: elidable_function). */
  readonly elidable: boolean;
  /** Never calls back into the program (RPython: random_effects_on_gcobjs=False). */
  readonly leaf: boolean;
  /** It may block: it runs on a helper thread, and callbacks of other threads run meanwhile (RPython: releasegil). */
  readonly releasegil: boolean;
  /** A function of the program runs in its place untranslated. */
  readonly hasCallable: boolean;
  /** What the declaration says of arguments and result beside their types; null: nothing. */
  readonly marshalling: Marshalling | null;
  /** What a use of it gives: a call, or the address of the function or variable of that name; `get` and `set` use what lies there. */
  readonly use: 'call' | 'address' | 'variable' | 'get' | 'set';
  /** Where the program declares it, for diagnostics; null outside of a build. */
  readonly declaredAt: DeclarationSite | null;
}

/** `rffi.nonnull(…)` and its kin. */
export interface Annotation {
  readonly kind: 'annotation';
  readonly role: 'nonnull' | 'out' | 'inout' | 'owned' | 'borrowed' | 'buffer';
  /** What C takes or gives. */
  readonly type: LowLevelType;
  /** Of out and inout: what lies behind the pointer; else null. */
  readonly value: LowLevelType | null;
  /** Of a result that the caller owns: what frees it; else null. */
  readonly release: CFunction | null;
  /** Of a buffer: the index of the argument that is its length; else null. */
  readonly length: number | null;
}

/** The annotations of a C function. */
export interface Marshalling {
  /** One for each argument, null where there is none. */
  readonly args: readonly (Annotation | null)[];
  readonly result: Annotation | null;
  /** Arguments that are the length of a buffer → the buffer, by their indices. */
  readonly lengths: ReadonlyMap<number, number>;
}

/** The place of a declaration; extends the compiler's `Span`, which `runtime/` does not import. */
export interface DeclarationSite extends SourceRange {
  readonly file: {
    readonly path: string;
    readonly text: string;
    readonly lineStarts: readonly number[];
  };
  /** Of the types of the arguments; empty where the source does not show them one by one. */
  readonly arguments: readonly SourceRange[];
  readonly result: SourceRange | null;
}

/** Offsets in the file, half-open. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

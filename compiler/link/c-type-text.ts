// A C type as a compiler prints it (`const unsigned char *`, `long unsigned int`) → what it is to the ABI, and whether
// a declared low-level type agrees with it.
import type { Container, LowLevelType, Primitive } from '../../runtime/lltype/types.ts';

export type CKind =
  | { readonly kind: 'int'; readonly bits: number; readonly signed: boolean | null }
  | { readonly kind: 'float'; readonly bits: number }
  | { readonly kind: 'pointer'; readonly to: CKind }
  | { readonly kind: 'bool' | 'void' | 'aggregate' | 'function' }
  /** A name that the compiler did not resolve: a typedef of an enum or structure without a tag. */
  | { readonly kind: 'unknown' };

const QUALIFIERS = /\b(const|volatile|restrict|__restrict|_Atomic|register)\b/g;
/** clang's words for a structure without a tag hold brackets. */
const UNNAMED = /\((unnamed|anonymous)[^)]*\)/g;
/** `int (*)(char)`, `double (*)[3]`, `int (**)(void)`: what is pointed to, the stars, what follows them. */
const DECLARATOR = /^([^(]*)\(\s*(\*[\s*]*)\)\s*([([])/;

export function readCType(text: string): CKind {
  return readBare(text.replaceAll(QUALIFIERS, ' ').replaceAll(UNNAMED, 'unnamed').trim());
}

function readBare(bare: string): CKind {
  const [, target = '', stars, follows] = DECLARATOR.exec(bare) ?? [];
  if (stars !== undefined) {
    const innermost = follows === '(' ? ({ kind: 'function' } as const) : readBare(target.trim());
    return pointers(stars.replaceAll(/\s/g, '').length, innermost);
  }
  if (bare.endsWith('*')) return pointers(1, readBare(bare.slice(0, -1).trim()));
  const bracket = bare.search(/[([]/);
  // An array as a parameter is a pointer to its first item.
  if (bracket >= 0)
    return pointers(
      1,
      bare[bracket] === '[' ? readBare(bare.slice(0, bracket).trim()) : { kind: 'unknown' },
    );
  return readWords(bare.split(/\s+/));
}

const pointers = (count: number, to: CKind): CKind =>
  count === 0 ? to : pointers(count - 1, { kind: 'pointer', to });

function readWords(words: readonly string[]): CKind {
  if (words.includes('struct') || words.includes('union')) return { kind: 'aggregate' };
  if (words.includes('enum')) return { kind: 'int', bits: 32, signed: null };
  if (words.includes('_Bool') || words.includes('bool')) return { kind: 'bool' };
  if (words.includes('void')) return { kind: 'void' };
  if (words.includes('_Complex')) return { kind: 'unknown' };
  if (words.includes('float')) return { kind: 'float', bits: 32 };
  if (words.includes('double')) return { kind: 'float', bits: words.includes('long') ? 80 : 64 };
  return readInteger(words);
}

const INTEGER_WORDS: ReadonlySet<string> = new Set([
  'char',
  'short',
  'int',
  'long',
  'signed',
  'unsigned',
  '__int128',
]);

function readInteger(words: readonly string[]): CKind {
  if (!words.every((word) => INTEGER_WORDS.has(word))) return { kind: 'unknown' };
  const signed = !words.includes('unsigned');
  if (words.includes('__int128')) return { kind: 'int', bits: 128, signed };
  if (words.includes('char'))
    return { kind: 'int', bits: 8, signed: words.length === 1 ? null : signed };
  if (words.includes('short')) return { kind: 'int', bits: 16, signed };
  return { kind: 'int', bits: words.includes('long') ? 64 : 32, signed };
}

/** Qualifiers do not change a call; a result that nobody looks at may be anything. */
export function agrees(
  declared: LowLevelType,
  actual: CKind,
  role: 'argument' | 'result',
): boolean {
  if (declared.kind === 'primitive' && declared.machine === 'void') return role === 'result';
  return valueAgrees(declared, actual);
}

function valueAgrees(declared: LowLevelType, actual: CKind): boolean {
  if (declared.kind === 'ptr')
    return actual.kind === 'pointer' && targetAgrees(declared.to, actual.to);
  // Its layout is compared by itself, where the declaration names the structure of C.
  if (declared.kind === 'struct') return actual.kind === 'aggregate' || actual.kind === 'unknown';
  if (declared.kind !== 'primitive') return false;
  if (declared.machine === 'bool') return actual.kind === 'bool';
  if (declared.machine === 'f80') return actual.kind === 'float' && actual.bits === 80;
  if (declared.machine === 'f32' || declared.machine === 'f64')
    return actual.kind === 'float' && actual.bits === Number(declared.machine.slice(1));
  return integerAgrees(declared, actual);
}

const CODES: ReadonlySet<string> = new Set(['Char', 'UniChar', 'WCHAR_T']);

function integerAgrees({ machine, name }: Primitive, actual: CKind): boolean {
  const bits = Number(machine.slice(1));
  if (actual.kind === 'unknown') return bits === 32;
  if (actual.kind !== 'int' || actual.bits !== bits) return false;
  // The platform decides the sign of `char` and `wchar_t`, whose values are codes.
  if (actual.signed === null || CODES.has(name)) return true;
  return actual.signed === machine.startsWith('i');
}

/** What the pointers point to. Memory of C that has no type of its own (`void *`) agrees with every declaration. */
function targetAgrees(declared: Container, actual: CKind): boolean {
  if (actual.kind === 'void' || actual.kind === 'unknown') return true;
  switch (declared.kind) {
    case 'opaque':
      return true;
    case 'func':
      return actual.kind === 'function';
    case 'struct':
      return actual.kind === 'aggregate' || isByte(actual);
    case 'array':
      // A stored length lies before the items.
      if (declared.length !== null) return actual.kind === 'aggregate' || isByte(actual);
      return itemAgrees(declared.item, actual);
    case 'fixed-array':
      return itemAgrees(declared.item, actual);
  }
}

/** Bytes are how C hands out all other memory, so they also agree with structures. */
function itemAgrees(item: LowLevelType, actual: CKind): boolean {
  if (item.kind === 'primitive' && (item.machine === 'i8' || item.machine === 'u8'))
    return isByte(actual) || actual.kind === 'aggregate';
  return item.kind === 'primitive' || item.kind === 'ptr'
    ? valueAgrees(item, actual)
    : targetAgrees(item, actual);
}

const isByte = (actual: CKind): boolean => actual.kind === 'int' && actual.bits === 8;

/** How a message names a declared type. */
export const describeDeclared = (
  type: LowLevelType,
  describe: (type: LowLevelType) => string,
): string => (type.kind === 'primitive' ? `${type.name} (${type.c})` : describe(type));

/** The rffi type to declare for a C type. */
export function rffiType(actual: CKind): string {
  switch (actual.kind) {
    case 'int':
      return (
        INTEGER_NAMES[`${actual.signed === false ? 'u' : 'i'}${actual.bits}`] ??
        'another integer type'
      );
    case 'float':
      return actual.bits === 32
        ? 'rffi.FLOAT'
        : actual.bits === 64
          ? 'rffi.DOUBLE'
          : 'rffi.LONGDOUBLE';
    case 'pointer':
      return pointerType(actual.to);
    case 'function':
      return 'a pointer to it';
    case 'bool':
      return 'rffi.BOOL';
    case 'void':
      return 'rffi.VOID';
    case 'aggregate':
      return 'the structure: lltype.Struct(…), rffi.CStruct(…)';
    case 'unknown':
      return 'its rffi type';
  }
}

function pointerType(to: CKind): string {
  if (isByte(to)) return 'rffi.CCHARP';
  switch (to.kind) {
    case 'void':
      return 'rffi.VOIDP';
    case 'int':
    case 'float': {
      const name = rffiType(to);
      return name.startsWith('rffi.') ? `${name}P` : 'rffi.VOIDP';
    }
    case 'bool':
      return 'rffi.CArrayPtr(rffi.BOOL)';
    case 'pointer':
      return to.to.kind === 'void'
        ? 'rffi.VOIDPP'
        : isByte(to.to)
          ? 'rffi.CCHARPP'
          : `rffi.CArrayPtr(${pointerType(to.to)})`;
    case 'function':
      return 'lltype.Ptr(lltype.FuncType(…)) or rffi.VOIDP';
    case 'aggregate':
      return 'a pointer to that structure, or rffi.VOIDP';
    case 'unknown':
      return 'a pointer, e.g. rffi.VOIDP';
  }
}

const INTEGER_NAMES: { readonly [kind: string]: string } = {
  i8: 'rffi.SIGNEDCHAR',
  u8: 'rffi.UCHAR',
  i16: 'rffi.SHORT',
  u16: 'rffi.USHORT',
  i32: 'rffi.INT',
  u32: 'rffi.UINT',
  i64: 'rffi.LONG',
  u64: 'rffi.ULONG',
};

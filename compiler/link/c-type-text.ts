// A C type as a compiler prints it (`const unsigned char *`, `long unsigned int`) → what it is to the ABI, and whether
// a declared low-level type agrees with it.
import type { LowLevelType, Primitive } from '../../runtime/lltype/types.ts';

export type CKind =
  | { readonly kind: 'int'; readonly bits: number; readonly signed: boolean | null }
  | { readonly kind: 'float'; readonly bits: number }
  | { readonly kind: 'pointer' | 'bool' | 'void' | 'aggregate' }
  /** A name that the compiler did not resolve: a typedef of an enum or structure without a tag. */
  | { readonly kind: 'unknown' };

const QUALIFIERS = /\b(const|volatile|restrict|__restrict|_Atomic|register)\b/g;

export function readCType(text: string): CKind {
  const bare = text.replaceAll(QUALIFIERS, ' ').trim();
  if (/[*([]/.test(bare)) return { kind: 'pointer' };
  const words = bare.split(/\s+/);
  if (words.includes('struct') || words.includes('union')) return { kind: 'aggregate' };
  if (words.includes('enum')) return { kind: 'int', bits: 32, signed: null };
  if (words.includes('_Bool') || words.includes('bool')) return { kind: 'bool' };
  if (words.includes('void')) return { kind: 'void' };
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

/**
 * Qualifiers, the target of a pointer and (from 32 bits on, where no bits are added) the signedness of an argument do
 * not change a call. The signedness of a result changes its value.
 */
export function agrees(
  declared: LowLevelType,
  actual: CKind,
  role: 'argument' | 'result',
): boolean {
  if (declared.kind !== 'primitive') return actual.kind === 'pointer';
  // A result that nobody looks at may be anything.
  if (declared.machine === 'void') return role === 'result';
  if (declared.machine === 'bool') return actual.kind === 'bool';
  if (declared.machine === 'f32' || declared.machine === 'f64')
    return actual.kind === 'float' && actual.bits === Number(declared.machine.slice(1));
  return integerAgrees(declared, actual, role);
}

function integerAgrees(declared: Primitive, actual: CKind, role: 'argument' | 'result'): boolean {
  const bits = Number(declared.machine.slice(1));
  if (actual.kind === 'unknown') return bits === 32;
  if (actual.kind !== 'int' || actual.bits !== bits) return false;
  // `char` itself is declared as rffi.CHAR, whose values are codes, or as a signed or unsigned byte.
  if (actual.signed === null || declared.name === 'Char') return true;
  const matters = role === 'result' || bits < 32;
  return !matters || actual.signed === declared.machine.startsWith('i');
}

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
          : 'a wider float, which rffi does not have';
    case 'pointer':
      return 'a pointer, e.g. rffi.VOIDP';
    case 'bool':
      return 'rffi.BOOL';
    case 'void':
      return 'rffi.VOID';
    case 'aggregate':
      return 'a pointer in a C function of your own: structures are not passed by value';
    case 'unknown':
      return 'its rffi type';
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

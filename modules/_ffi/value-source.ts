// A type → the source text that checks a JavaScript value, writes it to a word of the frame, and reads it from there. The text uses the
// views of the frame and what modules/_ffi/support.ts gives.
import type { Kind } from './types.ts';

/** Of numbers: an expression that says whether `value` is one that the type takes; undefined for other types. */
export const numberTest = (kind: Kind, value: string): string | undefined =>
  NUMBER_TESTS[kind]?.replaceAll('$', value);

/** Fails where `value` is not of the type: `fail` is what is done then. Pointers are turned into the address `pointer`. */
export function checkSource(kind: Kind, value: string, pointer: string, fail: string): string {
  const test = numberTest(kind, value);
  if (test !== undefined) return `if (!(${test})) ${fail};`;
  switch (kind) {
    case 'char':
      return `if (typeof ${value} !== 'string' || ${value}.length !== 1 || ${value}.charCodeAt(0) > 255) ${fail};`;
    case 'unichar':
      return `if (!isCodePoint(${value})) ${fail};`;
    case 'pointer':
      return `const ${pointer} = addressOf(${value}); if (${pointer} < 0) ${fail};`;
    default:
      return `${fail};`;
  }
}

/** What stands for strings where nobody would free their memory. */
export const withoutText = (kind: Kind): Kind =>
  kind === 'char_p' || kind === 'unichar_p' ? 'pointer' : kind;

const integer = (test: string): string => `typeof $ === 'number' && (${test}) === $`;

const NUMBER_TESTS: { readonly [K in Kind]?: string } = {
  sbyte: integer('$ << 24 >> 24'),
  ubyte: integer('$ & 255'),
  sshort: integer('$ << 16 >> 16'),
  ushort: integer('$ & 65535'),
  sint: integer('$ | 0'),
  uint: integer('$ >>> 0'),
  slong: `typeof $ === 'bigint' ? BigInt.asIntN(64, $) === $ : Number.isSafeInteger($)`,
  ulong: `typeof $ === 'bigint' ? BigInt.asUintN(64, $) === $ : Number.isSafeInteger($) && $ >= 0`,
  float: `typeof $ === 'number'`,
  double: `typeof $ === 'number'`,
  longdouble: `typeof $ === 'number'`,
};

/** Writes what has been checked. */
export function storeSource(kind: Kind, value: string, pointer: string, word: number): string {
  const [low, high] = [`I32[${2 * word}]`, `I32[${2 * word + 1}]`];
  switch (kind) {
    case 'slong':
    case 'ulong': {
      const view = kind === 'slong' ? 'I64' : 'U64';
      return `if (typeof ${value} === 'bigint') ${view}[${word}] = ${value}; else { ${low} = ${value}; ${high} = Math.floor(${value} / 4294967296); }`;
    }
    case 'float':
      return `F32[${2 * word}] = ${value};`;
    case 'double':
      return `F64[${word}] = ${value};`;
    case 'longdouble':
      return `storeExtended(FRAME_VIEW, ${8 * word}, ${value});`;
    case 'char':
      return `${low} = ${value}.charCodeAt(0) << 24 >> 24;`;
    case 'unichar':
      return `${low} = ${value}.codePointAt(0);`;
    case 'pointer':
    case 'char_p':
    case 'unichar_p':
      return `${low} = ${pointer}; ${high} = ${pointer} / 4294967296;`;
    default:
      return `${low} = ${value};`;
  }
}

/** An expression. */
export function loadSource(kind: Kind, word: number): string {
  const low = `I32[${2 * word}]`;
  const address = `((${low} >>> 0) + (I32[${2 * word + 1}] >>> 0) * 4294967296)`;
  switch (kind) {
    case 'sbyte':
      return `${low} << 24 >> 24`;
    case 'ubyte':
      return `${low} & 255`;
    case 'sshort':
      return `${low} << 16 >> 16`;
    case 'ushort':
      return `${low} & 65535`;
    case 'sint':
      return low;
    case 'uint':
      return `${low} >>> 0`;
    case 'slong':
      return `I64[${word}]`;
    case 'ulong':
      return `U64[${word}]`;
    case 'float':
      return `F32[${2 * word}]`;
    case 'double':
      return `F64[${word}]`;
    case 'longdouble':
      return `loadExtended(FRAME_VIEW, ${8 * word})`;
    case 'char':
      return `String.fromCharCode(${low} & 255)`;
    case 'unichar':
      return `character(${low})`;
    case 'char_p':
      return `textAt(${address})`;
    case 'unichar_p':
      return `wideTextAt(${address})`;
    case 'pointer':
      return address;
    default:
      return 'undefined';
  }
}

// A type → the source text that knows the usual values of an argument and passes them as they are: what is not one of them is converted.
// `type0` … are the types, by the argument's index, and `pass0` … what passes structures.
import { type FfiType, type Kind, types } from '../_ffi/types.ts';
import { numberTest } from '../_ffi/value-source.ts';
import { CData, type CType, infoOf, isType, typeOf } from './cdata.ts';
import type { Parameter } from './convert.ts';
import { codecOf, isPlain } from './simple.ts';

export interface Quick {
  /** Expressions: whether it is one, and what `_ffi` is given then. */
  readonly test: string;
  readonly pass: string;
  /** The argument's memory must live until the call has returned. */
  readonly keeps: boolean;
  /** An expression: the prepared call does not take the value. */
  readonly isOther?: string;
}

/** Texts and pointers, of what `_ffi` takes. */
const OTHERS: { readonly [K in Kind]?: string } = {
  char_p: `typeof $ === 'string' || $ === null`,
  unichar_p: `typeof $ === 'string' || $ === null`,
  pointer: `$ === null || ArrayBuffer.isView($)`,
};

const testOf = (kind: Kind, value: string): string | null =>
  numberTest(kind, value) ?? OTHERS[kind]?.replaceAll('$', value) ?? null;

const asItIs = (test: string, value: string): Quick => ({ test, pass: value, keeps: false });

/** Of a simple type: an expression that says whether the value is passed as it is; null where every value is converted. */
export function quickTest(type: CType, value: string): string | null {
  const codec = codecOf(type);
  if (!codec || !isPlain(type) || (codec.method === null && codec.zero !== null)) return null;
  return testOf(codec.ffi?.kind ?? 'void', value);
}

/** Null where every value is converted. */
export function quickOf(parameter: Parameter, index: number): Quick | null {
  if (!isType(parameter) || Object.hasOwn(parameter, 'from_param')) return null;
  const value = `a${index}`;
  const codec = codecOf(parameter);
  if (codec) {
    const test = quickTest(parameter, value);
    if (test === null) return null;
    const isOther = codec.zero === null ? { isOther: `typeof ${value} === 'bigint'` } : {};
    return { ...asItIs(test, value), ...isOther };
  }
  const { kind, ffi } = infoOf(parameter);
  if (ffi?.kind === 'struct')
    return {
      test: `${value} instanceof type${index}`,
      pass: `pass${index}(${value})`,
      keeps: false,
    };
  if (kind !== 'pointer' && kind !== 'function') return null;
  const isItem = kind === 'pointer' ? `isArrayOf(${value}, type${index}._type_)` : 'false';
  return {
    test: `${value} === null || ${value} instanceof type${index} || ${isItem}`,
    pass: `(${value} === null ? 0 : ${value} instanceof type${index} ? addressIn(${value}) : ${value}.getaddr())`,
    keeps: true,
  };
}

/** What a value without a declared type is passed as; null where that takes more. `type`: what `type0` … is in its texts. */
export interface DefaultQuick extends Quick {
  readonly ffi: FfiType;
  readonly type?: CType;
}

export function quickDefault(value: unknown, index: number): DefaultQuick | null {
  if (value instanceof CData) return quickObject(value, index);
  const ffi = defaultType(value);
  const own = `a${index}`;
  const test = ffi && testOf(ffi.kind, own);
  return ffi && test !== null ? { ...asItIs(test, own), ffi } : null;
}

/** Arrays and pointers of the same type as this one. */
function quickObject(object: CData, index: number): DefaultQuick | null {
  const type = typeOf(object);
  const { kind } = infoOf(type);
  if (kind !== 'array' && kind !== 'pointer') return null;
  const value = `a${index}`;
  return {
    ffi: types.void_p,
    type,
    test: `${value} instanceof type${index}`,
    pass: kind === 'pointer' ? `addressIn(${value})` : `${value}.getaddr()`,
    keeps: true,
  };
}

function defaultType(value: unknown): FfiType | null {
  if (value === null || ArrayBuffer.isView(value)) return types.void_p;
  if (typeof value === 'number') return (value | 0) === value ? types.sint : null;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? types.slong : null;
  return typeof value === 'string' ? types.char_p : null;
}

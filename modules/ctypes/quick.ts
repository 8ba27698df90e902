// A type → the source text that knows the usual values of an argument and passes them as they are: what is not one of them is converted.
// `type0` … are the types, by the argument's index, and `pass0` … what passes structures. They use `addressIn`, `isArrayOf` and `ArrayData`.
import { type BareArgument, bareArgument } from '../_ffi/bare-source.ts';
import { type FfiType, type Kind, types } from '../_ffi/types.ts';
import { numberTest } from '../_ffi/value-source.ts';
import { addressSource } from './address-cell.ts';
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
  /** For a call of C itself; null where it cannot be given what this is passed as. */
  readonly bare: BareArgument | null;
}

/** Texts and pointers, of what `_ffi` takes. */
const OTHERS: { readonly [K in Kind]?: string } = {
  char_p: `typeof $ === 'string' || $ === null`,
  unichar_p: `typeof $ === 'string' || $ === null`,
  pointer: `$ === null || ArrayBuffer.isView($)`,
};

const testOf = (kind: Kind, value: string): string | null =>
  numberTest(kind, value) ?? OTHERS[kind]?.replaceAll('$', value) ?? null;

const asItIs = (kind: Kind, test: string, value: string): Quick => ({
  test,
  pass: value,
  keeps: false,
  bare: bareArgument(kind, value),
});

/** Statements that make `v0` and `p0` of an object: of a pointer the address in it, of anything else where it lies. */
const located = (index: number, isPointer: string): string =>
  `let v${index} = 0, p${index} = 0;
  if (a${index} !== null) {
    const { $view: view, $at: at } = a${index};
    if (${isPointer}) p${index} = ${addressSource(`a${index}`)};
    else { p${index} = at; if (view !== null) v${index} = view; }
  }`;

/**
 * An object for which `is` holds. V8 knows the shape of an object once a property of it has been read: then it knows what it is an
 * instance of, too, and tests nothing.
 */
const objectArgument = (index: number, is: string, isPointer: string): BareArgument => ({
  test: `(typeof a${index} === 'object' && a${index} !== null && (a${index}.$at, ${is}))`,
  before: located(index, isPointer),
  value: `v${index}`,
  address: `p${index}`,
});

/** The same, or null. */
function pointerArgument(index: number): BareArgument {
  const isPointer = `a${index} instanceof type${index}`;
  const isArray = `a${index} instanceof ArrayData && a${index}.constructor._type_ === type${index}._type_`;
  const object = objectArgument(index, `(${isPointer} || ${isArray})`, isPointer);
  return { ...object, test: `(a${index} === null || ${object.test})` };
}

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
    return { ...asItIs(codec.ffi?.kind ?? 'void', test, value), ...isOther };
  }
  const { kind, ffi } = infoOf(parameter);
  if (ffi?.kind === 'struct')
    return {
      test: `${value} instanceof type${index}`,
      pass: `pass${index}(${value})`,
      keeps: false,
      bare: null,
    };
  if (kind !== 'pointer' && kind !== 'function') return null;
  const isItem = kind === 'pointer' ? `isArrayOf(${value}, type${index}._type_)` : 'false';
  return {
    test: `${value} === null || ${value} instanceof type${index} || ${isItem}`,
    pass: `(${value} === null ? 0 : ${value} instanceof type${index} ? addressIn(${value}) : ${value}.getaddr())`,
    keeps: true,
    bare: kind === 'pointer' ? pointerArgument(index) : null,
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
  return ffi && test !== null ? { ...asItIs(ffi.kind, test, own), ffi } : null;
}

/** Arrays and pointers of the same type as this one. */
function quickObject(object: CData, index: number): DefaultQuick | null {
  const type = typeOf(object);
  const { kind } = infoOf(type);
  if (kind !== 'array' && kind !== 'pointer') return null;
  const value = `a${index}`;
  const test = `${value} instanceof type${index}`;
  return {
    ffi: types.void_p,
    type,
    test,
    pass: kind === 'pointer' ? `addressIn(${value})` : `${value}.getaddr()`,
    keeps: true,
    bare: objectArgument(index, test, String(kind === 'pointer')),
  };
}

function defaultType(value: unknown): FfiType | null {
  if (value === null || ArrayBuffer.isView(value)) return types.void_p;
  if (typeof value === 'number') return (value | 0) === value ? types.sint : null;
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? types.slong : null;
  return typeof value === 'string' ? types.char_p : null;
}

// A JavaScript function and the types of a C function → what `_ffi` calls in its place: arguments are received, the result is converted.
import { generate } from '../_ffi/support.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import type { CType } from './cdata.ts';
import type { Codec } from './codec.ts';
import { converterOf, receiverOf } from './convert.ts';
import { PY_OBJECT } from './py-object.ts';
import { quickTest } from './quick.ts';
import { codecOf } from './simple.ts';

export type JsFunction = (...args: readonly unknown[]) => unknown;

export interface CallbackKind {
  readonly args: readonly FfiType[];
  readonly result: FfiType;
  /** Gives the function that C calls, for one of JavaScript. */
  readonly adapt: (run: JsFunction) => JsFunction;
}

const kinds = new WeakMap<object, CallbackKind>();

/** One for each type of functions: a new callback runs code that is optimized already. */
export function callbackKind(
  owner: object,
  argtypes: readonly CType[],
  restype: CType | null,
): CallbackKind {
  let kind = kinds.get(owner);
  if (!kind) kinds.set(owner, (kind = make(argtypes, restype)));
  return kind;
}

function make(argtypes: readonly CType[], restype: CType | null): CallbackKind {
  const receivers = argtypes.map(receiverOf);
  const result = receiverOf(restype);
  const values: Record<string, unknown> = {
    convert: restype === null ? null : converterOf(restype).convert,
  };
  const received = receivers.map(({ receive }, index) => {
    if (!receive) return `a${index}`;
    values[`receive${index}`] = receive;
    return `receive${index}(a${index})`;
  });
  const call = `run(${received.join(', ')})`;
  const keeps = restype !== null && isTextOrObject(restype);
  if (keeps) values['convert'] = keeper(restype);
  const test = restype === null || keeps ? null : quickTest(restype, 'got');
  const converted = test === null ? 'convert(got)' : `(${test}) ? got : convert(got)`;
  const body = restype === null ? `${call};` : `const got = ${call}; return ${converted};`;
  const source = `return (run) => function (${receivers.map((_, index) => `a${index}`).join(', ')}) { ${body} };`;
  const adapt = generate(source, values) as CallbackKind['adapt'];
  const passed = keeps ? types.void_p : result.type;
  return { args: receivers.map(({ type }) => type), result: passed, adapt };
}

const isTextOrObject = (type: CType): boolean => {
  const codec = codecOf(type);
  return codec !== undefined && (codec.zero === null || codec === PY_OBJECT);
};

/** Results of these types that live on; the oldest is dropped for a new one. */
const MOST_KEPT = 16;

/** C may read a text, and what stands for a value, until as many others have been given. */
function keeper(type: CType): (got: unknown) => unknown {
  const codec = codecOf(type) as Codec;
  const { convert } = converterOf(type);
  const kept: unknown[] = [];
  return (got) => {
    const made = typeof got === 'string' ? codec.check(got) : convert(got);
    if (kept.length === MOST_KEPT) kept.shift();
    kept.push(made);
    return made;
  };
}

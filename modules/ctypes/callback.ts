// A JavaScript function and the types of a C function → what `_ffi` calls in its place: arguments are received, the result is converted.
import { generate } from '../_ffi/support.ts';
import type { FfiType } from '../_ffi/types.ts';
import type { CType } from './cdata.ts';
import { converterOf, receiverOf } from './convert.ts';
import { quickTest } from './quick.ts';

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
  const test = restype === null ? null : quickTest(restype, 'got');
  const converted = test === null ? 'convert(got)' : `(${test}) ? got : convert(got)`;
  const body = restype === null ? `${call};` : `const got = ${call}; return ${converted};`;
  const source = `return (run) => function (${receivers.map((_, index) => `a${index}`).join(', ')}) { ${body} };`;
  const adapt = generate(source, values) as CallbackKind['adapt'];
  return { args: receivers.map(({ type }) => type), result: result.type, adapt };
}

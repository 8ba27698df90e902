// `text.charCodeAt(i)`, `bytes.subarray(a, b)`, `view.getUint16(o, true)` …: members that are called → builtins.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { BUILTINS, type BuiltinName } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import { ARRAY_BUFFER, DATA_VIEW, STRING, type RtsType } from '../../program/types.ts';
import { once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { arrayMethod } from './array.ts';
import { collectionCall } from './collections.ts';
import { dateCall } from './date.ts';
import { callBuiltin } from './arguments.ts';
import { promiseCall } from '../space/promise.ts';
import { weakRefCall } from './weak-ref.ts';
import { textMethod } from '../text/methods.ts';
import { typeText } from '../../program/type-text.ts';

const isBuiltin = (name: string): name is BuiltinName => Object.hasOwn(BUILTINS, name);

/** Methods that give their receiver in JavaScript and nothing as a builtin. */
const GIVES_RECEIVER: ReadonlySet<BuiltinName> = new Set([
  'typedarray.fill',
  'typedarray.copyWithin',
  'array.fill',
  'array.copyWithin',
]);

export function methodCall(
  receiver: Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null = null,
): Expression {
  if (receiver.type === ERROR_TYPE) return receiver;
  const ofCollection = collectionCall(receiver, name, node, context);
  if (ofCollection) return ofCollection;
  const ofDate = dateCall(receiver, name, node, context);
  if (ofDate) return ofDate;
  const ofPromise = promiseCall(receiver, name, node, context);
  if (ofPromise) return ofPromise;
  const ofWeakRef = weakRefCall(receiver, name, node, context);
  if (ofWeakRef) return ofWeakRef;
  if (receiver.type.kind === 'array') {
    const special = arrayMethod(receiver, receiver.type, name, node, context, expected);
    if (special) return special;
  }
  const text = textMethod(receiver, name, node, context);
  if (text) return text;
  const builtinName = methodName(receiver.type, name);
  if (receiver.type.kind === 'nullable')
    return context.fail(E.nullableOperand, node.expression, { type: typeText(receiver.type) });
  if (!builtinName)
    return context.fail(E.member, node.expression, { member: name, type: typeText(receiver.type) });
  if (!GIVES_RECEIVER.has(builtinName))
    return callBuiltin(builtinName, receiver, node.arguments, node, context);
  return once('array', receiver, context, (array) => {
    const call = callBuiltin(builtinName, array, node.arguments, node, context);
    return call.type === ERROR_TYPE ? call : sequence([call], array, context.span(node));
  });
}

function methodName(type: RtsType, name: string): BuiltinName | undefined {
  if (type === DATA_VIEW) return accessorName(name);
  const owner =
    type === STRING
      ? 'string'
      : type === ARRAY_BUFFER
        ? 'arraybuffer'
        : type.kind === 'typedarray' || type.kind === 'array'
          ? type.kind
          : undefined;
  const full = `${owner}.${name}`;
  return owner && isBuiltin(full) ? full : undefined;
}

const ACCESSED: { readonly [K in string]?: string } = {
  Int8: 'i8',
  Uint8: 'u8',
  Int16: 'i16',
  Uint16: 'u16',
  Int32: 'i32',
  Uint32: 'u32',
  Float32: 'f32',
  Float64: 'f64',
  BigInt64: 'i64',
  BigUint64: 'u64',
};

/** `getUint16` → `dataview.get.u16`. */
function accessorName(name: string): BuiltinName | undefined {
  const full = `dataview.${name.slice(0, 3)}.${ACCESSED[name.slice(3)]}`;
  return isBuiltin(full) ? full : undefined;
}

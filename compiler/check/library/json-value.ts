// `JSON.parse(text) as T` → a reader for the type. Scalars and arrays are functions of `runtime/library/json-reader.ts`, whose insides
// are defined here; each record type has a function of its own (`json-record.ts`).
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, STRING, type IntType, type ObjectType, type RtsType } from '../../program/types.ts';
import { conditional, letIn, readLocal, sequence } from '../build.ts';
import { callWith } from '../calls/function.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { absent, wrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { recordReader } from './json-record.ts';
import { withoutJson } from './json-types.ts';

export function jsonValue(
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const [argument] = node.arguments;
  const text = argument && context.value(argument, STRING);
  if (!text || text.type === ERROR_TYPE) return context.failed(node);
  const target = expected ?? targetOf(node, context);
  if (!target) return context.fail(E.jsonTarget, node, {});
  if (target === ERROR_TYPE) return context.failed(node);
  const found = withoutJson(target, (at) => at, context);
  if (found) return context.fail(E.jsonUnreadable, node, { type: typeText(found) });
  return generic('parse', target, [text], node, context);
}

/** What TypeScript makes of the place: null where it is nothing in particular. */
function targetOf(node: ts.CallExpression, context: Context): RtsType | null {
  const type = context.checker.getTypeAtLocation(node);
  const isOpen = (type.flags & (tsc.TypeFlags.Any | tsc.TypeFlags.Unknown)) !== 0;
  return isOpen ? null : context.typeFromTs(type, node);
}

/** A call of the library's function for the type. */
function generic(
  name: string,
  type: RtsType,
  values: readonly Expression[],
  node: ts.Expression,
  context: Context,
): Expression {
  const found = context.libraryFunction('json-reader', name);
  const declared =
    found.kind === 'generic' ? found.generic.instance([type], node, context) : undefined;
  return declared ? callWith(declared, values, values, node, context) : context.failed(node);
}

export const readerCall = (
  name: string,
  values: readonly Expression[],
  node: ts.Expression,
  context: Context,
): Expression => callLibrary(['json-reader', name], values, node, context);

/** The value that is next. */
export function read(
  type: RtsType,
  reader: Expression,
  node: ts.Expression,
  context: Context,
): Expression {
  const { span } = reader;
  const call = (name: string, ...more: readonly Expression[]): Expression =>
    readerCall(name, [reader, ...more], node, context);
  switch (type.kind) {
    case 'string':
      return call('readString');
    case 'boolean':
      return call('readBoolean');
    case 'float':
      return convertNumber(call('readNumber'), type, span);
    case 'int':
      return convertNumber(call('readInteger', ...limits(type, span)), type, span);
    case 'nullable': {
      const present = wrap(read(type.base, reader, node, context), type, span);
      return type.allowsNull
        ? conditional(call('takeNull'), absent(type, null, span), present, span)
        : present;
    }
    case 'array':
      return generic('readArray', type.element, [reader], node, context);
    case 'object': {
      if (type.form === 'tuple') {
        const count = constant(F64, type.fields.length, span);
        return generic('readTuple', type, [reader, count], node, context);
      }
      const callee = recordReader(type, node, context, read);
      return { kind: 'call', callee, arguments: [reader], type, span };
    }
    default:
      return context.failed(node);
  }
}

function limits(type: IntType, span: Expression['span']): readonly Expression[] {
  // 64 bits are numbers here: up to 2 ** 53 they are exact.
  const bits = Math.min(type.bits, 54);
  const high = type.signed || bits === 54 ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  const low = type.signed ? -high - (bits === 54 ? 0 : 1) : 0;
  return [constant(F64, low, span), constant(F64, high, span), constant(STRING, type.name, span)];
}

/** The insides of `readTuple` of the library. */
export function readItems(
  type: ObjectType,
  reader: Expression,
  node: ts.Expression,
  context: Context,
): Expression {
  const { span } = reader;
  const items = type.fields.map((field, i) => {
    const next = readerCall('nextItem', [reader, constant(F64, i, span)], node, context);
    const value = sequence([next], read(field.type, reader, node, context), span);
    return { field: field.name, value, local: context.temporary('item', field.type) };
  });
  const fields = items.map(({ field, local }) => ({ field, value: readLocal(local, span) }));
  return letIn(items, { kind: 'record', fields, type, span }, span);
}

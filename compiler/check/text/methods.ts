// Methods of strings that are more than one builtin, and methods of numbers, bigints and booleans that give text.
import type ts from 'typescript';
import type { BuiltinName } from '../../builtins/builtins.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, INT_TYPES, STRING, UNDEFINED } from '../../program/types.ts';
import { builtin } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isError } from '../error-field.ts';
import { integerArgument } from '../library/arguments.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { typeText } from '../../program/type-text.ts';
import { joined } from './concat.ts';
import { errorText, toText } from './to-text.ts';

/** Functions of `runtime/library/string.ts`, the receiver first. */
const LIBRARY: ReadonlySet<string> = new Set(['at', 'codePointAt', 'split']);

/** undefined for what is no such method. */
export function textMethod(
  receiver: Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const { type } = receiver;
  if (type === STRING) return stringMethod(receiver, name, node, context);
  if (isError(receiver) && name === 'toString') return errorText(receiver, node, context);
  if (type === BOOLEAN && name === 'valueOf') return receiver;
  if (type === BOOLEAN && name === 'toString') return toText(receiver, node, context);
  if (!isNumeric(type)) return undefined;
  if (name === 'valueOf') return receiver;
  if (name === 'toString') return numberText(receiver, node, context);
  return type.kind === 'int' && type.bigint ? undefined : formatted(receiver, name, node, context);
}

function stringMethod(
  receiver: Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  if (name === 'toString' || name === 'valueOf') return receiver;
  if (LIBRARY.has(name))
    return callLibrary(['string', name], [receiver, ...node.arguments], node, context);
  if (name !== 'concat') return undefined;
  const texts = node.arguments.map((argument) => context.value(argument, STRING));
  if (texts.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  return joined([receiver, ...texts], context.span(node));
}

// ---- numbers ----

/** An argument that may be left out or undefined, as an integer. */
function digits(node: ts.CallExpression, context: Context): Expression | undefined {
  const [argument] = node.arguments;
  if (!argument) return undefined;
  const value = context.expression(argument);
  if (value.type === UNDEFINED && value.kind === 'constant') return undefined;
  return integerArgument(value, argument, context);
}

/** ECMA-262 21.1.3.6, 21.2.3.3. */
function numberText(receiver: Expression, node: ts.CallExpression, context: Context): Expression {
  const radix = digits(node, context);
  if (!radix) return toText(receiver, node, context);
  if (radix.type === ERROR_TYPE) return context.failed(node);
  const span = context.span(node);
  const isBigint = receiver.type.kind === 'int' && receiver.type.bigint;
  if (!isBigint) {
    const number = convertNumber(receiver, F64, span);
    return builtin('text.of-number-radix', [number, radix], STRING, span);
  }
  const name = receiver.type === INT_TYPES.u64 ? 'text.of-u64-radix' : 'text.of-i64-radix';
  return builtin(name, [receiver, radix], STRING, span);
}

const FORMATS: { readonly [K in string]?: BuiltinName } = {
  toFixed: 'text.toFixed',
  toExponential: 'text.toExponential',
  toPrecision: 'text.toPrecision',
};

function formatted(
  receiver: Expression,
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) {
    const report = { member: name, type: typeText(receiver.type) };
    return context.fail(E.member, node.expression, report);
  }
  const span = context.span(node);
  const number = convertNumber(receiver, F64, span);
  const count = digits(node, context);
  if (count?.type === ERROR_TYPE) return context.failed(node);
  if (count) return builtin(format, [number, count], STRING, span);
  if (name === 'toPrecision') return toText(number, node, context);
  if (name === 'toExponential')
    return builtin('text.to-shortest-exponential', [number], STRING, span);
  return builtin(format, [number, constant(INT_TYPES.isize, 0n, span)], STRING, span);
}

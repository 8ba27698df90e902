// `String(x)`, `Number(x)`, `Boolean(x)`, `isNaN(x)`, `isFinite(x)`, `parseInt(s, radix)`, `parseFloat(s)` → conversions.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, INT_TYPES, STRING } from '../../program/types.ts';
import { builtin, conditional, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { libraryName } from '../library/library-name.ts';
import { isNull, isNullable, isPresent, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { typeText } from '../../program/type-text.ts';
import { testNumber, type NumberTest } from '../numbers/test-number.ts';
import { toBoolean } from '../truth.ts';
import { toText } from './to-text.ts';

type Handler = (node: ts.CallExpression, context: Context) => Expression;

/** undefined for the name of anything else. */
export function globalFunctionCall(
  name: ts.Identifier | ts.MemberName,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const library = libraryName(name, context);
  return library === undefined ? undefined : FUNCTIONS.get(library)?.(node, context);
}

const stringCall: Handler = (node, context) => {
  const [argument] = node.arguments;
  return argument
    ? toText(context.expression(argument), argument, context)
    : constant(STRING, '', context.span(node));
};

const numberCall: Handler = (node, context) => {
  const [argument] = node.arguments;
  return argument
    ? toNumber(context.expression(argument), argument, context)
    : constant(F64, 0, context.span(node));
};

/** ECMA-262 7.1.4 ToNumber; bigints are converted too (21.1.1.1). */
export function toNumber(value: Expression, node: ts.Node, context: Context): Expression {
  const { type, span } = value;
  if (type === ERROR_TYPE) return value;
  if (type === STRING) return builtin('text.to-number', [value], F64, span);
  if (isNumeric(type) || type === BOOLEAN) {
    const number = convertNumber(value, F64, span);
    return number.kind === 'constant' ? constant(F64, number.value, span) : number;
  }
  const absent = (kind: 'null' | 'undefined'): Expression =>
    constant(F64, kind === 'null' ? 0 : Number.NaN, span);
  if (type.kind === 'null' || type.kind === 'undefined')
    return sequence([value], absent(type.kind), span);
  if (type.kind !== 'nullable') return context.fail(E.noNumber, node, { type: typeText(type) });
  return once('value', value, context, (kept) => {
    if (!isNullable(kept)) return toNumber(kept, node, context);
    const present = toNumber(unwrap(kept, span), node, context);
    if (present.type === ERROR_TYPE) return present;
    const missing = conditional(isNull(kept, span), absent('null'), absent('undefined'), span);
    return conditional(isPresent(kept, span), present, missing, span);
  });
}

export const parseFloatCall: Handler = (node, context) => {
  const [argument] = node.arguments;
  const text = argument && context.value(argument, STRING);
  if (!text || text.type === ERROR_TYPE) return context.failed(node);
  return builtin('text.parse-float', [text], F64, context.span(node));
};

export const parseIntCall: Handler = (node, context) => {
  const [argument, radixNode] = node.arguments;
  const text = argument && context.value(argument, STRING);
  const span = context.span(node);
  const radix = radixNode ? context.value(radixNode, F64) : constant(F64, 0, span);
  if (!text || text.type === ERROR_TYPE || radix.type === ERROR_TYPE) return context.failed(node);
  const base = convertNumber(radix, INT_TYPES.i32, span);
  return builtin('text.parse-int', [text, base], F64, span);
};

const booleanCall: Handler = (node, context) => {
  const [argument] = node.arguments;
  return argument
    ? toBoolean(context.expression(argument), context)
    : constant(BOOLEAN, false, context.span(node));
};

/** The globals of old: they convert, `Number.isNaN` does not. */
const numberTest =
  (name: NumberTest): Handler =>
  (node, context) => {
    const [argument] = node.arguments;
    const value = argument && toNumber(context.expression(argument), argument, context);
    if (!value || value.type === ERROR_TYPE) return context.failed(node);
    return testNumber(name, value, context, context.span(node));
  };

const FUNCTIONS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['String', stringCall],
  ['Number', numberCall],
  ['Boolean', booleanCall],
  ['isNaN', numberTest('isNaN')],
  ['isFinite', numberTest('isFinite')],
  ['parseFloat', parseFloatCall],
  ['parseInt', parseIntCall],
]);

// Arguments of builtins: each converted to what the builtin's row asks for, missing ones from its defaults.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { BUILTINS, type BuiltinName, type BuiltinType } from '../../builtins/builtins.ts';
import type { Expression } from '../../program/nodes.ts';
import {
  ARRAY_BUFFER,
  BOOLEAN,
  DATA_VIEW,
  F64,
  INT_TYPES,
  STRING,
  UNDEFINED,
  VOID,
  type RtsType,
  type TypedArrayType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, convertTo, isize } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { fitsByForm, isNumeric } from '../numbers/lossless.ts';
import { typeText } from '../../program/type-text.ts';

/** A call of the builtin `name`; the result as programs see it (lengths and integers are `number`). */
export function callBuiltin(
  name: BuiltinName,
  receiver: Expression | null,
  nodes: readonly ts.Expression[],
  node: ts.Node,
  context: Context,
): Expression {
  const { parameters, defaults, result } = BUILTINS[name];
  const span = context.span(node);
  const values: Expression[] = receiver ? [receiver] : [];
  const firstDefault = parameters.length - defaults.length;
  for (let i = values.length; i < parameters.length; i++) {
    const type = parameters[i] ?? 'f64';
    const written = nodes[receiver ? i - 1 : i];
    const value = written
      ? argument(written, type, receiver, context, i >= firstDefault)
      : undefined;
    values.push(value ?? defaultValue(defaults[i - firstDefault], type, span));
  }
  if (values.some((value) => value.type === ERROR_TYPE)) return context.failed(node);
  return asSeen(builtin(name, values, resultType(result, receiver), span), span);
}

/** undefined: `undefined` was written for a parameter that has a default. */
function argument(
  node: ts.Expression,
  type: BuiltinType,
  receiver: Expression | null,
  context: Context,
  hasDefault: boolean,
): Expression | undefined {
  if (type === 'isize') {
    const value = context.expression(node);
    if (hasDefault && value.type === UNDEFINED && value.kind === 'constant') return undefined;
    return integerArgument(value, node, context);
  }
  const wanted = resultType(type, receiver);
  const value = context.expression(node, wanted);
  if (hasDefault && value.type === UNDEFINED && value.kind === 'constant') return undefined;
  return context.convert(value, wanted, node);
}

function defaultValue(
  value: number | boolean | string | undefined,
  type: BuiltinType,
  span: Span,
): Expression {
  if (typeof value === 'string') return constant(STRING, value, span);
  if (typeof value !== 'number') return constant(BOOLEAN, value ?? false, span);
  return type === 'f64' ? constant(F64, value, span) : isize(value, span);
}

const PLAIN: { readonly [K in BuiltinType]?: RtsType } = {
  f64: F64,
  boolean: BOOLEAN,
  string: STRING,
  void: VOID,
  arraybuffer: ARRAY_BUFFER,
  dataview: DATA_VIEW,
  i32: INT_TYPES.i32,
  u32: INT_TYPES.u32,
  i64: INT_TYPES.i64,
  u64: INT_TYPES.u64,
  isize: INT_TYPES.isize,
};

function resultType(type: BuiltinType, receiver: Expression | null): RtsType {
  if (type === 'element') return elementType(receiver?.type as TypedArrayType);
  if (type === 'item' && receiver?.type.kind === 'array') return receiver.type.element;
  return PLAIN[type] ?? receiver?.type ?? VOID;
}

/** The type in which elements are read and assigned. */
export const elementType = ({ element }: TypedArrayType): RtsType =>
  element === 'i64' ? INT_TYPES.i64 : element === 'u64' ? INT_TYPES.u64 : F64;

/** Integers of the 32-bit and size types are `number` to the program; its form still tells their range. */
function asSeen(value: Expression, span: Span): Expression {
  const isNumber = value.type.kind === 'int' && !value.type.bigint;
  return isNumber ? convertTo('int-to-float', value, F64, span) : value;
}

const END = BigInt(Number.MAX_SAFE_INTEGER);

/** ECMA-262 7.1.5 ToIntegerOrInfinity, with the infinities beyond every length. */
export function integerArgument(value: Expression, node: ts.Node, context: Context): Expression {
  const { type, span } = value;
  if (type === ERROR_TYPE) return value;
  if (type.kind === 'nullable')
    return context.fail(E.nullableOperand, node, { type: typeText(type) });
  if (!isNumeric(type) || (type.kind === 'int' && type.bigint))
    return context.fail(E.wrongType, node, { from: typeText(type), to: 'number' });
  if (type.kind === 'int' || fitsByForm(value, INT_TYPES.isize))
    return convertNumber(value, INT_TYPES.isize, span);
  const wide = convertNumber(value, F64, span);
  if (wide.kind === 'constant' && typeof wide.value === 'number')
    return isize(clamp(wide.value), span);
  const number = (limit: bigint): Expression => constant(F64, Number(limit), span);
  const below = builtin('Math.min', [wide, number(END)], F64, span);
  const between = builtin('Math.max', [below, number(-END)], F64, span);
  return convertTo('float-to-int', between, INT_TYPES.isize, span);
}

function clamp(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  return BigInt(Math.trunc(Math.max(Math.min(value, Number(END)), -Number(END))));
}

// Arguments of C functions: converted to the declared types, or, beyond those of a variadic function, promoted as C promotes them.
import type ts from 'typescript';
import { RFFI_PRIMITIVES } from '../../../runtime/lltype/primitives.ts';
import { makePtr } from '../../../runtime/lltype/constructors.ts';
import type { Container, LowLevelType, Primitive } from '../../../runtime/lltype/types.ts';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import {
  BOOLEAN,
  F32,
  F64,
  INT_TYPES,
  NULL,
  pointerTo,
  STRING,
  type RtsType,
} from '../../program/types.ts';
import { typeText } from '../../program/type-text.ts';
import { convertTo, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant, literalValue } from '../numbers/literal.ts';
import { functionArgument } from './callbacks.ts';
import { isText, passed, temporaryCallback, textArgument, type Passed } from './passed.ts';
import { isPassable } from './pointer-compatibility.ts';
import { isPointer } from './pointer-places.ts';
import { CHARS } from './string-calls.ts';
import { valueType } from './value-type.ts';

/** Where an argument stands. `index` from 0; `name`: of the C function, for messages. */
export interface ArgumentPlace {
  readonly node: ts.Expression;
  readonly index: number;
  readonly name: string;
  readonly context: Context;
}

/** An argument without annotations. */
export function argument(type: LowLevelType, place: ArgumentPlace): Passed {
  const { node, context } = place;
  if (type.kind === 'primitive') return passed(context.value(node, valueType(type)));
  const to = type.kind === 'ptr' ? type.to : type;
  const callback = to.kind === 'func' ? functionArgument(node, to, context) : undefined;
  if (callback)
    return callback.isTemporary ? temporaryCallback(callback.pointer) : passed(callback.pointer);
  const value = context.expression(node);
  if (to === CHARS && isText(value.type)) return textArgument(value, place);
  return passed(pointerArgument(value, to, place));
}

/** For a structure that goes by value: a pointer to it. */
export function pointerArgument(
  value: Expression,
  to: Container,
  { node, index, name, context }: ArgumentPlace,
): Expression {
  if (value.type === ERROR_TYPE) return value;
  const target = pointerTo(to);
  const { span } = value;
  if (value.type === target) return value;
  if (value.type === NULL) return sequence([value], constant(target, null, span), span);
  if (isPointer(value) && isPassable(value.type.to, to))
    return convertTo('pointer', value, target, span);
  const report = { function: name, parameter: index + 1, type: typeText(target) };
  const got = typeText(value.type);
  if (value.type === STRING) return context.fail(E.stringArgument, node, report);
  if (value.type.kind === 'typedarray')
    return context.fail(E.arrayArgument, node, { ...report, got });
  return context.fail(E.pointerArgument, node, { ...report, got });
}

const { INT, UINT, LONG, ULONG, LONGLONG, ULONGLONG, DOUBLE } = RFFI_PRIMITIVES;
const { i32, u32, isize, usize, i64, u64 } = INT_TYPES;

/** Those that are not narrower than int. */
const C_INTEGERS: ReadonlyMap<RtsType, Primitive> = new Map<RtsType, Primitive>([
  [i32, INT],
  [u32, UINT],
  [isize, LONG],
  [usize, ULONG],
  [i64, LONGLONG],
  [u64, ULONGLONG],
]);

export interface FurtherArgument {
  readonly value: Expression;
  readonly type: LowLevelType;
}

/** C11 6.5.2.2p6: narrow integers go as int, float as double. A literal does not say what it is. */
export function furtherArgument(
  node: ts.Expression,
  index: number,
  name: string,
  context: Context,
): FurtherArgument {
  const value = context.expression(node);
  const { type, span } = value;
  const refused = (got: string): FurtherArgument => ({
    value: context.fail(E.furtherArgument, node, { function: name, parameter: index + 1, got }),
    type: INT,
  });
  if (type === ERROR_TYPE) return { value, type: INT };
  if (isPointer(value)) return { value, type: makePtr(value.type.to) };
  if (type.kind === 'int') {
    const own = C_INTEGERS.get(type);
    return own ? { value, type: own } : { value: convertNumber(value, i32, span), type: INT };
  }
  if (type === BOOLEAN)
    return { value: convertTo('boolean-to-number', value, i32, span), type: INT };
  const literal = literalValue(value);
  if (typeof literal === 'number' && Number.isInteger(literal))
    return refused('an integer without a type');
  if (type === F32 || type === F64) return { value: convertNumber(value, F64, span), type: DOUBLE };
  return refused(`a ${typeText(type)}`);
}

// Any value as text: ECMA-262 7.1.17 ToString. Objects are asked by their own method, errors have a text by themselves.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, INT_TYPES, STRING, type IntType, type ObjectType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, conditional, once, sequence } from '../build.ts';
import { callWith } from '../calls/function.ts';
import { callMethod } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isError } from '../error-field.ts';
import { isNull, isNullable, isPresent, unwrap } from '../nullable.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';
import { byMember } from '../unions/member-test.ts';

const { i64, u64 } = INT_TYPES;

/** `node` is where a value is reported that has no text. */
export function toText(value: Expression, node: ts.Node, context: Context): Expression {
  const { type, span } = value;
  if (type === ERROR_TYPE || type === STRING) return value;
  if (value.kind === 'constant' && isWritten(value.value)) return text(String(value.value), span);
  switch (type.kind) {
    case 'int':
      return integerText(value, type, span);
    case 'float':
      return builtin('text.of-number', [convertNumber(value, F64, span)], STRING, span);
    case 'boolean':
      return conditional(value, text('true', span), text('false', span), span);
    case 'null':
    case 'undefined':
    case 'never':
      return sequence([value], text(type.kind, span), span);
    case 'union':
      return byMember(value, type, node, context, (member) => toText(member, node, context));
    case 'nullable':
      return once('value', value, context, (kept) => nullableText(kept, node, context));
    case 'object':
      return objectText(value, type, node, context);
    default:
      return context.fail(E.noText, node, { type: typeText(type) });
  }
}

const text = (value: string, span: Span): Expression => constant(STRING, value, span);

const isWritten = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';

/** isize and usize are numbers to JavaScript, rounded beyond 2 ** 53. */
function integerText(value: Expression, type: IntType, span: Span): Expression {
  if (type.bits === 64 && !type.bigint)
    return builtin('text.of-number', [convertNumber(value, F64, span)], STRING, span);
  const wide = type === u64 ? u64 : i64;
  const name = type === u64 ? 'text.of-u64' : 'text.of-i64';
  return builtin(name, [convertNumber(value, wide, span)], STRING, span);
}

function nullableText(value: Expression, node: ts.Node, context: Context): Expression {
  const { span } = value;
  if (!isNullable(value)) return toText(value, node, context);
  const { allowsNull, allowsUndefined } = value.type;
  const present = toText(unwrap(value, span), node, context);
  if (present.type === ERROR_TYPE) return present;
  const absent =
    allowsNull && allowsUndefined
      ? conditional(isNull(value, span), text('null', span), text('undefined', span), span)
      : text(allowsNull ? 'null' : 'undefined', span);
  return conditional(isPresent(value, span), present, absent, span);
}

/** ECMA-262 7.1.1.1 OrdinaryToPrimitive: the class's method `toString`, or what errors have instead of one. */
function objectText(
  value: Expression,
  type: ObjectType,
  node: ts.Node,
  context: Context,
): Expression {
  const method = context.classes.members(type)?.method('toString');
  if (method && method.function.parameters.length === 1) {
    const result = method.result(node);
    if (result === STRING) return callMethod(method, [value], STRING, true, value.span);
    if (result === ERROR_TYPE) return context.failed(node);
  }
  return isError(value)
    ? errorText(value, node, context)
    : context.fail(E.noText, node, { type: typeText(type) });
}

export function errorText(error: Expression, node: ts.Node, context: Context): Expression {
  const found = context.libraryFunction('error', 'textOf');
  return found.kind === 'function'
    ? callWith(found.declared, [error], [error], node, context)
    : context.failed(node);
}

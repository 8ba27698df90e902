// The error classes: `new RangeError(message, { cause })`, and what can be read of an error.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES, OPTIONAL_ERROR } from '../../program/error-classes.ts';
import type { ErrorName, Expression } from '../../program/nodes.ts';
import { nullableOf, STRING, UNDEFINED, VOID } from '../../program/types.ts';
import { conditional, letIn, once, readLocal, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { tsc } from '../tsc.ts';

const OPTIONAL_STRING = nullableOf(STRING, false, true);

/** The message that a call of an error's constructor gives; '' where it is left out or undefined. */
export function errorMessage(
  node: ts.NewExpression | ts.CallExpression,
  context: Context,
): Expression {
  const [argument] = node.arguments ?? [];
  const none = constant(STRING, '', context.span(node));
  if (!argument) return none;
  const message = context.expression(argument, STRING);
  if (message.type === STRING || message.type === ERROR_TYPE) return message;
  if (message.type === UNDEFINED) return sequence([message], none, none.span);
  const given = context.convert(message, OPTIONAL_STRING, argument);
  if (given.type === ERROR_TYPE) return given;
  return once('message', given, context, (value) =>
    conditional(isPresent(value, value.span), unwrap(value, value.span), none, value.span),
  );
}

/** The second argument: `{ cause: error }`, written out. */
function errorCause(node: ts.NewExpression | ts.CallExpression, context: Context): Expression {
  const [, options] = node.arguments ?? [];
  const none = constant(OPTIONAL_ERROR, undefined, context.span(node));
  if (!options) return none;
  if (!tsc.isObjectLiteralExpression(options)) return context.fail(E.errorOptions, options, {});
  const [property, ...others] = options.properties;
  if (!property) return none;
  const name = property.name && tsc.isIdentifier(property.name) ? property.name.text : '';
  if (others.length > 0 || name !== 'cause') return context.fail(E.errorOptions, options, {});
  if (tsc.isPropertyAssignment(property))
    return context.value(property.initializer, OPTIONAL_ERROR);
  if (tsc.isShorthandPropertyAssignment(property))
    return context.value(property.name, OPTIONAL_ERROR);
  return context.fail(E.errorOptions, options, {});
}

/** For a constructor that takes the message and the cause. */
export const errorArguments = (
  node: ts.NewExpression | ts.CallExpression,
  context: Context,
): readonly Expression[] => [errorMessage(node, context), errorCause(node, context)];

/** What the constructor of the class does with `object`: also for `super(…)` in a class that is derived from it. */
export function constructError(
  error: ErrorName,
  object: Expression,
  node: ts.NewExpression | ts.CallExpression,
  context: Context,
): Expression {
  const message = errorMessage(node, context);
  const cause = errorCause(node, context);
  if (message.type === ERROR_TYPE || cause.type === ERROR_TYPE) return context.failed(node);
  const span = context.span(node);
  return { kind: 'construct-error', error, object, message, cause, type: VOID, span };
}

export function newError(error: ErrorName, node: ts.NewExpression, context: Context): Expression {
  const span = context.span(node);
  const type = ERROR_CLASSES[error];
  const local = context.temporary('error', type);
  const object = readLocal(local, span);
  const constructed = constructError(error, object, node, context);
  if (constructed.type === ERROR_TYPE) return constructed;
  const value: Expression = { kind: 'new', construct: null, arguments: [], type, span };
  return letIn([{ local, value }], sequence([constructed], object, span), span);
}

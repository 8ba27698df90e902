// Objects, arrays and closures are JavaScript's own. A constructor or method is a function that takes the object first.
import { call, loose, tight, type Code } from '../code.ts';
import type { ExpressionHandler, Printer } from '../printer.ts';
import { isErrorClass } from '../../program/error-classes.ts';
import type { Expression } from '../../program/nodes.ts';
import { memberOf } from '../../program/identifier.ts';
import { memberTest } from './member-test.ts';

const texts = (expressions: readonly Expression[], printer: Printer): readonly string[] =>
  expressions.map((one) => printer.expression(one));

export const newObject: ExpressionHandler<'new'> = (expression, printer) => {
  const { construct, type } = expression;
  if (type.kind !== 'object') throw new Error(`new ${type.kind}`);
  const object = `new ${printer.class(type)}()`;
  if (!construct) return tight(object);
  const args = texts(expression.arguments, printer);
  return call(printer.prelude('construct'), [printer.function(construct), object, ...args]);
};

/** In the order of evaluation, which may differ from that of the type. */
export const record: ExpressionHandler<'record'> = ({ fields, captures, type }, printer) => {
  const parts = fields.map(
    ({ field, value }) => `${JSON.stringify(field)}: ${printer.expression(value)}`,
  );
  for (const [local, field] of captures ?? [])
    parts.push(`${JSON.stringify(field)}: ${printer.local(local)}`);
  const text = `({ ${parts.join(', ')} })`;
  return type.kind === 'object' && type.form === 'class'
    ? call('Object.assign', [`new ${printer.class(type)}()`, text])
    : tight(text);
};

export const array: ExpressionHandler<'array'> = ({ items }, printer) =>
  tight(`[${texts(items, printer).join(', ')}]`);

export const methodCall: ExpressionHandler<'method-call'> = (expression, printer) => {
  const [receiver, ...args] = expression.arguments;
  if (!receiver) throw new Error('a method call without a receiver');
  const [object, again] = twice(receiver, printer);
  return call(object + memberOf(expression.method), [again, ...texts(args, printer)]);
};

/** The receiver also is the first argument: it is read again before anything else is evaluated. */
function twice(receiver: Expression, printer: Printer): readonly [string, string] {
  if (receiver.kind === 'read' && receiver.place.kind === 'local') {
    const text = printer.operand(receiver);
    return [text, text];
  }
  const held = printer.prelude('receiver');
  return [`(${held} = ${printer.expression(receiver)})`, held];
}

/**
 * The function that makes the closure takes what it captures: a cell, or a value that does not change. What captures nothing is one
 * object, however often it is evaluated.
 */
export const closure: ExpressionHandler<'closure'> = ({ function: made }, printer) =>
  made.captures.length === 0
    ? tight(printer.function(made))
    : call(
        printer.function(made),
        made.captures.map((local) => printer.local(local)),
      );

export const closureCall: ExpressionHandler<'closure-call'> = (expression, printer) =>
  call(printer.operand(expression.callee), texts(expression.arguments, printer));

export const constructError: ExpressionHandler<'construct-error'> = (expression, printer) => {
  const { object, message, cause } = expression;
  const own = object.type.kind === 'object' && !isErrorClass(object.type);
  return call(printer.prelude('constructError'), [
    ...texts([object, message, cause], printer),
    // The stack begins where an object is made, not in the constructor of its class.
    ...(own ? [printer.prelude('construct')] : []),
  ]);
};

export const instanceOf: ExpressionHandler<'instance-of'> = (expression, printer): Code =>
  loose(`${printer.operand(expression.operand)} instanceof ${printer.class(expression.class)}`);

export const isMember: ExpressionHandler<'is-member'> = (
  { operand, member: tested },
  printer,
): Code => loose(memberTest(printer.operand(operand), operand.type, tested, printer));

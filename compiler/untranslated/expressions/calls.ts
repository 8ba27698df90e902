// Calls: of functions of the program, of C functions, and what makes or names raw memory.
import { call, tight, type Code } from '../code.ts';
import type { ExpressionHandler } from '../printer.ts';
import { BUILTIN_PRINTERS } from './builtins.ts';

export const callExpression: ExpressionHandler<'call'> = (expression, printer) => {
  const { callee } = expression;
  const [closure, ...rest] = expression.arguments;
  const [called, given] =
    callee.closure && closure
      ? [printer.operand(closure), rest]
      : [printer.function(callee), expression.arguments];
  return call(
    called,
    given.map((argument) => printer.expression(argument)),
  );
};

export const cCall: ExpressionHandler<'c-call'> = (expression, printer) => {
  const { callee, address, into, standIn } = expression;
  const args = expression.arguments.map((argument) => printer.expression(argument));
  const called = address ? printer.operand(address) : printer.cFunction(callee, standIn);
  const result = call(called, args);
  if (!into) return result;
  // The memory is made when the arguments are there, so that an error among them loses nothing.
  const memory = `() => ${printer.expression(into)}`;
  const copy = `${printer.runtime('rffi')}.structcopy`;
  return call(printer.prelude('structResult'), [result.text, memory, copy]);
};

/** The function that C calls takes the closure first. */
export const callback: ExpressionHandler<'callback'> = (expression, printer) => {
  const { type, function: entry } = expression;
  if (type.kind !== 'ptr') return tight('null');
  const bound = `${printer.function(entry)}.bind(null, ${printer.expression(expression.closure)})`;
  const pointer = printer.lowLevelType(type.to);
  return call(`${printer.runtime('rffi')}.callback`, [
    pointer,
    bound,
    printer.function(expression.thrower),
  ]);
};

export const builtin: ExpressionHandler<'builtin'> = (expression, printer) => {
  const args = expression.arguments.map((argument) => ({
    code: printer.code(argument),
    type: argument.type,
  }));
  return BUILTIN_PRINTERS[expression.builtin](args, expression.type, printer);
};

export const rawMalloc: ExpressionHandler<'raw-malloc'> = ({ container, count, zero }, printer) =>
  call(`${printer.runtime('lltype')}.malloc`, [
    printer.lowLevelType(container),
    ...(count === null ? [] : [printer.expression(count)]),
    zero ? `{ flavor: 'raw', zero: true }` : `{ flavor: 'raw' }`,
  ]);

/** Reading a field or item that is itself a container gives a pointer into it; `rffi.ptradd` one to the rest of the array. */
export const addressOf: ExpressionHandler<'address-of'> = ({ place, type }, printer) => {
  const lltype = (name: string, ...args: readonly string[]): Code =>
    call(`${printer.runtime('lltype')}.${name}`, [printer.expression(place.pointer), ...args]);
  if (place.kind === 'field') {
    const { kind } = place.fieldType;
    return kind === 'primitive' || kind === 'ptr'
      ? lltype('direct_fieldptr', JSON.stringify(place.field))
      : tight(`${printer.operand(place.pointer)}.${place.field}`);
  }
  if (type === place.pointer.type) {
    const { to } = type.kind === 'ptr' ? type : { to: null };
    // Where the array knows its length, only its beginning is asked for.
    if (to?.kind === 'fixed-array' || (to?.kind === 'array' && to.length !== null))
      return lltype('direct_arrayitems');
    return BUILTIN_PRINTERS['rffi.ptradd'](
      [place.pointer, place.index].map((one) => ({ code: printer.code(one), type: one.type })),
      type,
      printer,
    );
  }
  return tight(`${printer.operand(place.pointer)}[${printer.expression(place.index)}]`);
};

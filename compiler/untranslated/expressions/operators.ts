// Operators with operands: arithmetic by the type's group, the rest is JavaScript's.
import { printBinary, printUnary } from '../arithmetic/select.ts';
import { loose, tight } from '../code.ts';
import type { ExpressionHandler } from '../printer.ts';

export const binary: ExpressionHandler<'binary'> = (expression, printer) => {
  const { type, operator } = expression;
  const a = printer.operand(expression.left);
  const b = printer.operand(expression.right);
  if (type.kind === 'int' || type.kind === 'float') {
    return printBinary(type, operator, a, b, (name) => printer.prelude(name));
  }
  return loose(`${a} ${operator} ${b}`);
};

export const unary: ExpressionHandler<'unary'> = ({ type, operator, operand }, printer) => {
  const a = printer.operand(operand);
  if (operator === '!' || (type.kind !== 'int' && type.kind !== 'float')) {
    return loose(`${operator}${a}`);
  }
  const name = operator === '-' ? 'negate' : 'complement';
  return printUnary(type, name, a, (prelude) => printer.prelude(prelude));
};

export const compare: ExpressionHandler<'compare'> = ({ operator, left, right }, printer) =>
  loose(`${printer.operand(left)} ${operator} ${printer.operand(right)}`);

export const logical: ExpressionHandler<'logical'> = ({ operator, left, right }, printer) =>
  loose(`${printer.operand(left)} ${operator} ${printer.operand(right)}`);

export const conditional: ExpressionHandler<'conditional'> = (expression, printer) => {
  const test = printer.operand(expression.test);
  const whenTrue = printer.operand(expression.whenTrue);
  return loose(`${test} ? ${whenTrue} : ${printer.operand(expression.whenFalse)}`);
};

/** The locals are declared at the head of the function, so a comma expression does. */
export const letExpression: ExpressionHandler<'let'> = ({ bindings, body }, printer) => {
  const stores = bindings.map(
    ({ local, value }) => `${printer.local(local)} = ${printer.expression(value)}`,
  );
  return tight(`(${[...stores, printer.expression(body)].join(', ')})`);
};

export const sequence: ExpressionHandler<'sequence'> = ({ effects, value }, printer) =>
  tight(`(${[...effects, value].map((part) => printer.expression(part)).join(', ')})`);

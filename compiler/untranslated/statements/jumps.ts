// Loops, switches, labelled blocks and the jumps out of them. Every jump names its label, so no rule of JavaScript
// about the innermost one applies; a statement has a label only where something jumps to it.
import type { SwitchCase } from '../../program/nodes.ts';
import { indent } from '../code.ts';
import type { Printer, StatementHandler } from '../printer.ts';

export const loop: StatementHandler<'loop'> = (statement, printer) => {
  const { target, testAtEnd } = statement;
  const test = statement.test && printer.expression(statement.test);
  const update = statement.update && printer.expression(statement.update);
  const body = indent(printer.statements(statement.body));
  const label = printer.labelOf(target);
  if (testAtEnd) {
    const end = [update, test ?? 'true'].filter((part) => part !== null).join(', ');
    return [`${label}do {`, ...body, `} while (${end});`];
  }
  const head = update === null ? `while (${test ?? 'true'})` : `for (; ${test ?? ''}; ${update})`;
  return [`${label}${head} {`, ...body, '}'];
};

export const switchStatement: StatementHandler<'switch'> = (statement, printer) => {
  const discriminant = printer.local(statement.discriminant);
  const cases = statement.cases.flatMap((one) => switchCase(one, printer));
  return [`${printer.labelOf(statement.target)}switch (${discriminant}) {`, ...indent(cases), '}'];
};

function switchCase({ test, body }: SwitchCase, printer: Printer): readonly string[] {
  const head = test === null ? 'default:' : `case ${printer.expression(test)}:`;
  return [head, ...indent(printer.statements(body))];
}

export const labelled: StatementHandler<'labelled'> = ({ target, body }, printer) => {
  const lines = indent(printer.statements(body));
  return [`${printer.labelOf(target)}{`, ...lines, '}'];
};

export const breakStatement: StatementHandler<'break'> = ({ target }, printer) => [
  `break ${printer.jumpLabel(target)};`,
];

export const continueStatement: StatementHandler<'continue'> = ({ target }, printer) => [
  `continue ${printer.jumpLabel(target)};`,
];

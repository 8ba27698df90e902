// The table of statement handlers, one for each kind of node. Simple kinds stand here; the others in their files.
import type { Statement } from '../../program/nodes.ts';
import { indent } from '../code.ts';
import type { Printer, StatementHandler, StatementOf } from '../printer.ts';
import { breakStatement, continueStatement, labelled, loop, switchStatement } from './jumps.ts';

/** What has no value yet is declared at the head of the function. */
const declare: StatementHandler<'declare'> = ({ local, value }, printer) => {
  if (value === null && !local.cell) return [];
  const text = value ? printer.expression(value) : 'undefined';
  return [`${printer.declared(local)} = ${local.cell ? `{ value: ${text} }` : text};`];
};

const ifStatement: StatementHandler<'if'> = ({ test, whenTrue, whenFalse }, printer) => {
  const head = `if (${printer.expression(test)}) {`;
  const yes = indent(printer.statements(whenTrue));
  if (whenFalse.length === 0) return [head, ...yes, '}'];
  return [head, ...yes, '} else {', ...indent(printer.statements(whenFalse)), '}'];
};

const using: StatementHandler<'using'> = ({ local, value, dispose, body }, printer) => [
  `${printer.local(local)} = ${printer.expression(value)};`,
  'try {',
  ...indent(printer.statements(body)),
  '} finally {',
  `  ${printer.expression(dispose)};`,
  '}',
];

/** The parameter of `catch` cannot be the local itself, which the function declares. */
const tryStatement: StatementHandler<'try'> = ({ body, handler, finalizer }, printer) => {
  const lines = ['try {', ...indent(printer.statements(body))];
  if (handler) {
    const { local } = handler;
    const caught = local && `${printer.local(local)} = ${local.cell ? '{ value: $e }' : '$e'};`;
    const start = caught === null ? ['} catch {'] : ['} catch ($e) {', `  ${caught}`];
    lines.push(...start, ...indent(printer.statements(handler.body)));
  }
  if (finalizer) lines.push('} finally {', ...indent(printer.statements(finalizer)));
  return [...lines, '}'];
};

const HANDLERS: { readonly [K in Statement['kind']]: StatementHandler<K> } = {
  expression: ({ expression }, printer) => [`${printer.expression(expression)};`],
  declare,
  block: ({ body }, printer) => ['{', ...indent(printer.statements(body)), '}'],
  if: ifStatement,
  loop,
  switch: switchStatement,
  labelled,
  break: breakStatement,
  continue: continueStatement,
  return: ({ value }, printer) => [
    value === null ? 'return;' : `return ${printer.expression(value)};`,
  ],
  throw: ({ error, message }, printer) => [`throw new ${error}(${printer.expression(message)});`],
  'throw-object': ({ object }, printer) => [`throw ${printer.expression(object)};`],
  try: tryStatement,
  using,
};

export function printStatement<K extends Statement['kind']>(
  statement: StatementOf<K>,
  printer: Printer,
): readonly string[] {
  const handler: StatementHandler<K> = HANDLERS[statement.kind as K];
  return handler(statement, printer);
}

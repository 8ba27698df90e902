// `throw new RangeError('…')` → a raise of the error's name with its message.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { ErrorName } from '../../program/nodes.ts';
import { STRING } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { libraryName } from '../library/library-name.ts';
import { constant } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

const ERRORS: ReadonlySet<string> = new Set([
  'Error',
  'RangeError',
  'TypeError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'ReferenceError',
] satisfies ErrorName[]);

const isErrorName = (name: string | undefined): name is ErrorName =>
  name !== undefined && ERRORS.has(name);

export const throwStatement: StatementHandler<ts.ThrowStatement> = (node, context) => {
  const thrown = skipParentheses(node.expression);
  const error = tsc.isNewExpression(thrown) ? libraryName(thrown.expression, context) : undefined;
  if (!tsc.isNewExpression(thrown) || !isErrorName(error)) {
    if (!isRefused(thrown, context)) context.report(E.throwOther, node.expression, {});
    return [];
  }
  const [argument] = thrown.arguments ?? [];
  const message = argument
    ? context.value(argument, STRING)
    : constant(STRING, '', context.span(thrown));
  return [{ kind: 'throw', error, message, span: context.span(node) }];
};

/** What is thrown has been reported where it was made, or where its class is declared. */
function isRefused(thrown: ts.Expression, context: Context): boolean {
  if (!tsc.isNewExpression(thrown)) return context.expression(thrown).type === ERROR_TYPE;
  const symbol = context.symbol(thrown.expression);
  return symbol !== undefined && context.binding(symbol)?.kind === 'error';
}

// `throw e` → the throw of an error. One that is made in the statement is a raise of its name with its message: it needs no object.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import { derivesFrom } from '../../program/types.ts';
import { ERROR_TYPE } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { errorMessage } from '../library/error.ts';
import { libraryName } from '../library/library-name.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

export const throwStatement: StatementHandler<ts.ThrowStatement> = (node, context) => {
  const thrown = skipParentheses(node.expression);
  const span = context.span(node);
  if (tsc.isNewExpression(thrown) && (thrown.arguments?.length ?? 0) < 2) {
    const error = libraryName(thrown.expression, context);
    const message = isErrorName(error) ? errorMessage(thrown, context) : null;
    if (isErrorName(error) && message) return [{ kind: 'throw', error, message, span }];
  }
  const object = context.expression(thrown);
  const { type } = object;
  if (type === ERROR_TYPE) return [];
  if (type.kind === 'object' && derivesFrom(type, ERROR_CLASSES.Error))
    return [{ kind: 'throw-object', object, span }];
  context.report(E.throwOther, node.expression, {});
  return [];
};

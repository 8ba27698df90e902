// `ovfcheck(a + b)` → the result of the operation, or a RangeError where it does not fit in its type (rpython/rlib/rarithmetic.py, ovfcheck).
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { BuiltinName } from '../../builtins/builtins.ts';
import type { BinaryOperator, Expression } from '../../program/nodes.ts';
import { typeText } from '../../program/type-text.ts';
import { BOOLEAN, type IntType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, conditional, logical, once } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { intConstant } from '../numbers/literal.ts';
import { skipParentheses } from '../parentheses.ts';
import { raising } from '../raising.ts';
import { tsc } from '../tsc.ts';

const OPERATORS: ReadonlyMap<ts.SyntaxKind, BinaryOperator> = new Map([
  [tsc.SyntaxKind.PlusToken, '+'],
  [tsc.SyntaxKind.MinusToken, '-'],
  [tsc.SyntaxKind.AsteriskToken, '*'],
  [tsc.SyntaxKind.SlashToken, '/'],
  [tsc.SyntaxKind.PercentToken, '%'],
  [tsc.SyntaxKind.LessThanLessThanToken, '<<'],
]);

export const isOvfcheck = (symbol: ts.Symbol): boolean =>
  symbol.name === 'ovfcheck' && symbol.valueDeclaration?.getSourceFile().fileName === MIXMOD_PATH;

export function callOvfcheck(node: ts.CallExpression, context: Context): Expression {
  const [argument] = node.arguments;
  if (!argument) return context.failed(node);
  const operation = operationOf(skipParentheses(argument), context);
  if (operation?.type === ERROR_TYPE) return operation;
  if (operation?.kind !== 'binary' || operation.type.kind !== 'int')
    return context.fail(E.ovfcheckOperand, argument, {
      type: typeText(operation?.type ?? context.expression(argument).type),
    });
  return checkedOperation(operation, operation.type, context);
}

/** undefined for other expressions. `-a` is `0 - a`. */
function operationOf(node: ts.Expression, context: Context): Expression | undefined {
  if (tsc.isPrefixUnaryExpression(node) && node.operator === tsc.SyntaxKind.MinusToken) {
    const value = context.expression(node.operand);
    if (value.type.kind !== 'int') return value;
    const zero = intConstant(value.type, 0n, value.span);
    const { type, span } = value;
    return { kind: 'binary', operator: '-', left: zero, right: value, type, span };
  }
  const operator = tsc.isBinaryExpression(node) && OPERATORS.get(node.operatorToken.kind);
  if (!operator || !tsc.isBinaryExpression(node)) return undefined;
  const [left, right] = [context.expression(node.left), context.expression(node.right)];
  return arithmetic(operator, left, right, node, context);
}

function checkedOperation(
  operation: Extract<Expression, { readonly kind: 'binary' }>,
  type: IntType,
  context: Context,
): Expression {
  const { operator, span } = operation;
  return once('left', operation.left, context, (left) =>
    once('right', operation.right, context, (right) => {
      const value: Expression = { ...operation, left, right };
      const overflows = overflowOf(operator, left, right, value, type, span);
      if (!overflows) return value;
      return conditional(overflows, overflowError(type, span, context), value, span);
    }),
  );
}

const TESTS: ReadonlyMap<BinaryOperator, BuiltinName> = new Map([
  ['+', 'int.add-overflows'],
  ['-', 'int.sub-overflows'],
  ['*', 'int.mul-overflows'],
]);

/** null: it always fits. */
function overflowOf(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  value: Expression,
  type: IntType,
  span: Span,
): Expression | null {
  const test = TESTS.get(operator);
  if (test) return builtin(test, [left, right], BOOLEAN, span);
  // Shifted back it is another number.
  if (operator === '<<') {
    const back: Expression = { kind: 'binary', operator: '>>', left: value, right, type, span };
    return compare('!==', back, left, span);
  }
  if (operator !== '/' || !type.signed) return null;
  const is = (operand: Expression, wanted: bigint): Expression =>
    compare('===', operand, intConstant(type, wanted, span), span);
  return logical('&&', is(left, -(1n << BigInt(type.bits - 1))), is(right, -1n), span);
}

/** Raises: one function for each type. */
const overflowError = (type: IntType, span: Span, context: Context): Expression =>
  raising(
    {
      id: `overflow of ${type.name}`,
      name: 'ovfcheck',
      error: 'RangeError',
      message: `the result does not fit in ${type.name}`,
    },
    intConstant(type, 0n, span),
    context,
  );

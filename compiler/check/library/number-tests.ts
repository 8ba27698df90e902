// `Number.isNaN(x)`, `isFinite`, `isInteger`, `isSafeInteger`, `parseInt`, `parseFloat`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, type RtsType } from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { isNumberTest, testNumber } from '../numbers/test-number.ts';
import { parseFloatCall, parseIntCall } from '../text/global-functions.ts';

export function numberCall(name: string, node: ts.CallExpression, context: Context): Expression {
  if (name === 'parseFloat') return parseFloatCall(node, context);
  if (name === 'parseInt') return parseIntCall(node, context);
  const [argument] = node.arguments;
  if (!isNumberTest(name) || !argument)
    return context.fail(E.member, node, { member: name, type: 'Number' });
  const value = context.expression(argument);
  if (value.type === ERROR_TYPE) return value;
  const span = context.span(node);
  if (!isNumeric(value.type)) return context.value(argument, F64);
  if (isBigint(value.type)) return sequence([value], constant(BOOLEAN, false, span), span);
  return testNumber(name, value, context, span);
}

/** Not a number to JavaScript, so no test holds. */
const isBigint = (type: RtsType): boolean => type.kind === 'int' && type.bigint;

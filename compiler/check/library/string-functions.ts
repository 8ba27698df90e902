// `String.fromCharCode(…)` and `String.fromCodePoint(…)`: a string for each number, joined.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { F64, INT_TYPES, STRING } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { joined } from '../text/concat.ts';
import { typeText } from '../../program/type-text.ts';

type Make = (number: Expression, span: Span) => Expression;

/** ToUint16. */
const fromCharCode: Make = (number, span) => {
  const unit = convertNumber(convertNumber(number, INT_TYPES.u16, span), INT_TYPES.u32, span);
  return builtin('string.from-unit', [unit], STRING, span);
};

const fromCodePoint: Make = (number, span) =>
  builtin('string.from-code-point', [convertNumber(number, F64, span)], STRING, span);

const FUNCTIONS: { readonly [K in string]?: Make } = { fromCharCode, fromCodePoint };

export function stringFunction(
  name: string,
  node: ts.CallExpression,
  context: Context,
): Expression {
  const make = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!make) return context.fail(E.member, node, { member: name, type: 'String' });
  const texts = node.arguments.map((argument) => {
    const number = context.expression(argument);
    if (number.type === ERROR_TYPE) return number;
    if (!isNumeric(number.type) || (number.type.kind === 'int' && number.type.bigint))
      return context.fail(E.wrongType, argument, { from: typeText(number.type), to: 'number' });
    return make(number, number.span);
  });
  if (texts.some(({ type }) => type === ERROR_TYPE)) return context.failed(node);
  return joined(texts, context.span(node));
}

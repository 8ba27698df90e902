// `Number.isNaN(x)`, `isFinite`, `isInteger`, `isSafeInteger` → comparisons.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, F64, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, logical, once, sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { convertNumber } from '../numbers/convert-number.ts';
import { constant } from '../numbers/literal.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { parseFloatCall, parseIntCall } from '../text/global-functions.ts';

type Test = (value: Expression, span: Span) => Expression;

const isFinite: Test = (value, span) => {
  // x - x is NaN for NaN and the infinities, else 0.
  const difference: Expression = {
    kind: 'binary',
    operator: '-',
    left: value,
    right: value,
    type: F64,
    span,
  };
  return compare('===', difference, constant(F64, 0, span), span);
};

const isInteger: Test = (value, span) =>
  logical(
    '&&',
    compare('===', builtin('Math.trunc', [value], F64, span), value, span),
    isFinite(value, span),
    span,
  );

const TESTS: ReadonlyMap<string, { readonly test: Test; readonly ofInteger: boolean | Test }> =
  new Map(
    Object.entries<{ test: Test; ofInteger: boolean | Test }>({
      isNaN: { test: (value, span) => compare('!==', value, value, span), ofInteger: false },
      isFinite: { test: isFinite, ofInteger: true },
      isInteger: { test: isInteger, ofInteger: true },
      isSafeInteger: {
        test: (value, span) => logical('&&', isInteger(value, span), isSmall(value, span), span),
        ofInteger: isSmall,
      },
    }),
  );

function isSmall(value: Expression, span: Span): Expression {
  const size = builtin('Math.abs', [convertNumber(value, F64, span)], F64, span);
  return compare('<=', size, constant(F64, Number.MAX_SAFE_INTEGER, span), span);
}

export function numberCall(name: string, node: ts.CallExpression, context: Context): Expression {
  if (name === 'parseFloat') return parseFloatCall(node, context);
  if (name === 'parseInt') return parseIntCall(node, context);
  const row = TESTS.get(name);
  const [argument] = node.arguments;
  if (!row || !argument) return context.fail(E.member, node, { member: name, type: 'Number' });
  const value = context.expression(argument);
  if (value.type === ERROR_TYPE) return value;
  const span = context.span(node);
  if (!isNumeric(value.type)) return context.value(argument, F64);
  if (isBigint(value.type)) return sequence([value], constant(BOOLEAN, false, span), span);
  return once('value', value, context, (kept) => {
    if (kept.type.kind !== 'int') return row.test(convertNumber(kept, F64, span), span);
    return typeof row.ofInteger === 'boolean'
      ? sequence([kept], constant(BOOLEAN, row.ofInteger, span), span)
      : row.ofInteger(kept, span);
  });
}

/** Not a number to JavaScript, so no test holds. */
const isBigint = (type: RtsType): boolean => type.kind === 'int' && type.bigint;

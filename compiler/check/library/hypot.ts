// `Math.hypot(a, b, c)` → scaled sums with Kahan's compensation, step by step what V8 does, so that the last digit is
// the same. ECMA-262 21.3.2.18: an infinity gives Infinity whatever else is NaN.
import type { Expression } from '../../program/nodes.ts';
import { F64 } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, conditional, logical, once } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';

/** Arithmetic on `number` at one place of the source. */
interface Arithmetic {
  readonly context: Context;
  readonly span: Span;
  readonly number: (value: number) => Expression;
  readonly binary: (operator: '+' | '-' | '*' | '/', a: Expression, b: Expression) => Expression;
  readonly call: (
    name: 'Math.abs' | 'Math.max' | 'Math.sqrt',
    ...values: Expression[]
  ) => Expression;
}

const arithmetic = (context: Context, span: Span): Arithmetic => ({
  context,
  span,
  number: (value) => constant(F64, value, span),
  binary: (operator, left, right) => ({ kind: 'binary', operator, left, right, type: F64, span }),
  call: (name, ...values) => builtin(name, values, F64, span),
});

export function hypot(values: readonly Expression[], context: Context, span: Span): Expression {
  const math = arithmetic(context, span);
  const [first, ...rest] = values;
  if (!first) return math.number(0);
  if (rest.length === 0) return math.call('Math.abs', first);
  return sizesOf(values, [], math, (sizes) => {
    const largest = sizes.reduce((a, b) => math.call('Math.max', a, b));
    return once('largest', largest, context, (max) => {
      const finite = logical(
        '&&',
        compare('>', max, math.number(0), span),
        compare('<', max, math.number(Infinity), span),
        span,
      );
      return conditional(finite, scaled(sizes, max, math), special(sizes, max, math), span);
    });
  });
}

/** Each absolute value in a variable of its own. */
function sizesOf(
  [value, ...rest]: readonly Expression[],
  known: readonly Expression[],
  math: Arithmetic,
  body: (sizes: readonly Expression[]) => Expression,
): Expression {
  if (!value) return body(known);
  return once('size', math.call('Math.abs', value), math.context, (size) =>
    sizesOf(rest, [...known, size], math, body),
  );
}

/** The largest size is 0, Infinity or NaN. */
function special(sizes: readonly Expression[], max: Expression, math: Arithmetic): Expression {
  const { span } = math;
  const infinity = math.number(Infinity);
  const isInfinite = sizes
    .map((size) => compare('===', size, infinity, span))
    .reduce((a, b) => logical('||', a, b, span));
  return conditional(isInfinite, infinity, max, span);
}

function scaled(sizes: readonly Expression[], max: Expression, math: Arithmetic): Expression {
  const root = (sum: Expression): Expression => math.binary('*', math.call('Math.sqrt', sum), max);
  const { binary, context } = math;
  const add = (
    [size, ...rest]: readonly Expression[],
    sum: Expression,
    compensation: Expression,
  ): Expression => {
    if (!size) return root(sum);
    return once('scaled', binary('/', size, max), context, (n) =>
      once('summand', binary('-', binary('*', n, n), compensation), context, (summand) =>
        once('sum', binary('+', sum, summand), context, (next) =>
          once('compensation', binary('-', binary('-', next, sum), summand), context, (lost) =>
            add(rest, next, lost),
          ),
        ),
      ),
    );
  };
  return add(sizes, math.number(0), math.number(0));
}

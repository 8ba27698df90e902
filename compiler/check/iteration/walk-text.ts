// Over a string, by code points (ECMA-262 22.1.5.2.1).
import type { Expression, Statement } from '../../program/nodes.ts';
import { INT_TYPES, STRING } from '../../program/types.ts';
import { assign, builtin, compare, isize, readLocal } from '../build.ts';
import type { Context } from '../context.ts';
import { constant } from '../numbers/literal.ts';
import type { Rounds } from './rounds.ts';

/** The next one begins behind this one, wherever the body leaves. */
export function walkText(source: Expression, rounds: Rounds, context: Context): Statement[] {
  const { span } = source;
  const text = context.temporary('text', STRING);
  const index = context.temporary('index', INT_TYPES.isize, true);
  const point = context.temporary('point', STRING, true);
  const [all, i, one] = [text, index, point].map((local) => readLocal(local, span));
  if (!all || !i || !one) return [];
  const lengthOf = (of: Expression): Expression =>
    builtin('string.length', [of], INT_TYPES.isize, span);
  const next: Expression = {
    kind: 'binary',
    operator: '+',
    left: i,
    right: lengthOf(one),
    type: INT_TYPES.isize,
    span,
  };
  const step = builtin('string.point-at', [all, i], STRING, span);
  const loop = rounds.loop((target): Statement => ({
    kind: 'loop',
    target,
    test: compare('<', i, lengthOf(all), span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: index }, next, span),
    body: [
      {
        kind: 'expression',
        expression: assign({ kind: 'local', local: point }, step, span),
        span,
      },
      ...rounds.round(one),
    ],
    span,
  }));
  return [
    { kind: 'declare', local: text, value: source, span },
    { kind: 'declare', local: index, value: isize(0, span), span },
    { kind: 'declare', local: point, value: constant(STRING, '', span), span },
    loop,
  ];
}

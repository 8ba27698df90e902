// Over an array or typed array → a loop over its indices.
import type { Expression, Local, Place, Statement } from '../../program/nodes.ts';
import { F64, INT_TYPES, tupleOf } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, compare, convertTo, isize, readLocal, readPlace } from '../build.ts';
import type { Context } from '../context.ts';
import type { Rounds, Walked } from './rounds.ts';

export function walkArray(
  source: Expression,
  what: Walked,
  rounds: Rounds,
  context: Context,
): Statement[] {
  const { span } = source;
  const array = context.temporary('array', source.type);
  const index = context.temporary('index', INT_TYPES.isize, true);
  return [
    { kind: 'declare', local: array, value: source, span },
    { kind: 'declare', local: index, value: isize(0, span), span },
    walk({ array, index, what }, span, rounds, context),
  ];
}

interface Walk {
  readonly array: Local;
  readonly index: Local;
  readonly what: Walked;
}

function element({ array, index, what }: Walk, span: Span, context: Context): Expression {
  const [items, i] = [readLocal(array, span), readLocal(index, span)];
  const kind = array.type.kind === 'array' ? 'array-item' : 'element';
  const place: Place = { kind, array: items, index: i };
  const item = readPlace(place, context.placeType(place), span);
  if (what === 'values') return item;
  const key = convertTo('int-to-float', i, F64, span);
  if (what === 'keys') return key;
  const fields = [key, item].map((value, at) => ({ field: String(at), value }));
  return { kind: 'record', fields, type: tupleOf([F64, item.type]), span };
}

function walk(parts: Walk, span: Span, rounds: Rounds, context: Context): Statement {
  const { array, index } = parts;
  const [items, i] = [readLocal(array, span), readLocal(index, span)];
  const { kind } = array.type;
  // Read in each round: the body may change an array (ECMA-262 23.1.5.1).
  const name = kind === 'array' ? 'array.length' : 'typedarray.length';
  const length = builtin(name, [items], INT_TYPES.isize, span);
  const next: Expression = {
    kind: 'binary',
    operator: '+',
    left: i,
    right: isize(1, span),
    type: INT_TYPES.isize,
    span,
  };
  return rounds.loop((target) => ({
    kind: 'loop',
    target,
    test: compare('<', i, length, span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: index }, next, span),
    body: rounds.round(element(parts, span, context)),
    span,
  }));
}

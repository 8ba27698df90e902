// `for (const [key, value] of map)`, over a set, their keys(), values() and entries() → a loop over places. What is added
// meanwhile is visited, what is deleted is not (ECMA-262 24.1.5.1, 24.2.6.1).
import type ts from 'typescript';
import type { Expression, Local, Statement } from '../../program/nodes.ts';
import { F64, INT_TYPES, tupleOf, type RtsType } from '../../program/types.ts';
import { assign, compare, isize, readLocal } from '../build.ts';
import { callLibrary } from '../calls/generic.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isCollectionName, type CollectionName } from '../library/collections.ts';
import { LIBRARY_PATH } from '../library-paths.ts';
import type { Rounds, Walked } from './rounds.ts';

export const isCollectionType = (type: ts.Type): boolean => {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile();
  const name = symbol?.name.replace(/^Readonly/, '');
  return file?.fileName === LIBRARY_PATH && isCollectionName(name);
};

interface Collection {
  readonly source: Expression;
  readonly name: CollectionName;
  readonly types: readonly RtsType[];
  /** null: the collection itself, which gives entries of a map and keys of a set. */
  readonly what: Walked | null;
}

export function walkCollection(
  node: ts.Node,
  { source, name, types, what }: Collection,
  rounds: Rounds,
  context: Context,
): Statement[] {
  const span = context.span(node);
  const call = (callee: string, given: readonly Expression[]): Expression =>
    callLibrary(['map', callee], given, node, context);
  const walked = context.temporary('collection', source.type);
  const from = readLocal(walked, span);
  const started = call(name === 'Map' ? 'walkMap' : 'walk', [from]);
  const places = context.temporary('walk', started.type);
  const next = call(name === 'Map' ? 'stepMap' : 'step', [from, readLocal(places, span)]);
  if (started.type === ERROR_TYPE || next.type === ERROR_TYPE) return [];
  const at: Local = context.temporary('at', INT_TYPES.isize, true);
  const index = readLocal(at, span);
  const key = (): Expression => call(name === 'Map' ? 'mapKeyAt' : 'keyAt', [from, index]);
  const element = elementOf(what ?? (name === 'Map' ? 'entries' : 'keys'), {
    key,
    value: name === 'Map' ? () => call('valueAt', [from, index]) : key,
    types,
    span,
  });
  const loop = rounds.loop((target) => ({
    kind: 'loop' as const,
    target,
    test: compare('>=', index, isize(0, span), span),
    testAtEnd: false,
    update: assign({ kind: 'local', local: at }, next, span),
    body: rounds.round(element),
    span,
  }));
  return [
    { kind: 'declare', local: walked, value: source, span },
    { kind: 'declare', local: places, value: started, span },
    { kind: 'declare', local: at, value: next, span },
    loop,
  ];
}

interface Parts {
  readonly key: () => Expression;
  readonly value: () => Expression;
  readonly types: readonly RtsType[];
  readonly span: Expression['span'];
}

function elementOf(what: Walked, { key, value, types, span }: Parts): Expression {
  if (what === 'keys') return key();
  if (what === 'values') return value();
  const [first = F64, second = first] = types;
  const fields = [key(), value()].map((part, i) => ({ field: String(i), value: part }));
  return { kind: 'record', fields, type: tupleOf([first, second]), span };
}

// All items of something that can be walked over, as an array: `[...items]`, `Array.from(items)`, `f(...items)`, `new Set(items)`. For each type
// that is no array a function is made that collects them.
import type ts from 'typescript';
import type {
  CheckedFunction,
  Expression,
  JumpTarget,
  Local,
  Statement,
} from '../../program/nodes.ts';
import { typeName } from '../../program/type-name.ts';
import { arrayOf, INT_TYPES, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, compare, isize, readLocal } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { WantedItems } from './rounds.ts';
import { walkedValue, walkSource } from './walk.ts';

/** The items of `node`: where it is an array already, that array. What cannot be walked over is given back as it is. */
export function itemsOf(
  node: ts.Expression,
  context: Context,
  expected: RtsType | null = null,
): Expression {
  const { items, what } = walkedValue(node, context);
  return listOf(context.expression(items, expected), { what, most: null }, node, context);
}

const isList = (type: RtsType, { what, element }: Omit<WantedItems, 'most'>): boolean =>
  type.kind === 'array' &&
  (what ?? 'values') === 'values' &&
  (!element || element === type.element);

export function listOf(
  source: Expression,
  { what, most, element = null }: WantedItems,
  node: ts.Node,
  context: Context,
): Expression {
  const { type, span } = source;
  if (type === ERROR_TYPE || isList(type, { what, element })) return source;
  const of = element ? ` as ${typeName(element)}` : '';
  const id = `items of ${typeName(type)}${of}, ${what ?? 'all'}, ${most ?? 'all'}`;
  const callee = context.made.once(id, () =>
    collector(id, source, { what, most, element }, node, context),
  );
  if (!callee) return source;
  return { kind: 'call', callee, arguments: [source], type: callee.result, span };
}

/** null where the source cannot be walked over. */
function collector(
  id: string,
  { type, span }: Expression,
  { what, most, element = null }: WantedItems,
  node: ts.Node,
  context: Context,
): CheckedFunction | null {
  const from: Local = { name: 'items', type, mutable: false };
  let list: Local | null = null;
  const target: JumpTarget = { label: null };
  const walked = walkSource(
    readLocal(from, span),
    what,
    node,
    {
      loop: (make) => make(target),
      round: (given) => {
        const item = element ? context.convert(given, element, node) : given;
        list = { name: 'list', type: arrayOf(item.type), mutable: false };
        return [add(list, item, span), ...(most === null ? [] : [stop(list, most, target, span)])];
      },
    },
    context,
  );
  const made = list as Local | null;
  if (!walked || !made || (element && made.type !== arrayOf(element))) return null;
  const empty: Expression = { kind: 'array', items: [], type: made.type, span };
  return {
    id,
    name: 'items',
    parameters: [{ local: from, optional: false, type }],
    closure: null,
    captures: [],
    self: null,
    result: made.type,
    body: [
      { kind: 'declare', local: made, value: empty, span },
      ...(most === 0 ? [] : walked),
      { kind: 'return', value: readLocal(made, span), span },
    ],
    span,
    extent: span,
    documentation: '',
  };
}

const add = (list: Local, item: Expression, span: Span): Statement => ({
  kind: 'expression',
  expression: builtin('array.push', [readLocal(list, span), item], INT_TYPES.isize, span),
  span,
});

const stop = (list: Local, most: number, target: JumpTarget, span: Span): Statement => ({
  kind: 'if',
  test: compare(
    '>=',
    builtin('array.length', [readLocal(list, span)], INT_TYPES.isize, span),
    isize(most, span),
    span,
  ),
  whenTrue: [{ kind: 'break', target, span }],
  whenFalse: [],
  span,
});

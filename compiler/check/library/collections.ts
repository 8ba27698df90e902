// `Map` and `Set`: records of `runtime/library/map.ts`, whose functions their methods are.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  arrayOf,
  F64,
  INT_TYPES,
  tupleOf,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { builtin, compare, conditional, convertTo, once } from '../build.ts';
import { callLibrary, signatureOf } from '../calls/generic.ts';
import { callWith } from '../calls/function.ts';
import { convertImplicitly } from '../convert.ts';
import { ERROR_TYPE, type Context, type GenericFunction } from '../context.ts';
import { typeParameterSymbols } from '../generics/type-parameters.ts';
import { isPresent, unwrap } from '../nullable.ts';
import { isNumeric } from '../numbers/lossless.ts';
import { typeText } from '../../program/type-text.ts';
import { constant, intConstant } from '../numbers/literal.ts';

export type CollectionName = 'Map' | 'Set';

export const isCollectionName = (name: string | undefined): name is CollectionName =>
  name === 'Map' || name === 'Set';

const generic = (name: string, context: Context): GenericFunction | undefined => {
  const found = context.libraryFunction('map', name);
  return found.kind === 'generic' ? found.generic : undefined;
};

/** `Map<K, V>` or `Set<K>` of these types. */
export function collectionOf(
  name: CollectionName,
  types: readonly RtsType[],
  node: ts.Node,
  context: Context,
): RtsType {
  const [key] = types;
  if (!key || types.includes(ERROR_TYPE)) return ERROR_TYPE;
  if (!isKey(key)) return context.fail(E.collectionKey, node, { type: typeText(key) }).type;
  const make = generic(`new${name}`, context);
  const { result, reader } = (make && signatureOf(make)) ?? {};
  if (!make || !result || !reader) return ERROR_TYPE;
  const symbols = typeParameterSymbols(make.node, reader(new Map()).checker);
  const given = new Map(
    symbols.flatMap((symbol, i) => {
      const type = types[i];
      return type ? [[symbol, type] as const] : [];
    }),
  );
  const type = reader(given).typeFromTs(result, make.node);
  if (type.kind === 'object') context.records.collections.set(type, { name, types });
  return type;
}

function isKey(type: RtsType): boolean {
  if (type.kind === 'nullable') return isKey(type.base);
  // What is equal only JavaScript knows.
  if (isLiveObject(type)) return false;
  const { kind } = type;
  return (
    isNumeric(type) ||
    kind === 'boolean' ||
    kind === 'string' ||
    kind === 'object' ||
    kind === 'array' ||
    kind === 'function'
  );
}

/** `new Map<K, V>(entries?)`, `new Set<K>(keys?)`. */
export function newCollection(
  name: CollectionName,
  node: ts.NewExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const known = expected?.kind === 'object' ? context.records.collections.get(expected) : undefined;
  const type =
    known?.name === name && expected
      ? expected
      : context.typeFromTs(context.checker.getTypeAtLocation(node), node);
  const made = type.kind === 'object' ? context.records.collections.get(type) : undefined;
  const [key, value] = made?.types ?? [];
  if (!made || !key) return context.failed(node);
  const [source] = node.arguments ?? [];
  const item = value ? tupleOf([key, value]) : key;
  const prefix = name === 'Map' ? 'map' : 'set';
  const values = source
    ? [context.convert(context.items(source, arrayOf(item)), arrayOf(item), source)]
    : [];
  if (values.some((one) => one.type === ERROR_TYPE)) return context.failed(node);
  const make = generic(source ? `${prefix}Of` : `new${name}`, context);
  const declared = make?.instance(made.types, node, context);
  return declared ? callWith(declared, values, values, node, context) : context.failed(node);
}

const METHODS: { readonly [N in CollectionName]: { readonly [K in string]?: string } } = {
  Map: {
    get: 'mapGet',
    set: 'mapSet',
    has: 'mapHas',
    delete: 'mapDelete',
    clear: 'mapClear',
    forEach: 'mapForEach',
    keys: 'mapKeys',
    values: 'mapValues',
    entries: 'mapEntries',
  },
  Set: {
    add: 'setAdd',
    has: 'setHas',
    delete: 'setDelete',
    clear: 'setClear',
    forEach: 'setForEach',
    keys: 'setValues',
    values: 'setValues',
    entries: 'setEntries',
    union: 'setUnion',
    intersection: 'setIntersection',
    difference: 'setDifference',
    symmetricDifference: 'setSymmetricDifference',
    isSubsetOf: 'setIsSubsetOf',
    isSupersetOf: 'setIsSupersetOf',
    isDisjointFrom: 'setIsDisjointFrom',
  },
};

/** undefined for what is no method of a collection. */
export function collectionCall(
  receiver: Expression,
  method: string,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const made = collection(receiver.type, context);
  const name =
    made && Object.hasOwn(METHODS[made.name], method) ? METHODS[made.name][method] : undefined;
  if (!name) return undefined;
  return callLibrary(['map', name], [receiver, ...node.arguments], node, context);
}

/** `Map.groupBy(items, callback)`. */
export function groupBy(
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const groups = callLibrary(['map', 'groupBy'], node.arguments, node, context, expected);
  const { type } = groups;
  const [keys, items] =
    type.kind === 'object' ? ['index', 'items'].map((name) => fieldType(type, name)) : [];
  const list = keys?.kind === 'object' ? fieldType(keys, 'list') : undefined;
  if (type.kind !== 'object' || list?.kind !== 'array' || items?.kind !== 'array') return groups;
  if (!isKey(list.element))
    return context.fail(E.collectionKey, node, { type: typeText(list.element) });
  const types = [list.element, items.element];
  context.records.collections.set(type, { name: 'Map', types });
  return groups;
}

const fieldType = ({ fields }: ObjectType, name: string): RtsType | undefined =>
  fields.find((field) => field.name === name)?.type;

/** `map.size`; undefined for every other property. */
export function collectionSize(
  receiver: Expression,
  property: string,
  node: ts.Expression,
  context: Context,
): Expression | undefined {
  const made = collection(receiver.type, context);
  if (!made || property !== 'size') return undefined;
  return callLibrary(
    ['map', made.name === 'Map' ? 'mapSize' : 'setSize'],
    [receiver],
    node,
    context,
  );
}

export const collection = (
  type: RtsType,
  context: Context,
): { readonly name: CollectionName; readonly types: readonly RtsType[] } | undefined =>
  type.kind === 'object' ? context.records.collections.get(type satisfies ObjectType) : undefined;

/** `hashOf(key)` of the library, by the type of the key. */
export function hashOf(key: Expression, node: ts.Expression, context: Context): Expression {
  const { type, span } = key;
  const hash = (name: string, value: Expression): Expression =>
    callLibrary(['map', name], [value], node, context);
  if (type.kind === 'nullable')
    return once('key', key, context, (kept) =>
      conditional(
        isPresent(kept, span),
        hashOf(unwrap(kept, span), node, context),
        intConstant(INT_TYPES.i32, 3n, span),
        span,
      ),
    );
  if (type.kind === 'float')
    return hash('hashNumber', type === F64 ? key : convertTo('float-to-float', key, F64, span));
  if (type.kind === 'int') {
    if (type.bits < 64) return hash('hashNumber', convertTo('int-to-float', key, F64, span));
    return hash(
      'hashLong',
      type.name === 'i64' ? key : convertTo('int-to-int', key, INT_TYPES.i64, span),
    );
  }
  if (type.kind === 'boolean') return hash('hashBoolean', key);
  if (type.kind === 'string')
    return convertTo(
      'int-to-int',
      builtin('string.hash-code', [key], INT_TYPES.u32, span),
      INT_TYPES.i32,
      span,
    );
  return hash('hashObject', builtin('object.identityHash', [key], INT_TYPES.i32, span));
}

/** `keyOf(key)` of the library: what is kept as the key; -0 is kept as 0 (ECMA-262 24.1.3.9, step 4). */
export function keyOf(key: Expression, node: ts.Expression, context: Context): Expression {
  const { type, span } = key;
  if (type.kind === 'nullable' && type.base.kind === 'float')
    return once('key', key, context, (kept) => {
      const base = keyOf(unwrap(kept, span), node, context);
      return conditional(
        isPresent(kept, span),
        convertImplicitly(base, type, node, context),
        kept,
        span,
      );
    });
  if (type.kind !== 'float') return key;
  const zero = constant(type, 0, span);
  return once('key', key, context, (kept) =>
    conditional(compare('===', kept, zero, span), zero, kept, span),
  );
}

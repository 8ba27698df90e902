// Map, Set, and typed arrays with their buffers.
import { commas, expressionOf, withType, type Expression, type Maker } from '../generate/maker.ts';
import { fixed, parts, type Node, type Part } from '../generate/tree.ts';
import {
  BOOLEAN,
  NUMBER,
  TYPED_ARRAYS,
  type ListType,
  type MapType,
  type TypedArrayType,
} from '../generate/types.ts';
import { leaf, ofKind, ofType } from './production.ts';

function map(type: MapType, maker: Maker, depth: number): Node {
  const entries = Array.from({ length: maker.random.between(0, 3) }, () =>
    fixed(parts`[${maker.typed(type.key, depth)}, ${maker.typed(type.value, depth)}]`),
  );
  const list = entries.length > 0 ? parts`[${commas(entries)}]` : [];
  return expressionOf(type, parts`new Map<${type.key.text}, ${type.value.text}>(${list})`);
}

function set(type: ListType, maker: Maker, depth: number): Node {
  const keys = Array.from({ length: maker.random.between(0, 4) }, () =>
    maker.typed(type.element, depth),
  );
  return expressionOf(
    type,
    parts`new Set<${type.element.text}>(${keys.length > 0 ? parts`[${commas(keys)}]` : []})`,
  );
}

const SIZES: { readonly [name: string]: number } = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
};

function typedArray(type: TypedArrayType, maker: Maker, depth: number): Node {
  const { random } = maker;
  const name = type.text;
  if (random.chance(0.5))
    return expressionOf(type, [`new ${name}(${random.pick(['0', '1', '4', '8'])})`]);
  const items = Array.from({ length: random.between(1, 4) }, () =>
    withType(type.element, maker.expression(type.element, depth)),
  );
  return expressionOf(
    type,
    random.chance(0.5)
      ? parts`new ${name}([${commas(items)}])`
      : parts`${name}.of(${commas(items)})`,
  );
}

/** Another view of a variable's memory; not all of them fit. */
function view(type: TypedArrayType, maker: Maker): Node {
  const { random } = maker;
  const { text } = random.pick(typedVariables(maker));
  const size = SIZES[type.text] ?? 1;
  const offset = random.pick([0, 0, size, size * 2, 1, 16]);
  const rest = random.chance(0.5) ? `, ${random.pick([0, 1, 2])}` : '';
  return expressionOf(
    type,
    [`new ${type.text}(${text}.buffer, ${offset}${rest})`],
    [`$.view(${type.text}, ${text}.buffer, ${offset}${rest})`],
  );
}

const typedVariables = (maker: Maker): readonly { readonly text: string }[] =>
  maker.variables.filter(({ type }) => type.kind === 'typed');

function derived(type: TypedArrayType, maker: Maker, depth: number): Node {
  const { random } = maker;
  const array = maker.typed(type, depth);
  const at = (): string => random.pick(['0', '1', '2', '(-1)', '9']);
  switch (random.below(4)) {
    case 0:
      return expressionOf(type, parts`${array}.subarray(${at()}, ${at()})`);
    case 1:
      return expressionOf(type, parts`${array}.slice(${at()})`);
    case 2:
      return expressionOf(
        type,
        parts`${array}.fill(${withType(type.element, maker.expression(type.element, depth))}, ${at()})`,
      );
    default:
      return expressionOf(type, parts`${array}.copyWithin(${at()}, ${at()}, ${at()})`);
  }
}

const VIEWED = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64'];

function throughView(maker: Maker): readonly Part[] {
  const { random } = maker;
  const { text } = random.pick(typedVariables(maker));
  const type = random.pick(VIEWED);
  const order = type.endsWith('8') ? '' : random.pick(['', ', true', ', false']);
  return parts`new DataView(${text}.buffer).get${type}(${random.pick(['0', '1', '4', '8', '(-1)'])}${order})`;
}

function has(maker: Maker, depth: number): readonly Part[] {
  const [{ text }, key] = maker.random.pick(keyed(maker));
  return parts`${text}.${maker.random.pick(['has', 'has', 'delete'])}(${maker.expression(key, depth)})`;
}

const keyed = (maker: Maker): ReturnType<typeof maker.variablesWith<ListType['element']>> =>
  maker.variablesWith((type) => {
    if (type.kind === 'map') return type.key;
    return type.kind === 'set' ? type.element : undefined;
  });

export const COLLECTIONS: readonly Expression[] = [
  leaf(ofKind(6, 'map', map)),
  leaf(ofKind(6, 'set', set)),
  leaf(ofKind(6, 'typed', typedArray)),
  ofKind(4, 'typed', view, (_, maker) => typedVariables(maker).length > 0),
  ofKind(4, 'typed', derived),
  ofType(2, NUMBER, throughView, (maker) => typedVariables(maker).length > 0),
  ofType(
    1,
    NUMBER,
    (maker, depth) =>
      parts`${maker.typed(maker.random.pick(TYPED_ARRAYS), depth)}.${maker.random.pick(['length', 'byteLength', 'byteOffset'])}`,
  ),
  ofType(3, BOOLEAN, has, (maker) => keyed(maker).length > 0),
  ofType(
    1,
    NUMBER,
    (maker) => [`${maker.random.pick(keyed(maker))[0].text}.size`],
    (maker) => keyed(maker).length > 0,
  ),
];

// Arrays: literals, copies, methods with callbacks, items.
import {
  commas,
  expressionOf,
  withType,
  type Expression,
  type Maker,
  type Variable,
} from '../generate/maker.ts';
import { parts, type Node, type Part } from '../generate/tree.ts';
import {
  arrayOf,
  BOOLEAN,
  isSame,
  NUMBER,
  STRING,
  type ListType,
  type Type,
} from '../generate/types.ts';
import { someType } from '../generate/some-type.ts';
import { leaf, ofKind, ofType } from './production.ts';

function literal(type: ListType, maker: Maker, depth: number): Node {
  const items = Array.from({ length: maker.random.between(1, 4) }, () =>
    withType(type.element, maker.expression(type.element, depth)),
  );
  return expressionOf(type, parts`[${commas(items)}]`);
}

function spread(type: ListType, maker: Maker, depth: number): Node {
  const item = maker.typed(type.element, depth);
  const rest = maker.typed(type, depth);
  return expressionOf(
    type,
    maker.random.chance(0.5) ? parts`[${item}, ...${rest}]` : parts`[...${rest}, ${item}]`,
  );
}

/** A function of the items, for one call of it for each. */
export function callback(
  parameters: readonly Type[],
  result: Type,
  maker: Maker,
  depth: number,
  annotated = maker.random.chance(0.3),
): Node {
  const names = parameters.map((type): Variable => ({
    text: maker.fresh('x'),
    type,
    mutable: false,
  }));
  const list = names
    .map(({ text, type }) => (annotated ? `${text}: ${type.text}` : text))
    .join(', ');
  return maker.inFunction(names, result, () =>
    maker.repeated(6, () => {
      const body = maker.typed(result, depth);
      const text = parts`(${list})${annotated ? `: ${result.text}` : ''} => ${inParentheses(result, body)}`;
      return { kind: 'fixed', type: '', parts: text, plain: null, adapts: null };
    }),
  );
}

/** The literal of a record would be a block. */
const inParentheses = (type: Type, body: Node): readonly Part[] =>
  type.kind === 'record' ? parts`(${body})` : [body];

const order = (type: Type): string => {
  if (type.kind === 'string') return '(a, b) => (a < b ? -1 : a > b ? 1 : 0)';
  return type.text === 'number' || type.text === 'f32'
    ? '(a, b) => order(a, b)'
    : '(a, b) => (a < b ? -1 : a > b ? 1 : 0)';
};
const isOrdered = ({ kind }: Type): boolean => kind === 'numeric' || kind === 'string';

function copied(type: ListType, maker: Maker, depth: number): Node {
  const { random } = maker;
  const items = maker.typed(type, depth);
  const item = type.element;
  const index = (): string => random.pick(['0', '1', '2', '(-1)', '(-2)', '9']);
  switch (random.below(8)) {
    case 0:
      return expressionOf(type, parts`${items}.slice(${index()}, ${index()})`);
    case 1:
      return expressionOf(type, parts`${items}.concat(${maker.typed(type, depth)})`);
    case 2:
      return expressionOf(type, parts`${items}.toReversed()`);
    case 3:
      return isOrdered(item)
        ? expressionOf(type, parts`${items}.toSorted(${order(item)})`)
        : expressionOf(type, parts`${items}.slice()`);
    case 4:
      return expressionOf(
        type,
        parts`${items}.toSpliced(${index()}, ${random.pick(['0', '1', '2'])}, ${withType(item, maker.expression(item, depth))})`,
      );
    case 5:
      return expressionOf(type, parts`${items}.filter(${callback([item], BOOLEAN, maker, depth)})`);
    case 6: {
      const [at, value] = [
        random.pick(['0', '0', '(-1)', '1']),
        withType(item, maker.expression(item, depth)),
      ];
      return expressionOf(
        type,
        parts`${items}.with(${at}, ${value})`,
        parts`$.withItem(${items}, ${at}, ${value})`,
      );
    }
    default:
      return expressionOf(
        type,
        parts`${items}.flatMap<${item.text}>(${callback([item], type, maker, depth)}).slice(0, 9)`,
      );
  }
}

function made(type: ListType, maker: Maker, depth: number): Node {
  const item = type.element;
  if (maker.random.chance(0.4))
    return expressionOf(
      type,
      parts`new Array<${item.text}>(${maker.random.pick(['0', '1', '3', '5'])}).fill(${maker.typed(item, depth)})`,
    );
  if (maker.random.chance(0.5)) {
    const name = maker.fresh('i');
    const body = maker.inFunction([{ text: name, type: NUMBER, mutable: false }], item, () =>
      maker.repeated(4, () => maker.typed(item, depth)),
    );
    return expressionOf(
      type,
      parts`Array.from({ length: ${String(maker.random.between(0, 4))} }, (_, ${name}) => ${inParentheses(item, body)})`,
    );
  }
  const from = someType(maker, 1);
  return expressionOf(
    type,
    parts`${maker.typed(arrayOf(from), depth)}.map((${callback([from], item, maker, depth)}))`,
  );
}

/** An array variable with items of this type; the index is often in range. */
export function item(type: Type, maker: Maker, depth: number): Node {
  const text = maker.random.pick(arraysOf(type, maker)).text;
  const index = indexInto(text, maker, depth);
  return expressionOf(type, parts`${text}[${index}]`, parts`$.at(${text}, ${index})`);
}

export const arraysOf = (type: Type, maker: Maker): readonly Variable[] =>
  maker.variables.filter(
    ({ type: of }) => (of.kind === 'array' || of.kind === 'typed') && isSame(of.element, type),
  );

export function indexInto(text: string, maker: Maker, depth: number): Node {
  const { random } = maker;
  const counters = maker.variables.filter(
    ({ text: name, type }) => name.startsWith('i') && type.kind === 'numeric' && !type.bigint,
  );
  if (counters.length > 0 && random.chance(0.4))
    return expressionOf(NUMBER, [random.pick(counters).text]);
  if (random.chance(0.7))
    return expressionOf(NUMBER, [random.pick(['0', '0', '1', `${text}.length - 1`])]);
  return dynamic(maker.expression(NUMBER, depth));
}

/** The error of an index whose range is known by its form may have another text. */
export const dynamic = (index: Node): Node =>
  expressionOf(NUMBER, parts`tap<number>('index', ${index})`);

function folded(type: Type, maker: Maker, depth: number): Node {
  const from = someType(maker, 1);
  const items = maker.typed(arrayOf(from), depth);
  const method = maker.random.pick(['reduce', 'reduce', 'reduceRight']);
  const start = maker.typed(type, depth);
  // Strings would double.
  const isText = type.kind === 'string';
  const step = callback([type, from], type, maker, depth, isText);
  const body = isText ? parts`(r, x) => clip((${step})(r, x))` : [step];
  return expressionOf(type, parts`${items}.${method}<${type.text}>(${body}, ${start})`);
}

function test(maker: Maker, depth: number): readonly Part[] {
  const of = someType(maker, 1);
  const method = maker.random.pick(['some', 'every']);
  return parts`${maker.typed(arrayOf(of), depth)}.${method}(${callback([of], BOOLEAN, maker, depth)})`;
}

const comparable = (maker: Maker): Type => maker.random.pick([NUMBER, STRING, NUMBER, BOOLEAN]);

function search(maker: Maker, depth: number): readonly Part[] {
  const of = comparable(maker);
  const items = maker.typed(arrayOf(of), depth);
  if (maker.random.chance(0.4))
    return parts`${items}.${maker.random.pick(['findIndex', 'findLastIndex'])}(${callback([of], BOOLEAN, maker, depth)})`;
  return parts`${items}.${maker.random.pick(['indexOf', 'lastIndexOf'])}(${maker.expression(of, depth)})`;
}

export const ARRAYS: readonly Expression[] = [
  leaf(ofKind(6, 'array', literal)),
  ofKind(4, 'array', spread),
  ofKind(6, 'array', copied),
  ofKind(4, 'array', made),
  { weight: 10, make: item, applies: (type, maker) => arraysOf(type, maker).length > 0 },
  {
    weight: 2,
    make: folded,
    applies: ({ kind }, maker) => kind !== 'function' && maker.canAfford(40),
  },
  ofType(2, BOOLEAN, test, (maker) => maker.canAfford(40)),
  ofType(2, NUMBER, search, (maker) => maker.canAfford(40)),
  ofType(
    2,
    NUMBER,
    (maker, depth) => parts`${maker.typed(arrayOf(someType(maker, 1)), depth)}.length`,
  ),
  ofType(1, BOOLEAN, (maker, depth) => {
    const of = comparable(maker);
    return parts`${maker.typed(arrayOf(of), depth)}.includes(${maker.expression(of, depth)})`;
  }),
];

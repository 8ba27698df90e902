// Arrays of the items of generators, maps, sets and strings.
import { expressionOf, type Expression, type Maker } from '../generate/maker.ts';
import { parts, type Node } from '../generate/tree.ts';
import { isSame, STRING, type ListType, type Type } from '../generate/types.ts';
import { generatorCall } from '../statements/generators.ts';

/** What can be spread to an array of such items, as it is written. */
function sources(element: Type, maker: Maker): readonly string[] {
  return maker.variables.flatMap(({ text, type }): readonly string[] => {
    if (type.kind === 'set') return isSame(type.element, element) ? [text] : [];
    if (type.kind === 'string') return isSame(element, STRING) ? [text] : [];
    if (type.kind !== 'map') return [];
    return [
      ...(isSame(type.key, element) ? [`${text}.keys()`] : []),
      ...(isSame(type.value, element) ? [`${text}.values()`] : []),
    ];
  });
}

function collected(type: ListType, maker: Maker): Node {
  const source = maker.random.pick(sources(type.element, maker));
  const made = maker.random.chance(0.6) ? `[...${source}]` : `Array.from(${source})`;
  return expressionOf(type, [`${made}.slice(0, 9)`]);
}

const isGenerated = (type: ListType, maker: Maker): boolean =>
  maker.generators.some(
    ({ result, cost }) => isSame(result, type.element) && maker.canAfford(cost + 40),
  );

function generated(type: ListType, maker: Maker, depth: number): Node {
  const { call } = generatorCall(maker, depth, type.element);
  return expressionOf(type, parts`[...${call}].slice(0, 9)`);
}

/** Sets are lists too, and none of these. */
const row = (
  make: (type: ListType, maker: Maker, depth: number) => Node,
  applies: (type: ListType, maker: Maker) => boolean,
): Expression => {
  const listType = (type: Type): ListType | null => (type.kind === 'array' ? type : null);
  return {
    weight: 3,
    applies: (type, maker) => {
      const list = listType(type);
      return list !== null && applies(list, maker);
    },
    make: (type, maker, depth) => {
      const list = listType(type);
      if (!list) throw new Error(`${type.text} is no array`);
      return make(list, maker, depth);
    },
  };
};

export const ITERATION: readonly Expression[] = [
  row(collected, (type, maker) => sources(type.element, maker).length > 0),
  row(generated, isGenerated),
];

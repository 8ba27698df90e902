// In generators: `yield`, `yield*`. Elsewhere: loops over generators, and their steps one by one.
import { expressionOf, type Callable, type Maker, type Statement } from '../generate/maker.ts';
import { parts, statement, type Node } from '../generate/tree.ts';
import { arrayOf, isSame, type Type } from '../generate/types.ts';
import { shown } from '../declarations/showing.ts';
import { storable } from './storing.ts';

function yielded(maker: Maker): Node {
  const { item } = maker;
  if (!item) throw new Error('yield outside of a generator');
  return statement(
    maker.random.chance(0.8)
      ? parts`yield ${storable(item, maker, 2)};`
      : parts`yield* ${maker.typed(arrayOf(item), 1)}.slice(0, 4);`,
  );
}

const affordable = (maker: Maker): readonly Callable[] =>
  maker.generators.filter(({ cost }) => maker.canAfford(cost + 40));

/** A call of one of them, whose cost is counted. */
export function generatorCall(
  maker: Maker,
  depth: number,
  wanted: Type | null = null,
): { readonly call: Node; readonly item: Callable['result'] } {
  const { name, parameters, result, cost } = maker.random.pick(
    affordable(maker).filter(({ result: item }) => !wanted || isSame(item, wanted)),
  );
  maker.spend(cost);
  const call = expressionOf(result, parts`${name}(${maker.list(parameters, depth)})`);
  return { call, item: result };
}

/** Left after a few rounds: what a generator does when it is ended early is seen. */
function walk(maker: Maker, depth: number): Node {
  const { call, item } = generatorCall(maker, 1);
  const [counter, name] = [maker.fresh('c'), maker.fresh('x')];
  const most = maker.random.pick(['1', '2', '9']);
  const body = maker.inLoop({ label: null, loop: true }, () =>
    maker.repeated(8, () => maker.block(depth, [{ text: name, type: item, mutable: false }])),
  );
  return statement(
    parts`{\nlet ${counter} = 0;\nfor (const ${name} of ${call}) {\nif (${counter}++ > ${most}) break;\n${body}\n}\n}`,
  );
}

function steps(maker: Maker): Node {
  const { call, item } = generatorCall(maker, 1);
  const [iterator, round, step] = [maker.fresh('i'), maker.fresh('k'), maker.fresh('s')];
  const seen = shown(expressionOf(item, [`${step}.value`]), item, maker);
  const last = maker.random.pick([
    '',
    `note(\`\${${iterator}.return().done}\`);\n`,
    `note(\`\${${iterator}.next().done}\`);\n`,
  ]);
  return statement(
    parts`{\nconst ${iterator} = ${call};\nfor (let ${round} = 0; ${round} < 3; ${round}++) {\nconst ${step} = ${iterator}.next();\nif (${step}.done) break;\nnote(${seen});\n}\n${last}}`,
  );
}

export const GENERATORS: readonly Statement[] = [
  { weight: 12, applies: ({ item }) => item !== null, make: yielded },
  {
    weight: 6,
    applies: (maker) => affordable(maker).length > 0 && maker.targets.length < 3,
    make: walk,
  },
  { weight: 4, applies: (maker) => affordable(maker).length > 0, make: steps },
];

// Generator functions at the top of the module.
import type { Maker, Variable } from '../generate/maker.ts';
import { fixed, parts, type Node } from '../generate/tree.ts';
import { someType } from '../generate/some-type.ts';
import { storable } from '../statements/storing.ts';
import { parameterList } from './classes.ts';

/** Each may walk over those before it. */
export function generators(maker: Maker): readonly Node[] {
  return Array.from({ length: maker.random.pick([0, 0, 1, 2]) }, () => oneGenerator(maker));
}

function oneGenerator(maker: Maker): Node {
  const { random } = maker;
  const name = maker.fresh('y');
  const item = someType(maker, 1);
  const own = Array.from({ length: random.below(3) }, (): Variable => {
    const type = someType(maker, 2);
    return { text: maker.fresh('p'), type, mutable: type.kind !== 'function' };
  });
  const { made, cost } = maker.measured(() =>
    maker.inGenerator(own, item, () => {
      const before = maker.variables;
      const first = maker.statements(1, 2);
      const yielded = parts`yield ${storable(item, maker, 2)};\n`;
      const last = maker.statements(random.between(0, 2), 2);
      maker.variables = before;
      return parts`${first}${yielded}${last}`;
    }),
  );
  const parameters = own.map(({ type }) => type);
  maker.generators = [...maker.generators, { name, parameters, result: item, cost: cost + 10 }];
  return fixed(
    parts`function* ${name}(${parameterList(own)}): Generator<${item.text}> {\n${made}\n}`,
  );
}

// Functions at the top of the module, with default parameters and bounded recursion.
import type { Maker, Variable } from '../generate/maker.ts';
import { fixed, parts, type Node } from '../generate/tree.ts';
import { arrayOf, I32, type Type } from '../generate/types.ts';
import { someScalar, someType } from '../generate/some-type.ts';
import { parameterList } from './classes.ts';
import { storable } from '../statements/storing.ts';

/** Each may call those before it. */
export function functions(maker: Maker): readonly Node[] {
  const count = maker.random.between(0, 2);
  return Array.from({ length: count }, () =>
    maker.random.chance(0.2) ? recursion(maker) : oneFunction(maker),
  );
}

function oneFunction(maker: Maker): Node {
  const { random } = maker;
  const name = maker.fresh('f');
  const result = someType(maker, 2);
  const own = Array.from({ length: random.below(4) }, (): Variable => {
    const type = someType(maker, 2);
    return { text: maker.fresh('p'), type, mutable: type.kind !== 'function' };
  });
  const rest = random.chance(0.2) ? someType(maker, 1) : null;
  const items: readonly Variable[] = rest
    ? [{ text: maker.fresh('p'), type: arrayOf(rest), mutable: false }]
    : [];
  const { made, cost } = maker.measured(() =>
    maker.inFunction([...own, ...items], result, () => {
      const before = maker.variables;
      const body = maker.statements(random.between(1, 2), 2);
      maker.variables = before;
      return parts`${body}return ${storable(result, maker, 2)};`;
    }),
  );
  maker.functions = [
    ...maker.functions,
    { name, parameters: own.map(({ type }) => type), rest, result, cost: cost + 5 },
  ];
  const list = [parameterList(own), ...items.map((one) => `...${parameterList([one])}`)];
  const written = list.filter((text) => text !== '').join(', ');
  return fixed(parts`function ${name}(${written}): ${result.text} {\n${made}\n}`);
}

/** Calls itself at most twice in each of a few levels. */
function recursion(maker: Maker): Node {
  const name = maker.fresh('f');
  const result: Type = someScalar(maker);
  const level: Variable = { text: maker.fresh('p'), type: I32, mutable: false };
  const own: Variable = { text: maker.fresh('p'), type: result, mutable: true };
  const { made, cost } = maker.measured(() =>
    maker.inFunction([level, own], result, () => {
      const end = maker.typed(result, 2);
      const call = (): Node => fixed(parts`${name}(${level.text} - 1, ${maker.typed(result, 1)})`);
      const once = maker.fresh('r');
      const first = call();
      const body = maker.scoped([{ text: once, type: result, mutable: true }], () => {
        const block = maker.statements(1, 1);
        return parts`let ${once}: ${result.text} = ${first};\n${block}`;
      });
      const again = maker.random.chance(0.5) ? parts`${once} = ${call()};\n` : [];
      return parts`if (${level.text} <= 0) return ${end};\n${body}${again}return ${storable(result, maker, 2)};`;
    }),
  );
  const wrapper = maker.fresh('f');
  maker.functions = [
    ...maker.functions,
    { name: wrapper, parameters: [result], result, cost: cost * 20 },
  ];
  return fixed(
    parts`function ${name}(${parameterList([level, own])}): ${result.text} {\n${made}\n}\nfunction ${wrapper}(value: ${result.text}): ${result.text} {\nreturn ${name}(3, value);\n}`,
  );
}

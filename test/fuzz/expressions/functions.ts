// Function expressions, and generic functions of the prelude.
import { expressionOf, type Expression, type Maker, type Variable } from '../generate/maker.ts';
import { parts, type Node } from '../generate/tree.ts';
import type { FunctionType, Type } from '../generate/types.ts';
import { leaf, ofKind } from './production.ts';

function closure(type: FunctionType, maker: Maker, depth: number): Node {
  const own = type.parameters.map((of): Variable => ({
    text: maker.fresh('p'),
    type: of,
    mutable: maker.random.chance(0.5),
  }));
  const list = own.map(({ text, type: of }) => `${text}: ${of.text}`).join(', ');
  return maker.inFunction(own, type.result, () => {
    // Calls of functions that are values are not counted where they stand: no closure calls a costly one.
    const isBlock = depth > 0 && maker.random.chance(0.4);
    const body = isBlock
      ? maker.repeated(4, () => maker.statements(maker.random.between(1, 2), 1))
      : '';
    const result = maker.repeated(4, () => maker.typed(type.result, depth));
    const value = type.result.kind === 'record' ? parts`(${result})` : [result];
    const text = isBlock ? parts`{\n${body}return ${result};\n}` : value;
    return expressionOf(type, parts`((${list}): ${type.result.text} => ${text})`);
  });
}

/** Called where it stands. */
function immediate(type: Type, maker: Maker, depth: number): Node {
  return maker.inFunction([], type, () => {
    const before = maker.variables;
    const body = maker.statements(maker.random.between(1, 2), 1);
    maker.variables = before;
    return expressionOf(
      type,
      parts`((): ${type.text} => {\n${body}return ${maker.typed(type, depth)};\n})()`,
    );
  });
}

function either(type: Type, maker: Maker, depth: number): Node {
  const values = [maker.typed(type, depth), maker.typed(type, depth)];
  const written = maker.random.chance(0.5) ? `<${type.text}>` : '';
  return expressionOf(
    type,
    parts`either${written}(${maker.condition(depth)}, ${values[0] ?? ''}, ${values[1] ?? ''})`,
  );
}

export const FUNCTIONS: readonly Expression[] = [
  leaf(ofKind(8, 'function', closure)),
  { weight: 2, make: immediate, applies: (_, maker) => maker.canAfford(20) },
  {
    weight: 2,
    make: either,
    applies: ({ kind }) =>
      kind === 'numeric' || kind === 'string' || kind === 'record' || kind === 'class',
  },
];

// throw, try, catch, finally.
import type { Maker, Statement } from '../generate/maker.ts';
import { parts, statement, type Node } from '../generate/tree.ts';
import { STRING } from '../generate/types.ts';

const CLASSES = ['Error', 'RangeError', 'TypeError', 'SyntaxError', 'Problem'];

function thrown(maker: Maker): Node {
  const made = parts`new ${maker.random.pick(CLASSES)}(${maker.expression(STRING, 2)})`;
  const condition = maker.random.chance(0.85) ? maker.condition(2) : 'calls >= 0';
  return statement(parts`if (${condition}) throw ${made};`);
}

function caught(maker: Maker, depth: number): Node {
  const { random } = maker;
  const body = maker.block(depth);
  const name = maker.fresh('e');
  const handler = random.pick([
    `note(described(${name} as Error));`,
    `if (${name} instanceof RangeError) note(${name}.message); else if (${name} instanceof Problem) note(\`\${${name}.code}\`); else throw ${name};`,
    `if (!(${name} instanceof Error)) throw ${name};\nnote(${name}.name);`,
    `if (calls >= 0) throw ${name};`,
  ]);
  const shape = random.below(4);
  const catching =
    shape === 0
      ? parts` catch ${maker.block(depth)}`
      : parts` catch (${name}) {\n${handler}\n${maker.block(depth)}\n}`;
  if (shape === 3) return statement(parts`try ${body} finally ${maker.block(depth)}`);
  return statement(
    shape === 2
      ? parts`try ${body}${catching} finally ${maker.block(depth)}`
      : parts`try ${body}${catching}`,
  );
}

export const ERRORS: readonly Statement[] = [
  { weight: 2, applies: () => true, make: thrown },
  { weight: 5, applies: (maker) => maker.canAfford(10), make: caught },
];

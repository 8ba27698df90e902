// Comparisons, logic, and tests of numbers and strings.
import {
  adapting,
  expressionOf,
  withType,
  type Expression,
  type Maker,
} from '../generate/maker.ts';
import { parts, print, type Node, type Part } from '../generate/tree.ts';
import { BOOLEAN, NUMBER, STRING } from '../generate/types.ts';
import { operands, someNumeric } from './numbers.ts';
import { leaf, ofType } from './production.ts';

const ORDER = ['<', '<=', '>', '>='] as const;

/** TypeScript's parser takes `a < f<T>(…)` for type arguments, and does not come back. */
const ordering = (right: Node, { random }: Maker): string =>
  random.pick(print(right, 'rts').includes('<') ? ['>', '>='] : ORDER);

/** TypeScript takes `===` with a literal for a proof, so there neither side is one. */
function comparison(maker: Maker, depth: number): readonly Part[] {
  const type = someNumeric(maker);
  if (maker.random.chance(0.6)) {
    const [left, right] = operands(type, maker, depth);
    return parts`(${left} ${ordering(right, maker)} ${right})`;
  }
  const [left, right] = [maker.typed(type, depth), maker.typed(type, depth)];
  return parts`(${left} ${maker.random.pick(['===', '!=='])} ${right})`;
}

function textComparison(maker: Maker, depth: number): readonly Part[] {
  const [left, right] = [maker.typed(STRING, depth), maker.typed(STRING, depth)];
  return parts`(${left} ${maker.random.chance(0.7) ? ordering(right, maker) : '==='} ${right})`;
}

function logic(maker: Maker, depth: number): readonly Part[] {
  const [left, right] = [maker.condition(depth), maker.condition(depth)];
  return parts`(${left} ${maker.random.pick(['&&', '||'])} ${right})`;
}

const TESTS = ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger'] as const;

function literal({ random }: Maker): Node {
  return adapting(expressionOf(BOOLEAN, [random.pick(['true', 'false'])]), 'constant');
}

export const BOOLEANS: readonly Expression[] = [
  leaf(ofType(2, BOOLEAN, literal)),
  ofType(8, BOOLEAN, comparison),
  ofType(3, BOOLEAN, textComparison),
  ofType(4, BOOLEAN, logic),
  ofType(2, BOOLEAN, (maker, depth) => parts`(!${maker.condition(depth)})`),
  ofType(
    2,
    BOOLEAN,
    (maker, depth) => parts`Number.${maker.random.pick(TESTS)}(${maker.expression(NUMBER, depth)})`,
  ),
  ofType(1, BOOLEAN, (maker, depth) => {
    const sides = [BOOLEAN, BOOLEAN].map((type) => withType(type, maker.expression(type, depth)));
    return parts`sameBoolean(${sides[0] ?? ''}, ${sides[1] ?? ''})`;
  }),
  ofType(3, BOOLEAN, (maker, depth) => {
    const method = maker.random.pick(['includes', 'startsWith', 'endsWith']);
    return parts`${maker.typed(STRING, depth)}.${method}(${maker.expression(STRING, depth)})`;
  }),
];

// What changes arrays, maps, sets, typed arrays and memory in place. Nothing grows without end.
import type { Maker, Statement, Variable } from '../generate/maker.ts';
import { expressionOf, withType } from '../generate/maker.ts';
import { parts, statement, type Node, type Part } from '../generate/tree.ts';
import { NUMBER, numeric, type Type } from '../generate/types.ts';
import { storable } from './storing.ts';

const ofKind = (maker: Maker, ...kinds: readonly Type['kind'][]): readonly Variable[] =>
  maker.variables.filter(({ type }) => kinds.includes(type.kind));

/** Arrays of functions stay as they are: a closure may not put itself into what it calls. */
const arrays = (maker: Maker): readonly Variable[] =>
  ofKind(maker, 'array').filter(
    ({ type }) => type.kind === 'array' && type.element.kind !== 'function',
  );

function arrayChange(maker: Maker): Node {
  const { random } = maker;
  const { text, type } = random.pick(arrays(maker));
  if (type.kind !== 'array') throw new Error('no array');
  const value = (): Node => withType(type.element, storable(type.element, maker, 2));
  const at = (): string => random.pick(['0', '1', '(-1)', '2', '7']);
  const length = at();
  const isNumber = type.element.kind === 'numeric';
  switch (random.below(11)) {
    case 0:
      return grow(text, parts`${text}.push(${value()})`);
    case 1:
      return grow(text, parts`${text}.push(${value()}, ${value()})`);
    case 2:
      return grow(text, parts`${text}.unshift(${value()})`);
    case 3:
      return grow(
        text,
        parts`${text}.splice(${at()}, ${random.pick(['0', '1', '2'])}, ${value()})`,
      );
    case 4:
      return statement(parts`note(\`\${${text}.splice(${at()}, 1).length}\`);`);
    case 5:
      return statement(parts`${text}.${random.pick(['pop', 'shift'])}();`);
    case 6:
      return statement(parts`${text}.reverse();`);
    case 7:
      return statement(parts`${text}.fill(${value()}, ${at()}, ${at()});`);
    case 8:
      return statement(parts`${text}.copyWithin(${at()}, ${at()});`);
    case 9:
      return statement(parts`${text}.length = ${length};`, parts`$.cut(${text}, ${length});`);
    default:
      return isNumber || type.element.kind === 'string'
        ? statement(
            parts`${text}.sort((a, b) => ${isNumber && type.element.text === 'number' ? 'order(a, b)' : '(a < b ? -1 : a > b ? 1 : 0)'});`,
          )
        : grow(text, parts`${text}.push(...${text}.slice(0, 2))`);
  }
}

const grow = (text: string, change: readonly Part[]): Node =>
  statement(parts`if (${text}.length < 12) ${change};`);

function hashed(maker: Maker): Node {
  const { random } = maker;
  const { text, type } = random.pick(ofKind(maker, 'map', 'set'));
  if (random.chance(0.1)) return statement([`${text}.clear();`]);
  if (type.kind === 'set') {
    const key = maker.typed(type.element, 3);
    return statement(
      random.chance(0.7)
        ? parts`if (${text}.size < 12) ${text}.add(${key});`
        : parts`note(\`\${${text}.delete(${key})}\`);`,
    );
  }
  if (type.kind !== 'map') throw new Error('no map');
  const key = maker.typed(type.key, 3);
  if (random.chance(0.3)) return statement(parts`note(\`\${${text}.delete(${key})}\`);`);
  return statement(
    parts`if (${text}.size < 12) ${text}.set(${key}, ${withType(type.value, storable(type.value, maker, 2))});`,
  );
}

const VIEWED = [
  'Int8',
  'Uint8',
  'Int16',
  'Uint16',
  'Int32',
  'Uint32',
  'Float32',
  'Float64',
  'BigInt64',
  'BigUint64',
];

function memory(maker: Maker): Node {
  const { random } = maker;
  const { text, type } = random.pick(ofKind(maker, 'typed'));
  if (type.kind !== 'typed') throw new Error('no typed array');
  if (random.chance(0.4)) {
    const view = random.pick(VIEWED);
    const of = view.startsWith('Big') ? numeric(view === 'BigInt64' ? 'i64' : 'u64') : NUMBER;
    const order = view.endsWith('8') ? '' : random.pick(['', ', true']);
    return statement(
      parts`new DataView(${text}.buffer).set${view}(${random.pick(['0', '1', '4', '9'])}, ${maker.typed(of, 2)}${order});`,
    );
  }
  const other = expressionOf(type, [random.pick(maker.variablesOf(type)).text]);
  return random.chance(0.5)
    ? statement(parts`${text}.set(${other}, ${random.pick(['0', '1', '2'])});`)
    : statement(parts`${text}.fill(${maker.typed(type.element, 2)}, ${random.pick(['0', '1'])});`);
}

export const CHANGES: readonly Statement[] = [
  { weight: 8, applies: (maker) => arrays(maker).length > 0, make: arrayChange },
  { weight: 4, applies: (maker) => ofKind(maker, 'map', 'set').length > 0, make: hashed },
  { weight: 4, applies: (maker) => ofKind(maker, 'typed').length > 0, make: memory },
];

// Declarations, assignments, destructuring, and notes in the trace.
import {
  expressionOf,
  withType,
  type Maker,
  type Statement,
  type Variable,
} from '../generate/maker.ts';
import { parts, statement, type Node } from '../generate/tree.ts';
import type { NumericType, Type } from '../generate/types.ts';
import { someType } from '../generate/some-type.ts';
import { shown } from '../declarations/showing.ts';
import { binary, operatorOf } from '../expressions/numbers.ts';
import { indexInto } from '../expressions/arrays.ts';
import { storable } from './storing.ts';

function declaration(maker: Maker): Node {
  const { random } = maker;
  const type = someType(maker, 2);
  // Functions that can be replaced could call themselves without end.
  const mutable = type.kind !== 'function' && random.chance(0.6);
  const value = storable(type, maker, 2);
  const name = maker.fresh('v');
  const annotated =
    value.adapts !== null ||
    type.kind === 'record' ||
    type.kind === 'tuple' ||
    type.kind === 'class' ||
    random.chance(0.5);
  maker.declare({ text: name, type, mutable });
  return statement(
    parts`${mutable ? 'let' : 'const'} ${name}${annotated ? `: ${type.text}` : ''} = ${value};`,
  );
}

const assignable = (maker: Maker): readonly Variable[] =>
  maker.variables.flatMap((variable): readonly Variable[] => {
    const { type, text } = variable;
    const own = variable.mutable ? [variable] : [];
    if (type.kind === 'record' || type.kind === 'class')
      return [
        ...own,
        ...type.fields
          .filter((field) => field.type.kind !== 'function')
          .map((field) => ({ text: `${text}.${field.name}`, type: field.type, mutable: true })),
      ];
    if (type.kind === 'tuple')
      return [
        ...own,
        ...type.items.map((item, index) => ({
          text: `${text}[${index}]`,
          type: item,
          mutable: true,
        })),
      ];
    return own;
  });

function assignment(maker: Maker): Node {
  const { text, type } = maker.random.pick(assignable(maker));
  if (type.kind === 'numeric' && maker.random.chance(0.5)) return compound(text, type, maker);
  if (type.kind === 'string' && maker.random.chance(0.6))
    return statement(parts`${text} += ${maker.typed(type, 2)}.slice(0, 9);`);
  return statement(parts`${text} = ${storable(type, maker, 2)};`);
}

function compound(text: string, type: NumericType, maker: Maker): Node {
  const operator = operatorOf(type, maker);
  const value = maker.expression(type, 3);
  const [, plain = []] = binary(type, operator, text, value);
  return statement(parts`${text} ${operator}= ${value};`, parts`${text} = ${plain};`);
}

/** `items[index] = …` and `items[index] += …`. */
function itemAssignment(maker: Maker): Node {
  const { text, type } = maker.random.pick(indexed(maker));
  if (type.kind !== 'array' && type.kind !== 'typed') throw new Error('no items');
  const { element } = type;
  const index = indexInto(text, maker, 1);
  if (element.kind === 'numeric' && maker.random.chance(0.4)) {
    const operator = operatorOf(element, maker);
    const value = maker.expression(element, 2);
    const [, plain = []] = binary(element, operator, 'old', value);
    return statement(
      parts`${text}[${index}] ${operator}= ${value};`,
      parts`$.update(${text}, ${index}, (old) => ${plain});`,
    );
  }
  const value = storable(element, maker, 2);
  return statement(
    parts`${text}[${index}] = ${value};`,
    parts`$.put(${text}, ${index}, ${value});`,
  );
}

const indexed = (maker: Maker): readonly Variable[] =>
  maker.variables.filter(
    ({ type }) =>
      (type.kind === 'array' && type.element.kind !== 'function') || type.kind === 'typed',
  );

function note(maker: Maker): Node {
  const chosen = maker.random.pick(maker.variables.filter(({ type }) => type.kind !== 'function'));
  return statement(
    parts`note(${shown(expressionOf(chosen.type, [chosen.text]), chosen.type, maker)});`,
  );
}

function noteExpression(maker: Maker): Node {
  const type = someType(maker, 1);
  return statement(parts`note(${shown(withType(type, maker.expression(type, 3)), type, maker)});`);
}

function destructured(maker: Maker): Node {
  const { text, type } = maker.random.pick(patterned(maker));
  const keyword = maker.random.pick(['const', 'let'] as const);
  const named = (of: Type): string => {
    const name = maker.fresh('d');
    maker.declare({ text: name, type: of, mutable: keyword === 'let' && of.kind !== 'function' });
    return name;
  };
  if (type.kind === 'tuple')
    return statement([`${keyword} [${type.items.map(named).join(', ')}] = ${text};`]);
  if (type.kind !== 'record') throw new Error('no pattern');
  const fields = type.fields.filter(() => maker.random.chance(0.7));
  if (fields.length === 0) fields.push(...type.fields.slice(0, 1));
  return statement([
    `${keyword} { ${fields.map(({ name, type: of }) => `${name}: ${named(of)}`).join(', ')} } = ${text};`,
  ]);
}

const patterned = (maker: Maker): readonly Variable[] =>
  maker.variables.filter(({ type }) => type.kind === 'tuple' || type.kind === 'record');

const isNotable = ({ type }: Variable): boolean => type.kind !== 'function';

export const VARIABLES: readonly Statement[] = [
  { weight: 14, applies: () => true, make: declaration },
  { weight: 12, applies: (maker) => assignable(maker).length > 0, make: assignment },
  { weight: 6, applies: (maker) => indexed(maker).length > 0, make: itemAssignment },
  { weight: 6, applies: (maker) => maker.variables.some(isNotable), make: note },
  { weight: 10, applies: () => true, make: noteExpression },
  { weight: 3, applies: (maker) => patterned(maker).length > 0, make: destructured },
];

// Literals, templates and methods of strings.
import {
  adapting,
  expressionOf,
  withType,
  type Expression,
  type Maker,
} from '../generate/maker.ts';
import { parts, type Node, type Part } from '../generate/tree.ts';
import { arrayOf, BOOLEAN, NUMBER, numeric, STRING, type Type } from '../generate/types.ts';
import { dynamic } from './arrays.ts';
import { someNumeric } from './numbers.ts';
import { textual } from '../declarations/showing.ts';
import { leaf, ofType } from './production.ts';

const TEXTS: readonly string[] = [
  '',
  '',
  'a',
  'b',
  'ab',
  'abc',
  ' ',
  ' x ',
  'A',
  'Z',
  'é',
  'ß',
  'ÿ',
  '\u0100',
  'Ωmega',
  '日本',
  '😀',
  'a😀b',
  '\ud800',
  '\udc00x',
  '0',
  '12',
  '-3.5',
  '1e3',
  '0x1f',
  'NaN',
  'true',
  ',',
  'a,b,,c',
  '\n',
  '\0',
  'İ',
  'ﬁ',
  '$&',
  'aaaa',
];

const literalText = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) =>
    unit.charCodeAt(0) % 2 === 0 || /[\ud800-\udfff]/.test(unit)
      ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      : unit,
  );

function literal({ random }: Maker): Node {
  return adapting(expressionOf(STRING, [literalText(random.pick(TEXTS))]), 'constant');
}

/** A template in which scalars become text. */
function template(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  const holes = Array.from({ length: random.between(1, 3) }, () => {
    const type: Type = random.pick([STRING, BOOLEAN, NUMBER, someNumeric(maker)]);
    return parts`\${${textual(maker.typed(type, depth), type)}}${random.pick(['', '-', ' é', '/'])}`;
  });
  return ['`', ...holes.flat(), '`'];
}

function position(maker: Maker, depth: number): Node {
  const { random } = maker;
  return random.chance(0.6)
    ? expressionOf(NUMBER, [random.pick(['0', '1', '2', '3', '(-1)', '(-2)', '1.7', 'NaN'])])
    : dynamic(maker.expression(NUMBER, depth));
}

/** The receiver may be a literal, but not one that TypeScript knows the value of. */
const receiver = (maker: Maker, depth: number): Node => maker.typed(STRING, depth);

function cut(maker: Maker, depth: number): readonly Part[] {
  const method = maker.random.pick(['slice', 'substring', 'slice', 'substr']);
  const text = receiver(maker, depth);
  return maker.random.chance(0.5)
    ? parts`${text}.${method}(${position(maker, depth)})`
    : parts`${text}.${method}(${position(maker, depth)}, ${position(maker, depth)})`;
}

function simpleMethod(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  const text = receiver(maker, depth);
  switch (random.below(8)) {
    case 0:
      return parts`${text}.${random.pick(['toUpperCase', 'toLowerCase'])}()`;
    case 1:
      return parts`${text}.${random.pick(['trim', 'trimStart', 'trimEnd', 'toWellFormed'])}()`;
    case 2:
      return parts`${text}.repeat(${random.pick(['0', '1', '2', '3', '4', '(-1)'])})`;
    case 3:
      return parts`${text}.${random.pick(['padStart', 'padEnd'])}(${random.pick(['0', '3', '9'])}, ${maker.expression(STRING, depth)})`;
    case 4:
      return parts`${text}.charAt(${position(maker, depth)})`;
    case 5:
      return parts`(${text}.at(${position(maker, depth)}) ?? ${maker.expression(STRING, depth)})`;
    case 6:
      return parts`${text}.${random.pick(['replace', 'replaceAll'])}(${maker.list([STRING, STRING], depth)})`;
    default:
      return parts`${text}.concat(${maker.list([STRING, STRING], depth)})`;
  }
}

function item(maker: Maker, depth: number): Node {
  const [text, index] = [receiver(maker, depth), position(maker, depth)];
  return expressionOf(STRING, parts`${text}[${index}]`, parts`$.at(${text}, ${index})`);
}

function fromCodes(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  if (random.chance(0.3))
    return parts`String.fromCodePoint(${random.pick(['65', '233', '8364', '128512', '55357', '(-1)', '1.5'])})`;
  return parts`String.fromCharCode(${maker.list([NUMBER, NUMBER].slice(random.below(2)), depth)})`;
}

function ofNumber(maker: Maker, depth: number): Node {
  const { random } = maker;
  const value = maker.typed(NUMBER, depth);
  const formats = [
    'toFixed(2)',
    'toFixed(0)',
    'toPrecision(3)',
    'toExponential(2)',
    'toExponential()',
    'toString(16)',
    'toString(2)',
    'toString(36)',
    'toString()',
    'toFixed(101)',
  ];
  if (random.chance(0.6)) return expressionOf(STRING, parts`(${value}).${random.pick(formats)}`);
  const type = random.pick([BOOLEAN, someNumeric(maker), STRING]);
  return expressionOf(STRING, parts`String(${textual(maker.typed(type, depth), type)})`);
}

function toNumber(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  const text = receiver(maker, depth);
  switch (random.below(8)) {
    case 0:
      return parts`Number(${text})`;
    case 1:
      return parts`parseFloat(${text})`;
    case 2:
      return parts`parseInt(${text}${random.pick(['', ', 10', ', 16', ', 2', ', 36'])})`;
    case 3:
      return parts`${text}.${random.pick(['indexOf', 'lastIndexOf'])}(${maker.expression(STRING, depth)})`;
    case 4:
      return parts`${text}.indexOf(${maker.expression(STRING, depth)}, ${position(maker, depth)})`;
    case 5:
      return parts`${text}.charCodeAt(${position(maker, depth)})`;
    case 6:
      return parts`(${text}.codePointAt(${position(maker, depth)}) ?? ${maker.expression(NUMBER, depth)})`;
    default:
      return parts`${text}.length`;
  }
}

function joined(maker: Maker, depth: number): readonly Part[] {
  const type = arrayOf(maker.random.pick([STRING, NUMBER, BOOLEAN, numeric('i32')]));
  return parts`${maker.typed(type, depth)}.join(${maker.expression(STRING, depth)})`;
}

export const STRINGS: readonly Expression[] = [
  leaf(ofType(5, STRING, literal)),
  ofType(
    5,
    STRING,
    (maker, depth) =>
      parts`(${withType(STRING, maker.expression(STRING, depth))} + ${maker.expression(STRING, depth)})`,
  ),
  ofType(4, STRING, template),
  ofType(4, STRING, cut),
  ofType(6, STRING, simpleMethod),
  ofType(2, STRING, item),
  ofType(2, STRING, fromCodes),
  ofType(3, STRING, ofNumber),
  ofType(2, STRING, joined),
  ofType(5, NUMBER, toNumber),
  ofType(
    1,
    arrayOf(STRING),
    (maker, depth) => parts`${receiver(maker, depth)}.split(${maker.expression(STRING, depth)})`,
  ),
];

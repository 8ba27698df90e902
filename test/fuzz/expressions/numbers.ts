// Literals, operators and conversions of all numeric types.
import {
  adapting,
  expressionOf,
  withType,
  type Expression,
  type Maker,
} from '../generate/maker.ts';
import { parts, print, type Node, type Part } from '../generate/tree.ts';
import {
  numeric,
  NUMBER,
  NUMERICS,
  type NumericName,
  type NumericType,
} from '../generate/types.ts';
import { leaf, ofKind, ofType } from './production.ts';

const FLOATS: readonly number[] = [
  0,
  0,
  1,
  1,
  2,
  3,
  5,
  7,
  10,
  100,
  -1,
  -2,
  -0,
  0.5,
  -0.5,
  0.1,
  1.5,
  2.5,
  -1.5,
  1e21,
  1e-7,
  NaN,
  Infinity,
  -Infinity,
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 32,
  2 ** 32 - 1,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
  2 ** 63,
  2 ** 64,
  123456.789,
  0.3333333333333333,
];

/** A literal as TypeScript has it; negative ones in parentheses. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return '(-0)';
  const text =
    Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  return value < 0 ? `(${text})` : text;
}

function literal(type: NumericType, { random }: Maker): Node {
  if (!type.integer) {
    const value = random.pick(FLOATS);
    if (type.name === 'number') return constant(type, floatText(value), floatText(value));
    const single = Math.fround(random.pick([0, 1, 2, 0.5, -1.5, 3, 0.1, 1e30, -0, 16777217]));
    return constant(type, floatText(single), floatText(single));
  }
  const value = integerLiteral(type, random.below(10), random.between(-9, 9));
  const text = value < 0n ? `(${value})` : `${value}`;
  // TypeScript takes `a < ((-3n) > (…)` for type arguments.
  const big = value < 0n ? `(-(${-value}n))` : `${value}n`;
  return constant(type, type.bigint ? big : text, type.wide ? big : text);
}

function integerLiteral(
  { bits, signed, bigint, wide }: NumericType,
  kind: number,
  small: number,
): bigint {
  // The digits of larger numbers are not exact in TypeScript.
  const size = BigInt(wide && !bigint ? 53 : bits);
  const most = wide && !bigint ? 2n ** 53n - 1n : signed ? 2n ** (size - 1n) - 1n : 2n ** size - 1n;
  const least = !signed ? 0n : wide && !bigint ? -most : -most - 1n;
  if (kind === 0) return most;
  if (kind === 1) return least;
  if (kind === 2) return most / 2n + 1n;
  return BigInt(signed ? small : Math.abs(small));
}

const constant = (type: NumericType, rts: string, plain: string): Node =>
  adapting(expressionOf(type, [rts], [plain]), 'constant');

/** Two operands, of which one may be a bare literal. */
export function operands(type: NumericType, maker: Maker, depth: number): readonly [Node, Node] {
  const left = maker.expression(type, depth);
  const right = maker.expression(type, depth);
  const bare = maker.random.below(2);
  const both = left.adapts === 'constant' && right.adapts === 'constant';
  const keep = (operand: Node, isSecond: boolean): Node =>
    operand.adapts === 'constant' && (!both || isSecond === (bare === 1))
      ? operand
      : withType(type, operand);
  return [keep(left, false), keep(right, true)];
}

const INTEGER_OPERATORS = ['+', '+', '-', '-', '*', '*', '/', '%', '&', '|', '^', '<<', '>>'];
const FLOAT_OPERATORS = ['+', '+', '-', '-', '*', '*', '/', '%'];
const NUMBER_OPERATORS = [...FLOAT_OPERATORS, '&', '|', '^', '<<', '>>', '>>>'];

/** `left operator right` of one type, as both dialects write it. */
export function binary(
  type: NumericType,
  operator: string,
  left: Part,
  right: Part,
): readonly (readonly Part[])[] {
  const rts = parts`${left} ${operator} ${right}`;
  // TypeScript's parser takes `a << f<T>(…)` for type arguments at first, and does not come back.
  if (operator === '<<' && type.name === 'number')
    return [rts, parts`$.shifted(${left}, ${right})`];
  if (type.integer) return [rts, parts`$.int('${type.name}', '${operator}', ${left}, ${right})`];
  if (type.name === 'f32') return [rts, parts`Math.fround(${left} ${operator} ${right})`];
  return [rts, rts];
}

export function operatorOf(type: NumericType, maker: Maker): string {
  if (type.integer) return maker.random.pick(INTEGER_OPERATORS);
  return maker.random.pick(type.name === 'f32' ? FLOAT_OPERATORS : NUMBER_OPERATORS);
}

function arithmetic(type: NumericType, maker: Maker, depth: number): Node {
  const [left, right] = operands(type, maker, depth);
  const wanted = operatorOf(type, maker);
  const operator = wanted === '<<' && print(right, 'rts').includes('<') ? '|' : wanted;
  const [rts = [], plain = []] = binary(type, operator, left, right);
  return expressionOf(type, parts`(${rts})`, parts`(${plain})`);
}

function power(type: NumericType, maker: Maker, depth: number): Node {
  const base = maker.typed(type, depth);
  const exponent = withType(type, literal(type, maker));
  return expressionOf(
    type,
    parts`(${base} ** ${exponent})`,
    parts`$.int('${type.name}', '**', ${base}, ${exponent})`,
  );
}

function unary(type: NumericType, maker: Maker, depth: number): Node {
  const operand = maker.typed(type, depth);
  const isMinus = maker.random.chance(0.6);
  if (!type.integer)
    return expressionOf(
      type,
      isMinus || type.name === 'f32' ? parts`(-${operand})` : parts`(~${operand})`,
    );
  return isMinus
    ? expressionOf(type, parts`(-${operand})`, parts`$.int('${type.name}', '-', 0, ${operand})`)
    : expressionOf(type, parts`(~${operand})`, parts`$.int('${type.name}', '^', ${operand}, -1)`);
}

const NAMES = Object.keys(NUMERICS) as readonly NumericName[];

/** Of any numeric type: small programs use few. */
export function someNumeric({ random }: Maker): NumericType {
  return random.chance(0.5)
    ? NUMBER
    : numeric(random.pick(random.chance(0.5) ? ['i32', 'u8', 'u32', 'i64'] : NAMES));
}

function conversion(type: NumericType, maker: Maker, depth: number): Node {
  const from = someNumeric(maker);
  const value = maker.typed(from, depth);
  const name = type.name === 'number' ? 'f64' : type.name;
  return expressionOf(type, parts`${name}(${value})`, parts`$.convert('${type.name}', ${value})`);
}

function fromBoolean(type: NumericType, maker: Maker, depth: number): Node {
  const name = type.name === 'number' ? 'f64' : type.name;
  const value = maker.condition(depth);
  return expressionOf(type, parts`${name}(${value})`, parts`$.convert('${type.name}', ${value})`);
}

/** Types that convert without being told. */
const WIDENS: { readonly [N in NumericName]?: readonly NumericName[] } = {
  number: ['i8', 'u8', 'i16', 'u16', 'i32', 'u32', 'f32'],
  f32: ['i8', 'u8', 'i16', 'u16'],
  i16: ['i8'],
  i32: ['i8', 'i16'],
  isize: ['i8', 'i16', 'i32'],
  u16: ['u8'],
  u32: ['u8', 'u16'],
  usize: ['u8', 'u16', 'u32'],
};

function widened(type: NumericType, maker: Maker, depth: number): Node {
  const value = maker.typed(numeric(maker.random.pick(WIDENS[type.name] ?? [])), depth);
  const plain = type.wide ? parts`$.convert('${type.name}', ${value})` : parts`${value}`;
  return adapting(expressionOf(type, parts`${value}`, plain), 'widened');
}

function unsignedShift(maker: Maker, depth: number): Node {
  const from = numeric(maker.random.pick(['i8', 'u8', 'i16', 'i32', 'i32', 'u32'] as const));
  const [left, right] = [maker.typed(from, depth), maker.typed(from, depth)];
  return expressionOf(
    numeric('u32'),
    parts`(${left} >>> ${right})`,
    parts`$.int('u32', '>>>', ${left}, ${right})`,
  );
}

function assigned(type: NumericType, maker: Maker, depth: number): Node {
  const variable = maker.random.pick(maker.variablesOf(type).filter(({ mutable }) => mutable)).text;
  const isIncrement = maker.random.chance(0.5);
  const operator = isIncrement ? maker.random.pick(['+', '-']) : operatorOf(type, maker);
  const right: Part = isIncrement ? (type.wide ? '1n' : '1') : maker.expression(type, depth);
  const [, plain = []] = binary(type, operator, variable, right);
  const store = parts`${variable} = ${plain}`;
  if (!isIncrement)
    return expressionOf(type, parts`(${variable} ${operator}= ${right})`, parts`(${store})`);
  return maker.random.chance(0.5)
    ? expressionOf(type, parts`(${operator}${operator}${variable})`, parts`(${store})`)
    : expressionOf(
        type,
        parts`(${variable}${operator}${operator})`,
        parts`$.first(${variable}, ${store})`,
      );
}

const EXACT = [
  'abs',
  'floor',
  'ceil',
  'trunc',
  'round',
  'sign',
  'sqrt',
  'fround',
  'clz32',
] as const;

function mathCall(maker: Maker, depth: number): readonly Part[] {
  const { random } = maker;
  if (random.chance(0.6))
    return parts`Math.${random.pick(EXACT)}(${maker.expression(NUMBER, depth)})`;
  if (random.chance(0.2)) return parts`Math.imul(${maker.list([NUMBER, NUMBER], depth)})`;
  const items = Array.from({ length: random.between(1, 3) }, () => NUMBER);
  return parts`Math.${random.pick(['min', 'max', 'min', 'max', 'hypot'])}(${maker.list(items, depth)})`;
}

const isMutable = (type: NumericType, maker: Maker): boolean =>
  maker.variablesOf(type).some(({ mutable }) => mutable);

export const NUMBERS: readonly Expression[] = [
  leaf(ofKind(6, 'numeric', (type, maker) => literal(type, maker))),
  ofKind(16, 'numeric', arithmetic),
  ofKind(1, 'numeric', power, ({ integer }) => integer),
  ofKind(3, 'numeric', unary),
  ofKind(4, 'numeric', conversion),
  ofKind(1, 'numeric', fromBoolean),
  ofKind(3, 'numeric', widened, ({ name }) => WIDENS[name] !== undefined),
  ofKind(3, 'numeric', assigned, isMutable),
  ofType(4, numeric('u32'), unsignedShift),
  ofType(5, NUMBER, mathCall),
];

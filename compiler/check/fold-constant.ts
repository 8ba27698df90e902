// The value of a checked expression, where it is known when the module is built and the same in every execution.
import { BUILTINS } from '../builtins/builtins.ts';
import { OPS, type OpName } from '../graph/ops.ts';
import { INTEGER_OPS } from '../graph/ops/operators.ts';
import { NOT_FOLDED } from '../graph/ops/op.ts';
import { floatToInt, roundFloat, wrapInt } from '../graph/ops/values.ts';
import type {
  BinaryOperator,
  CompareOperator,
  ConstantValue,
  Expression,
} from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import { foldLiterals } from './numbers/fold-literals.ts';

export interface Folded {
  readonly value: ConstantValue;
}

/** undefined where it is only known at run time. */
export function foldConstant(expression: Expression): Folded | undefined {
  switch (expression.kind) {
    case 'constant':
      return { value: expression.value };
    case 'read': {
      const { place } = expression;
      return place.kind === 'global' && place.global.constant !== null
        ? { value: place.global.constant }
        : undefined;
    }
    case 'binary':
      return foldBinary(expression.operator, expression.left, expression.right);
    case 'unary':
      return foldUnary(expression);
    case 'compare':
      return foldCompare(expression);
    case 'logical': {
      const left = foldConstant(expression.left);
      if (!left) return undefined;
      return (left.value === true) === (expression.operator === '&&')
        ? foldConstant(expression.right)
        : left;
    }
    case 'conditional': {
      const test = foldConstant(expression.test);
      return test && foldConstant(test.value === true ? expression.whenTrue : expression.whenFalse);
    }
    case 'convert':
      return foldConvert(expression);
    case 'builtin':
      return foldBuiltin(expression);
    default:
      return undefined;
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function foldBinary(
  operator: BinaryOperator,
  leftNode: Expression,
  rightNode: Expression,
): Folded | undefined {
  const [left, right] = [foldConstant(leftNode), foldConstant(rightNode)];
  if (!left || !right) return undefined;
  const { type } = leftNode;
  if (type.kind === 'int') return foldOp(INTEGER_OPS[operator], [left, right], [type, type], type);
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
  const value = foldLiterals(operator, left.value, right.value);
  return typeof value === 'number' ? { value: roundFloat(type, value) } : undefined;
}

function foldUnary({ operator, operand, type }: Of<'unary'>): Folded | undefined {
  const folded = foldConstant(operand);
  if (!folded) return undefined;
  const { value } = folded;
  if (operator === '!') return { value: value !== true };
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  if (type.kind !== 'int') return { value: operator === '-' ? -Number(value) : ~Number(value) };
  const whole = BigInt(value);
  return { value: wrapInt(type, operator === '-' ? -whole : ~whole) };
}

const COMPARE: {
  readonly [O in CompareOperator]: (a: number | string | boolean | bigint, b: typeof a) => boolean;
} = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function foldCompare({ operator, left, right }: Of<'compare'>): Folded | undefined {
  const [a, b] = [foldConstant(left)?.value, foldConstant(right)?.value];
  if (a === undefined || b === undefined || a === null || b === null) return undefined;
  return { value: COMPARE[operator](a, b) };
}

function foldConvert({ conversion, operand, type }: Of<'convert'>): Folded | undefined {
  const folded = foldConstant(operand);
  if (!folded) return undefined;
  const { value } = folded;
  switch (conversion) {
    case 'to-nullable':
    case 'from-nullable':
      return folded;
    case 'to-boolean':
      return { value: Boolean(value) };
    case 'is-present':
      return { value: value !== null && value !== undefined };
    case 'is-null':
      return { value: value === null };
    case 'is-undefined':
      return { value: value === undefined };
    default:
      return foldNumeric(value, type);
  }
}

function foldNumeric(value: ConstantValue, type: RtsType): Folded | undefined {
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number !== 'number' && typeof number !== 'bigint') return undefined;
  if (type.kind === 'float') return { value: roundFloat(type, Number(number)) };
  if (type.kind !== 'int') return undefined;
  return { value: typeof number === 'bigint' ? wrapInt(type, number) : floatToInt(type, number) };
}

function foldBuiltin({ builtin, arguments: nodes, type }: Of<'builtin'>): Folded | undefined {
  const { emit } = BUILTINS[builtin];
  const values: Folded[] = [];
  for (const node of nodes) {
    const folded = foldConstant(node);
    if (!folded) return undefined;
    values.push(folded);
  }
  return 'op' in emit
    ? foldOp(
        emit.op,
        values,
        nodes.map((node) => node.type),
        type,
      )
    : undefined;
}

function foldOp(
  name: OpName,
  values: readonly Folded[],
  types: readonly RtsType[],
  result: RtsType,
): Folded | undefined {
  const { fold } = OPS[name];
  const value = fold?.(
    values.map((folded) => folded.value),
    types,
    result,
  );
  return value === undefined || value === NOT_FOLDED
    ? undefined
    : { value: value as ConstantValue };
}

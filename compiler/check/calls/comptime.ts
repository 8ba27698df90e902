// `comptime(() => …)` → the value that the function gives when the module is built, as a constant.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { ConstantValue, Expression, FieldValue } from '../../program/nodes.ts';
import { typeText } from '../../program/type-text.ts';
import {
  arrayOf,
  NEVER,
  type FloatType,
  type IntType,
  type ObjectType,
  type RtsType,
  type TypedArrayType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { convertTo } from '../build.ts';
import { comptimeOf } from '../comptime/comptime.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { MIXMOD_PATH } from '../library-paths.ts';
import { ofArray } from '../library/typed-array.ts';
import { constant } from '../numbers/literal.ts';

export const isComptimeCall = (symbol: ts.Symbol): boolean =>
  symbol.name === 'comptime' && symbol.valueDeclaration?.getSourceFile().fileName === MIXMOD_PATH;

export function callComptime(
  node: ts.CallExpression,
  context: Context,
  expected: RtsType | null,
): Expression {
  const type = expected ?? context.typeFromTs(context.checker.getTypeAtLocation(node), node);
  if (type === ERROR_TYPE) return context.failed(node);
  const result = comptimeOf(context).expression(node, context);
  if (!result.ok) return context.failed(node);
  const made = new ComptimeValue(node, context).of(result.value, type);
  return made ?? context.failed(node);
}

class ComptimeValue {
  readonly #node: ts.CallExpression;
  readonly #context: Context;
  readonly #span: Span;
  /** Objects that hold what is being made: one that holds itself is no constant. */
  readonly #open = new Set<unknown>();

  constructor(node: ts.CallExpression, context: Context) {
    this.#node = node;
    this.#context = context;
    this.#span = context.span(node);
  }

  /** null after a report. */
  of(value: unknown, type: RtsType, path = 'the value'): Expression | null {
    const made = this.#open.has(value) ? null : this.#made(value, type, path);
    if (made === 'reported') return null;
    if (made) return made;
    this.#context.report(E.comptimeResult, this.#node, { path, type: typeText(type) });
    return null;
  }

  /** null: the value is not of the type. */
  #made(value: unknown, type: RtsType, path: string): Expression | null | 'reported' {
    switch (type.kind) {
      case 'int':
      case 'float':
        return isNumber(value, type) ? this.#constant(value, type) : null;
      case 'boolean':
      case 'string':
        return typeof value === type.kind ? this.#constant(value as ConstantValue, type) : null;
      case 'nullable': {
        const isAbsent = value === null || value === undefined;
        if (isAbsent)
          return (value === null ? type.allowsNull : type.allowsUndefined)
            ? this.#constant(value, type)
            : null;
        const base = this.of(value, type.base, path);
        return base ? convertTo('to-nullable', base, type, this.#span) : 'reported';
      }
      case 'array':
        return Array.isArray(value) ? this.#list(value, type.element, path) : null;
      case 'typedarray':
        return this.#typedArray(value, type, path);
      case 'object':
        return this.#record(value, type, path);
      default:
        return null;
    }
  }

  #constant(value: ConstantValue, type: RtsType): Expression {
    return constant(type, value, this.#span);
  }

  #list(values: readonly unknown[], element: RtsType, path: string): Expression | 'reported' {
    const items = this.#inside(values, () =>
      values.map((one, i) => this.of(one, element, `${path}[${i}]`)),
    );
    if (!items.every((one) => one !== null)) return 'reported';
    return { kind: 'array', items, type: arrayOf(element), span: this.#span };
  }

  #typedArray(value: unknown, type: TypedArrayType, path: string): Expression | null | 'reported' {
    const isSame = Object.prototype.toString.call(value) === `[object ${type.name}]`;
    if (!isSame) return null;
    const element = this.#context.placeType({
      kind: 'element',
      array: this.#constant(null, type),
      index: this.#constant(0, NEVER),
    });
    const list = this.#list(Array.from(value as ArrayLike<unknown>), element, path);
    return list === 'reported' ? list : ofArray(type, list, this.#node, this.#context);
  }

  #record(value: unknown, type: ObjectType, path: string): Expression | null | 'reported' {
    const isRecord = type.form === 'record' || type.form === 'tuple';
    if (!isRecord || typeof value !== 'object' || value === null) return null;
    const fields = this.#inside(value, () =>
      type.fields.map(({ name, type: held }): FieldValue | null => {
        const made = this.of(Reflect.get(value, name), held, `${path}.${name}`);
        return made && { field: name, value: made };
      }),
    );
    if (!fields.every((one) => one !== null)) return 'reported';
    return { kind: 'record', fields, type, span: this.#span };
  }

  #inside<T>(object: unknown, make: () => T): T {
    this.#open.add(object);
    try {
      return make();
    } finally {
      this.#open.delete(object);
    }
  }
}

function isNumber(value: unknown, type: IntType | FloatType): value is number | bigint {
  if (type.kind === 'float')
    return (
      typeof value === 'number' && (type.name === 'f64' || Object.is(Math.fround(value), value))
    );
  const isWhole = type.bigint ? typeof value === 'bigint' : Number.isSafeInteger(value);
  if (!isWhole) return false;
  const whole = BigInt(value as number | bigint);
  const wrapped = type.signed ? BigInt.asIntN(type.bits, whole) : BigInt.asUintN(type.bits, whole);
  return wrapped === whole;
}

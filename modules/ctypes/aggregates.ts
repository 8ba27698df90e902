// `Structure`, `Union` and those with their bytes in a given order: base classes, which also make a class of the fields they are given.
import type { CData, CType, InOf, OutOf } from './cdata.ts';
import { Aggregate, construct, declareFamily, type FieldSpec } from './structure.ts';

type Record_ = Readonly<Record<string, CType>>;

type FieldsOf<F> = F extends readonly FieldSpec[]
  ? { [S in F[number] as S[0]]: S[1] }
  : F extends Record_
    ? F
    : never;

/** An instance: `p.x`. */
export type Instance<F> = CData & { -readonly [K in keyof FieldsOf<F>]: OutOf<FieldsOf<F>[K]> };
/** Of any of the fields: in the order of those. */
type Value<F> = InOf<FieldsOf<F>[keyof FieldsOf<F>]> | undefined;
type Initial<F> = { readonly [K in keyof FieldsOf<F>]?: InOf<FieldsOf<F>[K]> };

export interface AggregateType<F> extends CType<
  Instance<F>,
  Instance<F>,
  Instance<F> | Initial<F> | readonly unknown[]
> {
  new (values: Initial<F>): Instance<F>;
  new (...values: readonly (Value<F> | Initial<F>)[]): Instance<F>;
}

/** Whose subclass has its `_fields_` as a static property. */
interface BareType extends CType {
  new (...values: readonly unknown[]): CData;
  _fields_?: readonly FieldSpec[];
}

export interface AggregateBase extends BareType {
  <const F extends readonly FieldSpec[] | Record_>(fields: F, options?: Options): AggregateType<F>;
}

export interface Options {
  readonly _pack_?: number;
  readonly _align_?: number;
  readonly _anonymous_?: readonly string[];
  /** For messages; the class is usually extended by one with a name. */
  readonly name?: string;
}

function family(name: string, isUnion: boolean, bigEndian: boolean): AggregateBase {
  const base = function (this: CData, ...args: readonly unknown[]): unknown {
    if (new.target) {
      if (new.target === (base as unknown)) throw new TypeError(`${name} is abstract`);
      construct(this, new.target as unknown as CType, args);
      return undefined;
    }
    return made(args[0] as Record_ | readonly FieldSpec[], args[1] as Options | undefined);
  };
  const made = (fields: Record_ | readonly FieldSpec[], options: Options = {}): unknown => {
    const { name: given = name, ...rest } = options;
    const type = { [given]: class extends (base as unknown as BareType) {} }[given];
    const list = Array.isArray(fields) ? fields : Object.entries(fields);
    for (const [key, value] of Object.entries({ _fields_: list, ...rest }))
      Object.defineProperty(type, key, { value, writable: true, configurable: true });
    return type;
  };
  Object.defineProperty(base, 'name', { value: name });
  Object.setPrototypeOf(base, Aggregate);
  const prototype: unknown = Object.create(Aggregate.prototype, {
    constructor: { value: base, writable: true, configurable: true },
  });
  Object.defineProperty(base, 'prototype', { value: prototype });
  declareFamily(base, { isUnion, bigEndian });
  return base as unknown as AggregateBase;
}

export const Structure = family('Structure', false, false);
export const Union = family('Union', true, false);
export const BigEndianStructure = family('BigEndianStructure', false, true);
export const BigEndianUnion = family('BigEndianUnion', true, true);
// This processor's order is the little one.
export const LittleEndianStructure = Structure;
export const LittleEndianUnion = Union;

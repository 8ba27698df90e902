// Structures and unions: classes with `_fields_`, completed when they are used first.
import { generate } from '../_ffi/support.ts';
import { accessorOf, type PlacedField } from './accessors.ts';
import { ArrayData, ARRAY } from './array.ts';
import {
  CData,
  copyInto,
  type CType,
  infoOf,
  inside,
  isType,
  ownBlock,
  type TypeInfo,
  typeOf,
} from './cdata.ts';
import { surrogate } from './by-value.ts';
import { show } from './errors.ts';
import { bytesOfBits, layOut, type StructureLayout } from './layout.ts';
import { bigEndian as swappedScalar, codecOf } from './simple.ts';

export type FieldSpec =
  readonly [name: string, type: CType] | readonly [name: string, type: CType, bits: number];

/** What `_ffi` calls, and what is an object's own. */
const RESERVED = ['getaddr', '$view', '$at', '$memory', '$type'];

interface Declared {
  readonly name: string;
  _fields_?: readonly FieldSpec[];
  readonly _pack_?: number;
  readonly _align_?: number;
  readonly _anonymous_?: readonly string[];
}

/** What is known of a complete structure besides. */
interface Complete {
  readonly layout: StructureLayout;
  /** With those of the base class. */
  readonly fields: readonly PlacedField[];
}

interface AggregateInfo extends TypeInfo, Complete {
  /** Assigns values in the order of the fields. */
  readonly assign: (target: CData, values: readonly unknown[], count: number) => void;
}

const completeOf = (type: unknown): AggregateInfo => infoOf(type as CType) as AggregateInfo;

/** What the constructors of structures do: they are functions, since their classes are called, too. */
export function construct(target: CData, type: CType, values: readonly unknown[]): void {
  ownBlock(target, infoOf(type).size);
  initialize(target, values);
}

/** The base of their classes. */
export class Aggregate extends CData {
  static override _describe(type: CType): AggregateInfo {
    const { isUnion, bigEndian } = familyOf(type);
    const { layout, fields } = completeType(type, isUnion, bigEndian);
    const { size, alignment } = layout;
    const leaves: TypeInfo['leaves'] = (at) =>
      fields.flatMap(({ type: of, place }) =>
        place.bits > 0
          ? bytesOfBits(place).map((byte) => ({ at: at + byte, size: 1, kind: 'integer' as const }))
          : infoOf(of).leaves(at + place.offset),
      );
    // Its `constructor` may be a field.
    Object.defineProperty(type.prototype, '$type', { value: type });
    const kind = isUnion ? 'union' : 'structure';
    return {
      layout,
      fields,
      assign: assigner(fields),
      name: type.name,
      size,
      alignment,
      kind,
      leaves,
      ffi: surrogate(type.name, size, alignment, leaves(0)),
      get: (holder, offset) => inside(type, holder, offset),
      set: (holder, offset, value) => {
        if (value instanceof (type as unknown as typeof CData))
          copyInto(holder, offset, value, size);
        else if (Array.isArray(value)) initialize(inside(type, holder, offset), value);
        else if (isRecord(value)) initialize(inside(type, holder, offset), [value]);
        else throw new TypeError(`expected ${type.name} instance, got ${show(value)}`);
      },
    };
  }
}

/** By the type: places that the C compiler has said, where its declaration is not known as a whole. */
const givenLayouts = new WeakMap<object, StructureLayout>();

/** Before the type is used. `layout`: with a place for each of its own fields. */
export function giveLayout(type: object, layout: StructureLayout): void {
  givenLayouts.set(type, layout);
}

interface Family {
  readonly isUnion: boolean;
  readonly bigEndian: boolean;
}
const families = new WeakMap<object, Family>();

function familyOf(type: unknown): Family {
  for (let at = type; typeof at === 'function'; at = Object.getPrototypeOf(at) as unknown) {
    const family = families.get(at);
    if (family) return family;
  }
  throw new TypeError(`${(type as CType).name} is abstract`);
}

export function declareFamily(type: object, family: Family): void {
  families.set(type, family);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);

/** Values in the order of the fields; a last one that is a plain object has them by name. */
function initialize(target: CData, values: readonly unknown[]): void {
  const type = typeOf(target);
  const { fields, assign } = completeOf(type);
  const last = values[values.length - 1];
  const named = isRecord(last) && !isItem(target, fields[values.length - 1], last) ? last : null;
  const count = values.length - (named ? 1 : 0);
  if (count > fields.length) throw new TypeError(`${type.name}: too many initializers`);
  assign(target, values, count);
  if (!named) return;
  const setter = target as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(named)) {
    if (fields.slice(0, count).some((field) => field.name === name))
      throw new TypeError(`${type.name}: duplicate value for field ${name}`);
    if (!(name in target)) throw new TypeError(`${type.name} has no field ${name}`);
    setter[name] = value;
  }
}

/** Of more fields, those behind are assigned in a loop. */
const MOST_UNROLLED = 16;

function assigner(fields: readonly PlacedField[]): AggregateInfo['assign'] {
  const names = fields.map(({ name }) => name);
  const first = names.slice(0, MOST_UNROLLED);
  const stores = first.map(
    (_, index) =>
      `if (count > ${index} && values[${index}] !== undefined) target[name${index}] = values[${index}];`,
  );
  const source = `return function (target, values, count) {
  ${stores.join('\n  ')}
  for (let index = ${first.length}; index < count; index++)
    if (values[index] !== undefined) target[names[index]] = values[index];
};`;
  const own = Object.fromEntries(first.map((name, index) => [`name${index}`, name]));
  return generate(source, { names, ...own }) as AggregateInfo['assign'];
}

/** Whether the object has the values of the structure that is this field. */
const isItem = (target: CData, field: PlacedField | undefined, last: object): boolean =>
  field?.type.prototype instanceof Aggregate && !Object.keys(last).some((name) => name in target);

function completeType(type: CType, isUnion: boolean, bigEndian: boolean): Complete {
  const declared = type as unknown as Declared;
  const own = Object.hasOwn(type, '_fields_') ? (declared._fields_ ?? []) : [];
  const base = Object.getPrototypeOf(type) as CType;
  const inherited = families.has(base) ? undefined : completeOf(base);
  const known = inherited ?? { fields: [], layout: { size: 0, alignment: 0 } };
  const swapped = own.map((spec) => fieldOf(type.name, spec, bigEndian));
  const rules = (): StructureLayout =>
    layOut({
      fields: swapped.map(({ name, type: of, bits }) => {
        const { size, alignment } = infoOf(of);
        return {
          name,
          size,
          alignment,
          bits,
        };
      }),
      isUnion,
      bigEndian,
      pack: powerOf(declared, '_pack_'),
      align: powerOf(declared, '_align_'),
      baseSize: known.layout.size,
      baseAlignment: known.layout.alignment,
    });
  const layout = givenLayouts.get(type) ?? rules();
  const placed = swapped.map(({ name, type: of }, index): PlacedField => {
    const place = layout.places[index];
    if (!place) throw new TypeError(name);
    return { name, type: of, place };
  });
  for (const field of placed) define(type, field.name, accessorOf(field, bigEndian));
  // Each class has a property of this name.
  const hidden = known.fields.find(({ name }) => name === 'constructor');
  if (hidden) define(type, hidden.name, accessorOf(hidden, bigEndian));
  for (const name of Object.hasOwn(type, '_anonymous_') ? (declared._anonymous_ ?? []) : [])
    forward(type, placed, name);
  seal(type, own);
  return { layout, fields: [...known.fields, ...placed] };
}

/** `_fields_` cannot change once it has been used. */
function seal(type: CType, fields: readonly FieldSpec[]): void {
  Object.defineProperty(type, '_fields_', {
    get: () => fields,
    set(this: unknown, value: unknown) {
      if (this === type) throw new TypeError(`${type.name}._fields_ is final`);
      Object.defineProperty(this, '_fields_', { value, writable: true, configurable: true });
    },
  });
}

function powerOf(declared: Declared, name: '_pack_' | '_align_'): number {
  const value = declared[name] ?? 0;
  if (Number.isInteger(value) && value >= 0 && (value & (value - 1)) === 0) return value;
  throw new RangeError(`${declared.name}.${name} must be a power of two, got ${show(value)}`);
}

function fieldOf(
  owner: string,
  spec: FieldSpec,
  bigEndian: boolean,
): { name: string; type: CType; bits: number } {
  if (!Array.isArray(spec) || typeof spec[0] !== 'string' || !isType(spec[1]))
    throw new TypeError(`${owner}._fields_ must be a list of [name, type] or [name, type, bits]`);
  const [name, type] = spec;
  if (RESERVED.includes(name))
    throw new TypeError(
      `${owner}: a field cannot be called ${name}: all objects have that already`,
    );
  const bits = spec[2] ?? 0;
  if (spec.length > 2) checkBits(owner, name, type, bits);
  return { name, type: bigEndian ? otherOrder(owner, type) : type, bits };
}

function checkBits(owner: string, name: string, type: CType, bits: number): void {
  const codec = codecOf(type);
  const allowed = codec && (codec.method?.includes('nt') === true || codec.name === 'c_bool');
  if (!allowed)
    throw new TypeError(`${owner}.${name}: bit-fields of ${type.name} are not possible`);
  if (!Number.isInteger(bits) || bits <= 0 || bits > 8 * codec.size)
    throw new RangeError(`${owner}.${name}: number of bits invalid for a bit-field: ${show(bits)}`);
}

/** The type of a field of a structure whose numbers have their highest byte first. */
function otherOrder(owner: string, type: CType): CType {
  const scalar = swappedScalar(type);
  if (scalar) return scalar;
  const { _type_, _length_ } = type as unknown as { _type_?: CType; _length_?: number };
  if (_type_ !== undefined && _length_ !== undefined && type.prototype instanceof ArrayData)
    return ARRAY(otherOrder(owner, _type_), _length_);
  if (type.prototype instanceof Aggregate) return type;
  throw new TypeError(`${owner}: ${type.name} does not support the other byte order`);
}

function define(type: CType, name: string, accessor: PropertyDescriptor): void {
  Object.defineProperty(type.prototype, name, {
    ...accessor,
    configurable: true,
    enumerable: true,
  });
}

/** The fields of an anonymous member are the structure's own. */
function forward(type: CType, fields: readonly PlacedField[], name: string): void {
  const member = fields.find((field) => field.name === name);
  if (!member) throw new TypeError(`${name} is specified in _anonymous_ but not in _fields_`);
  if (!(member.type.prototype instanceof Aggregate))
    throw new TypeError(`${type.name}.${name}: an anonymous field is a structure or a union`);
  for (const field of namesIn(member.type)) {
    if (fields.some((own) => own.name === field)) continue;
    define(type, field, {
      get(this: Record<string, Record<string, unknown>>) {
        return this[name]?.[field];
      },
      set(this: Record<string, Record<string, unknown>>, value: unknown) {
        (this[name] as Record<string, unknown>)[field] = value;
      },
    });
  }
}

const namesIn = (type: CType): string[] => Object.keys(type.prototype);

export interface FieldDescriptor {
  readonly name: string;
  readonly type: CType;
  readonly offset: number;
  /** In bytes. Of a bit-field: its bits × 65536 + its first bit, as in CPython. */
  readonly size: number;
}

/** What `TYPE.name` is in Python. */
export function fieldof(type: CType, name: string): FieldDescriptor {
  const { size, fields } = completeOf(type);
  const field = fields?.find((one) => one.name === name);
  if (!field) throw new TypeError(`${type.name} (${size} bytes) has no field ${name}`);
  const { offset, bits, bit } = field.place;
  const of = infoOf(field.type).size;
  return { name, type: field.type, offset, size: bits > 0 ? bits * 65536 + bit : of };
}

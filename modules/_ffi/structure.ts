// Fields → a structure type, which makes instances and finds them at addresses.
import { addressOf, type Pointerish } from './addresses.ts';
import { refuse } from './errors.ts';
import { type FieldAccess, makeAccess } from './field-access.ts';
import { type FieldReader, makeReader } from './field-reader.ts';
import { type HeldClass, isHeld, makeHeld, zeros } from './held-structure.ts';
import { StructureInstance } from './instance.ts';
import { layOut, type Layout, type PlacedField, type StructureType } from './structure-type.ts';
import type { FfiType } from './types.ts';

export class Field<const N extends string = string, T extends FfiType = FfiType> {
  readonly name: N;
  readonly ffitype: T;
  constructor(name: N, ffitype: T) {
    this.name = name;
    this.ffitype = ffitype;
  }
}

export type FieldType<F extends readonly Field[], K> = Extract<
  F[number],
  { readonly name: K }
>['ffitype'];
/** What a field may be set to: no strings, since nobody would free their memory. */
export type Settable<T> =
  T extends FfiType<infer In, infer Out> ? (string | null extends Out ? Pointerish : In) : never;
export type Values<F extends readonly Field[]> = {
  readonly [K in F[number]['name']]?: Settable<FieldType<F, K>>;
};

const refuseField =
  (structure: string) =>
  ({ name, ffitype }: PlacedField, value: unknown): never =>
    refuse(`${structure}.${name}`, ffitype, value);

/** The largest: instances pass through the frame. */
const MOST_SIZE = 65536;

/** A structure type. Its fields are given at once, or later by `define_fields` for one that points to itself. */
export class Structure<
  const F extends readonly Field[] = readonly Field[],
> implements StructureType {
  readonly kind = 'struct';
  readonly name: string;
  declare readonly __in?: StructureInstance<F>;
  declare readonly __out?: StructureInstance<F>;
  #layout: Layout | null = null;
  readonly #access = new Map<string, FieldAccess>();
  held: HeldClass | null = null;
  readonly isUnaligned: boolean;
  /** From the memory of an instance; undefined where the field's `FieldAccess` has to be asked. */
  read: FieldReader = () => undefined;

  readonly #leastAlignment: number;

  /**
   * `isUnaligned`: it stands for a packed structure of C whose fields are not at multiples of their alignments. `alignment`: at least.
   */
  constructor(name: string, fields?: F, { isUnaligned = false, alignment = 1 } = {}) {
    this.name = name;
    this.#leastAlignment = alignment;
    this.isUnaligned = isUnaligned;
    if (fields) this.define_fields(fields);
  }

  define_fields(fields: F): void {
    if (this.#layout) throw new TypeError(`${this.name} has its fields already`);
    if (fields.length === 0) throw new TypeError(`${this.name} has no fields`);
    const layout = layOut(fields, this.#leastAlignment);
    if (layout.size > MOST_SIZE)
      throw new RangeError(`${this.name} has more than ${MOST_SIZE} bytes`);
    for (const field of layout.fields) {
      if (field.ffitype.kind === 'void')
        throw new TypeError(`${this.name}.${field.name} cannot be void`);
      if (this.#access.has(field.name))
        throw new TypeError(`${this.name} has two fields ${field.name}`);
      this.#access.set(field.name, makeAccess(field, this.name));
    }
    this.#layout = layout;
    this.read = makeReader(layout.fields);
    if (isHeld(this)) this.held = makeHeld(this, () => this.#inMemory(), refuseField(this.name));
  }

  get #known(): Layout {
    if (this.#layout) return this.#layout;
    throw new TypeError(`operation not permitted on ${this.name}: an incomplete type`);
  }
  get size(): number {
    return this.#known.size;
  }
  get alignment(): number {
    return this.#known.alignment;
  }
  get fields(): readonly PlacedField[] {
    return this.#known.fields;
  }

  /** A new instance, all zero but for `values`. JavaScript's collector frees it. */
  allocate(values: Values<F> = {}): StructureInstance<F> {
    if (!this.held) {
      const made = this.#inMemory();
      for (const [name, value] of Object.entries(values)) this.access(name).set(made, value);
      return made;
    }
    const made = new this.held(...zeros(this)) as StructureInstance<F>;
    for (const [name, value] of Object.entries(values)) made.setfield(name, value as never);
    return made;
  }

  #inMemory(): StructureInstance<F> {
    return new StructureInstance<F>(this, new Int32Array(this.words), 0);
  }

  /** What lies at an address, which must stay as long as the instance is used. */
  fromaddress(address: Pointerish): StructureInstance<F> {
    const at = addressOf(address);
    if (at <= 0) throw new TypeError(`${this.name}.fromaddress() takes an address that is not 0`);
    return new StructureInstance<F>(this, null, at, address);
  }

  /** Halves of words that an instance takes. */
  get words(): number {
    return 2 * Math.ceil(this.size / 8);
  }

  access(name: string): FieldAccess {
    const access = this.#access.get(name);
    if (access) return access;
    throw new TypeError(`${this.name} has no field ${name}`);
  }
}

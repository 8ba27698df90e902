// A structure of a few numbers → the class of instances that have the numbers as JavaScript has them. No memory is made for those that
// functions take and give by value, before somebody wants its address.
import { classify } from './classify.ts';
import { StructureInstance } from './instance.ts';
import type { PlacedField, StructureType } from './structure-type.ts';
import { generate } from './support.ts';
import type { Kind } from './types.ts';
import { checkSource, loadSource, storeSource } from './value-source.ts';

/** Its parameters are the fields' values. An instance has them as `v0`, `v1`, … while its `memory` is null. */
export type HeldClass = new (...values: readonly unknown[]) => StructureInstance;

/** What a field of the kind is when nothing has been written to it. */
const ZERO: { readonly [K in Kind]?: number | bigint } = {
  sint: 0,
  uint: 0,
  float: 0,
  double: 0,
  pointer: 0,
  slong: 0n,
  ulong: 0n,
};

/** What is in memory once `value` of the kind has been written to it; `pointer`: its address. */
function convertedSource(kind: Kind, value: string, pointer: string): string {
  if (kind === 'float') return `Math.fround(${value})`;
  if (kind === 'slong' || kind === 'ulong') return `BigInt(${value})`;
  return kind === 'pointer' ? pointer : value;
}

export const isHeld = (type: StructureType): boolean =>
  classify(type) !== null && type.fields.every(({ ffitype }) => ZERO[ffitype.kind] !== undefined);

export const zeros = ({ fields }: StructureType): readonly unknown[] =>
  fields.map(({ ffitype }) => ZERO[ffitype.kind]);

/** `makeInstance`: one in memory. `fail`: says that a value is not one of the field. */
export function makeHeld(
  type: StructureType,
  makeInstance: () => StructureInstance,
  fail: (field: PlacedField, value: unknown) => never,
): HeldClass {
  const { fields } = type;
  const values = fields.map((_, index) => `v${index}`);
  const gets = fields.map((_, index) => `if (name === n${index}) return this.v${index};`);
  const sets = fields.map(({ ffitype }, index) => {
    const check = checkSource(ffitype.kind, 'value', 'p', `fail(fields[${index}], value)`);
    const converted = convertedSource(ffitype.kind, 'value', 'p');
    return `if (name === n${index}) { ${check} this.v${index} = ${converted}; return; }`;
  });
  const names = Object.fromEntries(fields.map(({ name }, index) => [`n${index}`, name]));
  const source = `function Held(${values.join(', ')}) { this.memory = null; ${values.map((value) => `this.${value} = ${value};`).join(' ')} }
function place(held) {
  if (held.memory !== null) return held.memory;
  const made = makeInstance();
  ${fields.map((_, index) => `made.setfield(n${index}, held.v${index});`).join(' ')}
  return held.memory = made;
}
Held.prototype = Object.create(prototype, {
  constructor: { value: Held },
  type: { value: type },
  owner: { value: null },
  words: { get() { return place(this).words; } },
  getaddr: { value() { return place(this).getaddr(); } },
  getfield: { value(name) { if (this.memory === null) { ${gets.join(' ')} } return place(this).getfield(name); } },
  setfield: { value(name, value) { if (this.memory === null) { ${sets.join(' ')} } place(this).setfield(name, value); } },
});
return Held;`;
  const own = { type, fields, makeInstance, fail, prototype: StructureInstance.prototype };
  return generate(source, { ...own, ...names }) as HeldClass;
}

/** Which word of the frame a field is in, and which half of it: in words. */
const placeOf = ({ offset }: PlacedField, words: readonly number[]): number =>
  (words[offset >> 3] ?? 0) + (offset % 8) / 8;

/** An expression: the instance whose fields are in these words of the frame. `held`: its class. */
export const heldSource = (
  { fields }: StructureType,
  held: string,
  words: readonly number[],
): string =>
  `new ${held}(${fields.map((field) => loadSource(field.ffitype.kind, placeOf(field, words))).join(', ')})`;

/** Statements that write the fields of an instance, which are `values`, to these words of the frame. */
export const heldStores = (
  { fields }: StructureType,
  values: readonly string[],
  words: readonly number[],
): string =>
  fields
    .map((field, index) => {
      const value = values[index] ?? '';
      return storeSource(field.ffitype.kind, value, value, placeOf(field, words));
    })
    .join(' ');

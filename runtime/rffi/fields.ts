// Structures by the names of their fields, untranslated: rffi.make, setintfield, getintfield.
import { describeType } from '../lltype/constructors.ts';
import { lltype } from '../lltype/lltype.ts';
import { containerOf, isPointer, type Pointer } from '../lltype/pointer.ts';
import type { Primitive, Struct } from '../lltype/types.ts';
import { CONVERSIONS } from '../numbers.ts';

/** New memory with these fields; the others are zero. The caller frees it. */
export function make(type: Struct, fields: Readonly<Record<string, unknown>>): Pointer {
  const pointer = lltype.malloc(type, { flavor: 'raw', zero: true });
  for (const [name, value] of Object.entries(fields)) {
    if (!type.fields.some((field) => field.name === name))
      throw new TypeError(`rffi.make: ${describeType(type)} has no field ${name}`);
    Reflect.set(pointer, name, value);
  }
  return pointer;
}

function integerField(of: string, pointer: Pointer, name: string): Primitive {
  const type = isPointer(pointer) ? containerOf(pointer) : null;
  const field =
    type?.kind === 'struct' ? type.fields.find((one) => one.name === name)?.type : undefined;
  if (field?.kind === 'primitive') return field;
  throw new TypeError(`${of}: ${type ? describeType(type) : 'NULL'} has no number ${name}`);
}

/** Any number, converted to the field's type. */
export function setintfield(pointer: Pointer, name: string, value: number | bigint): void {
  const { value: type } = integerField('rffi.setintfield', pointer, name);
  Reflect.set(pointer, name, CONVERSIONS[type](value));
}

/** The field as a machine word. */
export function getintfield(pointer: Pointer, name: string): number {
  integerField('rffi.getintfield', pointer, name);
  const value: unknown = Reflect.get(pointer, name);
  return Number(typeof value === 'bigint' ? BigInt.asIntN(64, value) : value);
}

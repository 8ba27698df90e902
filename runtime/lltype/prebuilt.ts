// Memory that is made when the module is built and is part of it, read-only (RPython's prebuilt immortal structures).
// Between stages its bytes travel as a string of as many 16-bit code units, little-endian.
import { MACHINE_ABI } from './classify.ts';
import { LONG_DOUBLES, MACHINE_LONG_DOUBLE } from './long-double.ts';
import { blockAt, freeze } from './memory.ts';
import { addressOf, containerOf, type Pointer, pointerAt } from './pointer.ts';
import { describeType, isContainer } from './constructors.ts';
import { variablePart } from './layout.ts';
import { type CAbi, leavesOf } from './passing.ts';
import type { Container, LowLevelType } from './types.ts';

const UNIT = 2;

/** The same container with the same contents (or those that `units` says), never to be written again. */
export function freezePrebuilt(pointer: Pointer, units: string | null): Pointer {
  const type = containerOf(pointer);
  refusePointers(type, type);
  const made = blockAt(addressOf(pointer))?.bytes;
  if (!made) throw new Error('prebuilt memory that is freed');
  // A whole number of code units.
  const bytes = new DataView(new ArrayBuffer(Math.ceil(made.byteLength / UNIT) * UNIT));
  for (let i = 0; i < made.byteLength; i++) bytes.setUint8(i, made.getUint8(i));
  if (units !== null) fill(bytes, units);
  const frozen = freeze(bytes, `prebuilt ${describeType(type)}`);
  const result = pointerAt(type, frozen.base);
  if (!result) throw new Error('a block at address 0');
  return result;
}

/** How many items of a container of open length so many code units hold; null for other containers. */
export function itemsIn(type: Container, units: string): number | null {
  const part = isContainer(type) ? variablePart(type) : null;
  return part && Math.floor((units.length * UNIT - part.itemsOffset) / part.itemSize);
}

function fill(bytes: DataView, units: string): void {
  if (units.length * UNIT !== bytes.byteLength)
    throw new RangeError(`prebuilt memory of ${bytes.byteLength} bytes from ${units.length} units`);
  for (let i = 0; i < units.length; i++) bytes.setUint16(i * UNIT, units.charCodeAt(i), true);
}

/** As C of an ABI reads it. undefined for every other pointer, also for one into the middle. */
export function prebuiltContents(pointer: Pointer, abi: CAbi): string | undefined {
  const block = blockAt(addressOf(pointer));
  if (!block?.constant || !block.bytes || block.base !== addressOf(pointer)) return undefined;
  const bytes = asRead(block.bytes, containerOf(pointer), abi);
  const parts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += UNIT)
    parts.push(String.fromCharCode(bytes.getUint16(at, true)));
  return parts.join('');
}

/** With each `long double` in the form of the ABI. */
function asRead(bytes: DataView, type: Container, { longDouble }: CAbi): DataView {
  if (longDouble === MACHINE_ABI.longDouble) return bytes;
  const copy = new DataView(bytes.buffer.slice(0), bytes.byteOffset, bytes.byteLength);
  const part = variablePart(type);
  const item = openItem(type);
  const count = part ? Math.floor((bytes.byteLength - part.itemsOffset) / part.itemSize) : 0;
  const items =
    part && item
      ? Array.from({ length: count }, (_, index) =>
          leavesOf(item, part.itemsOffset + index * part.itemSize),
        ).flat()
      : [];
  for (const { machine, offset } of [...leavesOf(type, 0), ...items])
    if (machine === 'f80')
      LONG_DOUBLES[longDouble].set(copy, offset, MACHINE_LONG_DOUBLE.get(bytes, offset));
  return copy;
}

/** Of the array of open length that the container is, or ends with. */
function openItem(type: Container): LowLevelType | null {
  const last = type.kind === 'struct' ? type.fields.at(-1)?.type : type;
  return last?.kind === 'array' ? last.item : null;
}

/** Addresses of the build are none of the module that is built. */
function refusePointers(type: LowLevelType, whole: Container): void {
  switch (type.kind) {
    case 'array':
    case 'fixed-array':
      return refusePointers(type.item, whole);
    case 'struct':
      return type.fields.forEach((field) => refusePointers(field.type, whole));
    case 'primitive':
      return;
    default:
      throw new TypeError(`prebuilt memory holds numbers only; ${describeType(whole)} does not`);
  }
}

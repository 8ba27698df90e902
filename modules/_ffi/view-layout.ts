// V8's typed arrays and DataViews: where their fields lie, tried on some of them; null where they are not as expected.
import { libraries } from './native.ts';
import { instanceType, peek } from './peek.ts';
import { V8_VERSION } from './v8-version.ts';

/** Offsets in bytes. */
export interface ViewLayout {
  /** What the maps of all typed arrays say of the type of their instances. */
  readonly type: number;
  readonly buffer: number;
  /** Of the buffer. */
  readonly flags: number;
  /** Of an array in V8's heap: its elements; else 0. */
  readonly base: number;
  /** The address, without that of `base`. */
  readonly data: number;
  /** Of a DataView: the same of its map, and where its address is. */
  readonly dataViewType: number;
  readonly dataViewData: number;
}

/** Flags of an ArrayBuffer that is detached, of asm.js, shared, or resizable. */
export const ODD = 0b111100;

/** V8 13 has a word more before an object's own fields. */
function find(): ViewLayout | null {
  const shift = V8_VERSION < 137 ? 0 : 8;
  const buffer = new ArrayBuffer(256);
  const layout = {
    type: instanceType(new Uint8Array(buffer)),
    dataViewType: instanceType(new DataView(buffer)),
    buffer: 24 + shift,
    flags: 64 + shift,
    data: 64 + shift,
    base: 72 + shift,
    dataViewData: 56 + shift,
  };
  const isFound =
    samplesOf(buffer).every((view) => isRead(view, layout)) &&
    oddOnes().every((view) => (peek(view, layout.buffer, layout.flags) & ODD) !== 0) &&
    peek(new Uint8Array(8), layout.base) !== 0 &&
    layout.type !== layout.dataViewType;
  return isFound ? layout : null;
}

/** Of every kind, parts of a buffer, and of one that has been in V8's heap. */
function samplesOf(buffer: ArrayBuffer): readonly ArrayBufferView[] {
  return [
    new Uint8Array(buffer),
    Buffer.from(buffer, 3, 5),
    ...[Int8Array, Uint8ClampedArray, Int16Array, Uint16Array].map((Of) => new Of(buffer, 8, 2)),
    ...[Int32Array, Uint32Array, Float32Array, Float64Array].map((Of) => new Of(buffer, 16, 3)),
    ...[BigInt64Array, BigUint64Array].map((Of) => new Of(buffer, 64)),
    Int32Array.of(1, 2, 3).subarray(1),
    new DataView(buffer),
    new DataView(buffer, 24, 8),
  ];
}

/** In ECMAScript 2024. */
type Resizable = new (size: number, options: { readonly maxByteLength: number }) => ArrayBuffer;

function oddOnes(): readonly ArrayBufferView[] {
  const resizable = new (ArrayBuffer as Resizable)(8, { maxByteLength: 16 });
  return [new Uint8Array(new SharedArrayBuffer(8)), new Uint8Array(resizable)];
}

function isRead(view: ArrayBufferView, layout: ViewLayout): boolean {
  const { buffer, byteOffset, byteLength } = view;
  // The memory leaves V8's heap for it.
  const address = libraries.address_of(
    new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength),
  );
  if ((peek(view, layout.buffer, layout.flags) & ODD) !== 0) return false;
  if (view instanceof DataView)
    return (
      instanceType(view) === layout.dataViewType && wordOf(view, layout.dataViewData) === address
    );
  const isOutside = wordOf(view, layout.base) === 0;
  return instanceType(view) === layout.type && isOutside && wordOf(view, layout.data) === address;
}

const wordOf = (view: ArrayBufferView, offset: number): number =>
  (peek(view, offset) >>> 0) + (peek(view, offset + 4) >>> 0) * 2 ** 32;

export const VIEW_LAYOUT: ViewLayout | null = V8_VERSION === 0 ? null : find();

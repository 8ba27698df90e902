// What is hashed: bytes, or a text in UTF-8. And errors that name function and argument.

export type Data = string | Uint8Array | ArrayBuffer | DataView;

export function bytesOf(data: unknown, where: string, argument = 'data'): Uint8Array {
  if (data instanceof Uint8Array) return data;
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError(`${where}: ${argument} must be bytes or a string, not ${kindOf(data)}`);
}

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** An integer from `least` to `most`. */
export function integerOf(
  value: unknown,
  least: number,
  most: number,
  where: string,
  argument: string,
): number {
  if (typeof value !== 'number')
    throw new TypeError(`${where}: ${argument} must be a number, not ${kindOf(value)}`);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(
    `${where}: ${argument} must be an integer from ${least} to ${most}, not ${value}`,
  );
}

// Arguments: data, numbers, and options in place of several arguments. Errors name function and argument.

export type Data = string | ArrayBuffer | ArrayBufferView;
export type Bytes = ArrayBuffer | ArrayBufferView;

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** The memory itself, not a copy. */
export function bytesOf(data: unknown, where: string, argument = 'data'): Uint8Array {
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError(`${where}: ${argument} must be bytes, not ${kindOf(data)}`);
}

/** The same; a text is its bytes in UTF-8. */
export function dataOf(data: unknown, where: string): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) return bytesOf(data, where);
  throw new TypeError(`${where}: data must be bytes or a string, not ${kindOf(data)}`);
}

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

type Values<N extends string> = Readonly<Record<N, unknown>>;

/** CPython's arguments by position, or an object of them by name in place of the first. TypeError for names that are not there. */
export function named<N extends string>(
  where: string,
  names: readonly N[],
  given: readonly unknown[],
): Values<N> {
  const [first] = given;
  if (typeof first !== 'object' || first === null || ArrayBuffer.isView(first))
    return Object.fromEntries(names.map((name, i) => [name, given[i]])) as Values<N>;
  for (const name of Object.keys(first))
    if (!(names as readonly string[]).includes(name))
      throw new TypeError(`${where}: there is no option ${name}; there are ${names.join(', ')}`);
  return first as Values<N>;
}

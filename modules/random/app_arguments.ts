// What methods are given → what they take, or an error that names the method and the argument.

export const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

export function numberArgument(value: unknown, method: string, argument: string): number {
  if (typeof value === 'number') return value;
  throw new TypeError(`${method}: ${argument} must be a number, not ${kindOf(value)}`);
}

/** An integer that a number holds exactly, from `least`. */
export function countArgument(
  value: unknown,
  method: string,
  argument: string,
  least: number,
): number {
  const count = numberArgument(value, method, argument);
  if (Number.isSafeInteger(count) && count >= least) return count;
  throw new RangeError(`${method}: ${argument} must be an integer from ${least}, not ${count}`);
}

/** A bigint, or an integer that a number holds exactly. */
export function integerArgument(value: unknown, method: string, argument: string): number | bigint {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return value as number | bigint;
  if (typeof value === 'number')
    throw new RangeError(`${method}: ${argument} must be a safe integer or a bigint, not ${value}`);
  throw new TypeError(`${method}: ${argument} must be a number or a bigint, not ${kindOf(value)}`);
}

/** Strings, arrays and typed arrays: what has a length and elements. */
export function sequenceArgument<S extends ArrayLike<unknown>>(
  value: S,
  method: string,
  argument: string,
): S {
  const isSequence =
    typeof value === 'string' ||
    Array.isArray(value) ||
    (ArrayBuffer.isView(value) && !(value instanceof DataView));
  if (isSequence) return value;
  const kind = kindOf(value);
  throw new TypeError(`${method}: ${argument} must be an array or a string, not ${kind}`);
}

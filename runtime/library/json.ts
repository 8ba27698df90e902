'use mixmod';
// JSON texts of values whose types are known, and back. `check` defines what depends on the type.
import type { isize } from 'mixmod';

/** `out` with the text of the value behind it (ECMA-262 25.5.2.2). With `newline`, lines are broken: it ends in their indentation. */
declare function write<T>(out: string, value: T, newline?: string, gap?: string): string;
/** The same of the fields of a record or the items of a tuple. */
declare function writeFields<T>(out: string, value: T, newline?: string, gap?: string): string;

// ---- to text ----

export function gapOfNumber(space: number): string {
  return ' '.repeat(Math.max(0, Math.min(10, space === space ? space : 0)));
}

export function gapOfText(space: string): string {
  return space.slice(0, 10);
}

export function ofNumber(x: number): string {
  return isFinite(x) ? `${x}` : 'null';
}

export function writeObject<T>(out: string, value: T): string {
  return writeFields(out, value);
}

export function writeObjectIndented<T>(
  out: string,
  value: T,
  newline: string,
  gap: string,
): string {
  return writeFields(out, value, newline, gap);
}

export function writeArray<T>(out: string, items: readonly T[]): string {
  let text = out + '[';
  for (let i: isize = 0; i < items.length; i++) {
    if (i > 0) text += ',';
    text = write(text, items[i]);
  }
  return text + ']';
}

export function writeArrayIndented<T>(
  out: string,
  items: readonly T[],
  newline: string,
  gap: string,
): string {
  if (items.length === 0) return out + '[]';
  const inner = newline + gap;
  let text = out + '[';
  for (let i: isize = 0; i < items.length; i++) {
    text += i > 0 ? ',' + inner : inner;
    text = write(text, items[i], inner, gap);
  }
  return text + newline + ']';
}

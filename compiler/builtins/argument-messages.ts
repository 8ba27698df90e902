// Texts of the errors that an exported function throws for a wrong argument. One place for the native wrappers'
// JavaScript helper and the untranslated wrappers, so that both say the same. Plain functions of plain data.
//
// Rules of the boundary: arguments are checked from left to right, the first wrong one throws. TypeError where the
// value is of another kind (`got string`), RangeError where a number or bigint is not one of the integer's values
// (`got 1.5`). Surplus arguments are ignored. `undefined` stands for an optional parameter that is left out.
// Typed arrays and DataViews on a SharedArrayBuffer are refused: other threads would change them meanwhile. So are
// detached ones, which have no memory.
// -0 is accepted for an integer and becomes 0; an f32 is rounded from any number; isize and usize take safe integers.
import type { IntType, RtsType } from '../program/types.ts';

/** `index` counts from 1; `expected` is `expectedText`'s and `got` is `gotText`'s result. */
export function argumentMessage(
  exportName: string,
  index: number,
  parameterName: string,
  expected: string,
  got: string,
): string {
  return `${argumentHead(exportName, index, parameterName)} must be ${expected}, got ${got}`;
}

/** What messages about an argument begin with. */
export const argumentHead = (exportName: string, index: number, parameterName: string): string =>
  `${exportName}: argument ${index} (${parameterName})`;

/** What a parameter wants, with its article: `a Uint8Array`, `an i32 (an integer from … to …)`, `a string or null`. */
export function expectedText(type: RtsType): string {
  switch (type.kind) {
    case 'int':
      return integerText(type);
    case 'float':
      return 'a number';
    case 'boolean':
    case 'string':
      return `a ${type.kind}`;
    case 'arraybuffer':
      return 'an ArrayBuffer';
    case 'dataview':
      return 'a DataView';
    case 'typedarray':
      return `${articleFor(type.name)} ${type.name}`;
    case 'nullable': {
      const absent = [type.allowsNull ? 'null' : '', type.allowsUndefined ? 'undefined' : ''];
      const choices = [expectedText(type.base), ...absent.filter((text) => text !== '')];
      const last = choices.pop() ?? '';
      return `${choices.join(', ')} or ${last}`;
    }
    case 'ptr':
      return 'a pointer';
    default:
      return type.kind;
  }
}

/** Of a name, as far as its first letter tells. */
export const articleFor = (name: string): string => (/^[AEIOaeio]/.test(name) ? 'an' : 'a');

/** The smallest and the largest argument of an integer type. Those of isize and usize are the safe integers. */
export function argumentRange(type: IntType): readonly [bigint, bigint] {
  if (!type.bigint && type.bits === 64) {
    const safe = BigInt(Number.MAX_SAFE_INTEGER);
    return [type.signed ? -safe : 0n, safe];
  }
  const bits = BigInt(type.bits);
  return type.signed ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

function integerText(type: IntType): string {
  const [low, high] = argumentRange(type);
  const article = type.signed ? 'an' : 'a';
  if (type.bigint) return `${article} ${type.name} (a bigint from ${low}n to ${high}n)`;
  return `${article} ${type.name} (an integer from ${low} to ${high})`;
}

/**
 * What was got instead. `inKind`: the value is of the right kind and shown (`1.5`, `300`, `99n`); otherwise its kind
 * is named (`string`, `null`, `Array`). Refers to nothing outside itself: its source text (`toString()`) is what
 * modules carry.
 */
export function gotText(value: unknown, inKind: boolean): string {
  if (inKind) return typeof value === 'bigint' ? `${value}n` : String(value);
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const kindOf = (object: unknown): string => Object.prototype.toString.call(object).slice(8, -1);
  /** Whether it is of the built-in kind that it calls itself. */
  const isGenuine = (kind: string): boolean => {
    const { has } = kind === 'Set' ? Set.prototype : Map.prototype;
    try {
      if (kind === 'Set' || kind === 'Map') Reflect.apply(has, value, [0]);
      return ArrayBuffer.isView(value) || !/.Array$|^DataView$/.test(kind);
    } catch {
      return false;
    }
  };
  const claimed = kindOf(value);
  const kind = isGenuine(claimed) ? claimed : 'Object';
  // What the object itself says of its buffer means nothing.
  const views = kind === 'DataView' ? DataView : Object.getPrototypeOf(Uint8Array);
  const memory = ArrayBuffer.isView(value) ? Reflect.get(views.prototype, 'buffer', value) : value;
  if (kindOf(memory) === 'SharedArrayBuffer' && memory !== value)
    return `${kind} on a SharedArrayBuffer`;
  if (!(memory instanceof ArrayBuffer)) return kind;
  try {
    new Uint8Array(memory);
    return kind;
  } catch {
    return `a detached ${kind}`;
  }
}

// Untranslated: an integer on its way to C is one that C's type has. Compiled programs need no such check: `check` refuses every conversion that
// could lose something, unless it is written out. This is for plain TypeScript, such as a unit test.
import type { LowLevelType, MachineType } from './types.ts';

interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** Of the integers. */
const RANGES: ReadonlyMap<MachineType, Range> = new Map(
  ([8, 16, 32, 64] as const).flatMap((bits) => {
    const half = 1n << BigInt(bits - 1);
    return [
      [`i${bits}`, { low: -half, high: half - 1n }] as const,
      [`u${bits}`, { low: 0n, high: 2n * half - 1n }] as const,
    ];
  }),
);

/** Throws RangeError for a number that a parameter of the type cannot have. `what`: for messages. */
export function requireFits(type: LowLevelType, value: unknown, what: string): void {
  if (type.kind !== 'primitive' || !isNumber(value)) return;
  const range = RANGES.get(type.machine);
  // The ends are compared as numbers where the value is one: those of 64 bits are rounded, and so may the value be.
  const isWithin =
    !range ||
    (typeof value === 'bigint'
      ? value >= range.low && value <= range.high
      : Number.isInteger(value) && value >= Number(range.low) && value <= Number(range.high));
  if (!isWithin)
    throw new RangeError(`${what} is ${value}, which does not fit ${type.name} (${type.c})`);
}

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

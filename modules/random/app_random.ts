// Class Random: sequences and integers in ranges. Distributions are in `app_distributions.ts`, below it.
import {
  countArgument,
  integerArgument,
  numberArgument,
  sequenceArgument,
} from './app_arguments.ts';
import { Distributions } from './app_distributions.ts';
import { log } from './interp_libm.ts';

export interface ChoicesOptions {
  /** How likely each element is, relative to the others. */
  readonly weights?: readonly number[];
  /** The same, added up from the left. */
  readonly cum_weights?: readonly number[];
  /** How many are chosen; 1 if not given. */
  readonly k?: number;
}

export interface SampleOptions {
  /** How often each element is there. */
  readonly counts?: readonly number[];
}

export class Random extends Distributions {
  /** An element of range(start), or range(start, stop, step): a bigint if an argument is one. */
  randrange(start: number, stop?: number, step?: number): number;
  randrange(start: number | bigint, stop?: number | bigint, step?: number | bigint): bigint;
  randrange(
    start: number | bigint,
    stop?: number | bigint,
    step: number | bigint = 1,
  ): number | bigint {
    const first = integerArgument(start, 'randrange', 'start');
    const second = stop === undefined ? 0 : integerArgument(stop, 'randrange', 'stop');
    const third = integerArgument(step, 'randrange', 'step');
    const [from, to] = stop === undefined ? [0, first] : [first, second];
    if (typeof from === 'number' && typeof to === 'number' && third === 1) {
      const width = to - from;
      if (width > 0 && width <= Number.MAX_SAFE_INTEGER) return from + this.below(width);
    }
    const isBig = [from, to, third].some((value) => typeof value === 'bigint');
    const result = this.#inRange('randrange', BigInt(from), BigInt(to), BigInt(third));
    return isBig ? result : Number(result);
  }

  /** An integer from `a` to `b`, both included: a bigint if one of them is. */
  randint(a: number, b: number): number;
  randint(a: number | bigint, b: number | bigint): bigint;
  randint(a: number | bigint, b: number | bigint): number | bigint {
    const first = integerArgument(a, 'randint', 'a');
    const last = integerArgument(b, 'randint', 'b');
    if (typeof first === 'number' && typeof last === 'number') {
      const width = last - first + 1;
      if (width > 0 && width <= Number.MAX_SAFE_INTEGER) return first + this.below(width);
    }
    const result = this.#inRange('randint', BigInt(first), BigInt(last) + 1n, 1n);
    return typeof first === 'number' && typeof last === 'number' ? Number(result) : result;
  }

  #inRange(method: string, start: bigint, stop: bigint, step: bigint): bigint {
    if (step === 0n) throw new RangeError(`${method}: step must not be 0`);
    const span = stop - start;
    const count = (span + step + (step > 0n ? -1n : 1n)) / step;
    if (count <= 0n || span > 0n !== step > 0n)
      throw new RangeError(`${method}: the range from ${start} to ${stop} is empty`);
    const isSmall = count <= BigInt(Number.MAX_SAFE_INTEGER);
    return start + step * (isSmall ? BigInt(this.below(Number(count))) : this.belowBig(count));
  }

  /** One element. RangeError for an empty sequence. */
  choice(sequence: string): string;
  choice<T>(sequence: ArrayLike<T>): T;
  choice<T>(sequence: ArrayLike<T>): T {
    const { length } = sequenceArgument(sequence, 'choice', 'sequence');
    if (length === 0) throw new RangeError('choice: sequence must not be empty');
    return sequence[this.below(length)] as T;
  }

  /** `k` elements, each chosen from all. */
  choices(population: string, options?: ChoicesOptions): string[];
  choices<T>(population: ArrayLike<T>, options?: ChoicesOptions): T[];
  choices<T>(population: ArrayLike<T>, { weights, cum_weights, k = 1 }: ChoicesOptions = {}): T[] {
    const { length } = sequenceArgument(population, 'choices', 'population');
    const count = countArgument(k, 'choices', 'k', 0);
    if (weights !== undefined && cum_weights !== undefined)
      throw new TypeError('choices: only one of weights and cum_weights may be given');
    const sums = cum_weights ?? (weights && running(weights, 'choices', 'weights'));
    if (sums === undefined) {
      if (length === 0 && count > 0) throw new RangeError('choices: population must not be empty');
      return Array.from(
        { length: count },
        () => population[Math.floor(this.random() * length)] as T,
      );
    }
    const total = checkedTotal(sequenceArgument(sums, 'choices', 'cum_weights'), length);
    return Array.from({ length: count }, () => {
      const index = bisect(sums, this.random() * total, length - 1);
      return population[index] as T;
    });
  }

  /** Puts the elements of `x` in another order, in place. */
  shuffle(x: { [index: number]: unknown; readonly length: number }): void {
    if (typeof x === 'string') throw new TypeError('shuffle: x must be an array, not string');
    sequenceArgument(x, 'shuffle', 'x');
    for (let i = x.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const moved = x[i];
      x[i] = x[j];
      x[j] = moved;
    }
  }

  /** `k` different elements, in the order in which they are chosen. */
  sample(population: string, k: number, options?: SampleOptions): string[];
  sample<T>(population: ArrayLike<T>, k: number, options?: SampleOptions): T[];
  sample<T>(population: ArrayLike<T>, k: number, { counts }: SampleOptions = {}): T[] {
    const { length } = sequenceArgument(population, 'sample', 'population');
    const count = countArgument(k, 'sample', 'k', 0);
    if (counts === undefined)
      return this.#sampleIndices(length, count).map((index) => population[index] as T);
    for (const one of sequenceArgument(counts, 'sample', 'counts'))
      countArgument(one, 'sample', 'counts', 0);
    const sums = running(counts, 'sample', 'counts');
    if (sums.length !== length)
      throw new RangeError(`sample: counts must have ${length} elements, not ${sums.length}`);
    const total = sums[length - 1] ?? 0;
    if (total <= 0) throw new RangeError('sample: the total of counts must be greater than 0');
    const chosen = this.#sampleIndices(total, count);
    return chosen.map((index) => population[bisect(sums, index, length)] as T);
  }

  /** Either from a pool that shrinks, or again where one is chosen twice: as CPython decides, which decides the result. */
  #sampleIndices(length: number, k: number): readonly number[] {
    if (k > length)
      throw new RangeError(`sample: k must be at most ${length}, the size of population, not ${k}`);
    const most = 21 + (k > 5 ? 4 ** Math.ceil(log(k * 3) / log(4)) : 0);
    if (length > most) return this.#withoutPool(length, k);
    const pool = Array.from({ length }, (_, i) => i);
    return Array.from({ length: k }, (_, i) => {
      const j = this.below(length - i);
      const index = pool[j] ?? 0;
      pool[j] = pool[length - i - 1] ?? 0;
      return index;
    });
  }

  #withoutPool(length: number, k: number): readonly number[] {
    const selected = new Set<number>();
    while (selected.size < k) selected.add(this.below(length));
    return [...selected];
  }
}

function running(values: readonly number[], method: string, argument: string): readonly number[] {
  let sum = 0;
  return Array.from(sequenceArgument(values, method, argument), (value) => {
    sum += numberArgument(value, method, `an element of ${argument}`);
    return sum;
  });
}

function checkedTotal(sums: readonly number[], length: number): number {
  if (sums.length !== length)
    throw new RangeError(`choices: there must be ${length} weights, not ${sums.length}`);
  const total = numberArgument(sums[length - 1] ?? 0, 'choices', 'an element of cum_weights');
  if (total > 0 && Number.isFinite(total)) return total;
  throw new RangeError(
    `choices: the total of weights must be finite and greater than 0, not ${total}`,
  );
}

/** The first of the indices below `end` at which `sums` is greater than `value`, or `end`. */
function bisect(sums: readonly number[], value: number, end: number): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value < (sums[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// A seed → choices that are the same on every machine (xorshift over 32 bits, started by a hash of the seed).

export class Random {
  #state: number;

  constructor(seed: number, stream = 0) {
    let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
    state = Math.imul(state ^ (state >>> 16), 0x7feb352d);
    state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
    this.#state = state ^ (state >>> 16) || 1;
  }

  /** From 0 to limit - 1. */
  below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return Math.floor(((Math.imul(x, 0x2c1b3c6d) >>> 0) / 2 ** 32) * limit);
  }

  /** Both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.below(1000) < probability * 1000;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('a choice from nothing');
    return choice;
  }

  weighted<T extends { readonly weight: number }>(choices: readonly T[]): T {
    let at = this.below(choices.reduce((sum, { weight }) => sum + weight, 0));
    for (const choice of choices) {
      at -= choice.weight;
      if (at < 0) return choice;
    }
    throw new Error('a choice from nothing');
  }
}

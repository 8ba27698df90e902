'use mixmod';
// MT19937 (Matsumoto and Nishimura, 1998). The state is the 624 words of the recurrence, in an array of the caller's.

const N = 624;
const M = 397;

function init_genrand(state: Uint32Array, seed: number): void {
  state[0] = seed;
  for (let i = 1; i < N; i++) {
    const last = state[i - 1];
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
  }
}

/** Seeds `state` with all words of `key`, of which there is at least one. */
export function init_by_array(state: Uint32Array, key: Uint32Array): void {
  init_genrand(state, 19650218);
  let i = 1;
  let j = 0;
  for (let k = Math.max(N, key.length); k > 0; k--) {
    const last = state[i - 1];
    state[i] = (state[i] ^ Math.imul(last ^ (last >>> 30), 1664525)) + key[j] + j;
    i++;
    if (i === N) {
      state[0] = state[N - 1];
      i = 1;
    }
    j = j + 1 === key.length ? 0 : j + 1;
  }
  for (let k = N - 1; k > 0; k--) {
    const last = state[i - 1];
    state[i] = (state[i] ^ Math.imul(last ^ (last >>> 30), 1566083941)) - i;
    i++;
    if (i === N) {
      state[0] = state[N - 1];
      i = 1;
    }
  }
  state[0] = 0x80000000;
}

/** The recurrence: one bit of a word, the others of the next, and the word 397 further. */
function twisted(high: number, low: number, other: number): number {
  const y = (high & 0x80000000) | (low & 0x7fffffff);
  return other ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
}

/** The next 624 states, and what the generator gives for them. */
export function next_block(state: Uint32Array, words: Uint32Array): void {
  for (let k = 0; k < N - M; k++) state[k] = twisted(state[k], state[k + 1], state[k + M]);
  for (let k = N - M; k < N - 1; k++) state[k] = twisted(state[k], state[k + 1], state[k + M - N]);
  state[N - 1] = twisted(state[N - 1], state[0], state[M - 1]);
  temper(state, words);
}

/** What the generator gives for the states as they are. */
export function temper(state: Uint32Array, words: Uint32Array): void {
  for (let k = 0; k < N; k++) {
    let y = state[k];
    y = (y ^ (y >>> 11)) >>> 0;
    y = (y ^ ((y << 7) & 0x9d2c5680)) >>> 0;
    y = (y ^ ((y << 15) & 0xefc60000)) >>> 0;
    words[k] = y ^ (y >>> 18);
  }
}

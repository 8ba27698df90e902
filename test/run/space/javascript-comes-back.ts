'use mixmod';
// What JavaScript runs for a live value (getters, proxies, valueOf, iterators) may throw, and may call the module again.
import { space, type JSValue } from 'mixmod';
let depth = 0;
const seen: JSValue[] = [];
export function get(value: JSValue, key: string): JSValue { return space.get(value, key); }
export function nested(value: JSValue): number {
  depth++;
  const found = space.get<number>(value, 'deeper');
  depth--;
  return found + depth;
}
export function remember(value: JSValue): number { return seen.push(value); }
export function recalled(index: number): JSValue { return seen[index]; }
export function both(a: JSValue, options: { first: JSValue; second: JSValue }, b: JSValue): JSValue[] {
  return [a, options.first, options.second, b];
}
export function pick(a: JSValue, list: readonly JSValue[], n: number): JSValue { return n < 0 ? a : list[n]; }
export function held(a: JSValue, f: (b: JSValue) => JSValue): JSValue[] {
  const c = space.newObject();
  space.set(c, 'mine', true);
  const given = f(c);
  return [a, given, c];
}
export function deep(value: JSValue, n: number): number { return n === 0 ? 0 : 1 + space.callMethod<number>(value, 'deep', n - 1); }
export function guarded(value: JSValue): string {
  const caught: string[] = [];
  for (const key of ['a', 'b', 'c']) {
    try {
      caught.push(space.get<string>(value, key));
    } catch (error) {
      caught.push(error instanceof Error ? `${error.name} ${error.message}` : '');
    }
  }
  return caught.join('; ');
}
// nested({ get deeper() { return nested({ get deeper() { return nested({ deeper: 10 }); } }); } }) → 13
// own = new RangeError('own'), trap = new Proxy({}, { get() { throw own; }, has() { throw own; }, ownKeys() { throw own; } }), get(trap, 'x') → RangeError: own
// [0].map(() => { try { get(trap, 'x'); } catch (error) { return error === own; } })[0] → true
// get({ get x() { remember('kept'); return recalled(0); } }, 'x') → 'kept'
// both(1, { get first() { both({}, { first: 1, second: 2 }, {}); return 'f'; }, get second() { return recalled(0); } }, 2) → [ 1, 'f', 'kept', 2 ]
// pick({}, [{}, {}, {}], 'x') → TypeError: pick: argument 3 (n) must be a number, got string
// pick('a', new Proxy([1], { get(list, key) { if (key === 'length') throw own; return list[key]; } }), 0) → RangeError: own
// o = {}, held(o, (b) => ({ b })) → [ {}, { b: { mine: true } }, { mine: true } ]
// held(o, () => { throw own; }) → RangeError: own
// down = { deep: (n) => deep(down, n) }, deep(down, 50) → 50
// guarded({ a: 'A', get b() { throw new SyntaxError('none'); }, c: 5 }) → 'A; SyntaxError none; TypeError space.get: the result must be a string, got number'
// guarded(trap) → 'RangeError own; RangeError own; RangeError own'

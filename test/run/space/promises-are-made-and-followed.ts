'use mixmod';
// Promises of JavaScript: closures of the program run when they are settled, and what these throw rejects the next one.
import { i32, space, type JSValue } from 'mixmod';
const log: string[] = [];
export function logged(): string { return log.splice(0).join('; '); }
export function double(promise: Promise<number>): Promise<number> { return promise.then((value) => value * 2); }
export function describe(promise: Promise<number>): Promise<string> {
  return promise.then(
    (value) => `it is ${value}`,
    (reason) => `${reason.name}: ${reason.message}`,
  );
}
export function failing(promise: Promise<number>): Promise<number> {
  return promise.then((value): number => { throw new RangeError(`not ${value}`); });
}
export function saved(promise: Promise<number>): Promise<number> { return promise.catch(() => -1); }
export function passed(promise: Promise<number>): Promise<number> {
  return promise.catch((reason): number => { throw reason; });
}
export function last(promise: Promise<number>): Promise<number> {
  return promise.finally(() => { log.push('finally'); });
}
export function effect(promise: Promise<string>): void {
  promise.then((text) => { log.push(text); });
}
export function chained(first: () => Promise<number>, second: (value: number) => Promise<string>): Promise<string> {
  return first().then((value) => second(value + 1)).then((text) => text + '!');
}
export function made(value: number): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    if (value < 0) reject(new RangeError(`negative: ${value}`));
    else resolve(value);
  });
}
export function thrown(): Promise<i32> {
  return new Promise<i32>(() => { throw new TypeError('in the executor'); });
}
let wake: (() => void) | null = null;
export function sleep(): Promise<void> {
  return new Promise<void>((resolve) => { wake = resolve; });
}
export function wakeUp(): boolean {
  const call = wake;
  if (call === null) return false;
  call();
  return true;
}
export function resolved(text: string): Promise<string> { return Promise.resolve(text); }
export function nothing(): Promise<void> { return Promise.resolve(); }
export function rejected(): Promise<number> { return Promise.reject(new SyntaxError('by hand')); }
export function total(promises: readonly Promise<number>[]): Promise<number> {
  return Promise.all([...promises]).then((values) => values.reduce((sum, value) => sum + value, 0));
}
export function fastest(promises: Promise<string>[]): Promise<string> { return Promise.race(promises); }
export function records(promise: Promise<{ x: number; list: string[] }>): Promise<string> {
  return promise.then(({ x, list }) => `${x} ${list.join()}`);
}
export function live(promise: Promise<JSValue>): Promise<JSValue> {
  return promise.then((value) => space.get<JSValue>(value, 'inner'));
}
export function fromLive(value: JSValue): Promise<number> {
  return space.callMethod<Promise<number>>(value, 'later').then((n) => n + 1);
}
export function wrapped(promise: Promise<number>): JSValue { return space.wrap(promise); }
export function same(a: Promise<number>, b: Promise<number>): boolean { return a === b; }
// double(Promise.resolve(4)) → 8
// double(Promise.resolve('x')) → TypeError: (number) => number: argument 1 (a) must be a number, got string
// double(5) → TypeError: double: argument 1 (promise) must be a Promise, got number
// double({ then(f) { f(3); } }) → 6
// double(Promise.reject(new RangeError('before'))) → RangeError: before
// (async () => [await describe(Promise.resolve(1)), await describe(Promise.reject(new RangeError('far')))])() → [ 'it is 1', 'RangeError: far' ]
// describe(Promise.reject('text')) → 'Error: text'
// failing(Promise.resolve(3)) → RangeError: not 3
// (async () => [await saved(Promise.resolve(1)), await saved(Promise.reject(new Error('x')))])() → [ 1, -1 ]
// own = new TypeError('own'), (async () => await passed(Promise.reject(own)).catch((error) => error === own))() → true
// (async () => [await last(Promise.resolve(7)), logged()])() → [ 7, 'finally' ]
// last(Promise.reject(own)) → TypeError: own
// logged() → 'finally'
// (async () => [effect(Promise.resolve('seen')), await null, logged()])() → [ undefined, null, 'seen' ]
// chained(async () => 1, async (n) => `n${n}`) → 'n2!'
// chained(async () => { throw own; }, async (n) => `n${n}`) → TypeError: own
// chained(async () => 1, (n) => 5) → TypeError: callback: the result must be a Promise, got number
// made(5) → 5
// made(-5) → RangeError: negative: -5
// thrown() → TypeError: in the executor
// (async () => [wakeUp(), state = 'asleep', sleep().then(() => { state = 'awake'; }), wakeUp(), await null, state])() → [ false, 'asleep', Promise { undefined }, true, null, 'awake' ]
// (async () => [await resolved('r'), await nothing()])() → [ 'r', undefined ]
// rejected() → SyntaxError: by hand
// total([Promise.resolve(1), made(2), double(Promise.resolve(3))]) → 9
// total([Promise.resolve(1), made(-2)]) → RangeError: negative: -2
// fastest([new Promise(() => {}), Promise.resolve('fast')]) → 'fast'
// records(Promise.resolve({ x: 1, list: ['a', 'b'] })) → '1 a,b'
// records(Promise.resolve({ x: 1, list: 'ab' })) → TypeError: ({ list: string[]; x: number }) => string: argument 1 (a).list must be an array, got string
// o = {}, (async () => (await live(Promise.resolve({ inner: o }))) === o)() → true
// fromLive({ later: async () => 41 }) → 42
// fromLive({ later: () => 41 }) → TypeError: space.callMethod: the result must be a Promise, got number
// p = made(1), [wrapped(p) === p, same(p, p), same(p, made(1))] → [ true, true, false ]

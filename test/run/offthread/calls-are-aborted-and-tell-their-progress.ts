'use mixmod';
// `{ signal, progress, transfer }` as the last argument.
import { aborted, offthread, progress } from 'mixmod';
export const count = offthread((n: number): number => {
  for (let i = 0; i < n; i++) progress(i / 2);
  return n;
});
/** Ends when the listener has aborted it. */
export const forever = offthread((): number => {
  let n = 0;
  while (!aborted()) progress(n++);
  return n;
});
export const isAborted = offthread((): boolean => aborted());
export function now(): boolean {
  progress(1);
  return aborted();
}
export const total = offthread((data: Float64Array, more: Float64Array[]): Float64Array => {
  for (const one of more) data[0] += one[0];
  return data;
});
export const failing = offthread((n: number): number => {
  for (let i = 0; i < n; i++) progress(i);
  throw new Error('at the end');
});
/** Its first argument is more than there are words. */
export const times = offthread((n: number, items: number[]): number[] => {
  progress(n);
  return items.map((item) => item * n);
});
export function sum(items: number[]): number {
  let total = 0;
  for (const item of items) total += item;
  return total;
}
// news = [] → []
// times(5000, [1, 2], { progress: (n) => void news.push(sum([n, 1])) }) → [ 5000, 10000 ]
// news → [ 5001 ]
// times(5000, Array.from({ length: 90 }, () => 1), { progress: (n) => void news.push(sum([n, 2])) }).then((all) => all.length) → 90
// news → [ 5001, 5002 ]
// news = [] → []
// count(3) → 3
// count(4, { progress: (value) => void news.push(value) }) → 4
// news → [ 0, 0.5, 1, 1.5 ]
// news = [] → []
// count(1000, { progress: (value) => void news.push(value) }) → 1000
// [news.length, news.every((value, i) => value === i / 2)] → [ 1000, true ]
// news = [] → []
// failing(2, { progress: (value) => void news.push(value) }) → Error: at the end
// news → [ 0, 1 ]
// count(2, { signal: AbortSignal.abort() }).catch((error) => error.name) → 'AbortError'
// count(2, { signal: AbortSignal.abort('why') }) → thrown 'why'
// (controller = new AbortController(), 0) → 0
// news = [] → []
// forever({ signal: controller.signal, progress: (value) => { news.push(value); if (value === 5) controller.abort(new Error('enough')); } }) → Error: enough
// news → [ 0, 1, 2, 3, 4, 5 ]
// (controller = new AbortController(), 0) → 0
// (pending = count(2, { signal: controller.signal, progress: () => news.push('never') }), controller.abort('at once'), pending) → thrown 'at once'
// news → [ 0, 1, 2, 3, 4, 5 ]
// forever({ progress: (value) => { if (value === 3) throw new TypeError('of the listener'); } }) → TypeError: of the listener
// [isAborted(), now()].at(1) → false
// isAborted() → false
// data = Float64Array.of(1, 2) → Float64Array(2) [ 1, 2 ]
// total(data, [Float64Array.of(5)], { transfer: [data.buffer] }) → Float64Array(2) [ 6, 2 ]
// data.length → 0
// data = new Float64Array([1, 2, 3, 4]) → Float64Array(4) [ 1, 2, 3, 4 ]
// total(data.subarray(2), [data.subarray(3), data], { transfer: [data.buffer] }) → Float64Array(2) [ 8, 4 ]
// data.length → 0
// total(data, [], { transfer: [data.buffer] }) → TypeError: total: argument 1 (data) must be a Float64Array, got a detached Float64Array
// total(Float64Array.of(1), [], { transfer: [new ArrayBuffer(8), 5] }) → TypeError: total: argument 3 (options).transfer[1] must be an ArrayBuffer, got number

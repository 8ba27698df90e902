// The library's functions by Bun, which has no structures by value.
import { dlopen, JSCallback, read } from 'bun:ffi';

const of = (returns, ...args) => ({ returns, args });
const encoder = new TextEncoder();

export function bind(library) {
  const { symbols } = dlopen(library, {
    nanoseconds: of('f64'),
    noop: of('void'),
    add: of('i32', 'i32', 'i32'),
    dadd: of('f64', 'f64', 'f64'),
    mix: of('f64', 'i32', 'f64', 'i32', 'f64'),
    add10: of('i32', ...Array(10).fill('i32')),
    add64: of('i64', 'i64', 'i64'),
    length: of('u64', 'ptr'),
    greeting: of('cstring'),
    first: of('i32', 'ptr', 'i32'),
    sum: of('i32', 'ptr', 'i32'),
    numbers: of('ptr'),
    at: of('i32', 'ptr', 'i32'),
    call: of('i32', 'function', 'i32'),
    sort: of('void', 'ptr', 'i32', 'function'),
  });
  const { length, call, sort } = symbols;
  const plus = new JSCallback((a, b) => (a + b) | 0, of('i32', 'i32', 'i32'));
  const compare = new JSCallback((a, b) => read.i32(a) - read.i32(b), of('i32', 'ptr', 'ptr'));
  return {
    ...symbols,
    length: (text) => length(encoder.encode(`${text}\0`)),
    callback: (n) => call(plus.ptr, n),
    sort(data) {
      sort(data, data.length, compare.ptr);
      return data;
    },
  };
}

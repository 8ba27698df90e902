// The library's functions by Node's own module, which has no structures.
import ffi from 'node:ffi';

const of = (result, ...args) => ({ return: result, arguments: args });

export function bind(library) {
  const { lib, functions } = ffi.dlopen(library, {
    nanoseconds: of('f64'),
    noop: of('void'),
    add: of('i32', 'i32', 'i32'),
    dadd: of('f64', 'f64', 'f64'),
    mix: of('f64', 'i32', 'f64', 'i32', 'f64'),
    add10: of('i32', ...Array(10).fill('i32')),
    add64: of('i64', 'i64', 'i64'),
    length: of('u64', 'string'),
    greeting: of('pointer'),
    first: of('i32', 'buffer', 'i32'),
    sum: of('i32', 'buffer', 'i32'),
    numbers: of('pointer'),
    at: of('i32', 'pointer', 'i32'),
    call: of('i32', 'function', 'i32'),
    sort: of('void', 'buffer', 'i32', 'function'),
  });
  const { greeting, call, sort } = functions;
  const plus = lib.registerCallback(of('i32', 'i32', 'i32'), (a, b) => (a + b) | 0);
  const compare = lib.registerCallback(
    of('i32', 'pointer', 'pointer'),
    (a, b) => ffi.getInt32(a) - ffi.getInt32(b),
  );
  return {
    ...functions,
    greeting: () => ffi.toString(greeting()),
    callback: (n) => call(plus, n),
    sort(data) {
      sort(data, data.length, compare);
      return data;
    },
  };
}

// The library's functions by koffi.
import koffi from 'koffi';

export function bind(library) {
  const lib = koffi.load(library);
  const Point = koffi.struct('point', { x: 'double', y: 'double' });
  const Pair = koffi.struct('pair', { a: 'int', b: 'int' });
  return {
    nanoseconds: lib.func('nanoseconds', 'double', []),
    noop: lib.func('noop', 'void', []),
    add: lib.func('add', 'int', ['int', 'int']),
    dadd: lib.func('dadd', 'double', ['double', 'double']),
    mix: lib.func('mix', 'double', ['int', 'double', 'int', 'double']),
    add10: lib.func('add10', 'int', Array(10).fill('int')),
    add64: lib.func('add64', 'long long', ['long long', 'long long']),
    length: lib.func('length', 'unsigned long', ['const char *']),
    greeting: lib.func('greeting', 'const char *', []),
    first: lib.func('first', 'int', ['void *', 'int']),
    sum: lib.func('sum', 'int', ['void *', 'int']),
    numbers: lib.func('numbers', 'void *', []),
    at: lib.func('at', 'int', ['void *', 'int']),
    point_add: lib.func('point_add', Point, [Point, Point]),
    pair_swap: lib.func('pair_swap', Pair, [Pair]),
    point: (x, y) => ({ x, y }),
    pair: (a, b) => ({ a, b }),
    pointNumber: (p) => 10 * p.x + p.y,
    pairNumber: (p) => 10 * p.a + p.b,
    ...memory(),
    ...callbacks(lib),
  };
}

/** Numbers that stay in C's memory: koffi reads and writes them by calls. */
function memory() {
  const items = koffi.alloc('int', 4);
  for (let index = 0; index < 4; index++) koffi.encode(items, 4 * index, 'int', 10 * (index + 1));
  const pair = koffi.alloc('int', 2);
  koffi.encode(pair, 4, 'int', 2);
  const list = {
    get: (index) => koffi.decode(items, 4 * index, 'int'),
    set: (index, value) => koffi.encode(items, 4 * index, 'int', value),
  };
  const fields = {
    get b() {
      return koffi.decode(pair, 4, 'int');
    },
    set a(value) {
      koffi.encode(pair, 0, 'int', value);
    },
  };
  return { fields, items: list, pointer: list };
}

function callbacks(lib) {
  const Plus = koffi.proto('int plus(int, int)');
  const Compare = koffi.proto('int compare(const void *, const void *)');
  const call = lib.func('call', 'int', [koffi.pointer(Plus), 'int']);
  const sort = lib.func('sort', 'void', ['void *', 'int', koffi.pointer(Compare)]);
  return {
    callback: (n) => call((a, b) => (a + b) | 0, n),
    sort(data) {
      sort(data, data.length, (a, b) => koffi.decode(a, 'int') - koffi.decode(b, 'int'));
      return data;
    },
  };
}

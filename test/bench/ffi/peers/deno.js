// The library's functions by Deno. Structures are their bytes.
const of = (result, ...parameters) => ({ result, parameters });
const POINT = { struct: ['f64', 'f64'] };
const PAIR = { struct: ['i32', 'i32'] };
const encoder = new TextEncoder();
const bytesOf = (array) => new Uint8Array(array.buffer);

export function bind(library) {
  const { symbols } = Deno.dlopen(library, {
    nanoseconds: of('f64'),
    noop: of('void'),
    add: of('i32', 'i32', 'i32'),
    dadd: of('f64', 'f64', 'f64'),
    mix: of('f64', 'i32', 'f64', 'i32', 'f64'),
    add10: of('i32', ...Array(10).fill('i32')),
    add64: of('i64', 'i64', 'i64'),
    length: of('u64', 'buffer'),
    greeting: of('pointer'),
    first: of('i32', 'buffer', 'i32'),
    sum: of('i32', 'buffer', 'i32'),
    numbers: of('pointer'),
    at: of('i32', 'pointer', 'i32'),
    point_add: of(POINT, POINT, POINT),
    pair_swap: of(PAIR, PAIR),
    call: of('i32', 'function', 'i32'),
    sort: of('void', 'buffer', 'i32', 'function'),
  });
  const { length, greeting } = symbols;
  return {
    ...symbols,
    length: (text) => length(encoder.encode(`${text}\0`)),
    greeting: () => Deno.UnsafePointerView.getCString(greeting()),
    point: (x, y) => bytesOf(Float64Array.of(x, y)),
    pair: (a, b) => bytesOf(Int32Array.of(a, b)),
    pointNumber: (p) => numberOf(new Float64Array(p.buffer)),
    pairNumber: (p) => numberOf(new Int32Array(p.buffer)),
    ...callbacks(symbols),
  };
}

const numberOf = (numbers) => 10 * numbers[0] + numbers[1];

function callbacks({ call, sort }) {
  const plus = new Deno.UnsafeCallback(of('i32', 'i32', 'i32'), (a, b) => (a + b) | 0);
  const int = (pointer) => new Deno.UnsafePointerView(pointer).getInt32();
  const compare = new Deno.UnsafeCallback(
    of('i32', 'pointer', 'pointer'),
    (a, b) => int(a) - int(b),
  );
  return {
    callback: (n) => call(plus.pointer, n),
    sort(data) {
      sort(data, data.length, compare.pointer);
      return data;
    },
  };
}

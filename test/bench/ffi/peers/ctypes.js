// The library's functions by ctypes, and what only ctypes and its like have: fields and items of C's memory.
import {
  ARRAY,
  c_char_p,
  c_double,
  c_int,
  c_long,
  c_ulong,
  c_void_p,
  cast,
  CDLL,
  CFUNCTYPE,
  POINTER,
  Structure,
} from '../../../../dist/modules/ctypes/index.js';
import { within } from '../within.js';

class Point extends Structure({ x: c_double, y: c_double }) {}
class Pair extends Structure({ a: c_int, b: c_int }) {}

export function bind(library) {
  const lib = new CDLL(library);
  const of = (name, restype, ...argtypes) => {
    const made = lib.getitem(name);
    Object.assign(made, { argtypes, restype });
    return made;
  };
  const INTEGERS = POINTER(c_int);
  const items = new (ARRAY(c_int, 4))(10, 20, 30, 40);
  return {
    nanoseconds: of('nanoseconds', c_double),
    noop: of('noop', null),
    add: of('add', c_int, c_int, c_int),
    dadd: of('dadd', c_double, c_double, c_double),
    mix: of('mix', c_double, c_int, c_double, c_int, c_double),
    add10: of('add10', c_int, ...Array(10).fill(c_int)),
    add64: of('add64', c_long, c_long, c_long),
    length: of('length', c_ulong, c_char_p),
    greeting: of('greeting', c_char_p),
    first: of('first', c_int, c_void_p, c_int),
    sum: of('sum', c_int, c_void_p, c_int),
    at: of('at', c_int, INTEGERS, c_int),
    numbers: () => items,
    pair_swap: of('pair_swap', Pair, Pair),
    pair: (a, b) => new Pair(a, b),
    pairNumber: (p) => 10 * p.a + p.b,
    point_add: of('point_add', Point, Point, Point),
    point: (x, y) => new Point(x, y),
    pointNumber: (p) => 10 * p.x + p.y,
    untyped: lib.getitem('add'),
    untypedFirst: lib.getitem('first'),
    fields: new Pair(1, 2),
    items,
    pointer: cast(items, INTEGERS),
    makePair: (a) => new Pair(a, 2),
    ...callbacks(of),
  };
}

function callbacks(of) {
  const BINARY = CFUNCTYPE(c_int, c_int, c_int);
  const COMPARE = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int));
  const call = of('call', c_int, BINARY, c_int);
  const sort = of('sort', null, c_void_p, c_int, COMPARE);
  return {
    callback: (n) =>
      within(
        BINARY((a, b) => (a + b) | 0),
        (f) => call(f, n),
      ),
    sort(data) {
      within(
        COMPARE((a, b) => a.get(0) - b.get(0)),
        (f) => sort(data, data.length, f),
      );
      return data;
    },
  };
}

// The library's functions by `_ffi`.
import {
  CallbackPtr,
  CDLL,
  Field,
  load,
  Structure,
  types,
} from '../../../../dist/modules/_ffi/index.js';
import { within } from '../within.js';

const { sint, double, void_p, char_p, slonglong, ulong } = types;

/** As their peers do, they keep no errno. */
const BARE = { errno: false };
const LEAF = { errno: false, callsBack: false };

export function bind(library) {
  const lib = new CDLL(library);
  const Point = new Structure('point', [new Field('x', double), new Field('y', double)]);
  const Pair = new Structure('pair', [new Field('a', sint), new Field('b', sint)]);
  return {
    nanoseconds: lib.getfunc('nanoseconds', [], double),
    noop: lib.getfunc('noop', [], types.void, LEAF),
    add: lib.getfunc('add', [sint, sint], sint, BARE),
    dadd: lib.getfunc('dadd', [double, double], double, LEAF),
    mix: lib.getfunc('mix', [sint, double, sint, double], double, BARE),
    add10: lib.getfunc('add10', Array(10).fill(sint), sint, BARE),
    add64: lib.getfunc('add64', [slonglong, slonglong], slonglong, BARE),
    length: lib.getfunc('length', [char_p], ulong),
    greeting: lib.getfunc('greeting', [], char_p),
    first: lib.getfunc('first', [void_p, sint], sint, BARE),
    sum: lib.getfunc('sum', [void_p, sint], sint, BARE),
    numbers: lib.getfunc('numbers', [], void_p),
    at: lib.getfunc('at', [void_p, sint], sint, BARE),
    point_add: lib.getfunc('point_add', [Point, Point], Point),
    pair_swap: lib.getfunc('pair_swap', [Pair], Pair),
    point: (x, y) => Point.allocate({ x, y }),
    pair: (a, b) => Pair.allocate({ a, b }),
    pointNumber: (p) => 10 * p.getfield('x') + p.getfield('y'),
    pairNumber: (p) => 10 * p.getfield('a') + p.getfield('b'),
    ...callbacks(lib),
  };
}

function callbacks(lib) {
  const call = lib.getfunc('call', [void_p, sint], sint);
  const sort = lib.getfunc('sort', [void_p, sint, void_p], types.void);
  return {
    callback: (n) =>
      within(new CallbackPtr((a, b) => (a + b) | 0, [sint, sint], sint), (f) => call(f, n)),
    sort(data) {
      const compare = (a, b) => load(sint, a) - load(sint, b);
      within(new CallbackPtr(compare, [void_p, void_p], sint), (f) => sort(data, data.length, f));
      return data;
    },
  };
}

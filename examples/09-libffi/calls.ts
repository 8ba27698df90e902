'use mixmod';
// Calls of libm and libc by name, and functions of this program that C calls: what JavaScript can call.
import { f64, i32, isize, rffi } from 'mixmod';
import { Closure, ForeignFunction, Library } from './ffi.ts';

/** Calls a function of a library; the numbers of structures one after the other. */
export function call(
  path: string,
  name: string,
  signature: string,
  values: Float64Array,
): Float64Array {
  using library = new Library(path);
  using found = library.get(name, signature);
  return toArray(found.call(toList(values)));
}
function toList(values: Float64Array): number[] {
  const list: number[] = [];
  for (const value of values) list.push(value);
  return list;
}
function toArray(list: number[]): Float64Array {
  const values = new Float64Array(list.length);
  for (let i: isize = 0; i < list.length; i++) values[i] = list[i];
  return values;
}

/** Sorts by libc's qsort, which calls a closure; -1 instead of the number of comparisons after an error in the closure. */
export function sort(values: Float64Array, libc: string, most: i32): i32 {
  let comparisons: i32 = 0;
  using library = new Library(libc);
  using qsort = library.get('qsort', 'v(pLLp)');
  using compare = new Closure('i(pp)', (places) => {
    if (++comparisons > most) throw new RangeError(`more than ${most} comparisons`);
    const [a, b] = [at(places[0]), at(places[1])];
    return [a < b ? -1 : a > b ? 1 : 0];
  });
  using memory = rffi.scoped_nonmovingbuffer(values);
  qsort.call([
    f64(rffi.cast(rffi.SIZE_T, memory.ptr)),
    values.length,
    8,
    f64(rffi.cast(rffi.SIZE_T, compare.code)),
  ]);
  return comparisons;
}
const at = (address: number): number => rffi.cast(rffi.DOUBLEP, isize(address))[0];

/** What a closure gets and gives, called through libffi: each number comes back with 1 added. */
export function echoed(signature: string, values: Float64Array): Float64Array {
  let seen = 0;
  using closure = new Closure(signature, (given) => {
    seen = given.length;
    return given.map((value) => value + 1);
  });
  using callee = new ForeignFunction(closure.code, signature);
  const results = callee.call(toList(values));
  if (seen !== values.length) throw new Error(`${seen} numbers of ${values.length}`);
  return toArray(results);
}

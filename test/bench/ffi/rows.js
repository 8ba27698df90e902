// What is measured: the text of one call of C, and what it must give. In the texts `f` are a peer's functions (peers/), `i` counts the
// calls; the rest is made below.

export const INTS = Int32Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_007);
const SORTED = INTS.toSorted().join();

/** `calls`: how many calls are in the text's one; `unit`: the nanoseconds that its figures are shown in. */
const row = (name, needs, text, expected, calls = 1, unit = 1) => ({
  name,
  needs,
  text,
  expected,
  calls,
  unit,
});

export const ROWS = [
  row('noop()', 'noop', 'f.noop()', undefined),
  row('int add(int, int)', 'add', 'f.add(i, 2)', 7),
  row('double add(double, double)', 'dadd', 'f.dadd(i, 0.5)', 5.5),
  row('mix(int, double, int, double)', 'mix', 'f.mix(i, 0.5, 3, 1.5)', 10),
  row('10 ints', 'add10', 'f.add10(i, 1, 2, 3, 4, 5, 6, 7, 8, 9)', 50),
  row('add(bigint, bigint), 64 bits', 'add64', 'f.add64(big, 3n)', 2n ** 62n + 3n),
  row('strlen(string of 16)', 'length', 'f.length(text)', 16),
  row('char * → string of 16', 'greeting', 'f.greeting()', 'sixteen letters!'),
  row('f(Uint8Array, int)', 'first', 'f.first(bytes, i & 63)', 5),
  row('sum of a Uint8Array of 1 KiB', 'sum', 'f.sum(bytes, 1024)', 130_560),
  row('f(pointer, int)', 'at', 'f.at(pointer, i & 3)', 20),
  row('{int, int} in and out', 'pair_swap', 'f.pairNumber(f.pair_swap(pair))', 21),
  row('{double, double} × 2', 'point_add', 'f.pointNumber(f.point_add(point, point))', 24),
  row('JavaScript callback, per call', 'callback', 'f.callback(1000)', 499_500, 1000),
  row('qsort of 10,000 ints, µs', 'sort', 'f.sort(INTS.slice())', SORTED, 1, 1000),
  row('int add(int, int), types not declared', 'untyped', 'f.untyped(i, 2)', 7),
  row('f(array, int), types not declared', 'untypedFirst', 'f.untypedFirst(f.items, 4)', 20),
  row('field of a structure', 'fields', 'f.fields.b', 2),
  row('field of a structure, assigned', 'fields', 'f.fields.a = i', 5),
  row('item of an array', 'items', 'f.items.get(i & 3)', 20),
  row('item of an array, assigned', 'items', 'f.items.set(1, i)', undefined),
  row('item behind a pointer', 'pointer', 'f.pointer.get(i & 3)', 20),
  row('a new structure', 'makePair', 'f.pairNumber(f.makePair(i))', 52),
];

/** What V8's own call takes of the peer `bare`: a row, and the ways in which V8 can pass what it takes. */
export const FLOOR = [
  row('noop()', 'noop', 'f.noop()', undefined),
  row('int add(int, int)', 'add', 'f.add(i, 2)', 7),
  row('double add(double, double)', 'dadd', 'f.dadd(i, 0.5)', 5.5),
  row('mix(int, double, int, double)', 'mix', 'f.mix(i, 0.5, 3, 1.5)', 10),
  row('10 ints', 'add10', 'f.add10(i, 1, 2, 3, 4, 5, 6, 7, 8, 9)', 50),
  row('add(bigint, bigint), 64 bits', 'add64', 'f.add64(big, 3n)', 2n ** 62n + 3n),
  row('f(Uint8Array, int): its object', 'firstObject', 'f.firstObject(bytes, i & 63)', 5),
  row('f(Uint8Array, int): V8’s view', 'firstView', 'f.firstView(bytes, i & 63)', 5),
  row('f(pointer, int): a number', 'atNumber', 'f.atNumber(pointer.number, i & 3)', 20),
  row('f(pointer, int): a double', 'atDouble', 'f.atDouble(pointer.number, i & 3)', 20),
  row('f(pointer, int): its bits', 'atBits', 'f.atBits(pointer.bits, i & 3)', 20),
  row('f(pointer, int): a bigint', 'atBigint', 'f.atBigint(pointer.bigint, i & 3)', 20),
  row('f(pointer, int): an External', 'atExternal', 'f.atExternal(pointer.external, i & 3)', 20),
];

/** The last of the calls has i = 5. A text unlike every other: V8 shares what it learns of equal texts. */
export function loopOf(f, { text }, peer) {
  const source = `const { bytes, text, big, INTS } = data;
const pair = f.pair?.(1, 2), point = f.point?.(1, 2), pointer = f.numbers?.();
return (n) => { let last; for (let i = 6 - n; i < 6; i++) last = ${text}; return last; }; // ${peer} ${text}`;
  const bytes = Uint8Array.from({ length: 1024 }, (_, i) => i);
  const data = { bytes, text: 'sixteen letters!', big: 2n ** 62n, INTS };
  return new Function('f', 'data', source)(f, data);
}

/** Results as a row says them: 64-bit lengths may come as bigints, sorted arrays as text. */
export function isExpected({ expected }, value) {
  if (typeof expected === 'number') return Number(value) === expected;
  if (ArrayBuffer.isView(value)) return value.join() === expected;
  return typeof expected === 'string' ? String(value) === expected : value === expected;
}

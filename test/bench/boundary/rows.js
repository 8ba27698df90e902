// What `make bench-boundary` measures: the text of one call of a module's functions `f`, beside `data`; `i` counts the calls.

/** `module`: the program that is compiled, and the C beside it; `calls`: how many calls are in one; `unit`: nanoseconds of the figures. */
const row = (name, module, text, calls = 1, unit = 1) => ({ name, module, text, calls, unit });

export const ROWS = [
  row('noop()', 'scalars', 'f.noop()'),
  row('add(i32, i32)', 'scalars', 'f.add(i, 2)'),
  row('dadd(number, number)', 'scalars', 'f.dadd(i, 0.5)'),
  row('mix(i32, number, i32, number)', 'scalars', 'f.mix(i, 0.5, 3, 1.5)'),
  row('10 × i32', 'scalars', 'f.add10(i, 1, 2, 3, 4, 5, 6, 7, 8, 9)'),
  row('add64(i64, i64)', 'scalars', 'f.add64(big, 3n)'),
  row('first(Uint8Array, i32)', 'scalars', 'f.first(bytes, i & 63)'),
  row('sum of a Uint8Array of 1 KiB', 'scalars', 'f.sum(bytes, 1024)'),
  row('record of 2 numbers', 'values', 'f.length(point)'),
  row('2 records → record', 'values', 'f.added(point, other)'),
  row('10 numbers', 'values', 'f.total(ten)'),
  row('1000 numbers', 'values', 'f.total(thousand)'),
  row('1000 numbers → 1000 numbers', 'values', 'f.doubled(thousand)'),
  row('10 records → record', 'values', 'f.centre(tenPoints)'),
  row('1000 records → record', 'values', 'f.centre(points)'),
  row('1000 records → 1000 records', 'values', 'f.moved(points)'),
  row('record with 2 texts and 4 numbers', 'values', 'f.person(person)'),
  row('100 texts', 'values', 'f.texts(texts)'),
  row('text → text', 'objects', "f.greet('Ada Lovelace')"),
  row('method', 'objects', 'counter.add(0)'),
  row('getter', 'objects', 'counter.count'),
  row('new object', 'objects', 'new f.Counter(i).count'),
  row('callback, a new one', 'objects', 'f.apply((x) => x + i, 1)'),
  row('callback, the same', 'objects', 'f.apply(plus, 1)'),
  row('callback, one of 1000', 'objects', 'f.each(1000, plus)', 1000),
  row('exception', 'objects', 'caught(() => f.fails("text"))'),
  row('promise, µs', 'promises', 'f.later(i)', 1, 1000),
];

export const isAsync = ({ module }) => module === 'promises';

const numbers = (count) => Array.from({ length: count }, (_, i) => i + 0.5);
const records = (count) => Array.from({ length: count }, (_, i) => ({ x: i, y: -i }));

const DATA = {
  big: 2n ** 62n,
  bytes: Uint8Array.from({ length: 1024 }, (_, i) => i),
  point: { x: 3, y: 4 },
  other: { x: 1, y: 2 },
  ten: numbers(10),
  thousand: numbers(1000),
  tenPoints: records(10),
  points: records(1000),
  person: { name: 'Ada Lovelace', age: 36, email: 'ada@example.org', scores: [1, 2, 3, 4] },
  texts: Array.from({ length: 100 }, (_, i) => `text number ${i}`),
  plus: (x) => x + 1,
  caught: (call) => {
    try {
      return call();
    } catch (error) {
      return String(error);
    }
  },
};

/** So many calls, one after the other; the last has i = 5. A text unlike every other: V8 shares what it learns of equal texts. */
export function loopOf(f, row, peer) {
  const [kind, wait] = isAsync(row) ? ['async ', 'await '] : ['', ''];
  const source = `const { ${Object.keys(DATA).join(', ')} } = data;
const counter = f.Counter && new f.Counter(1);
return ${kind}(n) => { let last; for (let i = 6 - n; i < 6; i++) last = ${wait}${row.text}; return last; }; // ${peer} ${row.text}`;
  return new Function('f', 'data', source)(f, DATA);
}

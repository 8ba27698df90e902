// Calls C functions whose types are texts, and has C call functions of the program.
import assert from 'node:assert/strict';
import { call, echoed, sort } from './calls.ts';

const isSmall = process.env.MIXMOD_EXAMPLES === 'small';
const [LIBM, LIBC] = ['libm.so.6', 'libc.so.6'];
const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const m = (name: string, signature: string, ...values: number[]): number[] => [
  ...call(LIBM, name, signature, numbers(...values)),
];
const c = (name: string, signature: string, ...values: number[]): number[] => [
  ...call(LIBC, name, signature, numbers(...values)),
];

assert.deepEqual(m('pow', 'd(dd)', 2, 0.5), [Math.SQRT2]);
assert.deepEqual(m('ldexp', 'd(di)', 0.75, -3), [0.09375]);
assert.deepEqual(m('fma', 'd(ddd)', 3, 4, 5), [17]);
assert.deepEqual(m('sqrtf', 'f(f)', 2), [Math.fround(Math.SQRT2)]);
assert.deepEqual(m('lround', 'l(d)', -2.5), [-3]);
assert.deepEqual(c('abs', 'i(i)', -7), [7]);
assert.deepEqual(c('htons', 'S(S)', 0x1234), [0x3412]);
assert.deepEqual(c('toupper', 'i(i)', 97), [65]);
console.log('integers, floats and doubles');

// Structures: in registers of integers, of numbers, and complex numbers, which are passed like them.
assert.deepEqual(c('div', '{ii}(ii)', 17, -5), [-3, 2]);
assert.deepEqual(c('ldiv', '{ll}(ll)', -(2 ** 40), 1000), [-1099511627, -776]);
assert.deepEqual(m('cabs', 'd({dd})', 3, 4), [5]);
assert.deepEqual(m('conj', '{dd}({dd})', 3, 4), [3, -4]);
assert.deepEqual(m('csqrt', '{dd}({dd})', -4, 0), [0, 2]);
assert.deepEqual(m('conjf', '{ff}({ff})', 0.5, 0.25), [0.5, -0.25]);
console.log('structures by value');

for (const signature of [
  'd(d)',
  'b(b)',
  'B(B)',
  's(s)',
  'S(S)',
  'i(i)',
  'I(I)',
  'l(l)',
  'f(f)',
  '{dd}({dd})',
  '{ddd}({d}{dd})',
  '{ddddd}(ddddd)',
  '{bsil}(bsil)',
  '{f{bd}i}(f{b{d}}i)',
  '{iiiiiiiiddddddddd}(iiiiiiiiddddddddd)',
]) {
  const [, inside = ''] = signature.split('(');
  const values = [...inside.replace(/[{})]/g, '')].map((_, i) => i * 7 - 3 * i * i + 40);
  const wanted = values.map((value) => value + 1);
  const got = [...echoed(signature, numbers(...values))];
  if (signature.startsWith('{iiii')) assert.deepEqual(got.slice(0, 9), wanted.slice(0, 9));
  assert.deepEqual(got, wanted, signature);
}
assert.deepEqual([...echoed('b(b)', numbers(127))], [-128]);
assert.deepEqual([...echoed('B(B)', numbers(255))], [0]);
assert.deepEqual([...echoed('v()', numbers())], []);
console.log('closures: what C gives them and what they give');

const count = isSmall ? 300 : 20_000;
const data = Float64Array.from({ length: count }, (_, i) => ((i * 7919) % 10_007) / 8);
const wanted = data.toSorted();
const comparisons = sort(data, LIBC, 10_000_000);
assert.deepEqual(data, wanted);
assert(comparisons >= count - 1);
console.log('qsort has called a closure');

function show(what: string, run: () => unknown): void {
  try {
    run();
    console.log(`${what} was accepted`);
  } catch (error) {
    console.log(`${what}: ${error}`);
  }
}
show('an error in a closure', () => sort(numbers(3, 1, 2, 5, 4), LIBC, 2));
show('no such library', () => call('libnosuchthing.so', 'f', 'v()', numbers()));
show('no such type', () => m('pow', 'd({dx}d)', 1));
show('an unfinished signature', () => m('pow', 'd({d{dd}', 1));
show('no arguments', () => m('pow', '{dd}', 1));
show('something behind the signature', () => m('pow', 'd(dd)d', 1));
show('a structure without fields', () => m('pow', '{dd}({})', 1));
show('an argument that is void', () => m('pow', 'd(v)'));
show('too few numbers', () => m('pow', 'd(dd)', 1));
show('too many numbers', () => m('pow', 'd(dd)', 1, 2, 3));

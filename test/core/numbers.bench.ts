// Nanoseconds for each number, the core's conversion against V8's: `npx vitest bench --run test/core`. One iteration is
// a loop over COUNT numbers on either side, in one call.
import { bench, describe } from 'vitest';
import { buildNative, mixedNumbers, randomPatterns, fromBits } from './numbers-native.ts';

const COUNT = 20_000;
const native = await buildNative();
const uniform = [...randomPatterns(COUNT, 21n)].map((pattern) => Number(pattern) / 2 ** 64);
const inputs: Readonly<Record<string, readonly number[]>> = {
  'random bits': [...randomPatterns(2 * COUNT, 20n)]
    .map(fromBits)
    .filter(Number.isFinite)
    .slice(0, COUNT),
  'random below 1': uniform,
  'integers below 1000': uniform.map((x) => Math.floor(x * 1000)),
  'integers below 2 ** 31': uniform.map((x) => Math.floor(x * 2 ** 31)),
  'two decimals': uniform.map((x) => Math.round(x * 1e6) / 100),
  mixed: [...mixedNumbers(COUNT, 22n)],
};
const options = { time: 300, warmupTime: 100 };
/** Results go here, so that the work is used. */
let sink = 0;

describe.each(Object.entries(inputs))('String(x), %s', (_name, values) => {
  const numbers = Float64Array.from(values);
  const out = new Uint8Array(34 * COUNT);
  bench('core', () => void (sink += native.to_texts(numbers, out)), options);
  bench('V8', () => numbers.forEach((x) => (sink += String(x).length)), options);
});

describe.each(Object.entries(inputs))('Number(s), %s', (_name, values) => {
  const texts = values.map(String);
  const joined = Buffer.from(`${texts.join(' ')} `, 'latin1');
  const numbers = new Float64Array(COUNT);
  bench('core', () => native.from_texts(joined, numbers), options);
  bench('V8', () => texts.forEach((text) => (sink += Number(text))), options);
});

const numbers = Float64Array.from(uniform, (x) => x * 1000);
const forms: readonly (readonly [string, number, number, (x: number) => string])[] = [
  ['x.toFixed(2)', 0, 2, (x) => x.toFixed(2)],
  ['x.toFixed(20)', 0, 20, (x) => x.toFixed(20)],
  ['x.toPrecision(6)', 1, 6, (x) => x.toPrecision(6)],
  ['x.toExponential(10)', 2, 10, (x) => x.toExponential(10)],
  ['x.toString(16)', 3, 16, (x) => x.toString(16)],
  ['x.toString(36)', 3, 36, (x) => x.toString(36)],
];
describe.each(forms)('%s', (_name, form, digits, v8) => {
  bench('core', () => void (sink += native.lengths(numbers, form, digits)), options);
  bench('V8', () => numbers.forEach((x) => (sink += v8(x).length)), options);
});

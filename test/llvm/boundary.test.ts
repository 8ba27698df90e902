// Arguments and results of exported functions: what every type accepts, refuses and gives back.
import { describe, expect, it } from 'vitest';
import { TYPED_ARRAYS } from '../../compiler/program/types.ts';
import { runCompiled } from './compiled.ts';

/** A function `f` that gives its argument back. */
function identity(type: string, low: readonly string[], more = ''): string {
  const inputs = low.map((part, i) => `v${i}: ${part}`).join(', ');
  const values = low.map((_, i) => `v${i}`).join(', ');
  return `unit "m" low
export function "f" = "f"(data${more}: ${type}${more === '' ? '' : ` as ${type}|undefined`}) -> ${type}${more === '' ? '' : '|undefined'}
graph "f" -> ${low.join(', ')}
b0(${inputs}):
  return ${values}
`;
}

const VIEW = ['address', 'isize', 'address'];
const calls = (...args: readonly string[]): string =>
  args.map((arg) => `out(error(() => m.f(${arg})));`).join('\n');

describe('numbers', () => {
  it('takes integers of the range, and -0 as 0', () => {
    expect(
      runCompiled(
        identity('u8', ['u8']),
        calls(
          '0',
          '255',
          '-0',
          '256',
          '-1',
          '1.5',
          'NaN',
          'Infinity',
          '1e300',
          '7n',
          '"7"',
          'true',
          'null',
        ),
      ),
    ).toEqual([
      '0',
      '255',
      '0',
      ...['256', '-1', '1.5', 'NaN', 'Infinity', '1e+300'].map(
        (got) =>
          `RangeError: f: argument 1 (data) must be a u8 (an integer from 0 to 255), got ${got}`,
      ),
      ...['bigint', 'string', 'boolean', 'null'].map(
        (got) =>
          `TypeError: f: argument 1 (data) must be a u8 (an integer from 0 to 255), got ${got}`,
      ),
    ]);
  });
  it('takes safe integers for isize', () => {
    expect(
      runCompiled(
        identity('isize', ['isize']),
        calls('9007199254740991', '-9007199254740991', '9007199254740992', '-(2**63)', '2**63'),
      ),
    ).toEqual([
      '9007199254740991',
      '-9007199254740991',
      ...['9007199254740992', '-9223372036854776000', '9223372036854776000'].map(
        (got) =>
          `RangeError: f: argument 1 (data) must be an isize (an integer from -9007199254740991 to 9007199254740991), got ${got}`,
      ),
    ]);
  });
  it('takes bigints for i64 and u64', () => {
    expect(
      runCompiled(identity('u64', ['u64']), calls('0n', '2n**64n-1n', '2n**64n', '-1n', '1')),
    ).toEqual([
      '0n',
      '18446744073709551615n',
      ...['18446744073709551616n', '-1n'].map(
        (got) =>
          `RangeError: f: argument 1 (data) must be a u64 (a bigint from 0n to 18446744073709551615n), got ${got}`,
      ),
      'TypeError: f: argument 1 (data) must be a u64 (a bigint from 0n to 18446744073709551615n), got number',
    ]);
    expect(runCompiled(identity('i64', ['i64']), calls('-(2n**63n)', '2n**63n-1n'))).toEqual([
      '-9223372036854775808n',
      '9223372036854775807n',
    ]);
  });
  it('rounds to f32, keeps -0', () => {
    expect(runCompiled(identity('f32', ['f32']), calls('0.1', '-0', '1e300'))).toEqual([
      '0.10000000149011612',
      '-0',
      'Infinity',
    ]);
    expect(runCompiled(identity('f64', ['f64']), calls('0.1', '-0', 'NaN', '"1"'))).toEqual([
      '0.1',
      '-0',
      'NaN',
      'TypeError: f: argument 1 (data) must be a number, got string',
    ]);
  });
  it('takes booleans as they are', () => {
    expect(runCompiled(identity('boolean', ['boolean']), calls('true', 'false', '1', ''))).toEqual([
      'true',
      'false',
      'TypeError: f: argument 1 (data) must be a boolean, got number',
      'TypeError: f: argument 1 (data) must be a boolean, got undefined',
    ]);
  });
});

describe('strings', () => {
  it('gives back short and long ones, lone surrogates among them', () => {
    const script = `for (const n of [0, 1, 253, 254, 255, 256, 257, 100000]) { const s = 'aä\\u{1f600}\\ud800'.repeat(n).slice(0, n); out(m.f(s) === s && m.f(s).length === n); }`;
    expect(runCompiled(identity('string', ['string']), script)).toEqual(Array(8).fill('true'));
  });
  it('refuses others', () => {
    expect(
      runCompiled(identity('string', ['string']), calls('1', '{}', 'Object("a")', 'Symbol()')),
    ).toEqual(
      ['number', 'Object', 'String', 'symbol'].map(
        (got) => `TypeError: f: argument 1 (data) must be a string, got ${got}`,
      ),
    );
  });
});

describe('views', () => {
  it('shares memory, keeps offset and length', () => {
    const script = `const whole = new Uint8Array(16); const part = whole.subarray(3, 9); const got = m.f(part);
      got[0] = 7; out(whole[3]); out(got.length); out(got.byteOffset); out(got.buffer === whole.buffer); out(m.f(new Uint8Array(0)));`;
    expect(runCompiled(identity('Uint8Array', VIEW), script)).toEqual([
      '7',
      '6',
      '3',
      'true',
      'Uint8Array(0) []',
    ]);
  });
  it('takes exactly the type that is declared', () => {
    const names = [...TYPED_ARRAYS.keys()];
    const text = names.map((name) => identity(name, VIEW).replaceAll('"f"', `"f${name}"`)).join('');
    const unit = `unit "m" low\n${text.replaceAll('unit "m" low\n', '')}`;
    const script = `for (const one of ${JSON.stringify(names)}) for (const other of ${JSON.stringify(names)})
      out(one + '/' + error(() => m['f' + one](new globalThis[other](3)).constructor.name));`;
    const answers = runCompiled(unit, script);
    expect(answers.filter((answer) => !String(answer).includes('TypeError'))).toEqual(
      names.map((name) => `${name}/${name}`),
    );
    expect(answers).toHaveLength(names.length ** 2);
  });
  it('takes a Buffer as Uint8Array, refuses arrays and detached memory', () => {
    const script = `${calls('Buffer.from("ab")', '[1]')} const gone = new Uint8Array(4); structuredClone(gone, { transfer: [gone.buffer] }); ${calls('gone')}`;
    expect(runCompiled(identity('Uint8Array', VIEW), script)).toEqual([
      'Uint8Array(2) [ 97, 98 ]',
      'TypeError: f: argument 1 (data) must be a Uint8Array, got Array',
      'TypeError: f: argument 1 (data) must be a Uint8Array, got a detached Uint8Array',
    ]);
  });
  it('takes ArrayBuffer and DataView', () => {
    expect(
      runCompiled(
        identity('ArrayBuffer', VIEW),
        `const b = new ArrayBuffer(5); out(m.f(b) === b); ${calls('new Uint8Array(2)')}`,
      ),
    ).toEqual(['true', 'TypeError: f: argument 1 (data) must be an ArrayBuffer, got Uint8Array']);
    expect(
      runCompiled(
        identity('DataView', VIEW),
        `const b = new ArrayBuffer(8); const v = m.f(new DataView(b, 2, 4)); out(v.byteOffset); out(v.byteLength); out(v.buffer === b); ${calls('b')}`,
      ),
    ).toEqual([
      '2',
      '4',
      'true',
      'TypeError: f: argument 1 (data) must be a DataView, got ArrayBuffer',
    ]);
  });
});

describe('absent values', () => {
  it('tells null, undefined and missing apart', () => {
    expect(
      runCompiled(identity('i32|null', ['i32', 'u8']), calls('5', 'null', 'undefined', '')),
    ).toEqual([
      '5',
      'null',
      ...Array(2).fill(
        'TypeError: f: argument 1 (data) must be an i32 (an integer from -2147483648 to 2147483647) or null, got undefined',
      ),
    ]);
    expect(
      runCompiled(
        identity('string|null|undefined', ['string']),
        calls('"x"', 'null', 'undefined', '', '1'),
      ),
    ).toEqual([
      'x',
      'null',
      'undefined',
      'undefined',
      'TypeError: f: argument 1 (data) must be a string, null or undefined, got number',
    ]);
  });
  it('lets optional parameters be left out', () => {
    expect(
      runCompiled(
        identity('Float64Array', [...VIEW, 'u8'], '?'),
        `${calls('', 'undefined', 'new Float64Array(2)', 'null')} out(m.f.length)`,
      ),
    ).toEqual([
      'undefined',
      'undefined',
      'Float64Array(2) [ 0, 0 ]',
      'TypeError: f: argument 1 (data) must be a Float64Array, got null',
      '0',
    ]);
  });
});

describe('the call', () => {
  const SUM = `unit "m" low
export function "f" = "f"(a: i32, b: f64, c: boolean, d: string, e: u8) -> f64
graph "f" -> f64
b0(v0: i32, v1: f64, v2: boolean, v3: string, v4: u8):
  v5: isize = string_len v3
  v6: f64 = int_to_float v0
  v7: f64 = float_add v6, v1
  v8: f64 = int_to_float v5
  v9: f64 = float_add v7, v8
  return v9
`;
  it('checks from left to right and ignores surplus arguments', () => {
    expect(
      runCompiled(
        SUM,
        calls('1, 2.5, true, "abc", 1, 9', '"", 2, 3, 4', '1, 2, 3, 4', '1, 2, true, "", 256'),
      ),
    ).toEqual([
      '6.5',
      'TypeError: f: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), got string',
      'TypeError: f: argument 3 (c) must be a boolean, got number',
      'RangeError: f: argument 5 (e) must be a u8 (an integer from 0 to 255), got 256',
    ]);
  });
  it('is a function with name and length', () => {
    expect(runCompiled(SUM, 'out(m.f.name); out(m.f.length); out(typeof m.f)')).toEqual([
      'f',
      '5',
      'function',
    ]);
  });
});

// Every arithmetic op on the values where machines and ECMAScript differ: compiled and interpreted must agree.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createInterpreter } from '../../compiler/graph/interpret.ts';
import { OPS, type OpName } from '../../compiler/graph/ops.ts';
import { DEBUG, RELEASE, type BuildOptions } from '../../compiler/options.ts';
import { parseLow, runCompiled } from './compiled.ts';

const INTS = ['i8', 'u8', 'i16', 'u16', 'i32', 'u32', 'i64', 'u64'] as const;
const FLOATS = ['f64', 'f32'] as const;

function integersOf(type: string): readonly string[] {
  const bits = BigInt(type.slice(1));
  const signed = type.startsWith('i');
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  const all = [low, low + 1n, -7n, -1n, 0n, 1n, 2n, 3n, 7n, 31n, 100n, high / 3n, high - 1n, high];
  const fitting = all.filter((value) => value >= low && value <= high);
  const suffix = bits === 64n ? 'n' : '';
  return [...new Set(fitting)].map((value) => `${value}${suffix}`);
}

const FLOAT_VALUES = [
  '0',
  '-0',
  '0.5',
  '-0.5',
  '0.49999999999999994',
  '1',
  '-1',
  '1.5',
  '-1.5',
  '2.5',
  '-2.5',
  '3',
  '255',
  '256.7',
  '-129',
  '2147483647',
  '2147483648',
  '-2147483649',
  '4294967296',
  '1e10',
  '-1e10',
  '2**53',
  '2**53+2',
  '2**63',
  '-(2**63)',
  '2**63+2048',
  '2**64',
  '-(2**64)-2**40',
  '2**83+2**40',
  '2**116',
  '1.7976931348623157e308',
  '5e-324',
  '1e-7',
  'NaN',
  'Infinity',
  '-Infinity',
] as const;

interface Case {
  readonly name: string;
  readonly lines: string;
  readonly types: readonly string[];
  readonly result: string;
}

const op = (name: OpName, types: readonly string[], result: string, body?: string): Case => ({
  name: `${name}_${types.join('_')}_${result}`,
  types,
  result,
  lines: body ?? `  r: ${result} = ${name} ${types.map((_, i) => `a${i}`).join(', ')}\n  return r`,
});

const named = (prefix: string, operands: number): readonly OpName[] =>
  (Object.keys(OPS) as OpName[]).filter(
    (name) =>
      name.startsWith(prefix) &&
      OPS[name].operands.length === operands &&
      OPS[name].level !== 'high',
  );

const COMPARISONS = /_(eq|ne|lt|le|gt|ge|overflows)$/;
const SPECIAL = new Set<OpName>([
  'int_div_nonzero',
  'int_rem_nonzero',
  'int_cast',
  'int_to_float',
  'int_to_adr',
  'float_to_int',
  'float_to_int_exact',
  'float_cast',
  'float_to_bits',
  'float_to_index',
  'int_pow',
]);

const resultOf = (name: OpName, type: string): string =>
  COMPARISONS.test(name) ? 'boolean' : type;

const integerCases = INTS.flatMap((type) => [
  ...named('int_', 1)
    .filter((name) => !SPECIAL.has(name))
    .map((name) => op(name, [type], type)),
  ...named('int_', 2)
    .filter((name) => !SPECIAL.has(name))
    .map((name) => op(name, [type, type], resultOf(name, type))),
  op('int_pow', [type, type], type),
  ...(['int_div_nonzero', 'int_rem_nonzero'] as const).map((name) =>
    op(name, [type, type], type, `  check_nonzero a1\n  r: ${type} = ${name} a0, a1\n  return r`),
  ),
  ...INTS.filter((other) => other !== type).map((other) => op('int_cast', [type], other)),
  ...FLOATS.map((other) => op('int_to_float', [type], other)),
]);

const floatCases = FLOATS.flatMap((type) => [
  ...named('float_', 1)
    .filter((name) => !SPECIAL.has(name))
    .map((name) => op(name, [type], type)),
  ...named('float_', 2)
    .filter((name) => !SPECIAL.has(name))
    .map((name) => op(name, [type, type], resultOf(name, type))),
  ...INTS.map((other) => op('float_to_int', [type], other)),
  ...FLOATS.filter((other) => other !== type).map((other) => op('float_cast', [type], other)),
  op('float_to_bits', [type], type === 'f64' ? 'u64' : 'u32'),
]);

function unitText(cases: readonly Case[]): string {
  const parameters = ({ types }: Case): string =>
    types.map((type, i) => `a${i}: ${type}`).join(', ');
  const exports = cases.map(
    (one) => `export function "${one.name}" = "${one.name}"(${parameters(one)}) -> ${one.result}`,
  );
  const graphs = cases.map((one) => {
    const body = one.lines.replace(/\ba(\d)\b/g, 'v$1').replace(/\br\b/g, 'v9');
    const inputs = one.types.map((type, i) => `v${i}: ${type}`).join(', ');
    return `graph "${one.name}" -> ${one.result}\nb0(${inputs}):\n${body}\n`;
  });
  return `unit "m" low\n${exports.join('\n')}\n\n${graphs.join('\n')}`;
}

const valuesOf = (type: string): readonly string[] =>
  type.startsWith('f') ? FLOAT_VALUES : integersOf(type);

/** Calls as JavaScript text. */
function callsOf({ name, types }: Case): readonly string[] {
  const [first = [], second] = types.map(valuesOf);
  return first.flatMap((a) =>
    (second ?? ['']).map((b) => `m.${name}(${b === '' ? a : `${a}, ${b}`})`),
  );
}

type Answers = Readonly<Record<string, (...args: unknown[]) => unknown>>;

function interpreted(text: string, calls: readonly string[]): readonly string[] {
  const { call } = bound(text);
  const m: Answers = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          call(String(name), args),
    },
  );
  const evaluate = new Function(
    'm',
    'inspect',
    `const attempt = ${ATTEMPT}; return [${calls.map((one) => `attempt(() => ${one})`).join(',')}]`,
  );
  return evaluate(m, inspect) as string[];
}

function bound(text: string) {
  const interpreter = createInterpreter(parseLow(text));
  return { call: interpreter.call.bind(interpreter) };
}

const ATTEMPT = '(f=>{try{return inspect(f())}catch(e){return e.name+": "+e.message}})';

function compare(cases: readonly Case[], options: BuildOptions): void {
  const text = unitText(cases);
  const calls = cases.flatMap(callsOf);
  const script = `const attempt = ${ATTEMPT};\n${calls.map((one) => `out(attempt(() => ${one}));`).join('\n')}`;
  const got = runCompiled(text, script, options);
  const expected = interpreted(text, calls);
  const differences = calls.flatMap((call, i) =>
    got[i] === expected[i] ? [] : [`${call}: ${got[i]}, not ${expected[i]}`],
  );
  expect(differences.slice(0, 20)).toEqual([]);
  expect(got).toHaveLength(calls.length);
}

describe.each([
  ['level 0', DEBUG],
  ['level 3', RELEASE],
] as const)('%s', (_, options) => {
  it('integers', () => compare(integerCases, options));
  it('floats', () =>
    compare(
      floatCases.filter(({ name }) => !APPROXIMATED.test(name)),
      options,
    ));
});

/** Their last bit is the C library's, which differs from V8's. */
const APPROXIMATED =
  /^float_(pow|atan2|sin|cos|tan|asin|acos|atan|sinh|cosh|tanh|asinh|acosh|atanh|exp|expm1|log|log1p|log2|log10|cbrt)_/;

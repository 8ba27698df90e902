// Calls of the module `random` → what CPython gives for the same seed and the same calls, as text that says every bit.
import { spawnSync } from 'node:child_process';

export type Argument = number | bigint | string | boolean | null | readonly Argument[];

/** A method and its arguments; those by name last. */
export interface Call {
  readonly method: string;
  readonly args: readonly Argument[];
  readonly named?: Readonly<Record<string, Argument>>;
}

export interface Case {
  /** As Python writes it. */
  readonly seed: string;
  readonly calls: readonly Call[];
}

const PROGRAM = `
import json, random, sys
def text(x):
    if isinstance(x, float): return x.hex()
    if isinstance(x, (list, tuple)): return '[' + ','.join(map(text, x)) + ']'
    if isinstance(x, bytes): return x.hex()
    return str(x)
for case in json.load(sys.stdin):
    generator = random.Random(eval(case['seed']))
    for method, args, named in case['calls']:
        if method == 'shuffle':
            result = eval(args); generator.shuffle(*result); result = result[0]
        else:
            result = getattr(generator, method)(*eval(args), **eval(named))
        print(text(result))
`;

export function pythonResults(cases: readonly Case[]): readonly string[] {
  const input = cases.map(({ seed, calls }) => ({
    seed,
    calls: calls.map(({ method, args, named = {} }) => [
      method,
      pythonText(args),
      `{${Object.entries(named).map(([name, value]) => `'${name}': ${pythonText(value)}`)}}`,
    ]),
  }));
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PROGRAM], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}

function pythonText(value: Argument): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toString();
  return `[${value.map(pythonText).join(', ')}]`;
}

/** As the program above writes it: C99's hexadecimal form for what Python has as float. */
export function resultText(value: unknown, isFloat: boolean): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return `[${value.map((one) => resultText(one, isFloat)).join(',')}]`;
  return typeof value === 'number' && isFloat ? hexText(value) : String(value);
}

function hexText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0x0.0p+0' : '0x0.0p+0';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : value < 0 ? '-inf' : 'nan';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff).toString(16).padStart(5, '0');
  const low = bits.getUint32(4).toString(16).padStart(8, '0');
  const power = exponent === 0 ? -1022 : exponent - 1023;
  const sign = high >>> 31 === 1 ? '-' : '';
  return `${sign}0x${exponent === 0 ? 0 : 1}.${fraction}${low}p${power < 0 ? '' : '+'}${power}`;
}

// What CPython's `zlib` does with the same calls. Bytes go and come as base64.
import { spawnSync } from 'node:child_process';

/** By CPython's names; bytes where it takes some. */
export type Options = Readonly<Record<string, number | Uint8Array>>;

/** Calls of methods of one object: what `decompress`, `compress`, `flush` and `copy` are given. `copy` goes on with the copy. */
export type Call = readonly [
  method: 'compress' | 'decompress' | 'flush' | 'copy',
  ...given: (number | Uint8Array)[],
];

export interface Script {
  readonly make: 'compressobj' | 'decompressobj';
  readonly options: Options;
  readonly calls: readonly Call[];
}

/** A call's bytes and, of decompressors, what the object says afterwards; or the text of zlib's error, at which a script ends. */
export type Trace = readonly (
  | readonly [output: string, tail: string, unused: string, isEnd: boolean]
  | readonly [output: string]
  | string
)[];

const PROGRAM = `
import base64, json, sys, zlib
def value(x): return base64.b64decode(x['b']) if isinstance(x, dict) else x
def text(b): return base64.b64encode(b).decode()
def whole(f, given):
    try: return [text(getattr(zlib, f)(value(given['data']), **{k: value(v) for k, v in given['options'].items()}))]
    except zlib.error as error: return str(error)
def script(given):
    trace = []
    try:
        made = getattr(zlib, given['make'])(**{k: value(v) for k, v in given['options'].items()})
        for name, *rest in given['calls']:
            result = getattr(made, name)(*[value(x) for x in rest])
            if name == 'copy':
                made = result
                continue
            trace.append([text(result)] if given['make'] == 'compressobj' else
                [text(result), text(made.unconsumed_tail), text(made.unused_data), made.eof])
    except zlib.error as error: trace.append(str(error))
    return trace
actions = {
    'script': script,
    'compress': lambda given: whole('compress', given),
    'decompress': lambda given: whole('decompress', given),
    'checksum': lambda given: getattr(zlib, given['name'])(value(given['data']), *given['start']),
    'numbers': lambda given: {n: getattr(zlib, n) for n in dir(zlib) if type(getattr(zlib, n)) is int},
}
action = actions[sys.argv[1]]
json.dump([action(given) for given in json.load(sys.stdin)], sys.stdout)
`;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A Buffer would be an object of its own making by the time that it is the value. */
function withBytes(this: unknown, key: string, value: unknown): unknown {
  const own = (this as Readonly<Record<string, unknown>>)[key];
  return own instanceof Uint8Array ? { b: base64(own) } : value;
}

function python(action: string, cases: readonly object[]): readonly unknown[] {
  const input = JSON.stringify(cases, withBytes);
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PROGRAM, action], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly unknown[];
}

export interface Whole {
  readonly data: Uint8Array;
  readonly options: Options;
}
export interface Checksum {
  readonly name: 'crc32' | 'adler32';
  readonly data: Uint8Array;
  readonly start: readonly number[];
}

/** Bytes, or the text of zlib's error. */
export const pythonWhole = (
  action: 'compress' | 'decompress',
  cases: readonly Whole[],
): readonly (readonly [bytes: string] | string)[] =>
  python(action, cases) as readonly (readonly [string] | string)[];
export const pythonTraces = (scripts: readonly Script[]): readonly Trace[] =>
  python('script', scripts) as readonly Trace[];
export const pythonChecksums = (cases: readonly Checksum[]): readonly number[] =>
  python('checksum', cases) as readonly number[];
export const pythonNumbers = (): Readonly<Record<string, number>> =>
  python('numbers', [{}])[0] as Readonly<Record<string, number>>;

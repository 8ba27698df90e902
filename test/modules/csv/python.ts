// Texts and rows → what CPython's `csv` makes of them in a dialect, or that it has an error.
import { spawnSync } from 'node:child_process';

export type Options = Readonly<Record<string, string | number | boolean | null>>;
export interface ReadCase {
  readonly options: Options;
  /** A text, as from a file, or lines. */
  readonly source: string | readonly string[];
}
export interface WriteCase {
  readonly options: Options;
  readonly rows: readonly (readonly (string | number | null)[])[];
}
/** null: an error. */
export type Results<T> = readonly (T | null)[];

const PROGRAM = `
import csv, io, json, sys
csv.field_size_limit(1 << 30)
def read(case):
    source = case['source']
    if isinstance(source, str): source = io.StringIO(source, newline='')
    reader = csv.reader(source, **case['options'])
    return [[row, reader.line_num] for row in reader]
def write(case):
    out = io.StringIO(newline='')
    csv.writer(out, **case['options']).writerows(case['rows'])
    return out.getvalue()
def attempt(action, case):
    try: return action(case)
    except (csv.Error, ValueError): return None
action = {'read': read, 'write': write}[sys.argv[1]]
json.dump([attempt(action, case) for case in json.load(sys.stdin)], sys.stdout)
`;

function python(action: 'read' | 'write', cases: readonly object[]): unknown {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PROGRAM, action], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

type Rows = readonly (readonly [row: readonly (string | number)[], line: number])[];

export const pythonRows = (cases: readonly ReadCase[]): Results<Rows> =>
  python('read', cases) as Results<Rows>;
export const pythonTexts = (cases: readonly WriteCase[]): Results<string> =>
  python('write', cases) as Results<string>;

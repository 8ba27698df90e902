// Statements → what CPython's `sqlite3` makes of them, on the same library: rows, counts, errors.
import { spawnSync } from 'node:child_process';
import type { Parameter, Value } from '../../../dist/modules/sqlite3/index.js';

/** A statement by `Cursor.execute`, or many, or what a connection does by itself. */
export type Step =
  | { readonly sql: string; readonly parameters?: readonly Parameter[] | Record<string, Parameter> }
  | { readonly sql: string; readonly many: readonly (readonly Parameter[])[] }
  | { readonly script: string }
  | { readonly call: 'commit' | 'rollback' };

export interface Outcome {
  readonly rows?: readonly (readonly Value[])[];
  readonly names?: readonly string[] | null;
  readonly rowcount?: number;
  readonly lastrowid?: Value;
  readonly isInTransaction: boolean;
  readonly changes: number;
  /** Class, code, name and message. */
  readonly error?: readonly [string, number | null, string | null, string];
}

const PROGRAM = `
import json, sqlite3, sys
def decode(v):
    if not isinstance(v, list): return v
    kind, text = v
    if kind == 'b': return bytes.fromhex(text)
    if kind == 'f': return float(text)
    return int(text)
def encode(v):
    if isinstance(v, bytes): return ['b', v.hex()]
    if isinstance(v, float): return ['f', repr(v)]
    if isinstance(v, int): return ['i', str(v)]
    return v
given = json.load(sys.stdin)
db = sqlite3.connect(given['path'], **given['options'])
if not given['strict']: db.text_factory = lambda b: b.decode('utf-8', 'replace')
out = []
for step in given['steps']:
    found = {}
    cur = db.cursor()
    try:
        if 'script' in step: cur.executescript(step['script'])
        elif 'call' in step: getattr(db, step['call'])()
        elif 'many' in step: cur.executemany(step['sql'], [[decode(v) for v in one] for one in step['many']])
        else:
            p = step.get('parameters', [])
            p = {k: decode(v) for k, v in p.items()} if isinstance(p, dict) else [decode(v) for v in p]
            cur.execute(step['sql'], p)
        if 'sql' in step:
            found['names'] = cur.description and [d[0] for d in cur.description]
            found['rows'] = [[encode(v) for v in row] for row in cur]
            found['rowcount'] = cur.rowcount
            found['lastrowid'] = encode(cur.lastrowid)
    except sqlite3.Error as e:
        found = {'error': [type(e).__name__, getattr(e, 'sqlite_errorcode', None), getattr(e, 'sqlite_errorname', None), str(e)]}
    found['isInTransaction'] = db.in_transaction
    found['changes'] = db.total_changes
    out.append(found)
if given['save']: db.commit()
json.dump(out, sys.stdout)
`;

type Encoded = null | string | readonly [string, string];

export function encoded(value: Parameter): Encoded | boolean {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? ['i', String(value)]
      : ['f', Object.is(value, -0) ? '-0.0' : String(value)];
  if (typeof value === 'bigint') return ['i', String(value)];
  if (value instanceof Uint8Array) return ['b', Buffer.from(value).toString('hex')];
  return value as string | null | boolean;
}

/** Integers are bigints. */
function decoded(value: Encoded): Value {
  if (!Array.isArray(value)) return value as string | null;
  const [kind, text] = value as readonly [string, string];
  if (kind === 'b') return Uint8Array.from(Buffer.from(text, 'hex'));
  if (kind === 'i') return BigInt(text);
  return text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
}

const encodedStep = (step: Step): object => {
  if ('many' in step) return { ...step, many: step.many.map((one) => one.map(encoded)) };
  if (!('sql' in step) || step.parameters === undefined) return step;
  const { parameters } = step;
  if (Array.isArray(parameters)) return { ...step, parameters: parameters.map(encoded) };
  const named = Object.entries(parameters).map(([key, value]) => [key, encoded(value)]);
  return { ...step, parameters: Object.fromEntries(named) };
};

/** What CPython gives for each of the steps, one after the other. `path`: of the database. */
export function python(
  path: string,
  steps: readonly Step[],
  options: Readonly<Record<string, string | null>> = {},
): readonly Outcome[] {
  const given = { path, options, steps: steps.map(encodedStep), save: true, strict: false };
  const { stdout, stderr, status } = spawnSync('python3', ['-c', PROGRAM], {
    input: JSON.stringify(given),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as readonly Outcome[]).map((outcome) => ({
    ...outcome,
    ...('lastrowid' in outcome && { lastrowid: decoded(outcome.lastrowid as Encoded) }),
    ...(outcome.rows && {
      rows: outcome.rows.map((row) => row.map((value) => decoded(value as Encoded))),
    }),
  }));
}

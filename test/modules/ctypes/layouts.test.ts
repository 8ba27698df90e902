// Thousands of random structures and unions: sizes, places and bytes are those of the ctypes of Python 3.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';
import { type Declaration, declarations, type LeafData, leavesOf } from './layout-generator.ts';

const COUNT = 5000;
const { Structure, Union, BigEndianStructure, BigEndianUnion } = ctypes;
const BASES = { Structure, Union, BigEndianStructure, BigEndianUnion };
const hasPython = spawnSync('python3', ['-c', 'import ctypes']).status === 0;
if (!hasPython) console.warn('layouts.test.ts is skipped: python3 with ctypes is missing');

const PYTHON = `
import sys, json, ctypes, struct
types, out = [], []
def member(holder, step): return holder[step] if isinstance(step, int) else getattr(holder, step)
def holder_of(x, path):
    for step in path[:-1]: x = member(x, step)
    return x
def shown(v):
    if v is None: return '0'
    if isinstance(v, bytes): return v.decode('latin1')
    if isinstance(v, str): return v
    if isinstance(v, float) and v != v: return 'nan'
    if isinstance(v, float) and (abs(v) >= 2**53 or v != int(v)): return struct.pack('<d', v).hex()
    return str(int(v))
for number, d in enumerate(json.load(sys.stdin)):
    fields = []
    for f in d['fields']:
        t = types[f['type']] if isinstance(f['type'], int) else getattr(ctypes, f['type'])
        if f['length']: t = t * f['length']
        fields.append((f['name'], t, f['bits']) if f['bits'] else (f['name'], t))
    ns = {'_pack_': d['pack']} if d['pack'] else {}
    ns['_fields_'] = fields
    try:
        T = type('T%d' % number, (getattr(ctypes, d['base']),), ns)
    except Exception as e:
        raise SystemExit('%r %r' % (d, e))
    types.append(T)
    places = [[getattr(T, f['name']).offset, getattr(T, f['name']).size] for f in d['fields']]
    x = T()
    for leaf in d['leaves']:
        value = leaf['value']
        if leaf['type'] == 'c_char': value = value.encode()
        step, holder = leaf['path'][-1], holder_of(x, leaf['path'])
        if isinstance(step, int): holder[step] = value
        else: setattr(holder, step, value)
        if leaf['type'] == 'c_longdouble':
            # CPython leaves there what was in its own memory.
            offset = 16 * step if isinstance(step, int) else getattr(type(holder), step).offset
            ctypes.memset(ctypes.addressof(holder) + offset + 10, 0, 6)
    read = [shown(member(holder_of(x, l['path']), l['path'][-1])) for l in d['leaves'] if l['isRead']]
    data = ' '.join([bytes(x).hex()] + read)
    out.append([ctypes.sizeof(T), ctypes.alignment(T), places, data])
json.dump(out, sys.stdout)
`;

const asRequest = (
  declaration: Declaration,
  number: number,
  all: readonly Declaration[],
): object => ({ ...declaration, leaves: leavesOf(all, number) });

function describeHere(all: readonly Declaration[]): unknown[] {
  const types: ctypes.CType[] = [];
  return all.map((declaration, number) => {
    const fields = declaration.fields.map(({ name, type, length, bits }): ctypes.FieldSpec => {
      const one =
        typeof type === 'number'
          ? (types[type] as ctypes.CType)
          : (ctypes as unknown as Record<string, ctypes.CType>)[type];
      const of = (length > 0 ? ctypes.ARRAY(one as ctypes.CType, length) : one) as ctypes.CType;
      return bits > 0 ? [name, of, bits] : [name, of];
    });
    const options = declaration.pack > 0 ? { _pack_: declaration.pack } : {};
    const T = BASES[declaration.base](fields, options);
    types.push(T);
    const places = declaration.fields.map(({ name }) => {
      const { offset, size } = ctypes.fieldof(T, name);
      return [offset, size];
    });
    return [ctypes.sizeof(T), ctypes.alignment(T), places, bytesOf(T, leavesOf(all, number))];
  });
}

/** What has members: a structure by name, an array by index. */
type Holder = ctypes.CData & Record<string, unknown> & ctypes.CArray;

function memberOf(holder: Holder, step: string | number): unknown {
  return typeof step === 'number' ? holder.get(step) : holder[step];
}

function bytesOf(T: ctypes.AggregateType<unknown>, leaves: readonly LeafData[]): string {
  const made = new T() as Holder;
  const holderOf = (path: LeafData['path']): Holder =>
    path.slice(0, -1).reduce((at, step) => memberOf(at, step) as Holder, made);
  for (const { path, value } of leaves) {
    const last = path.at(-1) ?? '';
    if (typeof last === 'number') holderOf(path).set(last, value);
    else holderOf(path)[last] = value;
  }
  const hex = Buffer.from(ctypes.string_at(made, ctypes.sizeof(T))).toString('hex');
  const read = leaves.filter(({ isRead }) => isRead);
  return [hex, ...read.map(({ path }) => shown(memberOf(holderOf(path), path.at(-1) ?? '')))].join(
    ' ',
  );
}

/** As Python shows it. */
function shown(value: unknown): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return shownFloat(value);
  return typeof value === 'boolean' || value === null ? String(Number(value)) : String(value);
}

function shownFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes.toString('hex');
}

describe.skipIf(!hasPython)('layouts', () => {
  test(`${COUNT} random ones`, () => {
    const all = declarations(20260101, COUNT);
    const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
      encoding: 'utf8',
      input: JSON.stringify(all.map(asRequest)),
      maxBuffer: 1 << 28,
    });
    expect(stderr).toBe('');
    const theirs = JSON.parse(stdout) as unknown[];
    const ours = describeHere(all);
    const different = ours.flatMap((one, index) =>
      JSON.stringify(one) === JSON.stringify(theirs[index])
        ? []
        : [{ declaration: all[index], ours: one, theirs: theirs[index] }],
    );
    expect(ours.length).toBe(COUNT);
    expect(different.slice(0, 2)).toEqual([]);
    expect(different.length).toBe(0);
  });
});

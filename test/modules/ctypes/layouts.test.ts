// Thousands of random structures and unions: sizes, places and bytes are those of the ctypes of Python 3.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as ctypes from '../../../modules/ctypes/index.ts';
import { type Declaration, declarations, hasMixedBits, valueFor } from './layout-generator.ts';

const COUNT = 5000;
const { Structure, Union, BigEndianStructure, BigEndianUnion } = ctypes;
const BASES = { Structure, Union, BigEndianStructure, BigEndianUnion };
const hasPython = spawnSync('python3', ['-c', 'import ctypes']).status === 0;
if (!hasPython) console.warn('layouts.test.ts is skipped: python3 with ctypes is missing');

const PYTHON = `
import sys, json, ctypes
types, out = [], []
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
    data = None
    if not d['mixed']:
        x = T()
        for i, f in enumerate(d['fields']):
            if f['writable']: setattr(x, f['name'], f['value'])
        data = bytes(x).hex() + ' ' + ' '.join(str(getattr(x, f['name'])) for f in d['fields'] if f['writable'] and not f['float'])
    out.append([ctypes.sizeof(T), ctypes.alignment(T), places, data])
json.dump(out, sys.stdout)
`;

const isInteger = (type: string | number): boolean =>
  /^c_(byte|ubyte|short|ushort|int|uint|long|ulong)$/.test(String(type));

const isFloat = (type: string | number): boolean => /^c_(float|double)$/.test(String(type));
const isNumber = (type: string | number): boolean => isInteger(type) || isFloat(type);
/** Of floating point numbers: exact in both sizes. */
const valueOf = (type: string | number, number: number, index: number): number =>
  isFloat(type) ? (Number(valueFor(number, index)) % 1000) / 8 : valueFor(number, index);

function asRequest(declaration: Declaration, number: number): object {
  const fields = declaration.fields.map((field, index) => ({
    ...field,
    writable: isNumber(field.type) && field.length === 0,
    float: isFloat(field.type),
    value: valueOf(field.type, number, index),
  }));
  return { ...declaration, fields, mixed: hasMixedBits(declaration) };
}

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
    return [ctypes.sizeof(T), ctypes.alignment(T), places, bytesOf(T, declaration, number)];
  });
}

type Fields = Record<string, unknown>;

function bytesOf(
  T: ctypes.AggregateType<unknown>,
  declaration: Declaration,
  number: number,
): unknown {
  if (hasMixedBits(declaration)) return null;
  const made = new T() as ctypes.CData & Fields;
  const written = declaration.fields
    .map((field, index) => ({ ...field, index }))
    .filter(({ type, length }) => isNumber(type) && length === 0);
  for (const { name, type, index } of written) made[name] = valueOf(type, number, index);
  const hex = Buffer.from(ctypes.string_at(made, ctypes.sizeof(T))).toString('hex');
  const shown = written.filter(({ type }) => !isFloat(type)).map(({ name }) => String(made[name]));
  return `${hex} ${shown.join(' ')}`;
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

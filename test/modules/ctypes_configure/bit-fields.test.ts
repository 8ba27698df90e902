// Bit-fields of C: where the compiler has them, what C writes there is read, and the other way round.
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import * as k from '../../../modules/ctypes_configure/index.ts';
import { random } from '../ctypes/layout-generator.ts';
import { compileC } from '../ffi/c-library.ts';

interface Member {
  readonly name: string;
  readonly hint: c.CType;
  readonly bits: number;
  readonly signed: boolean;
}

interface Case {
  readonly name: string;
  readonly declaration: string;
  readonly members: readonly Member[];
}

const member = (name: string, bits: number, signed = false, hint: c.CType = c.c_int): Member => ({
  name,
  hint,
  bits,
  signed,
});

const CASES: readonly Case[] = [
  {
    name: 'mixed',
    declaration: `struct mixed { char c; unsigned a : 3; int b : 7; _Bool f : 1; short s; unsigned long long w : 40; unsigned char u : 2; }`,
    members: [
      member('a', 3),
      member('b', 7, true),
      member('f', 1, false, c.c_bool),
      member('w', 40),
      member('u', 2),
    ],
  },
  {
    name: 'unnamed',
    declaration: `struct unnamed { int a : 5; int : 4; int b : 6; int : 0; unsigned c : 31; unsigned d : 2; }`,
    members: [member('a', 5, true), member('b', 6, true), member('c', 31), member('d', 2)],
  },
  {
    name: 'packed',
    declaration: `struct __attribute__((packed)) packed { unsigned char tag; unsigned a : 20; long b : 45; int c : 7; }`,
    members: [member('tag', 8), member('a', 20), member('b', 45, true), member('c', 7, true)],
  },
  {
    name: 'three',
    declaration: `struct __attribute__((packed)) three { unsigned a : 3; unsigned b : 20; }`,
    members: [member('a', 3), member('b', 20)],
  },
  {
    name: 'inner',
    declaration: `struct inner { int first; union { struct { unsigned low : 12; unsigned high : 20; }; unsigned both; }; enum kind kind : 3; }`,
    members: [member('low', 12), member('high', 20), member('kind', 3), member('first', 32, true)],
  },
  {
    name: 'either',
    declaration: `union either { unsigned a : 9; int b : 31; long long wide; }`,
    members: [member('b', 31, true)],
  },
  {
    name: 'wide',
    declaration: `struct wide { long long a : 63; unsigned long long b : 64; unsigned c : 1; }`,
    members: [member('a', 63, true), member('b', 64), member('c', 1)],
  },
];

const typeName = ({ name }: Case): string => `${name === 'either' ? 'union' : 'struct'} ${name}`;

const HEADER = `enum kind { NONE, ONE, TWO }; ${CASES.map(({ declaration }) => `${declaration};`).join('\n')}`;

const lib = new c.CDLL(
  compileC(`${HEADER}
${CASES.map(
  (one) =>
    one.members
      .map(
        ({ name: field }) => `
void set_${one.name}_${field}(${typeName(one)} *p, long long v) { p->${field} = v; }
long long get_${one.name}_${field}(${typeName(one)} *p) { return p->${field}; }
long long of_${one.name}_${field}(int before, ${typeName(one)} v) { return v.${field} + before; }`,
      )
      .join('') + `\nlong size_${one.name}(void) { return sizeof(${typeName(one)}); }`,
).join('\n')}`),
);

type Fields = c.CData & Record<string, unknown>;

function declared(name: string, argtypes: readonly c.CType[]): c.CFunction {
  const made = lib.getitem(name);
  made.argtypes = argtypes;
  made.restype = c.c_longlong;
  return made;
}

/** What a bit-field holds of a number. */
const held = ({ bits, signed }: Member, value: bigint): bigint =>
  signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);

const types = k.configure({
  _compilation_info_: { post_include_bits: [HEADER] },
  ...Object.fromEntries(
    CASES.map((one) => [
      one.name,
      k.Struct(
        typeName(one),
        one.members.map(({ name, hint }) => [name, hint] as const),
      ),
    ]),
  ),
}) as unknown as Record<string, c.CType & (new () => Fields)>;

describe.each(CASES)('$name', ({ name, members }) => {
  const T = types[name] as c.CType & (new () => Fields);
  const below = random(11);
  const value = (): bigint => (BigInt(below(2 ** 32)) << 32n) | BigInt(below(2 ** 32));

  test('has C’s size', () => {
    expect(c.sizeof(T)).toBe(Number(declared(`size_${name}`, [])()));
  });
  test('C reads what is written, and what it writes is read', () => {
    const [here, there] = [new T(), new T()];
    for (let round = 0; round < 50; round++) {
      for (const one of members) {
        const given = held(one, value());
        const isBool = one.hint === c.c_bool;
        here[one.name] = isBool ? given !== 0n : given;
        declared(`set_${name}_${one.name}`, [c.POINTER(T), c.c_longlong])(c.byref(there), given);
      }
      for (const one of members) {
        const get = declared(`get_${name}_${one.name}`, [c.POINTER(T)]);
        expect(held(one, get(c.byref(here)) as bigint), one.name).toBe(
          BigInt(here[one.name] as bigint),
        );
        expect(here[one.name], one.name).toEqual(there[one.name]);
        const of = declared(`of_${name}_${one.name}`, [c.c_int, T]);
        expect(held(one, (of(1, here) as bigint) - 1n), one.name).toBe(
          BigInt(here[one.name] as bigint),
        );
      }
      expect(c.string_at(here, c.sizeof(T))).toEqual(c.string_at(there, c.sizeof(T)));
    }
  });
});

test('the type of a bit-field is C’s, its place that of its storage', () => {
  const fields = ['a', 'b', 'f', 'w', 'u'].map((name) =>
    c.fieldof(types['mixed'] as c.CType, name),
  );
  expect(fields.map(({ type }) => type)).toEqual([
    c.c_uint,
    c.c_int,
    c.c_bool,
    c.c_ulong,
    c.c_ubyte,
  ]);
  expect(fields.map(({ size }) => size >> 16)).toEqual([3, 7, 1, 40, 2]);
  expect(fields.map(({ offset }) => offset)).toEqual([0, 0, 2, 8, 13]);
});

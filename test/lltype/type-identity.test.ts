// Types made of the same parts are one type: `===` compares them, and they are found as keys. As RPython compares types by their structure.
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { lltype as Declared, rffi as DeclaredRffi } from '../../runtime/mixmod.d.ts';
import { describeType } from '../../runtime/lltype/constructors.ts';
import { sizeOf } from '../../runtime/lltype/layout.ts';
import { lltype as untypedLltype } from '../../runtime/lltype/lltype.ts';
import { rffi as untypedRffi } from '../../runtime/rffi/rffi.ts';

// As programs see them.
const lltype = untypedLltype as unknown as typeof Declared;
const rffi = untypedRffi as unknown as typeof DeclaredRffi;
const RAW = { flavor: 'raw' } as const;
/** For types that TypeScript knows to be different. */
const same = (a: unknown, b: unknown): boolean => a === b;

describe('two declarations of the same parts are one type', () => {
  const { INT, DOUBLE } = rffi;
  const cases: readonly [string, () => unknown][] = [
    ['Struct', () => lltype.Struct('P', ['x', INT], ['y', DOUBLE])],
    ['Struct with hints', () => lltype.Struct('P', ['x', INT], { hints: { pack: 1, align: 8 } })],
    ['Union', () => lltype.Union('U', ['i', INT], ['d', DOUBLE])],
    ['bit-fields', () => lltype.Struct('B', ['a', INT, 3], ['b', INT, 5])],
    ['nested structures', () => lltype.Struct('O', ['p', lltype.Struct('I', ['x', INT])])],
    ['CStruct', () => rffi.CStruct('s', ['x', INT])],
    ['CUnion', () => rffi.CUnion('u', ['x', INT])],
    ['CStructPtr', () => rffi.CStructPtr('s', ['x', INT])],
    ['Array', () => lltype.Array(INT)],
    ['CArray', () => rffi.CArray(INT)],
    ['FixedSizeArray', () => lltype.FixedSizeArray(INT, 3)],
    ['FixedSizeArray of one item', () => lltype.FixedSizeArray(INT, 1)],
    ['FuncType', () => lltype.FuncType([INT, DOUBLE], INT)],
    ['variadic FuncType', () => lltype.FuncType([INT], INT, { variadic: true })],
    ['CCallback', () => rffi.CCallback([INT], DOUBLE)],
    ['OpaqueType', () => lltype.OpaqueType('lock', { size: 40 })],
    ['COpaquePtr', () => rffi.COpaquePtr('FILE')],
    ['Typedef', () => lltype.Typedef(INT, 'id')],
    ['Ptr', () => lltype.Ptr(lltype.Struct('P', ['x', INT]))],
    ['Ptr of Ptr', () => rffi.CArrayPtr(rffi.CArrayPtr(INT))],
  ];
  test.each(cases)('%s', (_name, make) => {
    expect(make()).toBe(make());
  });

  test('in TypeScript, too', () => {
    const one = lltype.Struct('P', ['x', INT], ['y', DOUBLE]);
    const other = lltype.Struct('P', ['x', INT], ['y', DOUBLE]);
    expectTypeOf<typeof one>().toEqualTypeOf<typeof other>();
    expectTypeOf<Declared.Ptr<typeof one>>().toEqualTypeOf<Declared.Ptr<typeof other>>();
    expect(one).toBe(other);
  });

  test('a pointer made with one is accepted where the other is declared', () => {
    const holder = lltype.Struct('Holder', ['p', lltype.Ptr(lltype.Struct('P', ['x', INT]))]);
    using h = lltype.scoped_alloc(holder);
    using p = lltype.scoped_alloc(lltype.Struct('P', ['x', INT]), { zero: true });
    h.ptr.p = p.ptr;
    expect(h.ptr.p).toBe(p.ptr);
  });
});

describe('types that differ in anything are two', () => {
  const { INT, UINT, LONG } = rffi;
  const P = lltype.Struct('P', ['x', INT], ['y', INT]);
  const cases: readonly [string, unknown, unknown][] = [
    ['the name of a structure', P, lltype.Struct('Q', ['x', INT], ['y', INT])],
    ['the name of a field', P, lltype.Struct('P', ['x', INT], ['z', INT])],
    ['the order of fields', P, lltype.Struct('P', ['y', INT], ['x', INT])],
    ['the type of a field', P, lltype.Struct('P', ['x', INT], ['y', UINT])],
    ['a field more', P, lltype.Struct('P', ['x', INT], ['y', INT], ['z', INT])],
    ['a hint', P, lltype.Struct('P', ['x', INT], ['y', INT], { hints: { pack: 2 } })],
    ['immutable', P, lltype.Struct('P', ['x', INT], ['y', INT], { hints: { immutable: true } })],
    ['union or structure', P, lltype.Union('P', ['x', INT], ['y', INT])],
    [
      'the width of a bit-field',
      lltype.Struct('B', ['a', INT, 3]),
      lltype.Struct('B', ['a', INT, 4]),
    ],
    ['a stored length', lltype.Array(INT), rffi.CArray(INT)],
    ['the item', rffi.CArray(INT), rffi.CArray(UINT)],
    ['the number of items', lltype.FixedSizeArray(INT, 2), lltype.FixedSizeArray(INT, 3)],
    [
      'further arguments',
      lltype.FuncType([INT], INT),
      lltype.FuncType([INT], INT, { variadic: true }),
    ],
    ['the result', lltype.FuncType([INT], INT), lltype.FuncType([INT], LONG)],
    ['the size of an opaque type', lltype.OpaqueType('o'), lltype.OpaqueType('o', { size: 8 })],
    ['a container and the pointer to it', P, lltype.Ptr(P)],
    ['what is pointed to', lltype.Ptr(P), lltype.Ptr(rffi.CArray(P))],
    ['a structure of C', rffi.CStruct('P', ['x', INT]), lltype.Struct('P', ['c_x', INT])],
  ];
  test.each(cases)('%s', (_name, a, b) => {
    expect(same(a, b)).toBe(false);
  });
});

describe('names for one type', () => {
  const cases: readonly [string, unknown, unknown][] = [
    ['CCHARP and CHARP', rffi.CCHARP, rffi.CHARP],
    ['CCHARP and CONST_CCHARP', rffi.CCHARP, rffi.CONST_CCHARP],
    ['VOIDP and CONST_VOIDP', rffi.VOIDP, rffi.CONST_VOIDP],
    ['CWCHARP and WCHAR_TP', rffi.CWCHARP, rffi.WCHAR_TP],
    ['INTPP and a pointer to INTPs', rffi.INTPP, rffi.CArrayPtr(rffi.INTP)],
    ['DOUBLE and Float', rffi.DOUBLE, lltype.Float],
    ['FLOAT and SingleFloat', rffi.FLOAT, lltype.SingleFloat],
    ['LONGDOUBLE and LongFloat', rffi.LONGDOUBLE, lltype.LongFloat],
    ['SIGNED and Signed', rffi.SIGNED, lltype.Signed],
    ['UNSIGNED and Unsigned', rffi.UNSIGNED, lltype.Unsigned],
    ['CHAR and Char', rffi.CHAR, lltype.Char],
    ['BOOL and Bool', rffi.BOOL, lltype.Bool],
    ['VOID and Void', rffi.VOID, lltype.Void],
    [
      'CFixedArray and FixedSizeArray',
      rffi.CFixedArray(rffi.INT, 4),
      lltype.FixedSizeArray(rffi.INT, 4),
    ],
    ['COpaque and OpaqueType', rffi.COpaque('FILE'), lltype.OpaqueType('FILE')],
    [
      'CCallback and a pointer to FuncType',
      rffi.CCallback([], rffi.INT),
      lltype.Ptr(lltype.FuncType([], rffi.INT)),
    ],
  ];
  test.each(cases)('%s', (_name, a, b) => {
    expect(a).toBe(b);
  });

  test('int and long stay distinct where they have one size on some machines', () => {
    expect(same(rffi.INT, rffi.LONG)).toBe(false);
    expect(same(rffi.LONG, rffi.LONGLONG)).toBe(false);
  });
});

describe('Typedef', () => {
  const ID = lltype.Typedef(rffi.INT, 'id_number');

  test('is a primitive of its own name and of the size of the other', () => {
    expect(same(ID, rffi.INT)).toBe(false);
    expect(sizeOf(ID as never)).toBe(4);
    expect(describeType(ID)).toBe('id_number');
  });

  test('of a Typedef has the machine type below both', () => {
    const other = lltype.Typedef(ID, 'other_id') as unknown as { machine: string; c: string };
    expect([other.machine, other.c]).toEqual(['i32', 'other_id']);
  });

  test('cannot be pointed to', () => {
    expect(() => lltype.Ptr(ID as never)).toThrow('Ptr needs a container, got id_number');
  });
});

describe('ForwardReference', () => {
  test('a pointer to it is the pointer to what it has become', () => {
    const reference = lltype.ForwardReference();
    const early = lltype.Ptr(reference);
    const node = lltype.Struct('EarlyNode', ['next', early]);
    reference.become(node);
    expect(lltype.Ptr(node)).toBe(early);
    expect(lltype.Ptr(reference)).toBe(early);
  });

  test('asked for afterwards, it is the pointer that there is', () => {
    const reference = lltype.ForwardReference();
    const plain = lltype.Struct('Plain', ['x', rffi.INT]);
    const pointer = lltype.Ptr(plain);
    reference.become(plain);
    expect(lltype.Ptr(reference)).toBe(pointer);
  });

  test('types made with both pointers are one', () => {
    const reference = lltype.ForwardReference();
    const step = rffi.CCallback([lltype.Ptr(reference)], rffi.INT);
    const node = lltype.Struct('StepNode', ['step', step]);
    reference.become(node);
    expect(rffi.CCallback([lltype.Ptr(node)], rffi.INT)).toBe(step);
  });

  test('can be a key before it has become a type', () => {
    const reference = lltype.ForwardReference();
    expect(new Set([reference]).has(reference)).toBe(true);
  });

  test('becomes no primitive', () => {
    expect(() => lltype.ForwardReference().become(rffi.INT as never)).toThrow(
      'a ForwardReference becomes a container, got INT',
    );
  });

  test('cannot be inlined', () => {
    const reference = lltype.ForwardReference();
    expect(() => lltype.Struct('S', ['inside', reference])).toThrow('can only be pointed to');
    expect(() => rffi.CArray(reference)).toThrow('can only be pointed to');
  });

  // RPython compares such types by going round the cycle.
  test('two declarations of a type that refers to itself are two types', () => {
    const make = () => {
      const reference = lltype.ForwardReference();
      const node = lltype.Struct('Cyclic', ['next', lltype.Ptr(reference)]);
      reference.become(node);
      return node;
    };
    expect(same(make(), make())).toBe(false);
  });
});

describe('types are found by what they are', () => {
  test('as keys of maps', () => {
    const names = new Map<unknown, string>([[lltype.Struct('Key', ['x', rffi.INT]), 'found']]);
    expect(names.get(lltype.Struct('Key', ['x', rffi.INT]))).toBe('found');
  });

  test('and never change', () => {
    const struct = lltype.Struct('Frozen', ['x', rffi.INT]) as unknown as { fields: unknown[] };
    expect(() => {
      (struct as { name?: string }).name = 'Other';
    }).toThrow(TypeError);
    expect(() => struct.fields.push(1)).toThrow(TypeError);
  });
});

describe('typeOf', () => {
  const INNER = lltype.Struct('Inner', ['x', rffi.INT]);
  const OUTER = lltype.Struct('Outer', ['inner', INNER], ['items', rffi.CFixedArray(INNER, 2)]);

  test('the pointer that malloc gave', () => {
    const p = lltype.malloc(INNER, RAW);
    expect(lltype.typeOf(p)).toBe(lltype.Ptr(INNER));
    lltype.free(p, RAW);
  });

  test('pointers into it', () => {
    using p = lltype.scoped_alloc(OUTER, { zero: true });
    expect(lltype.typeOf(p.ptr.inner)).toBe(lltype.Ptr(INNER));
    expect(lltype.typeOf(p.ptr.items)).toBe(lltype.Ptr(rffi.CFixedArray(INNER, 2)));
    const last = p.ptr.items[1];
    expect(last && lltype.typeOf(last)).toBe(lltype.Ptr(INNER));
  });

  test('pointers made of others', () => {
    using p = lltype.scoped_alloc(OUTER, { zero: true });
    expect(lltype.typeOf(lltype.direct_fieldptr(p.ptr.inner, 'x'))).toBe(rffi.INTP);
    expect(lltype.typeOf(rffi.cast(rffi.VOIDP, p.ptr))).toBe(rffi.VOIDP);
    expect(lltype.typeOf(lltype.cast_pointer(lltype.Ptr(INNER), p.ptr))).toBe(lltype.Ptr(INNER));
  });

  test('strings and buffers', () => {
    using text = rffi.scoped_str2charp('text');
    using numbers = rffi.scoped_nonmovingbuffer(new Int32Array(1));
    expect(lltype.typeOf(text.ptr)).toBe(rffi.CCHARP);
    expect(lltype.typeOf(numbers.ptr)).toBe(rffi.INTP);
  });

  test('a function pointer', () => {
    const STEP = rffi.CCallback([rffi.INT], rffi.INT);
    const f = rffi.callback(STEP, (x) => x);
    expect(lltype.typeOf(f)).toBe(STEP);
    rffi.free_callback(f);
  });
});

describe('how messages name types', () => {
  const NODE_REF = lltype.ForwardReference();
  const NODE = lltype.Struct('Node', ['next', lltype.Ptr(NODE_REF)]);
  NODE_REF.become(NODE);
  const cases: readonly [unknown, string][] = [
    [rffi.INT, 'INT'],
    [lltype.Signed, 'Signed'],
    [NODE, 'Node'],
    [lltype.Ptr(NODE), 'Ptr(Node)'],
    [lltype.Ptr(lltype.Ptr(NODE_REF).to), 'Ptr(Node)'],
    [lltype.ForwardReference(), 'ForwardReference'],
    [lltype.Array(NODE), 'Array(Node)'],
    [rffi.CCHARPP, 'Ptr(Array(Ptr(Array(Char))))'],
    [rffi.CFixedArray(rffi.UCHAR, 16), 'FixedSizeArray(UCHAR, 16)'],
    [lltype.FuncType([rffi.INT, rffi.VOIDP], rffi.VOID), 'FuncType([INT, Ptr(void)], Void)'],
    [
      lltype.FuncType([rffi.CCHARP], rffi.INT, { variadic: true }),
      'FuncType([Ptr(Array(Char)), ...], INT)',
    ],
    [rffi.COpaque('struct timeval', { size: 16 }), 'struct timeval'],
  ];
  test.each(cases)('%#: %s', (type, text) => {
    expect(describeType(type)).toBe(text);
  });
});

// Wrong use: each is an exception that names the function and the argument, the type and the field; nothing is called, nothing is written.
import { describe, expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { compileC } from '../ffi/c-library.ts';

const { ARRAY, c_char, c_char_p, c_double, c_int, c_short, c_void_p, CDLL, CFUNCTYPE, POINTER } = c;
const PATH = compileC(`
int calls;
int add(int a, int b) { calls++; return a + b; }
int length(const char *s) { calls++; int n = 0; while (s[n]) n++; return n; }
int read_it(const int *p) { calls++; return *p; }
struct p { int x, y; };
int sum(struct p p) { calls++; return p.x + p.y; }
int apply(int (*f)(int), int x) { calls++; return f(x); }
`);
const lib = new CDLL(PATH);
const calls = c_int.in_dll(lib, 'calls');
class P extends c.Structure({ x: c_int, y: c_int }) {}
class Q extends c.Structure({ x: c_int, y: c_int }) {}
const INTS = ARRAY(c_int, 3);
const OP = CFUNCTYPE(c_int, c_int);

function of(name: string, argtypes: readonly c.CType[]): c.CFunction {
  const made = lib.getitem(name);
  made.argtypes = argtypes;
  return made;
}
const add = of('add', [c_int, c_int]);
const length = of('length', [c_char_p]);
const readIt = of('read_it', [POINTER(c_int)]);
const sum = of('sum', [P]);
const apply = of('apply', [OP, c_int]);
const untyped = lib.getitem('add');
const detached = (): Uint8Array => {
  const view = new Uint8Array(16);
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
};
const freed = (): c.FunctionObject => {
  const made = OP(() => 1);
  made.free();
  return made;
};
const sizeOf = (fields: unknown, options?: unknown): number =>
  c.sizeof(c.Structure(fields as never, options as never));
const any = (value: unknown): never => value as never;

type Row = readonly [what: string, act: () => unknown, message: RegExp];

const CALLS: readonly Row[] = [
  ['no arguments', () => add(), /add\(\) takes at least 2 arguments \(0 given\)/],
  ['too few arguments', () => add(1), /add\(\) takes at least 2 arguments \(1 given\)/],
  ['one argument of one is missing', () => length(), /length\(\) takes at least 1 argument /],
  ['a text for an int', () => add('1', 2), /add\(\) argument 1: .*c_int/],
  ['a fraction for an int', () => add(1, 1.5), /add\(\) argument 2: .*c_int.*1\.5/],
  ['NaN for an int', () => add(NaN, 1), /add\(\) argument 1: .*c_int/],
  ['null for an int', () => add(null, 1), /add\(\) argument 1: .*c_int.*null/],
  ['undefined for an int', () => add(undefined, 1), /add\(\) argument 1: .*c_int/],
  ['another simple type', () => add(new c_double(1), 1), /add\(\) argument 1: c_int expected/],
  ['a symbol', () => add(Symbol.iterator, 1), /add\(\) argument 1/],
  ['a text with NUL', () => length('a\0b'), /length\(\) argument 1/],
  ['a number for a text', () => length(1.5), /length\(\) argument 1: .*c_char_p/],
  ['an object for a text', () => length({}), /length\(\) argument 1/],
  ['a number for a pointer', () => readIt(4096), /read_it\(\) argument 1: LP_c_int/],
  ['a text for a pointer', () => readIt('x'), /read_it\(\) argument 1: LP_c_int/],
  ['a reference to another type', () => readIt(c.byref(new c_short(1))), /read_it\(\) argument 1/],
  ['an array of another type', () => readIt(new (ARRAY(c_short, 2))()), /argument 1: LP_c_int/],
  [
    'another structure',
    () => sum(new Q(1, 2)),
    /sum\(\) argument 1: P instance expected, got an object of Q/,
  ],
  ['an object for a structure', () => sum({ x: 1, y: 2 }), /sum\(\) argument 1: P instance/],
  ['a pointer for a structure', () => sum(c.pointer(new P())), /sum\(\) argument 1: P/],
  ['a JavaScript function', () => apply(() => 1, 1), /apply\(\) argument 1: CFunctionType/],
  [
    'another function type',
    () =>
      apply(
        CFUNCTYPE(null)(() => 0),
        1,
      ),
    /apply\(\) argument 1/,
  ],
  ['a freed callback', () => apply(freed(), 1), /freed/],
  ['a callback that gives another kind', () => apply(OP(any(() => 'x')), 1), /c_int/],
  ['an object without argtypes', () => untyped({}, 1), /add\(\) argument 1: do not know how/],
  ['a large number', () => untyped(2 ** 40, 1), /add\(\) argument 1: .*1099511627776.*bigint/],
  ['a fraction without argtypes', () => untyped(1, 0.5), /add\(\) argument 2: do not know how/],
  ['undefined without argtypes', () => untyped(undefined), /add\(\) argument 1/],
  ['a NULL function', () => OP()(1), /CFunctionType\(\): NULL pointer access/],
  ['a detached buffer', () => untyped(detached(), 1), /add\(\) argument 1/],
];

const FUNCTIONS: readonly Row[] = [
  ['argtypes that is no list', () => (lib.getitem('add').argtypes = any(c_int)), /argtypes must/],
  ['argtypes with a number', () => (lib.getitem('add').argtypes = any([4])), /from_param/],
  ['restype that is a number', () => (lib.getitem('add').restype = any(4)), /restype must/],
  ['errcheck that is a text', () => (lib.getitem('add').errcheck = any('x')), /errcheck must/],
  ['a missing library', () => new CDLL('libnothing.so.3'), /libnothing\.so\.3/],
  ['a missing path', () => c.cdll.LoadLibrary('/no/such/file.so'), /\/no\/such\/file\.so/],
  ['a file that is no library', () => new CDLL('/etc/passwd'), /\/etc\/passwd/],
  ['an unknown symbol', () => lib['nothing'], /nothing/],
  ['an unknown variable', () => c_int.in_dll(lib, 'no_variable'), /no_variable/],
  ['a prototype of an unknown symbol', () => OP(['nothing', lib]), /nothing/],
  ['too few paramflags', () => OP(['add', lib], []), /paramflags must have 1 item/],
  ['unknown paramflags', () => OP(['add', lib], [[8]]), /paramflags/],
  ['CFUNCTYPE of a number', () => CFUNCTYPE(c_int, any(5)), /CFUNCTYPE\(\) takes types/],
  ['a function type of a text', () => OP(any('add')), /CFunctionType/],
  ['free of what is no callback', () => lib.getitem('add').free(), /no callback/],
];

const TYPES: readonly Row[] = [
  ['fields that are no list', () => sizeOf('x'), /_fields_ must be/],
  ['a field without a type', () => sizeOf([['x']]), /_fields_ must be/],
  ['a field of a number', () => sizeOf([['x', 5]]), /_fields_ must be/],
  [
    'a name that is taken',
    () => sizeOf([['getaddr', c_int]]),
    /cannot be called getaddr: all objects/,
  ],
  ['no bits', () => sizeOf([['x', c_int, 0]]), /\.x: number of bits invalid/],
  ['too many bits', () => sizeOf([['x', c_int, 33]]), /\.x: number of bits invalid.*33/],
  ['bits of a double', () => sizeOf([['x', c_double, 3]]), /\.x: bit-fields of c_double/],
  ['_pack_ of 3', () => sizeOf({ x: c_int }, { _pack_: 3 }), /_pack_ must be a power of two/],
  ['_align_ of -4', () => sizeOf({ x: c_int }, { _align_: -4 }), /_align_ must be/],
  ['an anonymous int', () => sizeOf({ x: c_int }, { _anonymous_: ['x'] }), /x: an anonymous field/],
  ['an anonymous nothing', () => sizeOf({ x: c_int }, { _anonymous_: ['y'] }), /y is specified/],
  ['Structure itself', () => new c.Structure(), /Structure is abstract/],
  ['an array of a number', () => ARRAY(any(5), 3), /ctypes type expected, got 5/],
  ['an array of -1 items', () => ARRAY(c_int, -1), /_length_/],
  ['an array of 1.5 items', () => ARRAY(c_int, 1.5), /_length_/],
  ['sizeof a number', () => c.sizeof(any(5)), /ctypes type expected, got 5/],
  ['alignment of an object', () => c.alignment(any({})), /ctypes type expected/],
];

const VALUES: readonly Row[] = [
  ['a text in an int', () => new c_int(any('5')), /c_int: an integer expected, got "5"/],
  ['a text assigned to a field', () => (new P().x = any('5')), /c_int: an integer expected/],
  ['too many values', () => new P(1, 2, 3), /P: too many initializers/],
  ['an unknown field', () => new P(any({ z: 1 })), /P has no field z/],
  ['a field twice', () => new P(1, { x: 2 }), /P: duplicate value for field x/],
  ['fieldof of an unknown one', () => c.fieldof(P, 'z'), /P .*no field z/],
  ['two characters', () => new c_char('ab'), /c_char: one character/],
  ['an index behind the end', () => new INTS().get(3), /c_int_Array_3: invalid index 3/],
  ['an index before the start', () => new INTS().set(-4, 1), /c_int_Array_3: invalid index -4/],
  ['a fraction for an index', () => new INTS().get(0.5), /invalid index 0\.5/],
  ['too many items', () => new INTS(1, 2, 3, 4), /c_int_Array_3 takes 3 items, got 4/],
  ['a slice by steps of 0', () => new INTS().slice(0, 3, 0), /invalid step 0/],
  ['a text too long', () => (c.create_string_buffer(3).value = 'abcd'), /string too long/],
  ['contents of NULL', () => new (POINTER(c_int))().contents, /LP_c_int: NULL pointer/],
  ['an item of NULL', () => new (POINTER(c_int))().get(0), /LP_c_int: NULL pointer/],
  ['an item of a pointer by text', () => c.pointer(new c_int(1)).get(any('0')), /index/],
  ['contents of another type', () => new (POINTER(c_int))(any(new c_short(1))), /LP_c_int.*c_int/],
  ['a cast to a number type', () => c.cast(null, any(c_int)), /cast\(\) argument 2/],
  ['a cast of a structure', () => c.cast(any(new P()), c_void_p), /cast\(\) argument 1/],
  ['addressof a number', () => c.addressof(any(5)), /addressof\(\) takes/],
  ['byref of null', () => c.byref(any(null)), /byref\(\) takes/],
  ['from_address of NULL', () => c_int.from_address(0), /c_int\.from_address\(\)/],
  ['a buffer too small', () => INTS.from_buffer(new ArrayBuffer(8)), /too small \(8 .* 12/],
  ['a buffer behind its end', () => INTS.from_buffer(new ArrayBuffer(16), 8), /too small/],
  ['a buffer before its start', () => INTS.from_buffer(new ArrayBuffer(16), -1), /offset/],
  ['a detached buffer', () => c_int.from_buffer(detached()), /c_int: buffer size too small/],
  ['a text for a buffer', () => c_int.from_buffer(any('abcd')), /ArrayBuffer/],
  ['resize to less', () => c.resize(new c_int(1), 2), /minimum/],
  ['string_at of NULL', () => c.string_at(null), /string_at.*NULL/],
  ['memmove of -1 bytes', () => c.memmove(c.create_string_buffer(1), 'a', -1), /count/],
  ['memset of NULL', () => c.memset(null, 0, 1), /memset.*NULL/],
];

describe.each([
  ['calls', CALLS],
  ['functions and libraries', FUNCTIONS],
  ['types', TYPES],
  ['values and memory', VALUES],
])('%s', (_, rows) => {
  test.each(rows)('%s', (what, act, message) => {
    const before = calls.value;
    let thrown: unknown;
    try {
      act();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as Error).message).toMatch(message);
    // Only what goes wrong in a callback does so when C runs already.
    expect(calls.value - before).toBe(/callback/.test(what) && /freed|gives/.test(what) ? 1 : 0);
  });
});

// The prepared calls of hot code refuse the same, and no call of a wrong kind has spoilt them.
test('in hot code', () => {
  const hot = (f: c.CFunction, a: unknown, b: unknown): unknown => f(a, b);
  for (let round = 0; round < 20_000; round++) hot(add, round, 1);
  expect(() => hot(add, '1', 1)).toThrow(/add\(\) argument 1: .*c_int/);
  expect(() => hot(add, 1, 2n ** 80n)).not.toThrow();
  for (let round = 0; round < 20_000; round++) expect(hot(untyped, round, 1)).toBe(round + 1);
  expect(() => hot(untyped, 1, 0.5)).toThrow(/add\(\) argument 2/);
  expect(hot(untyped, 2, 3)).toBe(5);
});

// JavaScript functions that C calls: arguments and results of all kinds, errors, freeing, calls in each other.
import { describe, expect, test } from 'vitest';
import {
  CallbackPtr,
  Field,
  FuncPtr,
  get_errno,
  get_libc,
  set_errno,
  Structure,
  types,
} from '../../../modules/_ffi/index.ts';
import { loadC } from './c-library.ts';

const { sint, double, void_p, slong, char_p } = types;

const lib = loadC(`
#include <errno.h>
typedef int (*visit)(int);
int each(int n, visit f) { int s = 0; for (int i = 0; i < n; i++) s += f(i); return s; }
static visit kept;
void keep(visit f) { kept = f; }
int again(int x) { return kept(x); }
double apply(double (*f)(int, double, int, double), int a) { return f(a, a + 0.5, a + 1, a + 1.5); }
float applyf(float (*f)(float, signed char, unsigned short), float x) { return f(x, -3, 65535); }
long long apply64(long long (*f)(long long, unsigned long long), long long a) { return f(a, 0xffffffffffffffffULL); }
int apply10(int (*f)(int,int,int,int,int,int,int,int,int,int)) { return f(1,2,3,4,5,6,7,8,9,10); }
double applyd10(double (*f)(double,double,double,double,double,double,double,double,double,double)) { return f(1,2,3,4,5,6,7,8,9,10); }
void say(void (*f)(const char *), const char *text) { f(text); }
struct ii { int a, b; }; struct dd { double x, y; }; struct id { int i; double d; }; struct lll { long a, b, c; };
struct ii with_ii(struct ii (*f)(struct ii), int a) { struct ii s = { a, a + 1 }; return f(s); }
struct dd with_dd(struct dd (*f)(struct dd, struct dd)) { struct dd a = { 1, 2 }, b = { 10, 20 }; return f(a, b); }
struct id with_id(struct id (*f)(struct id)) { struct id s = { 3, 4.5 }; return f(s); }
struct lll with_lll(struct lll (*f)(struct lll, int)) { struct lll s = { 1, 2, 3 }; return f(s, 4); }
char give_char(char (*f)(char), char c) { return f(c); }
int errno_around(visit f) { errno = 33; f(1); return errno; }
`);

const each = lib.getfunc('each', [sint, void_p], sint);
const using = <A extends { free(): void }, T>(callback: A, use: (callback: A) => T): T => {
  try {
    return use(callback);
  } finally {
    callback.free();
  }
};

describe('arguments and results', () => {
  test('integers', () => {
    using(new CallbackPtr((i) => i * i, [sint], sint), (f) => expect(each(5, f)).toBe(30));
  });
  test('both kinds', () => {
    const f = new CallbackPtr(
      (a, b, c, d) => a + 2 * b + 3 * c + 4 * d,
      [sint, double, sint, double],
      double,
    );
    using(f, () => expect(lib.getfunc('apply', [void_p, sint], double)(f, 1)).toBe(20));
  });
  test('narrow ones', () => {
    const f = new CallbackPtr(
      (a, b, c) => a + b + c,
      [types.float, types.sbyte, types.ushort],
      types.float,
    );
    using(f, () =>
      expect(lib.getfunc('applyf', [void_p, types.float], types.float)(f, 0.5)).toBe(65532.5),
    );
  });
  test('64 bits', () => {
    const f = new CallbackPtr(
      (a, b) => a + (b & 1n),
      [types.slonglong, types.ulonglong],
      types.slonglong,
    );
    using(f, () =>
      expect(lib.getfunc('apply64', [void_p, slong], slong)(f, 2n ** 62n)).toBe(2n ** 62n + 1n),
    );
  });
  test('ten integers, ten doubles', () => {
    const weigh = (...args: number[]): number =>
      args.reduce((sum, one, i) => sum + one * (i + 1), 0);
    const f = new CallbackPtr(weigh, Array<typeof sint>(10).fill(sint), sint);
    using(f, () => expect(lib.getfunc('apply10', [void_p], sint)(f)).toBe(385));
    const g = new CallbackPtr(weigh, Array<typeof double>(10).fill(double), double);
    using(g, () => expect(lib.getfunc('applyd10', [void_p], double)(g)).toBe(385));
  });
  test('strings and characters', () => {
    const seen: unknown[] = [];
    const f = new CallbackPtr((text) => void seen.push(text), [char_p], types.void);
    const say = lib.getfunc('say', [void_p, char_p], types.void);
    using(f, () => ['né', null, ''].forEach((text) => say(f, text)));
    expect(seen).toEqual(['né', null, '']);
    const g = new CallbackPtr((c) => c.toUpperCase(), [types.char], types.char);
    using(g, () =>
      expect(lib.getfunc('give_char', [void_p, types.char], types.char)(g, 'é')).toBe('É'),
    );
  });
  test('structures', () => {
    const II = new Structure('ii', [new Field('a', sint), new Field('b', sint)]);
    const DD = new Structure('dd', [new Field('x', double), new Field('y', double)]);
    const ID = new Structure('id', [new Field('i', sint), new Field('d', double)]);
    const LLL = new Structure('lll', [
      new Field('a', slong),
      new Field('b', slong),
      new Field('c', slong),
    ]);
    const ii = new CallbackPtr(
      (s) => II.allocate({ a: s.getfield('b'), b: s.getfield('a') }),
      [II],
      II,
    );
    const got = lib.getfunc('with_ii', [void_p, sint], II)(ii, 5);
    expect([got.getfield('a'), got.getfield('b')]).toEqual([6, 5]);
    const dd = new CallbackPtr(
      (a, b) =>
        DD.allocate({ x: a.getfield('x') + b.getfield('x'), y: a.getfield('y') * b.getfield('y') }),
      [DD, DD],
      DD,
    );
    const sum = lib.getfunc('with_dd', [void_p], DD)(dd);
    expect([sum.getfield('x'), sum.getfield('y')]).toEqual([11, 40]);
    const id = new CallbackPtr(
      (s) => ID.allocate({ i: 2 * s.getfield('d'), d: s.getfield('i') / 2 }),
      [ID],
      ID,
    );
    const mixed = lib.getfunc('with_id', [void_p], ID)(id);
    expect([mixed.getfield('i'), mixed.getfield('d')]).toEqual([9, 1.5]);
    const lll = new CallbackPtr(
      (s, n) => LLL.allocate({ a: s.getfield('c'), b: n, c: s.getfield('a') }),
      [LLL, sint],
      LLL,
    );
    const turned = lib.getfunc('with_lll', [void_p], LLL)(lll);
    expect([turned.getfield('a'), turned.getfield('b'), turned.getfield('c')]).toEqual([
      3n,
      4n,
      1n,
    ]);
    for (const one of [ii, dd, id, lll]) one.free();
  });
  test('a callback is called from JavaScript too', () => {
    const f = new CallbackPtr((a) => a + 1, [sint], sint);
    using(f, () => expect(FuncPtr.fromaddr(f, 'f', [sint], sint)(1)).toBe(2));
  });
  test('qsort', () => {
    const sort = get_libc().getfunc(
      'qsort',
      [void_p, types.ulong, types.ulong, void_p],
      types.void,
    );
    const data = Int32Array.from({ length: 2000 }, (_, i) => (i * 7919) % 2003);
    const I32 = new Structure('int', [new Field('value', sint)]);
    const at = (address: number): number => I32.fromaddress(address).getfield('value');
    const compare = new CallbackPtr((a, b) => at(a) - at(b), [void_p, void_p], sint);
    using(compare, () => sort(data, data.length, 4, compare));
    expect(data).toEqual(Int32Array.from(data).sort());
  });
});

describe('errors', () => {
  test('what a callback throws comes out of the call, and no other callback runs before', () => {
    let calls = 0;
    const f = new CallbackPtr(
      (i) => {
        calls++;
        if (i === 2) throw new RangeError(`at ${i}`);
        return i;
      },
      [sint],
      sint,
    );
    using(f, () => expect(() => each(10, f)).toThrow(new RangeError('at 2')));
    expect(calls).toBe(3);
  });
  test('it need not be an error', () => {
    const f = new CallbackPtr(
      (): number => {
        throw undefined;
      },
      [sint],
      sint,
    );
    let caught: unknown = 'nothing';
    try {
      each(1, f);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(undefined);
    f.free();
    expect(get_libc().getfunc('abs', [sint], sint)(-1)).toBe(1);
  });
  test('a wrong result', () => {
    const f = new CallbackPtr((() => 'x') as never, [sint], sint);
    using(f, () =>
      expect(() => each(1, f)).toThrow(/the result of \w+\(\) must be sint: an integer; got "x"/),
    );
    const g = new CallbackPtr(() => 2 ** 40, [sint], sint);
    using(g, () => expect(() => each(1, g)).toThrow(RangeError));
  });
  test('a stack that is full', () => {
    let depth = 0;
    const f: CallbackPtr<readonly [typeof sint], typeof sint> = new CallbackPtr(
      (i) => {
        depth++;
        return each(1, f) + i;
      },
      [sint],
      sint,
    );
    expect(() => each(1, f)).toThrow(RangeError);
    expect(depth).toBeGreaterThan(100);
    f.free();
    expect(each(0, null)).toBe(0);
    using(new CallbackPtr((i) => i, [sint], sint), (g) => expect(each(4, g)).toBe(6));
  });
  test('one that is no function', () => {
    expect(() => new CallbackPtr(5 as never, [], sint)).toThrow('a callback must be a function');
    expect(() => new CallbackPtr(() => 0, [types.void], sint)).toThrow('cannot take void');
  });
});

describe('freeing', () => {
  test('a call of a freed one is an error', () => {
    const f = new CallbackPtr((i) => i + 1, [sint], sint);
    lib.getfunc('keep', [void_p], types.void)(f);
    const again = lib.getfunc('again', [sint], sint);
    expect(again(41)).toBe(42);
    f.free();
    for (let i = 0; i < 20_000; i++)
      expect(() => again(1)).toThrow('again(): C called a callback that has been freed');
    expect(get_libc().getfunc('abs', [sint], sint)(-1)).toBe(1);
  });
  test('twice', () => {
    const f = new CallbackPtr((i) => i + 1, [sint], sint);
    f.free();
    expect(() => f.free()).toThrow('has been freed already');
    f[Symbol.dispose]();
  });
  test('in itself', () => {
    const f: CallbackPtr<readonly [typeof sint], typeof sint> = new CallbackPtr(
      (i) => {
        f.free();
        return i + 7;
      },
      [sint],
      sint,
    );
    expect(each(1, f)).toBe(7);
  });
});

describe('calls in each other', () => {
  test('the outer call keeps its arguments, strings and results', () => {
    const inner = new CallbackPtr((i) => i * 10, [sint], sint);
    const same = get_libc().getfunc('strlen', [char_p], types.ulong);
    const seen: unknown[] = [];
    const outer = new CallbackPtr(
      (text) => {
        seen.push(text, each(4, inner), same('x'.repeat(30)));
        seen.push(text);
      },
      [char_p],
      types.void,
    );
    lib.getfunc('say', [void_p, char_p], types.void)(outer, 'the outer text');
    expect(seen).toEqual(['the outer text', 60, 30n, 'the outer text']);
    inner.free();
    outer.free();
  });
  test('an error passes through two', () => {
    const inner = new CallbackPtr(
      (): number => {
        throw new Error('deep');
      },
      [sint],
      sint,
    );
    const outer = new CallbackPtr((i) => each(3, inner) + i, [sint], sint);
    expect(() => each(3, outer)).toThrow('deep');
    const caught = new CallbackPtr(
      (i) => {
        try {
          return each(3, inner);
        } catch {
          return i;
        }
      },
      [sint],
      sint,
    );
    expect(each(3, caught)).toBe(3);
    for (const one of [inner, outer, caught]) one.free();
  });
});

describe('errno', () => {
  test('it is that of the call', () => {
    const open = get_libc().getfunc('open', [char_p, sint], sint);
    expect(open('/nowhere/at/all', 0)).toBe(-1);
    expect(get_errno()).toBe(2);
    expect(open('/', 1)).toBe(-1);
    expect(get_errno()).toBe(21);
  });
  test('the next call finds it', () => {
    const own = loadC(
      '#include <errno.h>\nint get(void) { return errno; } void set(int e) { errno = e; }',
    );
    set_errno(77);
    expect(own.getfunc('get', [], sint)()).toBe(77);
    own.getfunc('set', [sint], types.void)(5);
    expect(get_errno()).toBe(5);
    expect(() => set_errno(1.5)).toThrow(RangeError);
  });
  test('a callback does not change it for C', () => {
    const f = new CallbackPtr(
      (i) => {
        get_libc().getfunc('open', [char_p, sint], sint)('/nowhere', 0);
        return i;
      },
      [sint],
      sint,
    );
    using(f, () => expect(lib.getfunc('errno_around', [void_p], sint)(f)).toBe(33));
  });
});

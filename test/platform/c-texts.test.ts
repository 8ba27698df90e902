// What C texts declare: every kind of type, function and constant.
import { describe, expect, test } from 'vitest';
import { spell } from '../../compiler/platform/c-spelling.ts';
import {
  constantOf,
  declarationsOf,
  enumOf,
  fieldsOf,
  prototypeOf,
  skippedOf,
  structOf,
} from './c-header.ts';

describe('structures', () => {
  test('bit-fields have bits', () => {
    const found = declarationsOf(
      'struct flags { unsigned a : 3; int b : 5; unsigned : 0; _Bool c : 1; char d; };',
      'flags',
    );
    expect(fieldsOf(structOf(found, 'struct flags'))).toEqual([
      '0:0+3 unsigned int a',
      '0:3+5 int b',
      '4:32+1 _Bool c',
      '5 char d',
    ]);
  });

  test('packed and aligned ones', () => {
    const found = declarationsOf(
      `struct packed { char a; int b; long c; } __attribute__((packed));
      struct all_ints { int a, b; } __attribute__((packed));
      struct aligned { char a; } __attribute__((aligned(32)));
      struct field { char a; char b __attribute__((aligned(16))); };`,
      '*',
    );
    const shape = (name: string) => {
      const { size, alignment, fields } = structOf(found, name);
      return [size, alignment, fields.map(({ offset }) => offset)];
    };
    expect(shape('struct packed')).toEqual([13, 1, [0, 1, 5]]);
    expect(shape('struct all_ints')).toEqual([8, 1, [0, 4]]);
    expect(shape('struct aligned')).toEqual([32, 32, [0]]);
    expect(shape('struct field')).toEqual([32, 16, [0, 16]]);
  });

  test('anonymous members have no name but a type', () => {
    const found = declarationsOf(
      'struct v { int tag; union { long l; struct { short lo, hi; }; double d[2]; }; };',
      'v',
    );
    const outer = structOf(found, 'struct v');
    expect(outer.fields.map(({ name, offset }) => [name, offset])).toEqual([
      ['tag', 0],
      [null, 8],
    ]);
    const inner = Object.values(found.types.structs).find(({ kind }) => kind === 'union');
    expect(inner).toMatchObject({ tag: null, typedef: null, size: 16, alignment: 8 });
    expect(inner?.fields.map(({ name }) => name)).toEqual(['l', null, 'd']);
  });

  test('a member without a tag is named by its place', () => {
    const found = declarationsOf('struct outer { struct { char c; int i; } in[2]; };', 'outer');
    const inner = structOf(found, 'struct <unnamed 1>');
    expect(inner).toMatchObject({ size: 8, alignment: 4, tag: null });
  });

  test('without a tag the typedef is the name', () => {
    const found = declarationsOf(
      'typedef struct { float x, y; } point; point *where(void);',
      'where',
    );
    expect(structOf(found, 'point')).toMatchObject({ tag: null, typedef: 'point', size: 8 });
    expect(prototypeOf(found, 'where')).toBe('point *where()');
  });

  test('without both, it is reached through the typedef of a pointer', () => {
    const found = declarationsOf(
      'typedef struct { int a; char b; } __attribute__((packed)) *handle; void f(handle);',
      'f',
    );
    expect(structOf(found, 'struct <unnamed 1>')).toMatchObject({ size: 5, alignment: 1 });
  });

  test('structures that mention each other', () => {
    const found = declarationsOf(
      'struct b; struct a { struct b *other; struct a *next; }; struct b { struct a first; };',
      'b',
    );
    expect(fieldsOf(structOf(found, 'struct a'))).toEqual([
      '0 struct b *other',
      '8 struct a *next',
    ]);
    expect(fieldsOf(structOf(found, 'struct b'))).toEqual(['0 struct a first']);
  });

  test('an array of open length and an empty one at the end', () => {
    const found = declarationsOf(
      'struct open { int n; char data[]; }; struct none { int n; char data[0]; };',
      'open',
      'none',
    );
    expect(fieldsOf(structOf(found, 'struct open'))).toEqual(['0 int n', '4 char data[]']);
    expect(structOf(found, 'struct none').size).toBe(4);
  });

  test('arrays of arrays and of function pointers', () => {
    const found = declarationsOf('struct t { int grid[2][3]; int (*ops[4])(char); };', 't');
    expect(fieldsOf(structOf(found, 'struct t'))).toEqual([
      '0 int grid[2][3]',
      '24 int (*ops[4])(char)',
    ]);
  });

  test('a tag that is only declared is opaque', () => {
    const found = declarationsOf('struct hidden; void use(struct hidden *);', 'use');
    expect(structOf(found, 'struct hidden')).toMatchObject({ opaque: true, size: 0, fields: [] });
  });
});

describe('enums', () => {
  test('with negative values, and wider than an int', () => {
    const found = declarationsOf(
      'enum sign { MINUS = -1, PLUS = 1 }; enum wide { FAR = 0x100000000, FARTHEST = 0xffffffffffffffff };',
      'sign',
      'wide',
    );
    expect(enumOf(found, 'enum sign')).toMatchObject({
      size: 4,
      signed: true,
      members: [
        { name: 'MINUS', value: -1n },
        { name: 'PLUS', value: 1n },
      ],
    });
    expect(enumOf(found, 'enum wide')).toMatchObject({
      size: 8,
      signed: false,
      members: [{ value: 2n ** 32n }, { value: 2n ** 64n - 1n }],
    });
  });

  test('packed ones are small', () => {
    const found = declarationsOf(
      'typedef enum __attribute__((packed)) { A, B = 200 } small;',
      'small',
    );
    expect(enumOf(found, 'small')).toMatchObject({
      size: 1,
      members: [{ value: 0n }, { value: 200n }],
    });
  });

  test('members of one without a name are constants', () => {
    const found = declarationsOf('enum { FIRST = 7, SECOND };', 'FIRST', 'SECOND');
    expect(constantOf(found, 'SECOND')).toMatchObject({ kind: 'integer', value: 8n });
  });
});

describe('functions', () => {
  const prototype = (text: string, name: string) => prototypeOf(declarationsOf(text, name), name);

  test('variadic ones, and those that say nothing of their parameters', () => {
    expect(prototype('int logf_(const char *format, ...);', 'logf_')).toBe(
      'int logf_(const char *format, ...)',
    );
    expect(declarationsOf('int old();', 'old').functions).toMatchObject([
      { prototyped: false, parameters: [] },
    ]);
  });

  test('const at every level of a pointer', () => {
    const text = 'void run(const char *const *argv, char *const p, const void *q);';
    expect(prototype(text, 'run')).toBe(text.slice(0, -1));
  });

  test('restrict and volatile', () => {
    expect(prototype('void f(int *restrict a, volatile int *b);', 'f')).toBe(
      'void f(int *restrict a, volatile int *b)',
    );
  });

  test('one that takes and returns functions', () => {
    const text = 'void (*swap(int which, void (*handler)(int code)))(int);';
    expect(prototype(text, 'swap')).toBe('void (*swap(int which, void (*handler)(int)))(int)');
  });

  test('array and function parameters are pointers', () => {
    expect(prototype('int g(int a[4], char *b[], int cb(int));', 'g')).toBe(
      'int g(int *a, char **b, int (*cb)(int))',
    );
  });

  test('all base types', () => {
    const text = `long double f(signed char a, unsigned short b, unsigned long long c, _Bool d,
      double _Complex e, long f, unsigned g, __int128 h);`;
    expect(prototype(text, 'f')).toBe(
      'long double f(signed char a, unsigned short b, unsigned long long c, _Bool d, double _Complex e, long f, unsigned int g, __int128 h)',
    );
  });

  test('a structure by value', () => {
    const text = 'struct p { int x, y; }; struct p mirror(struct p at);';
    expect(prototype(text, 'mirror')).toBe('struct p mirror(struct p at)');
  });

  test('a static one has no symbol, one with a label another', () => {
    const found = declarationsOf(
      `static inline int twice(int x) { return 2 * x; }
      int named(void) __asm__("other_" "name");
      extern int plain(void);`,
      'twice',
      'named',
      'plain',
    );
    expect(found.functions.map(({ name, symbol }) => [name, symbol])).toEqual([
      ['twice', null],
      ['named', 'other_name'],
      ['plain', 'plain'],
    ]);
  });

  test('a macro that is another name of a function', () => {
    const found = declarationsOf('int real(int size);\n#define alias real', 'alias');
    expect(found.functions).toMatchObject([
      { name: 'alias', symbol: 'real', parameters: [{ name: 'size' }] },
    ]);
  });

  test.each([
    ['_Noreturn void leave(int code)', 'leave'],
    ['__attribute__((pure)) void leave(int code)', 'leave'],
    ['__attribute__((const)) void leave(int code)', 'leave'],
  ])('attributes are no part of the type: %s', (text, name) => {
    expect(prototype(`${text};`, name)).toBe('void leave(int code)');
  });
});

describe('declarations', () => {
  test('several in one', () => {
    const found = declarationsOf('int ma, *mb, mc(int n), (*md)(void), (me)(char), mf[3];', 'm*');
    const own = (names: readonly { readonly name: string }[]) =>
      names.map(({ name }) => name).filter((name) => /^m[a-f]$/.test(name));
    expect(own(found.functions)).toEqual(['mc', 'me']);
    expect(own(found.variables)).toEqual(['ma', 'mb', 'md', 'mf']);
  });

  test('attributes at every place', () => {
    const text = `__attribute__((visibility("default"))) extern int __attribute__((cdecl))
      placed (__attribute__((unused)) int first, char *second __attribute__((unused)))
      __attribute__((nonnull(2), warn_unused_result));`;
    expect(prototypeOf(declarationsOf(text, 'placed'), 'placed')).toBe(
      'int placed(int first, char *second)',
    );
  });

  test('a definition and a prototype without names', () => {
    const text = 'int sum(int, int); int sum(int left, int right) { return left + right; }';
    expect(prototypeOf(declarationsOf(text, 'sum'), 'sum')).toBe('int sum(int left, int right)');
  });

  test('parameters of structures, enums and typedefs that are alone', () => {
    const text =
      'typedef int t; struct s; enum e { E }; void f(t, struct s *, const t, enum e, unsigned long);';
    expect(prototypeOf(declarationsOf(text, 'f'), 'f')).toMatch(
      /^void f\(t, struct s \*, (const )?t, enum e, unsigned long\)$/,
    );
  });

  test('a name that is a type and one that is a function behind a macro with arguments', () => {
    const found = declarationsOf(
      'int get(int x);\n#define get(x) (get)(x)\ntypedef int *got;',
      'get',
      'got',
    );
    expect(prototypeOf(found, 'get')).toBe('int get(int x)');
    expect(found.types.typedefs).toHaveProperty('got');
    expect(found.skipped).toEqual([]);
  });

  test('a macro that chooses a function has no symbol', () => {
    const found = declarationsOf(
      'int lib_v2_go(int);\n#define V(x) lib_v2_##x\n#define go V(go)',
      'go',
    );
    expect(found.functions).toMatchObject([{ name: 'go', symbol: null }]);
  });
});

describe('typedefs and variables', () => {
  test('a chain of typedefs is kept', () => {
    const { types } = declarationsOf(
      'typedef int a; typedef a b; typedef const b *c; c f(void);',
      'f',
    );
    const spelled = Object.entries(types.typedefs).map(([name, type]) => spell(type, name));
    expect(spelled.toSorted()).toEqual(['const b *c', 'int a', 'a b'].toSorted());
  });

  test('variables and their const', () => {
    const found = declarationsOf(
      'extern const int limit; extern int counter; extern const char *const names[3]; extern const char *text;',
      '*',
    );
    const shown = found.variables
      .filter(({ name }) => ['limit', 'counter', 'names', 'text'].includes(name))
      .map((one) => [spell(one.type, one.name), one.const]);
    expect(shown).toEqual([
      ['const int limit', true],
      ['int counter', false],
      ['const char *const names[3]', true],
      ['const char *text', false],
    ]);
  });
});

describe('constants', () => {
  const HEADER = `
#define BIG 0xffffffffffffffffULL
#define SMALL (-9223372036854775807L - 1)
#define SHIFTED (1u << 31)
#define LETTER 'a'
#define HALF 0.5f
#define TEXT "one" " " "two"
#define LATIN "caf\\xc3\\xa9"
#define EMPTY_TEXT ""
#define WIDE L"wide"
#define POINTER ((void *)0)
#define CALL compute(1)
#define SIZE sizeof(struct thing)
#define OPEN {
#define STATEMENT do { } while (0)
#define NOTHING
#define FUNCTION(x) (x)
#define UNKNOWN not_declared
int compute(int);
struct thing { long a, b, c; };
`;
  const found = () => declarationsOf(HEADER, '*');

  test('integers have the sign and size of their type', () => {
    expect(constantOf(found(), 'BIG')).toEqual({
      kind: 'integer',
      value: 2n ** 64n - 1n,
      signed: false,
      size: 8,
    });
    expect(constantOf(found(), 'SMALL')).toMatchObject({ value: -(2n ** 63n), signed: true });
    expect(constantOf(found(), 'SHIFTED')).toMatchObject({
      value: 2n ** 31n,
      signed: false,
      size: 4,
    });
    expect(constantOf(found(), 'LETTER')).toMatchObject({ value: 97n });
    expect(constantOf(found(), 'SIZE')).toMatchObject({ value: 24n, signed: false, size: 8 });
  });

  test('real numbers and texts', () => {
    expect(constantOf(found(), 'HALF')).toEqual({ kind: 'double', value: 0.5, size: 4 });
    expect(constantOf(found(), 'TEXT')).toEqual({ kind: 'string', value: 'one two' });
    expect(constantOf(found(), 'LATIN')).toEqual({ kind: 'string', value: 'café' });
    expect(constantOf(found(), 'EMPTY_TEXT')).toEqual({ kind: 'string', value: '' });
  });

  test.each([
    ['WIDE', 'its type is int [5]'],
    ['POINTER', 'its type is void *'],
    ['CALL', 'it is not a constant'],
    ['OPEN', 'its brackets do not match'],
    ['STATEMENT', /^expected expression/],
    ['NOTHING', 'it is empty'],
    ['FUNCTION', 'it takes arguments'],
    ['UNKNOWN', /'not_declared'/],
  ])('%s is left out: %s', (name, reason) => {
    expect(skippedOf(found(), name)).toMatch(reason);
  });
});

describe('names', () => {
  test('wildcards at every place', () => {
    const found = declarationsOf(
      'int lib_a_get(void); int lib_b_get(void); int lib_a_set(int);',
      'lib_*_get',
    );
    expect(found.functions.map(({ name }) => name)).toEqual(['lib_a_get', 'lib_b_get']);
  });

  test('one that is not declared, and one that is no name', () => {
    const found = declarationsOf('int f(void);', 'g', '1+1;');
    expect(found.functions).toEqual([]);
    expect(skippedOf(found, 'g')).toContain("'g'");
    expect(skippedOf(found, '1+1;')).toBe('it is no name of C');
  });

  test('none give nothing', () => {
    expect(declarationsOf('int f(void);')).toMatchObject({ functions: [], skipped: [] });
  });
});

// rffi_platform's questions and their answers.
import { describe, expect, test } from 'vitest';
import { answerOf, answersOf } from './c-header.ts';

const HEADER = `
#define LIMIT 10u
#define RATIO 2
#define EXACT 0.1
#define VERSION "1." "5"
#define PRESENT
struct point { int x; unsigned char y; };
struct bits { int a : 3; unsigned b : 4; int whole; };
union either { int i; double d; };
typedef enum { OFF = -2, ON = 5 } power;
typedef unsigned short port;
typedef struct point *handle;
struct hidden;
int add(int a, const char *b, ...);
int five(void);
`;

const ask = (question: Parameters<typeof answerOf>[1]) => answerOf(HEADER, question);

describe('Struct', () => {
  test('all fields, where none are named', () => {
    expect(ask({ kind: 'Struct', name: 'struct point' })).toMatchObject({
      kind: 'struct',
      union: false,
      size: 8,
      alignment: 4,
      fields: [
        { name: 'x', offset: 0, size: 4, signed: true, bits: null },
        { name: 'y', offset: 4, size: 1, signed: false, bits: null },
      ],
    });
  });

  test('the fields that are wanted, in that order', () => {
    const answer = ask({ kind: 'Struct', name: 'struct point', fields: ['y', 'x'] });
    expect(answer).toMatchObject({ fields: [{ name: 'y' }, { name: 'x' }] });
  });

  test('bit-fields', () => {
    expect(ask({ kind: 'Struct', name: 'struct bits', fields: ['b', 'whole'] })).toMatchObject({
      fields: [
        { name: 'b', bits: { offset: 3, width: 4 }, signed: false },
        { name: 'whole', offset: 4, bits: null },
      ],
    });
  });

  test('a union says that it is one', () => {
    expect(ask({ kind: 'Struct', name: 'union either' })).toMatchObject({
      union: true,
      size: 8,
      fields: [
        { offset: 0, signed: true },
        { offset: 0, signed: null },
      ],
    });
  });

  test('a field that is not there, in the words of the compiler', () => {
    expect(ask({ kind: 'Struct', name: 'struct point', fields: ['x', 'z'] })).toMatchObject({
      kind: 'error',
      message: expect.stringMatching(/^('struct point' has )?no member named 'z'/),
    });
  });

  test('a structure that is only declared, and one that is none', () => {
    expect(ask({ kind: 'Struct', name: 'struct hidden' })).toMatchObject({
      message: expect.stringContaining('incomplete type'),
    });
    expect(ask({ kind: 'Struct', name: 'port' })).toEqual({
      kind: 'error',
      message: 'port is no structure: its type is port',
    });
  });

  test('absent where its macro is not defined', () => {
    expect(ask({ kind: 'Struct', name: 'struct nowhere', ifdef: 'MISSING' })).toEqual({
      kind: 'absent',
    });
    expect(ask({ kind: 'Struct', name: 'struct point', ifdef: 'PRESENT' })).toMatchObject({
      kind: 'struct',
    });
  });
});

describe('SimpleType', () => {
  test.each([
    ['port', { size: 2, signed: false, encoding: 'unsigned' }],
    ['power', { size: 4, signed: true, encoding: 'enum' }],
    ['handle', { size: 8, encoding: 'pointer' }],
    ['char', { size: 1, encoding: 'char' }],
    ['_Bool', { size: 1, encoding: 'boolean' }],
    ['float', { size: 4, encoding: 'float' }],
    ['long double', { size: 16, encoding: 'float' }],
  ])('%s', (name, expected) => {
    expect(ask({ kind: 'SimpleType', name })).toMatchObject({ kind: 'simple-type', ...expected });
  });

  test('a structure is none', () => {
    expect(ask({ kind: 'SimpleType', name: 'struct point' })).toEqual({
      kind: 'error',
      message: 'struct point is no simple type: it is a struct',
    });
  });

  test('one that is not declared', () => {
    expect(ask({ kind: 'SimpleType', name: 'nothing_t' })).toMatchObject({
      kind: 'error',
      message: expect.stringContaining("'nothing_t'"),
    });
  });
});

describe('constants', () => {
  test('an expression', () => {
    expect(ask({ kind: 'ConstantInteger', expression: 'LIMIT * sizeof(int)' })).toEqual({
      kind: 'constant',
      constant: { kind: 'integer', value: 40n, signed: false, size: 8 },
    });
    expect(ask({ kind: 'ConstantInteger', expression: 'OFF' })).toMatchObject({
      constant: { value: -2n },
    });
  });

  test('a macro, or its absence', () => {
    expect(ask({ kind: 'DefinedConstantInteger', macro: 'LIMIT' })).toMatchObject({
      constant: { value: 10n, signed: false, size: 4 },
    });
    expect(ask({ kind: 'DefinedConstantInteger', macro: 'MISSING' })).toEqual({ kind: 'absent' });
  });

  test('real numbers, also from integers', () => {
    expect(ask({ kind: 'DefinedConstantDouble', macro: 'EXACT' })).toMatchObject({
      constant: { value: 0.1 },
    });
    expect(ask({ kind: 'DefinedConstantDouble', macro: 'RATIO' })).toMatchObject({
      constant: { kind: 'double', value: 2 },
    });
  });

  test('texts, also of another expression', () => {
    expect(ask({ kind: 'DefinedConstantString', macro: 'VERSION' })).toMatchObject({
      constant: { value: '1.5' },
    });
    const other = {
      kind: 'DefinedConstantString',
      macro: 'PRESENT',
      expression: '"v" VERSION',
    } as const;
    expect(ask(other)).toMatchObject({ constant: { value: 'v1.5' } });
  });

  test.each([
    [{ kind: 'ConstantInteger', expression: 'five()' }, 'five(): it is not a constant'],
    [{ kind: 'ConstantInteger', expression: 'EXACT' }, 'EXACT is a double, no integer'],
    [{ kind: 'DefinedConstantString', macro: 'LIMIT' }, 'LIMIT is an integer, no string'],
    [{ kind: 'ConstantInteger', expression: '(void *)0' }, '(void *)0: its type is void *'],
    [{ kind: 'ConstantInteger', expression: '(1' }, '(1: its brackets do not match'],
    [{ kind: 'ConstantInteger', expression: '1; int x' }, '1; int x: it is no expression'],
    [{ kind: 'ConstantInteger', expression: ' ' }, 'the question is empty'],
    [{ kind: 'DefinedConstantInteger', macro: 'A B' }, 'A B is no name of a macro'],
  ] as const)('%o is wrong', (question, message) => {
    expect(ask(question)).toEqual({ kind: 'error', message });
  });

  test('Defined', () => {
    expect(ask({ kind: 'Defined', macro: 'PRESENT' })).toMatchObject({ is: true });
    expect(ask({ kind: 'Defined', macro: 'MISSING' })).toMatchObject({ is: false });
  });
});

describe('sizes, enums, signatures', () => {
  test('SizeOf and AlignOf', () => {
    expect(ask({ kind: 'SizeOf', name: 'struct point[3]' })).toEqual({ kind: 'bytes', count: 24 });
    expect(ask({ kind: 'AlignOf', name: 'long double' })).toEqual({ kind: 'bytes', count: 16 });
    expect(ask({ kind: 'SizeOf', name: 'nothing_t', ifdef: 'MISSING' })).toEqual({
      kind: 'absent',
    });
  });

  test('Enum', () => {
    expect(ask({ kind: 'Enum', name: 'power' })).toEqual({
      kind: 'enum',
      name: 'power',
      size: 4,
      signed: true,
      members: [
        { name: 'OFF', value: -2n },
        { name: 'ON', value: 5n },
      ],
    });
    expect(ask({ kind: 'Enum', name: 'port' })).toMatchObject({ kind: 'error' });
  });

  test('FunctionSignature', () => {
    expect(ask({ kind: 'FunctionSignature', name: 'add' })).toMatchObject({
      kind: 'signature',
      type: { variadic: true, parameters: [{ c: 'int' }, { kind: 'pointer' }] },
    });
    expect(ask({ kind: 'FunctionSignature', name: 'ON' })).toMatchObject({ kind: 'error' });
  });
});

describe('Has and Works', () => {
  const math = { includes: ['math.h'], libraries: ['m'] };

  test('a function that the library has', () => {
    expect(answerOf(math, { kind: 'Has', expression: 'cbrt' })).toEqual({
      kind: 'boolean',
      is: true,
      why: null,
    });
  });

  test('one that is declared and nowhere defined', () => {
    expect(ask({ kind: 'Has', expression: 'add' })).toMatchObject({
      is: false,
      why: expect.stringContaining('no library has '),
    });
  });

  test('one that is not declared, a macro, a call without a result', () => {
    expect(ask({ kind: 'Has', expression: 'missing' })).toMatchObject({ is: false });
    expect(ask({ kind: 'Has', expression: 'LIMIT' })).toMatchObject({ is: true });
    expect(
      answerOf({ includes: ['stdlib.h'] }, { kind: 'Has', expression: 'abort()' }),
    ).toMatchObject({
      is: true,
    });
  });

  test('sources of the info are linked, too', () => {
    const separate_module_sources = ['int add(int a, const char *b, ...) { return a; }'];
    const info = { post_include_bits: [HEADER], separate_module_sources };
    expect(answerOf(info, { kind: 'Has', expression: 'add' })).toMatchObject({ is: true });
  });

  test('Works, unless a library is missing', () => {
    expect(answerOf(math, { kind: 'Works' })).toMatchObject({ is: true });
    expect(answerOf({ libraries: ['nowhere_to_be_found'] }, { kind: 'Works' })).toMatchObject({
      is: false,
      why: expect.stringContaining('nowhere_to_be_found'),
    });
  });
});

describe('IntegerFunctionResult', () => {
  test('what the compiler folds is not run', () => {
    const question = { kind: 'IntegerFunctionResult', name: 'strlen', args: ['"four"'] } as const;
    expect(answerOf({ includes: ['string.h'] }, question)).toMatchObject({
      constant: { value: 4n, signed: false },
    });
  });

  test('else the program runs', () => {
    const info = {
      post_include_bits: ['int five(int plus);'],
      separate_module_sources: ['int five(int plus) { return 5 + plus; }'],
    };
    const question = { kind: 'IntegerFunctionResult', name: 'five', args: ['-7'] } as const;
    expect(answerOf(info, question)).toMatchObject({ constant: { value: -2n } });
  });

  test('without a definition it does not link', () => {
    expect(ask({ kind: 'IntegerFunctionResult', name: 'five', args: [] })).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('no library has '),
    });
  });
});

describe('many questions', () => {
  test('wrong ones leave the others alone', () => {
    const { answers } = answersOf(
      `${HEADER}\n#define OPEN {\n#define CLOSE }`,
      { kind: 'SizeOf', name: 'port' },
      { kind: 'ConstantInteger', expression: 'OPEN' },
      { kind: 'SizeOf', name: 'missing_t' },
      { kind: 'ConstantInteger', expression: 'CLOSE' },
      { kind: 'ConstantInteger', expression: '1 +' },
      { kind: 'Defined', macro: 'PRESENT' },
      { kind: 'SizeOf', name: 'struct point' },
    );
    expect(answers.map(({ kind }) => kind)).toEqual([
      'bytes',
      'error',
      'error',
      'error',
      'error',
      'boolean',
      'bytes',
    ]);
  });

  test('an error in a macro is at the question that uses it', () => {
    const { answers } = answersOf(
      '#define WRONG ((struct point *)0)->x\n#define FINE 1',
      { kind: 'ConstantInteger', expression: 'FINE' },
      { kind: 'ConstantInteger', expression: 'WRONG' },
    );
    expect(answers[0]).toMatchObject({ kind: 'constant' });
    expect(answers[1]).toMatchObject({ message: expect.stringContaining("'struct point'") });
  });

  test('types of all answers are in one table', () => {
    const { types } = answersOf(
      HEADER,
      { kind: 'Struct', name: 'struct point' },
      { kind: 'SimpleType', name: 'handle' },
    );
    expect(types.structs).toMatchObject({ 'struct point': { alignment: 4 } });
    expect(types.typedefs).toHaveProperty('handle');
  });
});

// Every kind of question, from the compiler and from the file of answers, with a compiler and without.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import * as k from '../../../modules/ctypes_configure/index.ts';
import { REPOSITORY } from '../../harness/source-snapshot.ts';

const { c_int, c_long, c_double, c_char_p, ARRAY, c_char } = c;
const folder = mkdtempSync(join(tmpdir(), 'ctypes-configure-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());
let files = 0;
const newPath = (): string => join(folder, `answers-${++files}.json`);

const info = {
  includes: ['errno.h', 'stddef.h', 'sys/time.h', 'math.h'],
  libraries: ['m'],
  post_include_bits: [
    'struct mine { char tag; short hidden; long long big; double ratio; const char *text; char name[6]; };',
    'union either { int i; double d; };',
    'struct bits { unsigned a : 3; int b; };',
    'struct __attribute__((packed)) far { char tag : 1; long a : 64; };',
    'typedef unsigned short handle_t; typedef float real_t;',
    'enum colour { RED = -1, GREEN = 5 };',
    '#define LARGE 0xfedcba9876543210ull',
    '#define GREETING "héllo"',
    '#define RATIO 2.5',
    'static inline int twice(int x) { return 2 * x; }',
  ],
};

test('values', () => {
  const got = k.configure({
    _compilation_info_: info,
    EAGAIN: k.ConstantInteger('EAGAIN'),
    LARGE: k.ConstantInteger('LARGE'),
    NOTHING: k.DefinedConstantInteger('NO_SUCH_MACRO'),
    ENOENT: k.DefinedConstantInteger('ENOENT'),
    RATIO: k.DefinedConstantDouble('RATIO'),
    GREETING: k.DefinedConstantString('GREETING'),
    isDefined: k.Defined('GREETING'),
    isNot: k.Defined('NO_SUCH_MACRO'),
    hasCos: k.Has('cos'),
    hasNot: k.Has('no_such_function'),
    works: k.Works(),
    size: k.SizeOf('struct mine'),
    alignment: k.AlignOf('struct mine'),
    colour: k.Enum('enum colour'),
    twice: k.IntegerFunctionResult('twice', [21]),
  });
  expect(got).toEqual({
    EAGAIN: 11,
    LARGE: 0xfedcba9876543210n,
    NOTHING: null,
    ENOENT: 2,
    RATIO: 2.5,
    GREETING: 'héllo',
    isDefined: true,
    isNot: false,
    hasCos: true,
    hasNot: false,
    works: true,
    size: 40,
    alignment: 8,
    colour: { RED: -1, GREEN: 5 },
    twice: 42,
  });
  expect(Object.isFrozen(got)).toBe(true);
});

describe('types', () => {
  test('structures have C’s places, and C’s integers', () => {
    const { MINE } = k.configure({
      _compilation_info_: info,
      MINE: k.Struct('struct mine', {
        name: ARRAY(c_char, 6),
        ratio: c_double,
        big: c_int,
        text: c_char_p,
      }),
    });
    expect([c.sizeof(MINE), c.alignment(MINE)]).toEqual([40, 8]);
    const places = ['big', 'ratio', 'text', 'name'].map((name) => c.fieldof(MINE, name).offset);
    expect(places).toEqual([8, 16, 24, 32]);
    // It was declared as an int.
    expect(c.fieldof(MINE, 'big').type).toBe(c_long);
  });
  test('a structure of the system is filled by the system', () => {
    const { TIMEVAL } = k.configure({
      _compilation_info_: info,
      TIMEVAL: k.Struct('struct timeval', [
        ['tv_usec', c_long],
        ['tv_sec', c_long],
      ]),
    });
    const now = new (TIMEVAL as unknown as new () => c.CData & { tv_sec: bigint })();
    new c.CDLL(null)['gettimeofday']?.(c.byref(now), null);
    expect(Math.abs(Number(now.tv_sec) - Date.now() / 1000)).toBeLessThan(5);
  });
  test('unions, simple types', () => {
    const { E, H, R, size } = k.configure({
      _compilation_info_: info,
      E: k.Struct('union either', { d: c_double, i: c_int }),
      H: k.SimpleType('handle_t', c_int),
      R: k.SimpleType('real_t', c.c_float),
      size: k.SimpleType('size_t', c_int),
    });
    expect([c.sizeof(E), c.fieldof(E, 'i').offset]).toEqual([8, 0]);
    expect([H, R, size]).toEqual([c.c_ushort, c.c_float, c.c_ulong]);
  });
  test('what is not there where a macro is not', () => {
    const got = k.configure({
      _compilation_info_: info,
      none: k.Struct('struct nothing', { a: c_int }, { ifdef: 'NO_SUCH_MACRO' }),
      one: k.SimpleType('handle_t', c_int, { ifdef: 'GREETING' }),
    });
    expect(got).toEqual({ none: null, one: c.c_ushort });
  });
});

describe('what is wrong', () => {
  test('every entry is named, with the reason', () => {
    const act = (): unknown =>
      k.configure({
        _compilation_info_: info,
        right: k.ConstantInteger('EAGAIN'),
        A: k.ConstantInteger('NO_SUCH_CONSTANT'),
        B: k.Struct('struct mine', { nothing: c_int }),
        C: k.Struct('struct mine', { ratio: c_int }),
        D: k.SimpleType('real_t', c_double),
        E: k.Struct('struct bits', { a: c_double }),
        G: k.Struct('struct bits', { a: c.c_float }),
        F: k.Struct('struct far', { a: c_long }),
      });
    expect(act).toThrow(k.ConfigureError);
    for (const line of [
      /A: ConstantInteger of NO_SUCH_CONSTANT: .*NO_SUCH_CONSTANT/,
      /B: Struct of struct mine: .*nothing/,
      /C: Struct of struct mine: field ratio: it has 8 bytes in C, c_int has 4/,
      /D: SimpleType of real_t: it has 4 bytes in C, c_double has 8/,
      /E: Struct of struct bits: field a: it has 4 bytes in C, c_double has 8/,
      /G: Struct of struct bits: field a: it is a bit-field of C, c_float is no integer/,
      /F: Struct of struct far: field a: its 64 bits lie in 9 bytes of C/,
    ])
      expect(act).toThrow(line);
    expect(act).not.toThrow(/right/);
  });
  test.each([
    ['no entry', () => k.configure({ a: 5 as never }), /configure\(\) a must be an entry/],
    ['no C text', () => k.ConstantInteger(' '), /ConstantInteger\(\) argument 1/],
    ['no type', () => k.SimpleType('int', 5 as never), /SimpleType\("int"\): a ctypes type/],
    ['no field type', () => k.Struct('struct s', { a: 5 as never }), /"struct s.a"\): a ctypes/],
    ['no fields', () => k.Struct('struct s', {}), /must have fields/],
    [
      'a missing header',
      () =>
        k.configure({ _compilation_info_: { includes: ['no/such.h'] }, a: k.ConstantInteger('1') }),
      /configure\(\): .*no\/such\.h/,
    ],
    [
      'an unknown list',
      () => k.configure({ _compilation_info_: { include: ['a.h'] }, a: k.ConstantInteger('1') }),
      /no option include/,
    ],
  ] as const)('%s', (_, act, message) => expect(act).toThrow(message));
  test('no compiler', () => {
    vi.stubEnv('MIXMOD_CC', '/nonexistent');
    expect(() => k.configure({ _compilation_info_: info, a: k.ConstantInteger('EAGAIN') })).toThrow(
      /configure\(\): there is no C compiler .*apt-get install/,
    );
  });
});

describe('the file of answers', () => {
  const config = {
    _compilation_info_: info,
    EAGAIN: k.ConstantInteger('EAGAIN'),
    LARGE: k.ConstantInteger('LARGE'),
    MINE: k.Struct('struct mine', { big: c_int }),
  };
  const target = `linux-${process.arch}-glibc`;

  test('makes the compiler unnecessary', () => {
    const answers = newPath();
    const before = k.configure(config, { answers });
    vi.stubEnv('MIXMOD_CC', '/nonexistent');
    const after = k.configure(config, { answers: pathToFileURL(answers) });
    expect([after.EAGAIN, after.LARGE, c.sizeof(after.MINE)]).toEqual([
      before.EAGAIN,
      before.LARGE,
      40,
    ]);
    expect(
      Object.keys((JSON.parse(readFileSync(answers, 'utf8')) as { targets: object }).targets),
    ).toEqual([target]);
  });
  test('a question that has changed is another one', () => {
    const answers = newPath();
    k.configure(config, { answers });
    vi.stubEnv('MIXMOD_CC', '/nonexistent');
    const changed = { ...config, MINE: k.Struct('struct mine', { ratio: c_double }) };
    expect(() => k.configure(changed, { answers })).toThrow(/lacks 1 answer for linux/);
    const other = { ...config, _compilation_info_: { ...info, post_include_bits: [] } };
    expect(() => k.configure(other, { answers })).toThrow(/lacks 3 answers/);
  });
  test('answers for other machines stay, and do not count', () => {
    const answers = newPath();
    k.configure(config, { answers });
    const text = readFileSync(answers, 'utf8').replaceAll(target, 'plan9-mips-none');
    writeFileSync(answers, text);
    vi.stubEnv('MIXMOD_CC', '/nonexistent');
    expect(() => k.configure(config, { answers })).toThrow(/lacks 3 answers/);
    vi.unstubAllEnvs();
    k.configure(config, { answers });
    const { targets } = JSON.parse(readFileSync(answers, 'utf8')) as { targets: object };
    expect(Object.keys(targets).toSorted()).toEqual([target, 'plan9-mips-none'].toSorted());
  });
  test.each(['{', '{"format":"another","targets":{}}', '[]'])('%j is another file', (text) => {
    const answers = newPath();
    writeFileSync(answers, text);
    expect(() => k.configure(config, { answers })).toThrow(/no file of answers/);
    expect(readFileSync(answers, 'utf8')).toBe(text);
  });
  test('wrong entries are not kept, right ones are', () => {
    const answers = newPath();
    const wrong = { ...config, none: k.ConstantInteger('NO_SUCH_CONSTANT') };
    expect(() => k.configure(wrong, { answers })).toThrow('NO_SUCH_CONSTANT');
    expect(readFileSync(answers, 'utf8')).not.toContain('NO_SUCH_CONSTANT');
    vi.stubEnv('MIXMOD_CC', '/nonexistent');
    expect(k.configure(config, { answers }).EAGAIN).toBe(11);
  });
  test('a folder that cannot be written: the answers are there nevertheless', () => {
    const answers = join(folder, 'no', 'such', 'folder.json');
    expect(k.configure(config, { answers }).EAGAIN).toBe(11);
    expect(existsSync(answers)).toBe(false);
  });
  test('several processes at once', async () => {
    const answers = newPath();
    const script = (name: string): string => `
const k = await import('./dist/modules/ctypes_configure/index.js');
k.configure({ _compilation_info_: { includes: ['errno.h'] }, a: k.ConstantInteger('${name}') }, { answers: ${JSON.stringify(answers)} });`;
    const names = ['EPERM', 'ENOENT', 'ESRCH', 'EINTR'];
    const codes = await Promise.all(
      names.map(
        (name) =>
          new Promise((done) => {
            const child = spawn(process.execPath, ['--input-type=module', '-e', script(name)], {
              cwd: REPOSITORY,
            });
            child.on('exit', done);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    // One may have overwritten what another has added, but the file is whole, and complete after one more.
    for (const name of names)
      k.configure(
        { _compilation_info_: { includes: ['errno.h'] }, a: k.ConstantInteger(name) },
        { answers },
      );
    const text = readFileSync(answers, 'utf8');
    expect(names.every((name) => text.includes(name))).toBe(true);
  });
});

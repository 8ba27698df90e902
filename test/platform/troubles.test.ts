// What keeps questions from being asked at all; what is remembered; the form on disk.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Host, nodeHost } from '../../compiler/host.ts';
import { machinePlatform } from '../../compiler/toolchain/c-compiler.ts';
import {
  answersFromJson,
  answersToJson,
  forgetAnswers,
} from '../../compiler/platform/answer-cache.ts';
import { readDeclarations } from '../../compiler/platform/declarations.ts';
import { probe } from '../../compiler/platform/probe.ts';
import type { Question } from '../../compiler/platform/questions.ts';
import { declarationsOf, infoOf } from './c-header.ts';

const SIZE: Question = { kind: 'SizeOf', name: 'int' };

beforeEach(forgetAnswers);

describe('without a compiler', () => {
  const before = process.env['MIXMOD_CC'];
  beforeEach(() => {
    process.env['MIXMOD_CC'] = '/nonexistent';
  });
  afterEach(() => {
    if (before === undefined) delete process.env['MIXMOD_CC'];
    else process.env['MIXMOD_CC'] = before;
  });

  const missing = {
    kind: 'no-compiler',
    missing: {
      tool: 'cc (a C compiler, for programs that bring C sources, macros or headers; MIXMOD_CC is /nonexistent)',
      install: 'apt-get install gcc libc6-dev',
    },
    message:
      'there is no C compiler (MIXMOD_CC is /nonexistent); to install one: apt-get install gcc libc6-dev',
  };

  test('probe says what to install', () => {
    expect(probe([SIZE], infoOf(''), machinePlatform(nodeHost))).toEqual(missing);
  });

  test('readDeclarations too', () => {
    expect(readDeclarations({ info: infoOf(''), names: ['*'] }, machinePlatform(nodeHost))).toEqual(
      missing,
    );
  });
});

describe('headers', () => {
  test('a missing one is named', () => {
    const info = infoOf({ includes: ['stdio.h', 'nowhere/lib.h'] });
    const expected = {
      kind: 'header',
      header: 'nowhere/lib.h',
      message: 'the header nowhere/lib.h is not found',
    };
    expect(probe([SIZE], info, machinePlatform(nodeHost))).toEqual(expected);
    expect(readDeclarations({ info, names: ['f'] }, machinePlatform(nodeHost))).toEqual(expected);
  });

  test('one that is wrong is no error of a question', () => {
    const info = infoOf('int f(unknown_t x);');
    const expected = { kind: 'header', header: null, message: "unknown type name 'unknown_t'" };
    expect(probe([SIZE], info, machinePlatform(nodeHost))).toMatchObject(expected);
    expect(readDeclarations({ info, names: ['f'] }, machinePlatform(nodeHost))).toMatchObject(
      expected,
    );
  });

  test('one that forbids itself says why', () => {
    const info = infoOf('#error "not for you"');
    expect(readDeclarations({ info, names: ['f'] }, machinePlatform(nodeHost))).toMatchObject({
      kind: 'header',
      message: expect.stringContaining('not for you'),
    });
  });

  test('an option that the compiler does not know', () => {
    const info = infoOf({ compile_extra: ['--no-such-option'] });
    expect(probe([SIZE], info, machinePlatform(nodeHost))).toMatchObject({
      kind: 'compiler-failed',
      message: expect.stringContaining('--no-such-option'),
    });
  });

  test('options of the info are used', () => {
    const info = infoOf({ compile_extra: ['-DLIMIT=3'] });
    expect(
      probe([{ kind: 'DefinedConstantInteger', macro: 'LIMIT' }], info, machinePlatform(nodeHost)),
    ).toMatchObject({
      answers: [{ constant: { value: 3n } }],
    });
  });
});

describe('another machine', () => {
  /** Says that its objects are for a machine that does not exist. */
  const crossHost: Host = {
    ...nodeHost,
    readBytes(path) {
      const bytes = nodeHost.readBytes(path);
      return path.endsWith('.o') ? bytes?.map((byte, index) => (index === 18 ? 99 : byte)) : bytes;
    },
  };

  test('everything is answered but what must run', () => {
    const questions: readonly Question[] = [
      { kind: 'SizeOf', name: 'long' },
      { kind: 'IntegerFunctionResult', name: 'strlen', args: ['"four"'] },
      { kind: 'IntegerFunctionResult', name: 'atoi', args: ['"4"'] },
    ];
    const result = probe(
      questions,
      infoOf({ includes: ['stdlib.h', 'string.h'] }),
      machinePlatform(crossHost),
    );
    expect(result).toMatchObject({
      answers: [
        { kind: 'bytes', count: 8 },
        { kind: 'constant', constant: { value: 4n } },
        {
          kind: 'error',
          message:
            'atoi("4") is not known before the program runs, and this is a compiler for another machine',
        },
      ],
    });
  });

  test('an object that is no ELF file', () => {
    const host: Host = { ...nodeHost, readBytes: () => new Uint8Array([1, 2, 3, 4]) };
    expect(probe([SIZE], infoOf(''), machinePlatform(host))).toEqual({
      kind: 'compiler-failed',
      message: 'the C compiler has not made an ELF object',
    });
  });
});

describe('answers are remembered', () => {
  function countingHost() {
    const runs: string[] = [];
    const host: Host = {
      ...nodeHost,
      run(program, args, input) {
        runs.push(program);
        return nodeHost.run(program, args, input);
      },
    };
    return { runs, host };
  }

  test('until they are forgotten', () => {
    const { runs, host } = countingHost();
    const first = probe([SIZE], infoOf(''), machinePlatform(host));
    const count = runs.length;
    expect(probe([SIZE], infoOf(''), machinePlatform(host))).toBe(first);
    expect(runs.length).toBe(count);
    forgetAnswers();
    expect(probe([SIZE], infoOf(''), machinePlatform(host))).toEqual(first);
    expect(runs.length).toBe(2 * count);
  });

  test('one run answers a hundred questions', () => {
    const { runs, host } = countingHost();
    const questions = Array.from({ length: 100 }, (_, index): Question => ({
      kind: 'ConstantInteger',
      expression: `${index} * 2`,
    }));
    const result = probe(questions, infoOf(''), machinePlatform(host));
    expect(result).toMatchObject({ kind: 'answers' });
    // A second one asks for alignments: of the structures that are read, and there are none.
    expect(runs.length).toBe(1);
  });

  test('a whole header needs few', () => {
    const { runs, host } = countingHost();
    readDeclarations(
      { info: infoOf({ includes: ['zlib.h'] }), names: ['*'] },
      machinePlatform(host),
    );
    expect(runs.length).toBeLessThanOrEqual(5);
  });

  test('other names, other answers', () => {
    const info = infoOf('int f(void); int g(void);');
    expect(readDeclarations({ info, names: ['f'] }, machinePlatform(nodeHost))).toMatchObject({
      functions: [{ name: 'f' }],
    });
    expect(readDeclarations({ info, names: ['g'] }, machinePlatform(nodeHost))).toMatchObject({
      functions: [{ name: 'g' }],
    });
  });
});

describe('as JSON', () => {
  test('integers of all sizes, real numbers and texts come back', () => {
    const found = declarationsOf(
      `#define BIG 0xffffffffffffffffULL
      #define HUGE __builtin_inf()
      #define DIGITS "12"
      enum e { LOW = -1, HIGH = 0x7fffffffffffffff };
      struct s { int a : 2; struct s *next; };`,
      'BIG',
      'HUGE',
      'DIGITS',
      'e',
      's',
    );
    const text = answersToJson(found);
    expect(text).toContain('"18446744073709551615"');
    expect(answersFromJson(text)).toEqual(found);
  });

  test('the same question gives the same text', () => {
    const text = () => {
      forgetAnswers();
      return answersToJson(declarationsOf({ includes: ['zlib.h'] }, 'z_*', 'deflate*'));
    };
    expect(text()).toBe(text());
  });
});

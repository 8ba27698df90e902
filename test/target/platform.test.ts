// Questions about C are answered by the C of the target: with its own sizes and signs, and without running anything.
import { expect, test } from 'vitest';
import { nodeHost, type Host } from '../../compiler/host.ts';
import { probe } from '../../compiler/platform/probe.ts';
import type { Question } from '../../compiler/platform/questions.ts';
import type { TargetName } from '../../compiler/target/targets.ts';
import { compilationInfo } from '../../runtime/rffi/compilation-info.ts';

const info = compilationInfo({
  post_include_bits: [
    '#ifdef __aarch64__\n#define IS_ARM 1\n#else\n#define IS_ARM 0\n#endif',
    '#define CHAR_HAS_SIGN ((char)-1 < 0)',
    '#define DIGITS __LDBL_MANT_DIG__',
    'struct packed { char a; long double b; };',
    'int twice(int a);',
  ],
});

const QUESTIONS: readonly Question[] = [
  { kind: 'ConstantInteger', expression: 'IS_ARM' },
  { kind: 'ConstantInteger', expression: 'CHAR_HAS_SIGN' },
  { kind: 'ConstantInteger', expression: 'DIGITS' },
  { kind: 'SizeOf', name: 'struct packed' },
];

const answers = (target: TargetName, host: Host = nodeHost): unknown => {
  const result = probe(QUESTIONS, info, { host, target });
  if (result.kind !== 'answers') return result;
  return result.answers.map((answer) => {
    if (answer.kind === 'constant') return Number(answer.constant.value);
    return answer.kind === 'bytes' ? answer.count : answer;
  });
};

test('each target answers for itself, also within one process', () => {
  expect(answers('linux-x64')).toEqual([0, 1, 64, 32]);
  expect(answers('linux-arm64')).toEqual([1, 0, 113, 32]);
  expect(answers('linux-x64-musl')).toEqual([0, 1, 64, 32]);
});

test('what would have to run is refused', () => {
  const question = { kind: 'IntegerFunctionResult', name: 'twice', args: ['2'] } as const;
  for (const target of ['linux-arm64', 'linux-x64-musl'] as const)
    expect(probe([question], info, { host: nodeHost, target })).toMatchObject({
      answers: [
        {
          kind: 'error',
          message:
            'twice(2) is not known before the program runs, and this is a compiler for another machine',
        },
      ],
    });
});

test('without the headers of the target nothing is asked', () => {
  const host: Host = {
    ...nodeHost,
    exists: (path) => !path.endsWith('/stdio.h') && nodeHost.exists(path),
  };
  expect(answers('linux-arm64-musl', host)).toMatchObject({
    kind: 'no-compiler',
    message: expect.stringMatching(
      /^there is no C library of linux-arm64-musl \(its headers\); to install it: .*musl-dev:arm64$/,
    ) as string,
  });
});

test('names are looked for in the libraries of the target', () => {
  const own = compilationInfo({
    post_include_bits: ['int puts(const char *);', 'int nowhere(int);'],
  });
  const questions = ['puts', 'nowhere'].map((expression) => ({ kind: 'Has', expression }) as const);
  const result = probe(questions, own, { host: nodeHost, target: 'linux-arm64' });
  expect(result).toMatchObject({
    answers: [
      { kind: 'boolean', is: true },
      { kind: 'boolean', is: false, why: 'no library has nowhere' },
    ],
  });
});

// No file over 500 lines, no function of the compiler over 60, but for the rows of exceptions.ts.
import { describe, expect, test } from 'vitest';
import { EXCEPTIONS } from './exceptions.ts';
import { isSource, readTree, type Tree } from './repository.ts';
import { findOversized } from './sizes.ts';

test('files and functions of the repository', () => {
  const sources = readTree(isSource);
  expect(sources.size).toBeGreaterThan(10);
  expect(findOversized(sources, EXCEPTIONS)).toEqual([]);
});

test('every exception has a reason', () => {
  for (const exception of EXCEPTIONS) expect(exception.reason.length).toBeGreaterThan(20);
});

describe('the check', () => {
  const long = (lines: number): string => '  work();\n'.repeat(lines - 2);
  const tree: Tree = new Map([
    ['compiler/long-file.ts', 'work();\n'.repeat(501)],
    ['compiler/at-the-limits.ts', `function f() {\n${long(60)}}\n` + 'work();\n'.repeat(440)],
    ['compiler/function.ts', `function f() {\n${long(61)}}\n`],
    ['compiler/method.ts', `class A {\n  run() {\n${long(70)}  }\n}\n`],
    ['compiler/arrow.ts', `export const g = () => {\n${long(80)}};\n`],
    ['runtime/function.ts', `function f() {\n${long(61)}}\n`],
  ]);
  const findings = [
    'compiler/long-file.ts: 501 lines',
    'compiler/function.ts: f has 61 lines',
    'compiler/method.ts: run has 70 lines',
    'compiler/arrow.ts: g has 80 lines',
  ];

  test('finds long files, functions, methods and arrow functions', () => {
    expect(findOversized(tree, [])).toEqual(findings);
  });

  test('knows exceptions, their limits, and those that nothing needs', () => {
    const reason = 'made up';
    const exceptions = [
      { path: 'compiler/long-file.ts', limit: 501, reason },
      { path: 'compiler/arrow.ts', function: 'g', limit: 79, reason },
      { path: 'compiler/at-the-limits.ts', limit: 600, reason },
    ];
    expect(findOversized(tree, exceptions)).toEqual([
      ...findings.slice(1),
      'compiler/at-the-limits.ts: the exception for it is not needed',
    ]);
  });
});

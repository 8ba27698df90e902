// Source maps of printed programs, read by Node's own reader: every statement and expression has its place, names are
// those of the source.
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { nodeHost } from '../../compiler/host.ts';
import { childrenOfExpression, childrenOfStatement } from '../../compiler/program/children.ts';
import type { CheckedProgram, Expression, Statement } from '../../compiler/program/nodes.ts';
import { formatPosition, type Span } from '../../compiler/source/source-file.ts';
import { vlq } from '../../compiler/untranslated/source-map/vlq.ts';
import { untranslated } from '../../compiler/untranslated/untranslated.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const PROGRAMS = [
  'test/bench/awfy/richards.ts',
  'test/bench/awfy/json.ts',
  'test/bench/objects/closures.ts',
  'test/bench/objects/exceptions.ts',
  'test/run/control/switch-tests-may-be-expressions.ts',
  'test/run/control/labelled-continue-goes-on-with-the-outer-loop.ts',
];

test.each([
  [0, 'A'],
  [1, 'C'],
  [-1, 'D'],
  [15, 'e'],
  [16, 'gB'],
  [-16, 'hB'],
  [511, '+f'],
  [1000, 'w+B'],
  [123456789, 'qxmvrH'],
  [2 ** 31 - 1, '+/////D'],
])('%d is written %s', (value, text) => {
  expect(vlq(value)).toBe(text);
});

interface Mapping {
  readonly place: string;
  readonly name: string | undefined;
  /** What the printed text says there. */
  readonly text: string;
}

function printed(path: string): {
  readonly program: CheckedProgram;
  readonly mappings: readonly Mapping[];
} {
  const { program } = check(join(REPOSITORY, path), nodeHost);
  if (!program) throw new Error(`${path} has errors`);
  const { code, sourceMap } = untranslated(program);
  // oxlint-disable-next-line no-control-regex
  expect(code).not.toMatch(/[\u0001-\u0003]/);
  const map = new SourceMap({ ...sourceMap, file: '', sourceRoot: '' } as never);
  const mappings: Mapping[] = [];
  code.split('\n').forEach((line, at) => {
    for (let column = 0; column < line.length; column++) {
      const entry = map.findEntry(at, column);
      if (!('originalSource' in entry) || entry.originalSource === undefined) continue;
      if (entry.generatedLine !== at || entry.generatedColumn !== column) continue;
      const { originalSource, originalLine, originalColumn, name } = entry as typeof entry & {
        name?: string;
      };
      const place = `${originalSource}:${originalLine + 1}:${originalColumn + 1}`;
      mappings.push({ place, name, text: line.slice(column) });
    }
  });
  return { program, mappings };
}

/** Statements that print to nothing of their own are left out, and literals. */
function places(program: CheckedProgram): readonly Span[] {
  const spans: Span[] = [];
  const expression = (one: Expression): void => {
    if (one.kind !== 'constant') spans.push(one.span);
    childrenOfExpression(one).forEach(expression);
  };
  const statement = (one: Statement): void => {
    const silent = one.kind === 'declare' && one.value === null;
    if (!silent) spans.push(one.span);
    const { expressions, statements } = childrenOfStatement(one);
    for (const each of expressions) if (each) expression(each);
    statements.forEach(statement);
  };
  for (const { functions, initializer } of program.modules) {
    for (const one of functions) {
      spans.push(one.span);
      one.body.forEach(statement);
    }
    initializer.forEach(statement);
  }
  return spans;
}

describe.each(PROGRAMS)('%s', (path) => {
  const { program, mappings } = printed(path);

  test('every statement, expression and function has its place', () => {
    const mapped = new Set(mappings.map(({ place }) => place));
    const wanted = places(program).map(formatPosition);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((place) => !mapped.has(place))).toEqual([]);
  });

  test('names stand where the printed text has a name', () => {
    const named = mappings.filter(({ name }) => name !== undefined);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ text }) => !/^[\p{ID_Start}$_"(]/u.test(text))).toEqual([]);
  });
});

// Every wrong program under test/errors/ is refused with exactly the diagnostics that its comments name, all of them in
// one run; every code that `check` and the C compiler's answers can give has such a program. MIXMOD_UPDATE=1 writes the comments anew.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../compiler/check/check.ts';
import { E } from '../compiler/diagnostics/codes.ts';
import { nodeHost, type Host } from '../compiler/host.ts';
import { lineColumn, type SourceFile } from '../compiler/source/source-file.ts';
import { cDiagnostics } from './diagnostics/c-diagnostics.ts';
import {
  diagnosticText,
  expectedDiagnostics,
  sortDiagnostics,
  withExpectations,
  withoutExpectations,
  type LocatedDiagnostic,
} from './harness/error-fixture.ts';
import { REPOSITORY } from './harness/source-snapshot.ts';

const update = process.env.MIXMOD_UPDATE === '1';
const FOLDER = join(REPOSITORY, 'test/errors');

/** `<code>/<case>.ts`; files in a folder `lib` are imported by others. `several/` holds programs with many errors. */
const fixtures = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  // Those in `memory/` are found when they run: memory-errors.test.ts.
  .filter((path) => path.endsWith('.ts') && !/(?:^|\/)(?:lib|memory)\//.test(path))
  .sort();

interface Refusal {
  readonly isAccepted: boolean;
  readonly files: readonly SourceFile[];
  /** Those of the file of this path, or of all. */
  readonly diagnostics: (path?: string) => readonly LocatedDiagnostic[];
}

function refuse(path: string, host: Host): Refusal {
  const { program, diagnostics: checked, files } = check(path, host);
  const linked = program ? cDiagnostics(program, host) : [];
  const diagnostics = [...checked, ...linked];
  return {
    isAccepted: !diagnostics.some(({ severity }) => severity === 'error'),
    files,
    diagnostics: (of) =>
      diagnostics
        .filter(({ span }) => of === undefined || span?.file.path === of)
        .map(({ code, message, span }) => ({
          line: span ? lineColumn(span.file, span.start).line : 0,
          code,
          message,
        })),
  };
}

test.each(fixtures)('%s', update ? rewrite : compare);

function compare(name: string): void {
  const { isAccepted, diagnostics, files } = refuse(join(FOLDER, name), nodeHost);
  const found = diagnostics();
  const expected = files.flatMap((file) => expectedDiagnostics(file.text));
  expect(sortDiagnostics(found).map(diagnosticText)).toEqual(
    sortDiagnostics(expected).map(diagnosticText),
  );
  expect(isAccepted).toBe(false);
  const folder = name.split('/')[0] ?? '';
  if (folder !== 'several') expect(expected.map(({ code }) => code)).toContain(folder);
}

/** The comments anew. */
function rewrite(name: string): void {
  const host: Host = {
    ...nodeHost,
    readText(path) {
      const text = nodeHost.readText(path);
      return text !== undefined && path.startsWith(FOLDER) ? withoutExpectations(text) : text;
    },
  };
  const { files, diagnostics } = refuse(join(FOLDER, name), host);
  for (const { path, text } of files) {
    const written = nodeHost.readText(path);
    const updated = withExpectations(text, sortDiagnostics(diagnostics(path)));
    if (written === updated) continue;
    process.stdout.write(`${path}\n${updated}\n`);
    nodeHost.writeAtomic(path, updated);
  }
}

test('a program with several errors has at least two codes', () => {
  const several = fixtures.filter((name) => name.startsWith('several/'));
  expect(several.length).toBeGreaterThanOrEqual(30);
  const poor = several.filter((name) => {
    const expected = expectedDiagnostics(nodeHost.readText(join(FOLDER, name)) ?? '');
    return new Set(expected.map(({ code }) => code)).size < 2;
  });
  expect(poor).toEqual([]);
});

/** Codes that no program alone can show, each with the reason. */
const WITHOUT_FIXTURE: Readonly<Record<string, string>> = {
  RTS1062: 'a net below the handlers of `check`: no program is known to reach it',
  RTS3001: 'the entry file itself is missing: tested below',
  RTS3004: 'a file cannot be written: test/cli',
  RTS3136: 'there is no C compiler: tested below',
  ...Object.fromEntries(
    ['RTS3201', 'RTS3202', 'RTS3203', 'RTS3204', 'RTS3205', 'RTS3206'].map((code) => [
      code,
      'of a folder: test/mixed-modules',
    ]),
  ),
};

test('a missing entry file is reported by its path', () => {
  const { diagnostics, program } = check('missing.ts', nodeHost);
  expect(program).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'RTS3001', message: 'cannot read missing.ts', span: null },
  ]);
});

test('without a C compiler a warning says that nothing was compared', () => {
  const host: Host = { ...nodeHost, exists: () => false };
  const { program } = check(join(FOLDER, 'RTS3131/results-of-another-type.ts'), nodeHost);
  expect(program && cDiagnostics(program, host)).toMatchObject([
    { code: 'RTS3136', severity: 'warning', span: null },
  ]);
});

test('every code that check reports has a fixture', () => {
  const folders = new Set(fixtures.map((name) => name.split('/')[0]));
  const missing = Object.values(E)
    .map(({ code }) => code)
    .filter((code) => /^RTS[123]/.test(code) && !folders.has(code) && !(code in WITHOUT_FIXTURE));
  expect(missing).toEqual([]);
});

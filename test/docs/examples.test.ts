// Every ```ts block of README.md and docs/ does what the text around it says (kinds of blocks: examples.ts). MIXMOD_UPDATE=1 writes
// what the programs give into their comments; the difference is for review.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../compiler/build.ts';
import { check } from '../../compiler/check/check.ts';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import { nodeHost } from '../../compiler/host.ts';
import { RELEASE } from '../../compiler/options.ts';
import { lineColumn } from '../../compiler/source/source-file.ts';
import {
  diagnosticText,
  expectedDiagnostics,
  sortDiagnostics,
  withExpectations,
  withoutExpectations,
  type LocatedDiagnostic,
} from '../harness/error-fixture.ts';
import { EXECUTIONS, type Execution } from '../harness/executions.ts';
import { parseRunCase, withResults } from '../harness/run-case.ts';
import { RunPool, type RunOutcome } from '../harness/run-pool.ts';
import { CACHE, REPOSITORY, sourceSnapshot } from '../harness/source-snapshot.ts';
import { batches, type Batch } from './batches.ts';
import {
  documents,
  examplesOf,
  readDocument,
  withBlock,
  type Example,
  type ExampleKind,
} from './examples.ts';
import { expectedOutput, runHost, withOutput } from './host-example.ts';

const update = process.env.MIXMOD_UPDATE === '1';
/** One document only, where it is written. */
const chosen = process.env.MIXMOD_DOCUMENT;
const FOLDER = join(CACHE, `docs-${process.pid}`);

const examples = documents()
  .filter((document) => chosen === undefined || document.includes(chosen))
  .flatMap((document) => examplesOf(document, readDocument(document)));
const of = (kind: ExampleKind): readonly Example[] => examples.filter((one) => one.kind === kind);
const place = ({ document, line }: Example): string => `${document}:${line}`;
const pathOf = ({ file }: Example): string => join(FOLDER, file);

beforeAll(() => {
  // Host code runs untranslated programs, which import 'mixmod'.
  mkdirSync(join(FOLDER, 'node_modules'), { recursive: true });
  symlinkSync(sourceSnapshot(), join(FOLDER, 'node_modules/mixmod'));
  for (const example of examples) {
    mkdirSync(dirname(pathOf(example)), { recursive: true });
    writeFileSync(pathOf(example), update ? withoutErrors(example) : example.text);
  }
});
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const withoutErrors = ({ kind, text }: Example): string =>
  kind === 'refused' ? withoutExpectations(text) : text;

/** Later blocks first, so that the lines of the others stay right. */
const updates: { readonly example: Example; readonly text: string }[] = [];
afterAll(() => {
  updates.sort((a, b) => b.example.line - a.example.line);
  for (const { example, text } of updates) {
    const path = join(REPOSITORY, example.document);
    writeFileSync(path, withBlock(readDocument(example.document), example, text));
    process.stdout.write(`${place(example)}\n${text}\n`);
  }
});

test('every program says what it gives', () => {
  const silent = of('program').filter(({ text }) => parseRunCase(text).length === 0);
  expect(silent.map(place)).toEqual([]);
});

test('what is not run is rare, but for what other tests run', () => {
  const others = of('not run').filter(({ text }) => !text.startsWith('// not run: by test/'));
  expect(others.length).toBeLessThanOrEqual(3);
});

// ---- programs ----

const pool = new RunPool();
afterAll(() => pool.close());

describe.concurrent('programs', () => {
  test.each(batches(of('program')).map((batch, index) => ({ batch, name: nameOf(batch, index) })))(
    '$name',
    async ({ batch, name }) => {
      const path = join(FOLDER, `${name.split(':')[0]?.replaceAll(' ', '-')}.ts`);
      writeFileSync(path, batch.entry);
      const expressions = batch.members.flatMap(({ lines }) =>
        lines.map(({ expression }) => expression),
      );
      const outcome = await pool.run({ path, expressions, executions: EXECUTIONS });
      if (update) updatePrograms(batch, outcome);
      else expect(differences(batch, outcome)).toEqual([]);
    },
  );
});

const nameOf = ({ members }: Batch, index: number): string =>
  `batch ${index + 1}: ${members.map(({ example }) => place(example)).join(' ')}`;

function differences(batch: Batch, outcome: RunOutcome): readonly string[] {
  const wrong = [...outcome.results].flatMap(([execution, got]) => {
    let next = 0;
    return batch.members.flatMap(({ example, lines }) =>
      lines.flatMap(({ line, expression, expected }) => {
        const result = got[next++];
        const at = `${example.document}:${example.line + line}, ${execution}`;
        return result === expected ? [] : [`${at}: ${expression} → ${result}, not ${expected}`];
      }),
    );
  });
  const failed = outcome.failures.map(({ execution, reason }) => `${execution}: ${reason}`);
  const missing = EXECUTIONS.filter(
    (execution) => !outcome.results.has(execution) && !outcome.excused.has(execution),
  );
  return [...wrong, ...failed, ...missing.map((execution) => `${execution}: no results`)];
}

function updatePrograms(batch: Batch, { results, failures }: RunOutcome): void {
  expect(failures).toEqual([]);
  const first: Execution = results.has('untranslated') ? 'untranslated' : 'compiled level 3';
  let next = 0;
  for (const { example, lines } of batch.members) {
    const got = (results.get(first) ?? []).slice(next, (next += lines.length));
    const text = withResults(example.text, lines, got);
    if (text !== example.text) updates.push({ example, text });
  }
}

// ---- refused programs ----

/** Found by the C compiler when the module is built. */
const foundByBuild = ({ text }: Example): boolean => /\/\/ error RTS31[3-9]/.test(text);

test.each(of('refused').map((example) => ({ example, name: place(example) })))(
  'refused: $name',
  async ({ example }) => {
    const path = pathOf(example);
    const { diagnostics } = foundByBuild(example)
      ? await build({ path, out: dirname(path), options: RELEASE, cache: null }, nodeHost)
      : check(path, nodeHost);
    const found = sortDiagnostics(diagnostics.map(located));
    if (update) {
      const text = withExpectations(withoutErrors(example), found);
      if (text !== example.text) updates.push({ example, text });
      return;
    }
    expect(found.map(diagnosticText)).toEqual(
      expectedDiagnostics(example.text).map(diagnosticText),
    );
  },
);

const located = ({ code, message, span }: Diagnostic): LocatedDiagnostic => ({
  line: span ? lineColumn(span.file, span.start).line : 0,
  code,
  message,
});

// ---- host code ----

test.each(of('host').map((example) => ({ example, name: place(example) })))(
  'host code: $name',
  ({ example }) => {
    const output = runHost(pathOf(example), example);
    if (!update) expect(output).toBe(expectedOutput(example));
    else if (output !== expectedOutput(example))
      updates.push({ example, text: withOutput(example, output) });
  },
);

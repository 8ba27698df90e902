// Every program under test/run/ in every execution: each must give exactly what its comments say. MIXMOD_UPDATE=1
// writes what the untranslated execution gives into the comments and shows the difference. MIXMOD_EXECUTIONS names the
// executions to run (comma-separated, e.g. `untranslated,compiled level 3`) where a part of the compiler is worked on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXECUTIONS, type Execution } from './harness/executions.ts';
import { parseRunCase, withResults, type ExpectedLine } from './harness/run-case.ts';
import { RunPool, type RunOutcome } from './harness/run-pool.ts';
import { REPOSITORY } from './harness/source-snapshot.ts';

const FOLDER = join(REPOSITORY, 'test/run');
const chosen = process.env.MIXMOD_EXECUTIONS?.split(',').map((name) => name.trim());
const executions = EXECUTIONS.filter((name) => !chosen || chosen.includes(name));
/** Where the first does not apply, the other does. */
const UPDATING: readonly Execution[] = ['untranslated', 'compiled level 3'];
const update = process.env.MIXMOD_UPDATE === '1';

/** Files in a folder `lib` are imported by programs and are none themselves. */
const programs = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.split('/').includes('lib'))
  .sort();

const pool = new RunPool();
afterAll(() => pool.close());

describe.concurrent('test/run', () => {
  test.each(programs)('%s', async (name) => {
    const path = join(FOLDER, name);
    const text = readFileSync(path, 'utf8');
    const lines = parseRunCase(text);
    expect(lines, 'the program has no line `// expression → result`').not.toEqual([]);
    const outcome = await pool.run({
      path,
      expressions: lines.map(({ expression }) => expression),
      executions: update ? UPDATING : executions,
    });
    if (update) updateFile(path, text, lines, outcome);
    else expect(differences(lines, outcome)).toEqual([]);
  });
});

/** One text for each wrong result, naming the execution; and for each execution that did not come to an end. */
function differences(
  lines: readonly ExpectedLine[],
  { results, excused, failures }: RunOutcome,
): readonly string[] {
  const wrong = [...results].flatMap(([execution, got]) =>
    lines.flatMap(({ line, expression, expected }, index) => {
      const result = got[index];
      if (result === expected) return [];
      return [`line ${line + 1}, ${execution}: ${expression} → ${result}, expected ${expected}`];
    }),
  );
  const failed = failures.map(({ execution, reason }) => `${execution}: ${reason}`);
  const missing = executions.filter(
    (execution: Execution) =>
      !results.has(execution) && !excused.has(execution) && failures.length === 0,
  );
  return [...wrong, ...failed, ...missing.map((execution) => `${execution}: no results`)];
}

function updateFile(
  path: string,
  text: string,
  lines: readonly ExpectedLine[],
  { results, failures }: RunOutcome,
): void {
  expect(failures).toEqual([]);
  const got = UPDATING.map((execution) => results.get(execution)).find((found) => found) ?? [];
  lines.forEach(({ line, expression, expected }, index) => {
    if (got[index] === expected) return;
    process.stdout.write(
      `${path}:${line + 1}\n- ${expression} → ${expected}\n+ ${expression} → ${got[index]}\n`,
    );
  });
  const updated = withResults(text, lines, got);
  if (updated !== text) writeFileSync(path, updated);
}

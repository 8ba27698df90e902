// Every program under test/run/ in every execution: each must give exactly what its comments say. MIXMOD_UPDATE=1
// writes what the untranslated execution gives into the comments and shows the difference. MIXMOD_EXECUTIONS names the
// executions to run (comma-separated, e.g. `untranslated,compiled level 3`) where a part of the compiler is worked on.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EXECUTIONS, type Execution, type Results } from './harness/executions.ts';
import { parseRunCase, withResults, type ExpectedLine } from './harness/run-case.ts';
import { RunPool, type RunOutcome } from './harness/run-pool.ts';
import { REPOSITORY } from './harness/source-snapshot.ts';

const FOLDER = join(REPOSITORY, 'test/run');
const update = process.env.MIXMOD_UPDATE === '1';
const executions = chosenExecutions(process.env.MIXMOD_EXECUTIONS);

/** In parts all programs of several modules, and of the others every fourth, unless it is named: it is the compiled one again. */
function executionsOf(name: string, text: string): readonly Execution[] {
  const hasModules = /from '\.\.?\//.test(text);
  const isChosen = hasModules || programs.indexOf(name) % 4 === 0;
  return executions === EXECUTIONS && !isChosen
    ? executions.filter((execution) => execution !== 'compiled in parts')
    : executions;
}

/** All, unless some are named. */
function chosenExecutions(names: string | undefined): readonly Execution[] {
  if (!names) return EXECUTIONS;
  return names.split(',').map((name) => {
    const execution = EXECUTIONS.find((one) => one === name.trim());
    if (!execution)
      throw new Error(`MIXMOD_EXECUTIONS: ${name} is none of ${EXECUTIONS.join(', ')}`);
    return execution;
  });
}

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
    const expressions = lines.map(({ expression }) => expression);
    if (update) {
      const results = await firstResults(path, expressions);
      updateFile(path, text, lines, results);
      return;
    }
    const chosen = executionsOf(name, text);
    const outcome = await pool.run({ path, expressions, executions: chosen });
    const wrong = differences(lines, outcome, chosen);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
  });
});

/** Of the untranslated execution, or where that does not apply, of the compiled one. */
async function firstResults(path: string, expressions: readonly string[]): Promise<Results> {
  for (const execution of ['untranslated', 'compiled level 3'] as const) {
    const outcome = await pool.run({ path, expressions, executions: [execution] });
    expect(outcome.failures).toEqual([]);
    const results = outcome.results.get(execution);
    if (results) return results;
  }
  throw new Error('no execution applies');
}

/** One text for each wrong result, naming the execution; and for each execution that did not come to an end. */
function differences(
  lines: readonly ExpectedLine[],
  { results, excused, failures }: RunOutcome,
  chosen: readonly Execution[],
): readonly string[] {
  const wrong = [...results].flatMap(([execution, got]) =>
    lines.flatMap(({ line, expression, expected }, index) => {
      const result = got[index];
      if (result === expected) return [];
      return [`line ${line + 1}, ${execution}: ${expression} → ${result}, expected ${expected}`];
    }),
  );
  const failed = failures.map(({ execution, reason }) => `${execution}: ${reason}`);
  const missing = chosen.filter(
    (execution: Execution) =>
      !results.has(execution) && !excused.has(execution) && failures.length === 0,
  );
  return [...wrong, ...failed, ...missing.map((execution) => `${execution}: no results`)];
}

function updateFile(
  path: string,
  text: string,
  lines: readonly ExpectedLine[],
  results: Results,
): void {
  lines.forEach(({ line, expression, expected }, index) => {
    if (results[index] === expected) return;
    const old = `- ${expression} → ${expected}`;
    process.stdout.write(`${path}:${line + 1}\n${old}\n+ ${expression} → ${results[index]}\n`);
  });
  const updated = withResults(text, lines, results);
  if (updated !== text) writeFileSync(path, updated);
}

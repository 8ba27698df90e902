// `make bench-modules`: builtin mixed modules beside what people use for the same, in nanoseconds.
import { isDeepStrictEqual } from 'node:util';
import { measure, measureAsync, type AsyncContestant } from './measure.ts';
import { csvTasks } from './modules/csv.ts';
import { hashlibTasks } from './modules/hashlib.ts';
import type { Task, Tasks } from './modules/peers.ts';
import { randomTasks } from './modules/random.ts';
import { zlibTasks } from './modules/zlib.ts';
import { left, right, table } from './table.ts';

const MODULES: Readonly<Record<string, Tasks>> = {
  csv: csvTasks,
  hashlib: hashlibTasks,
  random: randomTasks,
  zlib: zlibTasks,
};

/** Seconds for each contestant. */
const BUDGET = 0.25;

async function rowsOf(task: Task): Promise<readonly string[][]> {
  const { what, times, contestants, isRandom = false, isAsync = false, comparable } = task;
  const names = Object.keys(contestants);
  const runs = Object.values(contestants);
  const results = isRandom ? [] : await Promise.all(runs.map((run) => run()));
  const [own, ...others] = comparable === undefined ? results : results.map(comparable);
  if (others.some((other) => !isDeepStrictEqual(own, other))) throw new Error(`${what} differs`);
  const seconds = isAsync
    ? await measureAsync(runs as readonly AsyncContestant[], BUDGET)
    : measure(runs, BUDGET);
  const [ours = NaN] = seconds;
  return names.map((name, index) => {
    const time = seconds[index] ?? NaN;
    const factor = index === 0 ? '' : (time / ours).toFixed(2);
    return [index === 0 ? what : '', name, ((time / times) * 1e9).toFixed(1), factor];
  });
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !Object.hasOwn(MODULES, name));
  if (unknown !== undefined)
    throw new Error(`no module ${unknown}; there are ${Object.keys(MODULES).join(', ')}`);
  for (const [name, tasks] of Object.entries(MODULES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const rows: string[][] = [];
    for (const task of await tasks()) rows.push(...(await rowsOf(task)));
    process.stdout.write(`${name}\n`);
    const columns = [left('task'), left('by'), right('ns'), right('× ours')];
    process.stdout.write(`${table(columns, rows).join('\n')}\n\n`);
  }
}

await main(process.argv.slice(2).flatMap((argument) => argument.split(' ')));

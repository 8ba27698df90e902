// `make demo`: builds the examples, checks what they print, and measures them on real data against the same source on V8
// and against Node's own implementations in C. Ends with code 1 if a result is wrong.
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { loadNative } from './build-module.ts';
import { demoRows, type DemoRow } from './demo-rows.ts';
import { buildExample, exampleNames, runExample } from './examples.ts';
import { measure } from './measure.ts';
import { duration, left, ratio, right, table } from './table.ts';
import { loadTwin } from './v8-twin.ts';
import { contestant, fingerprint } from './workload.ts';

const SECONDS_PER_CONTESTANT = 0.5;
const out = join(packageRoot, 'build', 'demo');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Checks of the examples themselves: null where all is right. */
async function checkExamples(): Promise<ReadonlyMap<string, string | null>> {
  const problems = new Map<string, string | null>();
  for (const name of exampleNames()) {
    const built = await buildExample(name, out, RELEASE, say);
    const start = performance.now();
    const problem = runExample(built, 'full', [process.execPath]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    say(`${problem === null ? 'ok   ' : 'WRONG'} examples/${name}: checked in ${seconds} s`);
    if (problem !== null) say(problem);
    problems.set(name, problem);
  }
  return problems;
}

interface Outcome {
  readonly cells: readonly string[];
  readonly right: boolean;
}

async function measureRow(row: DemoRow, exampleIsRight: boolean): Promise<Outcome> {
  const folder = join(out, row.source.split('/')[1] ?? '');
  const native = loadNative(join(folder, `${basename(row.source, '.ts')}.node`));
  const twin =
    row.twin && (await loadTwin(join(packageRoot, row.source), row.twin, join(out, 'v8')));
  const same = !twin || fingerprint(row, native) === fingerprint(row, twin);
  const contestants = [contestant(row, native)];
  if (twin) contestants.push(contestant(row, twin));
  if (row.node) contestants.push(row.node);
  const [nativeTime = NaN, ...others] = measure(contestants, SECONDS_PER_CONTESTANT);
  const v8Time = twin ? others.shift() : undefined;
  const nodeTime = row.node ? others.shift() : undefined;
  const compared = (time: number | undefined): readonly string[] =>
    time === undefined ? ['-', '-'] : [duration(time), ratio(time, nativeTime)];
  const isRight = exampleIsRight && same;
  return {
    cells: [
      row.name,
      isRight ? 'ok' : 'WRONG',
      duration(nativeTime),
      ...compared(v8Time),
      row.twin === 'untranslated' ? 'untranslated' : row.twin === null ? 'calls C' : '',
      ...compared(nodeTime),
    ],
    right: isRight,
  };
}

async function main(): Promise<void> {
  const problems = await checkExamples();
  say('\nmeasuring');
  const outcomes: Outcome[] = [];
  for (const row of demoRows(out)) {
    const name = row.source.split('/')[1] ?? '';
    const outcome = await measureRow(row, problems.get(name) === null);
    say(`  ${row.name}: ${outcome.cells[2]}`);
    outcomes.push(outcome);
  }
  say('');
  const columns = [
    left('example'),
    left('result'),
    right('native'),
    right('V8'),
    right('V8/native'),
    left('on V8'),
    right("Node's C"),
    right('C/native'),
  ];
  for (const line of table(
    columns,
    outcomes.map(({ cells }) => cells),
  ))
    say(line);
  say('\nMedians at steady state, measured in turns. V8 runs the same source without its types;');
  say("'untranslated' is the compiler's own JavaScript of it, for 64-bit words that wrap. A ratio");
  say('above 1 means that the native module is faster. The picture that mandelbrot drew:');
  say(pathToFileURL(join(out, '03-mandelbrot/out/mandelbrot.png')).href);
  if (
    [...problems.values()].some((problem) => problem !== null) ||
    !outcomes.every((o) => o.right)
  ) {
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

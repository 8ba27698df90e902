// `make bench-values`: records, arrays and texts through the boundary, beside the same functions written by hand in C with Node-API.
import { isDeepStrictEqual } from 'node:util';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule, loadNative } from './build-module.ts';
import { findCCompiler } from './c-addon.ts';
import { run } from './run-program.ts';
import { left, right, table } from './table.ts';

type Functions = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 0.5);
const points = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => ({ x: i, y: -i }));
const PERSON = { name: 'Ada Lovelace', age: 36, email: 'ada@example.org', scores: [1, 2, 3, 4] };

const ROWS: readonly (readonly [name: string, what: string, values: readonly unknown[]])[] = [
  ['length', 'a record of 2 numbers', [{ x: 3, y: 4 }]],
  [
    'add',
    'two records → a record',
    [
      { x: 3, y: 4 },
      { x: 1, y: 2 },
    ],
  ],
  ['total', '10 numbers', [numbers(10)]],
  ['total', '1000 numbers', [numbers(1000)]],
  ['doubled', '1000 numbers → 1000 numbers', [numbers(1000)]],
  ['centre', '10 records → a record', [points(10)]],
  ['centre', '1000 records → a record', [points(1000)]],
  ['moved', '1000 records → 1000 records', [points(1000)]],
  ['person', 'a record with 2 texts and 4 numbers', [PERSON]],
  ['texts', '100 texts', [Array.from({ length: 100 }, (_, i) => `text number ${i}`)]],
];

/** Nanoseconds of one call: the least of many rounds. */
function measure(
  one: (...values: readonly unknown[]) => unknown,
  values: readonly unknown[],
): number {
  const round = (count: number): number => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) one(...values);
    return Number(process.hrtime.bigint() - start);
  };
  let count = 1;
  while (round(count) < 3e6) count *= 2;
  return Math.min(...Array.from({ length: 40 }, () => round(count))) / count;
}

async function main(): Promise<void> {
  const folder = join(packageRoot, 'node_modules/.cache/bench-values');
  mkdirSync(folder, { recursive: true });
  const sources = join(packageRoot, 'test/bench/values');
  const addon = join(folder, 'addon.node');
  const headers = join(packageRoot, 'node_modules/node-api-headers/include');
  const { program, version } = findCCompiler(() => {});
  const flags = ['-O3', '-shared', '-fPIC', '-I', headers];
  run(program, [...flags, '-o', addon, join(sources, 'addon.c')]);
  const { node } = await buildModule(join(sources, 'values.ts'), folder, RELEASE);
  const [c, ours] = [loadNative(addon) as Functions, loadNative(node) as Functions];
  const rows = ROWS.map(([name, what, values]) => {
    const [theirs, own] = [c[name], ours[name]];
    if (!theirs || !own || !isDeepStrictEqual(theirs(...values), own(...values)))
      throw new Error(`${name} differs`);
    const [slow, fast] = [measure(theirs, values), measure(own, values)];
    return [name, what, slow.toFixed(0), fast.toFixed(0), (slow / fast).toFixed(1)];
  });
  const headings = [
    left('function'),
    left('values'),
    right('C, ns'),
    right('mixmod, ns'),
    right('C/mixmod'),
  ];
  process.stdout.write(
    `${table(headings, rows).join('\n')}\n\n${version}, Node ${process.version}\n`,
  );
}

await main();

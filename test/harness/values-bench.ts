// `make bench-values`: records, arrays, texts, objects, callbacks and exceptions through the boundary, beside the same functions written by hand in C with Node-API.
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

/** What is done again and again, made of a module; of `calls` calls in one. */
interface ObjectRow {
  readonly name: string;
  readonly what: string;
  readonly calls: number;
  readonly make: (module: ObjectModule) => () => unknown;
}

/** Of `test/bench/values/objects.ts`. */
interface ObjectModule {
  readonly Counter: new (count: number) => { readonly count: number; add(n: number): number };
  apply(f: (x: number) => number, x: number): number;
  each(n: number, f: (x: number) => number): number;
  greet(name: string): string;
  fails(text: string): void;
}

const OBJECT_ROWS: readonly ObjectRow[] = [
  {
    name: 'add',
    what: 'a method',
    calls: 1,
    make: ({ Counter }) => {
      const counter = new Counter(1);
      return () => counter.add(0);
    },
  },
  {
    name: 'count',
    what: 'a field or getter',
    calls: 1,
    make: ({ Counter }) => {
      const counter = new Counter(1);
      return () => counter.count;
    },
  },
  {
    name: 'new',
    what: 'a new object',
    calls: 1,
    make:
      ({ Counter }) =>
      () =>
        new Counter(1).count,
  },
  { name: 'apply', what: 'a callback', calls: 1, make: (f) => () => f.apply((x) => x + 1, 1) },
  {
    name: 'apply',
    what: 'the same callback',
    calls: 1,
    make: (f) => {
      const own = (x: number): number => x + 1;
      return () => f.apply(own, 1);
    },
  },
  {
    name: 'each',
    what: 'one of 1000 callbacks',
    calls: 1000,
    make: (f) => () => f.each(1000, (x) => x + 1),
  },
  { name: 'greet', what: 'text → text', calls: 1, make: (f) => () => f.greet('Ada Lovelace') },
  {
    name: 'fails',
    what: 'an exception',
    calls: 1,
    make: (f) => () => {
      try {
        f.fails('text');
        return 'none';
      } catch (error) {
        return String(error);
      }
    },
  },
];

/** Nanoseconds of one call: the least of many rounds. */
function measure(one: () => unknown): number {
  const round = (count: number): number => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) one();
    return Number(process.hrtime.bigint() - start);
  };
  let count = 1;
  while (round(count) < 3e6) count *= 2;
  return Math.min(...Array.from({ length: 40 }, () => round(count))) / count;
}

function compare(
  name: string,
  what: string,
  calls: number,
  [theirs, own]: readonly [() => unknown, () => unknown],
): readonly string[] {
  if (!isDeepStrictEqual(theirs(), own())) throw new Error(`${name} differs`);
  const [slow, fast] = [measure(theirs) / calls, measure(own) / calls];
  return [name, what, slow.toFixed(0), fast.toFixed(0), (slow / fast).toFixed(1)];
}

/** The addon of C and the compiled module of one name. */
async function bothModules(
  name: string,
  c: string,
  compiler: string,
): Promise<readonly [object, object]> {
  const folder = join(packageRoot, 'node_modules/.cache/bench-values');
  mkdirSync(folder, { recursive: true });
  const sources = join(packageRoot, 'test/bench/values');
  const addon = join(folder, `${c}.node`);
  const headers = join(packageRoot, 'node_modules/node-api-headers/include');
  const flags = ['-O3', '-shared', '-fPIC', '-I', headers];
  run(compiler, [...flags, '-o', addon, join(sources, `${c}.c`)]);
  const { node } = await buildModule(join(sources, `${name}.ts`), join(folder, name), RELEASE);
  return [loadNative(addon), loadNative(node)];
}

async function main(): Promise<void> {
  const { program, version } = findCCompiler(() => {});
  const [c, ours] = (await bothModules('values', 'addon', program)) as [Functions, Functions];
  const values = ROWS.map(([name, what, given]) => {
    const [theirs, own] = [c[name], ours[name]];
    if (!theirs || !own) throw new Error(`${name} is missing`);
    return compare(name, what, 1, [() => theirs(...given), () => own(...given)]);
  });
  const [first, second] = (await bothModules('objects', 'objects', program)) as [
    ObjectModule,
    ObjectModule,
  ];
  const objects = OBJECT_ROWS.map(({ name, what, calls, make }) =>
    compare(name, what, calls, [make(first), make(second)]),
  );
  const headings = [
    left('function'),
    left('values'),
    right('C, ns'),
    right('mixmod, ns'),
    right('C/mixmod'),
  ];
  process.stdout.write(
    `${table(headings, [...values, ...objects]).join('\n')}\n\n${version}, Node ${process.version}\n`,
  );
}

await main();

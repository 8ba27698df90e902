// Processes that compile modules beside a build: what they make is what the build makes alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProgram } from '../../compiler/check/check-part.ts';
import { nodeHost } from '../../compiler/host.ts';
import { WATCH } from '../../compiler/options.ts';
import type { PartsBuilder as Builder } from '../../compiler/parts/build-parts.ts';
import { PartKeys } from '../../compiler/parts/part-keys.ts';
import type { PartsResult } from '../../compiler/parts/parts-result.ts';
import {
  WORTH_WORKERS,
  type PartAnswer,
  type PartRequest,
  type PartWorkers as Workers,
} from '../../compiler/parts/workers.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

/** Workers are files of JavaScript: all is from there. */
const compiled = (file: string): string =>
  join(sourceSnapshot(), 'dist/compiler/parts', `${file}.js`);

const COUNT = WORTH_WORKERS + 6;
const folder = mkdtempSync(join(tmpdir(), 'mixmod-workers-'));
const entry = join(folder, 'entry.ts');
let PartsBuilder: typeof Builder;
let PartWorkers: typeof Workers;

const HEAD = "'use mixmod';\nimport type { i32 } from 'mixmod';\n";
const path = (index: number): string => join(folder, `m${index}.ts`);

function writeModule(index: number, result = String(index)): void {
  const from = index > 0 ? `import { f${index - 1} } from './m${index - 1}.ts';\n` : '';
  const before = index > 0 ? `f${index - 1}(x) + ` : '';
  writeFileSync(
    path(index),
    `${HEAD}${from}export function f${index}(x: i32): i32 { return ${before}x * ${result}; }\n`,
  );
}

beforeAll(async () => {
  ({ PartsBuilder } = (await import(compiled('build-parts'))) as {
    readonly PartsBuilder: typeof Builder;
  });
  ({ PartWorkers } = (await import(compiled('workers'))) as {
    readonly PartWorkers: typeof Workers;
  });
  const last = COUNT - 1;
  writeFileSync(
    entry,
    `${HEAD}import { f${last} } from './m${last}.ts';\nexport function all(x: i32): i32 { return f${last}(x); }\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeAll(): void {
  for (let index = 0; index < COUNT; index++) writeModule(index);
}

async function build(workers: number): Promise<PartsResult> {
  const steps: number[] = [];
  const builder = new PartsBuilder(nodeHost, null, {
    workers,
    onProgress: (done, all) => steps.push(done / all),
  });
  try {
    const built = await builder.build(entry, WATCH, 'commonjs');
    if (!built) throw new Error('the entry is missing');
    if (built.files) expect(steps).toEqual(steps.map((_, index) => (index + 1) / (COUNT + 1)));
    return built;
  } finally {
    builder.close();
  }
}

test('the addon is the one that is built without them', async () => {
  writeAll();
  const [alone, beside] = [await build(0), await build(2)];
  expect(beside.diagnostics).toEqual([]);
  expect(beside.compiled.length).toBe(COUNT + 1);
  expect([...(beside.files ?? [])]).toEqual([...(alone.files ?? [])]);
  expect(beside.files?.get('entry.node')?.length).toBeGreaterThan(1000);
});

test('errors are told in the order of modules, whoever has found them', async () => {
  writeAll();
  for (const index of [1, 9, 17, COUNT - 2]) writeModule(index, '"text"');
  const [alone, beside] = [await build(0), await build(2)];
  const told = ({ diagnostics }: PartsResult): readonly string[] =>
    diagnostics.map(({ code, span }) => `${span?.file.path.split('/').at(-1)} ${code}`);
  expect(told(beside)).toEqual([
    'm1.ts RTS2007',
    'm9.ts RTS2007',
    'm17.ts RTS2007',
    `m${COUNT - 2}.ts RTS2007`,
  ]);
  expect(told(alone)).toEqual(told(beside));
  expect(beside.files).toBeNull();
});

test('a worker makes what it is asked for, and nothing of what has changed since', async () => {
  writeAll();
  const open = openProgram(entry, nodeHost);
  if (!open) throw new Error('the entry is missing');
  const keys = new PartKeys(open, WATCH, '');
  const requests = open.order.slice(0, 6).map((file): PartRequest => ({
    entry,
    options: WATCH,
    identity: '',
    isCached: false,
    file: file.fileName,
    key: keys.of(file),
  }));
  writeModule(3, '77');
  const made = new Map<PartRequest, NonNullable<PartAnswer['made']>>();
  const failed: PartRequest[] = [];
  const workers = new PartWorkers(1);
  const queue = [...requests];
  await workers.run(
    () => queue.shift(),
    (request, answer) => made.set(request, answer),
    (request) => failed.push(request),
  );
  workers.close();
  const [first] = made.values();
  expect([...(first?.outputs?.keys() ?? [])]).toEqual(['part.o', 'part.json']);
  expect(first?.timings.get('check')).toBeGreaterThan(0);
  expect(failed).toEqual([requests[3]]);
});

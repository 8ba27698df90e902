// Builds that are killed, that meet each other, that find no room and no rights. After each, every output is whole and
// right or absent, the cache holds nothing that is not what its name says, and the next build puts all right.
// MIXMOD_FAULTS=full: the full counts; minutes.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../compiler/cache/digest.ts';
import { Workspace } from '../cli/command.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

const FULL = process.env['MIXMOD_FAULTS'] === 'full';
const KILLS = FULL ? { compiling: 40, restoring: 60 } : { compiling: 1, restoring: 6 };

/** The second version has one export more. */
const program = (version: number): string => `'use mixmod';
import { i32 } from 'mixmod';
export function version(): i32 { return ${version}; }
${version === 2 ? 'export function second(): i32 { return 2; }' : ''}
`;
const NAMES = ['a.node', 'a.js', 'a.d.ts'];

let space: Workspace;
/** The outputs of both versions: 1 and 2. */
const right = new Map<number, ReadonlyMap<string, Buffer>>();

function build(...more: string[]): { readonly outcome: string; readonly status: number | null } {
  const { stdout, status } = space.mixmod(['build', 'a.ts', '--out', 'out', '--json', ...more]);
  return { outcome: (JSON.parse(stdout) as { outcome: string }).outcome, status };
}

const choose = (version: number): void => writeFileSync(space.path('a.ts'), program(version));

beforeAll(() => {
  space = new Workspace({ 'package.json': '{ "type": "module" }' });
  for (const version of [1, 2]) {
    choose(version);
    expect(build().outcome).toBe('compiled');
    right.set(version, new Map(NAMES.map((name) => [name, readFileSync(space.path('out', name))])));
  }
});
afterAll(() => space.remove());
beforeEach(() => rmSync(space.path('out'), { recursive: true, force: true }));

/** Of which version each output is that is there. Fails where one is of none, or something else lies beside them. */
function versions(pieces: RegExp | null = null): readonly number[] {
  const names = existsSync(space.path('out')) ? readdirSync(space.path('out')) : [];
  return names.flatMap((name) => {
    if (pieces?.test(name)) return [];
    const bytes = readFileSync(space.path('out', name));
    const found = [1, 2].filter((version) => right.get(version)?.get(name)?.equals(bytes));
    expect(found, `${name}, ${bytes.length} bytes`).not.toEqual([]);
    return found.length === 2 ? [] : found;
  });
}

function expectVersion(version: number): void {
  const outputs = new Map(NAMES.map((name) => [name, readFileSync(space.path('out', name))]));
  expect(outputs).toEqual(right.get(version));
  expect(readdirSync(space.path('out'))).toHaveLength(NAMES.length);
}

/** Every content that the cache holds is what its name says. */
function expectWholeCache(folder = space.path('cache')): void {
  for (const shard of existsSync(join(folder, 'cas')) ? readdirSync(join(folder, 'cas')) : []) {
    for (const name of readdirSync(join(folder, 'cas', shard))) {
      if (name.endsWith('.tmp')) continue;
      expect(digestOf(readFileSync(join(folder, 'cas', shard, name)))).toBe(shard + name);
    }
  }
}

function start(folder = 'cache') {
  const main = join(sourceSnapshot(), 'dist/compiler/main.js');
  return spawn(process.execPath, [main, 'build', 'a.ts', '--out', 'out'], {
    cwd: space.folder,
    env: { ...process.env, MIXMOD_CACHE: space.path(folder) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const PIECES = /\.tmp$/;

interface KillReport {
  kills: number;
  midway: number;
  mixtures: number;
  refused: number;
}

/** Kills one build `after` so many milliseconds, and looks. */
async function killOne(after: number, report: KillReport): Promise<void> {
  const child = start();
  const ended = once(child, 'exit');
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  report.kills++;
  if (signal) report.midway++;
  expectWholeCache();
  if (new Set(versions(PIECES)).size > 1) lookAtMixture(report);
}

/** Files of two builds: either they work together, or loading them says what is wrong. */
function lookAtMixture(report: KillReport): void {
  report.mixtures++;
  if (!existsSync(space.path('out/a.js')) || !existsSync(space.path('out/a.node'))) return;
  const script = "import('./out/a.js').then((m) => console.log(m.version()))";
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: space.folder,
    encoding: 'utf8',
  });
  if (/^[12]\n$/.test(stdout)) return;
  report.refused++;
  expect(stderr).toContain('it is of another build than a.js; build a.ts again');
}

test('killed while it writes, and while it compiles', { timeout: 1_000_000 }, async () => {
  const report: KillReport = { kills: 0, midway: 0, mixtures: 0, refused: 0 };
  let version = 1;
  choose(1);
  build();
  const begun = performance.now();
  choose(2);
  expect(build().outcome).toBe('restored');
  const restoring = performance.now() - begun;
  for (let kill = 0; kill < KILLS.restoring; kill++) {
    choose(version);
    // What is written comes at the end.
    await killOne(restoring * (0.5 + Math.random() * 0.7), report);
    if (kill % 3 === 2) {
      expect(['restored', 'unchanged']).toContain(build().outcome);
      expectVersion(version);
    }
    version = 3 - version;
  }
  for (let kill = 0; kill < KILLS.compiling; kill++) {
    rmSync(space.path('cache'), { recursive: true });
    await killOne(100 + Math.random() * 2500, report);
    build();
    expectVersion(3 - version);
    expect(build().outcome).toBe('unchanged');
  }
  if (FULL) console.log(JSON.stringify(report));
  expect(report.kills).toBe(KILLS.restoring + KILLS.compiling);
});

test('the loader and the module of two builds', () => {
  choose(1);
  build();
  writeFileSync(space.path('out/a.js'), right.get(2)?.get('a.js') ?? '');
  const report: KillReport = { kills: 0, midway: 0, mixtures: 0, refused: 0 };
  lookAtMixture(report);
  expect(report.refused).toBe(1);
  choose(2);
  build();
  writeFileSync(space.path('out/a.js'), right.get(1)?.get('a.js') ?? '');
  lookAtMixture(report);
  expect(report.refused).toBe(1);
  expect(build().outcome).toBe('restored');
  expectVersion(2);
});

/** A build that is killed when it is about to replace its output number `count`, from 0. */
function killAtRename(count: number): void {
  const script = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const rename = fs.renameSync;
let left = ${count};
fs.renameSync = (from, to) => {
  if (to.includes('/out/') && left-- === 0) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
};
syncBuiltinESMExports();`;
  writeFileSync(space.path('killer.mjs'), script);
  const environment = { NODE_OPTIONS: `--import=${space.path('killer.mjs')}` };
  expect(space.mixmod(['build', 'a.ts', '--out', 'out'], { environment }).status).toBeNull();
}

test.each([
  [1, 2],
  [2, 1],
])('killed between two outputs, from version %i to %i', (before, after) => {
  for (const [count, refused] of [
    [0, 0],
    [1, after === 1 ? 1 : 0],
    [2, 0],
  ] as const) {
    choose(before);
    build();
    expectVersion(before);
    choose(after);
    killAtRename(count);
    // The module is the first, its declarations are the last.
    expect(versions(PIECES).filter((version) => version === after)).toHaveLength(count);
    const report: KillReport = { kills: 1, midway: 1, mixtures: 0, refused: 0 };
    lookAtMixture(report);
    expect(report.refused).toBe(refused);
    expect(build().outcome).toBe('restored');
    expectVersion(after);
  }
});

test('what a killed process has left is removed, and what a running one writes is not', async () => {
  choose(1);
  build();
  const [piece = ''] = await pieceOfKilled();
  const running = piece.replace(/-\d+-/, `-${process.pid}-`);
  writeFileSync(space.path('out', piece), 'half');
  writeFileSync(space.path('out', running), 'half');
  writeFileSync(space.path('out/a.node'), 'damaged');
  expect(build().outcome).toBe('restored');
  expect(readdirSync(space.path('out')).sort()).toEqual([...NAMES, running].sort());
});

/** The name that a process which is gone would have written `a.node` under. */
async function pieceOfKilled(): Promise<readonly string[]> {
  const script = `import { nodeHost } from ${JSON.stringify(join(sourceSnapshot(), 'dist/compiler/host.js'))};
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
fs.renameSync = (from) => { console.log(from); process.kill(process.pid, 'SIGKILL'); };
syncBuiltinESMExports();
nodeHost.writeAtomic(process.argv[1], 'half');`;
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, space.path('out/a.node')],
    { encoding: 'utf8' },
  );
  const names = readdirSync(space.path('out')).filter((name) => PIECES.test(name));
  expect(stdout.trim()).toBe(space.path('out', names[0] ?? ''));
  return names;
}

test.each(FULL ? [2, 4, 4, 4] : [2, 4])('%i builds at once', async (count) => {
  choose(1);
  rmSync(space.path('cache'), { recursive: true });
  const children = Array.from({ length: count }, () => start());
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => code as unknown)).toEqual(children.map(() => 0));
  expectVersion(1);
  expectWholeCache();
  expect(build().outcome).toBe('unchanged');
});

test('a cache that may only be read is read', () => {
  choose(1);
  build();
  const run = () => space.mixmod(['build', 'a.ts', '--out', 'out', '--json'], { powerless: true });
  readOnly(0o555);
  try {
    expect(JSON.parse(run().stdout)).toMatchObject({ outcome: 'unchanged' });
    writeFileSync(space.path('a.ts'), program(3));
    const { stdout, stderr, status } = run();
    expect([stderr, status]).toEqual(['', 0]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'compiled' });
  } finally {
    readOnly(0o755);
  }
});

function readOnly(mode: number): void {
  const folder = space.path('cache');
  chmodSync(folder, 0o755);
  for (const item of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, item);
    chmodSync(path, statSync(path).isDirectory() ? mode : mode & 0o444);
  }
  chmodSync(folder, mode);
}

test('no folder for a cache: neither a home that can be written nor a name for one', () => {
  choose(1);
  const none = { MIXMOD_CACHE: undefined, XDG_CACHE_HOME: undefined };
  const args = ['build', 'a.ts', '--out', 'out'];
  const outcome = space.mixmod(args, { environment: { ...none, HOME: '/dev/null/none' } });
  expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
  expectVersion(1);
});

const mounted = (folder: string, size: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]).status === 0;

test('a disk that is full: outputs come all or none, and a cache there is no error', () => {
  choose(1);
  build();
  const pages = Math.ceil((right.get(1)?.get('a.node')?.length ?? 0) / 4096);
  for (const size of FULL
    ? Array.from({ length: pages + 4 }, (_, page) => page + 1)
    : [2, pages, pages + 1, pages + 3]) {
    rmSync(space.path('out'), { recursive: true, force: true });
    mkdirSync(space.path('out'));
    if (!mounted(space.path('out'), `${size * 4}k`)) return; // not allowed here
    try {
      const { outcome } = build();
      expect(['failed', 'restored']).toContain(outcome);
      // The temporaries are gone; what is there is all of it.
      expect(readdirSync(space.path('out')).length).toBe(outcome === 'failed' ? 0 : NAMES.length);
      versions();
    } finally {
      spawnSync('umount', [space.path('out')]);
    }
  }
  mkdirSync(space.path('small'));
  mounted(space.path('small'), '12k');
  try {
    const { status, stderr } = space.mixmod(['build', 'a.ts', '--out', 'out'], {
      environment: { MIXMOD_CACHE: space.path('small') },
    });
    expect([status, stderr]).toEqual([0, '']);
    expectVersion(1);
    expectWholeCache(space.path('small'));
  } finally {
    spawnSync('umount', [space.path('small')]);
  }
});

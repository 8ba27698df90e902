// Addons for each target: of the right machine, linked to what its system has, and with no name that an older C library lacks.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { optionsFor, RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { TARGET_NAMES, TARGETS, type TargetName } from '../../compiler/target/targets.ts';
import { buildModule } from '../harness/build-module.ts';

/** What docs/targets.md claims. */
const LOWEST_GLIBC = [2, 27];

const out = mkdtempSync(join(tmpdir(), 'mixmod-targets-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Without a heap: the runtime core of the target is not made for it. */
const SCALAR = join(out, 'scalar.ts');
writeFileSync(SCALAR, "'use mixmod';\nexport function half(x: number): number { return x / 2; }\n");

/** Programs that between them need what modules may need of the C library: callbacks, threads, offthread functions, numbers. */
const PROGRAMS = [
  'c-calls/callbacks-on-other-threads.ts',
  'offthread/values-are-copied.ts',
  'strings/values-become-text.ts',
] as const;

const readelf = (options: string, path: string): string =>
  spawnSync('readelf', [options, '-W', path], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;

async function built(target: TargetName, program: string): Promise<string> {
  const path = join(packageRoot, 'test/run', program);
  return (await buildModule(path, join(out, target), optionsFor(RELEASE, target))).node;
}

/** What the host has to have: names that are not weak, without those of Node-API and V8. */
function wanted(node: string): readonly string[] {
  return readelf('--dyn-syms', node)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[6] === 'UND' && row[4] === 'GLOBAL')
    .map((row) => row[7]?.replace(/@.*/, '') ?? '')
    .filter((name) => name !== '' && !/^(napi_|node_api_)/.test(name));
}

describe.each(TARGET_NAMES)('%s', (target) => {
  test('its machine, its libraries, and no version of a name', async () => {
    const { node } = await buildModule(SCALAR, join(out, target), optionsFor(RELEASE, target));
    const machine = TARGETS[target].architecture === 'arm64' ? 'AArch64' : 'X86-64';
    expect(readelf('-h', node)).toContain(machine);
    const needed = [...readelf('-d', node).matchAll(/NEEDED.*\[(.*)\]/g)].map(([, name]) => name);
    expect(needed).toEqual(TARGETS[target].libraries);
    expect(readelf('-V', node)).not.toContain('Name: GLIBC');
  });
});

/** The oldest version of each name that a library has, e.g. [2, 27]. */
function versionsIn(library: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const line of readelf('--dyn-syms', library).split('\n')) {
    const [, name, version] = /\s(\w+)@+GLIBC_([\d.]+)$/.exec(line.trimEnd()) ?? [];
    if (name === undefined || version === undefined) continue;
    const numbers = version.split('.').map(Number);
    const known = found.get(name);
    if (!known || isOlder(numbers, known)) found.set(name, numbers);
  }
  return found;
}

function isOlder(a: readonly number[], b: readonly number[]): boolean {
  const at = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0);
}

test.each([
  ['linux-x64', '/lib/x86_64-linux-gnu'],
  ['linux-arm64', '/usr/aarch64-linux-gnu/lib'],
] as const)(
  `modules for %s need no glibc newer than ${LOWEST_GLIBC.join('.')}`,
  async (target, lib) => {
    const versions = new Map(
      ['libm.so.6', 'libc.so.6'].flatMap((name) => [...versionsIn(join(lib, name))]),
    );
    expect(versions.get('memfd_create')).toEqual([2, 27]);
    for (const program of PROGRAMS) {
      const names = wanted(await built(target, program)).filter((name) => versions.has(name));
      expect(names).toContain('malloc');
      expect(names.filter((name) => isOlder(LOWEST_GLIBC, versions.get(name) ?? []))).toEqual([]);
    }
  },
);

test('musl has what modules for it need', async () => {
  const names = new Set(
    readelf('--dyn-syms', '/lib/ld-musl-x86_64.so.1')
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[7]),
  );
  expect(names.has('malloc')).toBe(true);
  const ofUnwinder = /^(_Unwind_|__gcc_personality_v0$)/;
  for (const program of PROGRAMS) {
    const missing = wanted(await built('linux-x64-musl', program)).filter(
      (name) => !names.has(name) && !ofUnwinder.test(name),
    );
    expect(missing).toEqual([]);
  }
});

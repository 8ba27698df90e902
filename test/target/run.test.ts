// Programs of test/run/ in a Node for 64-bit ARM, by QEMU: a choice of them, with C of their own. `make test-targets` runs all, and musl's.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsFor, RELEASE } from '../../compiler/options.ts';
import { buildPrograms, runPrograms } from '../harness/built-programs.ts';
import type { BuiltProgram } from '../harness/host-programs.ts';
import {
  missingPackages,
  NODE_ARM64,
  obtainTargetHost,
  sourceFolder,
} from '../harness/target-hosts.ts';

const PROGRAMS = [
  'c-calls/callbacks-on-other-threads.ts',
  'c-calls/errors-in-callbacks.ts',
  'c-calls/numbers-of-every-type-go-and-come.ts',
  'c-calls/structures-by-value-of-the-c-library.ts',
  'classes/inheritance-and-virtual-methods.ts',
  'closures/captures.ts',
  'conformance/argument-errors.ts',
  'conformance/typed-arrays.ts',
  'exceptions/errors-cross-functions.ts',
  'generators/bodies.ts',
  'offthread/values-are-copied.ts',
  'rffi/bit-fields-and-unions.ts',
  'rffi/callbacks.ts',
  'rffi/structures-by-value.ts',
  'rffi/structures-of-one-long-double.ts',
  'rffi/variadic-functions-and-errno.ts',
  'strings/methods.ts',
  'weak/weak-references.ts',
];

/** Those that allocate most: with a collection at every allocation. */
const STRESSED = ['classes/', 'closures/', 'generators/', 'rffi/callbacks', 'weak/'];

const isThere = missingPackages('linux-arm64').length === 0 && existsSync(sourceFolder(NODE_ARM64));
const out = mkdtempSync(join(tmpdir(), 'mixmod-arm64-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

// `make setup` installs what is needed; without it each program counts as skipped.
describe.skipIf(!isThere)('linux-arm64, in Node 20', () => {
  let command: readonly [string, ...string[]];
  let built: readonly BuiltProgram[] = [];

  beforeAll(async () => {
    ({ command } = obtainTargetHost(NODE_ARM64, () => {}));
    const options = optionsFor(RELEASE, 'linux-arm64');
    const made = await buildPrograms(out, PROGRAMS, options);
    expect(made.failures).toEqual([]);
    built = made.built;
  }, 600_000);

  test.each(PROGRAMS)('%s', (name) => {
    const programs = built.filter((one) => one.name === name);
    expect(programs).toHaveLength(1);
    expect(runPrograms(command, programs, out)).toEqual([]);
  });

  test('with a collection at every allocation', () => {
    const programs = built.filter(({ name }) => STRESSED.some((part) => name.startsWith(part)));
    expect(programs).toHaveLength(STRESSED.length);
    const env = { ...process.env, MIXMOD_GC: 'stress' };
    expect(runPrograms(command, programs, out, env)).toEqual([]);
  });
});

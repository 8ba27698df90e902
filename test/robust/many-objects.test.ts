// Objects of classes, closures and functions of JavaScript, very many in one loop: what nobody has any more is let go of without a
// turn of the event loop. MIXMOD_ROBUST=full takes the full counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';

const full = process.env.MIXMOD_ROBUST === 'full';
const TIMEOUT = full ? 600_000 : 120_000;
/** 500,000 objects and more, each of at least 200 bytes, would be more than this. */
const MOST_GROWTH = 96;

const folder = mkdtempSync(join(tmpdir(), 'mixmod-objects-'));
let node = '';

beforeAll(async () => {
  const source = fileURLToPath(new URL('programs/many-objects.ts', import.meta.url));
  ({ node } = await buildModule(source, folder, RELEASE));
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what JavaScript has no more takes no memory', { timeout: TIMEOUT }, () => {
  const count = full ? 3_000_000 : 500_000;
  const path = fileURLToPath(new URL('scripts/many-objects.mjs', import.meta.url));
  const ended = spawnSync(process.execPath, [path, node, String(count)], {
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  const { status, signal, stderr, stdout } = ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  const output = JSON.parse(stdout) as { grown: Record<string, number>; wrong: string[] };
  console.log(`${count}: ${stdout}`);
  expect(output.wrong).toEqual([]);
  for (const [kind, grown] of Object.entries(output.grown))
    expect(grown, kind).toBeLessThan(MOST_GROWTH);
});

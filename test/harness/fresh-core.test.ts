// What makes the runtime core stale.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { newerThan } from './fresh-core.ts';

const root = mkdtempSync(join(tmpdir(), 'mixmod-fresh-'));
afterAll(() => rmSync(root, { recursive: true }));

test('a file that is newer, anywhere below; a folder that a file is gone from', () => {
  const [folder, deep, stamp] = [join(root, 'a'), join(root, 'a/b'), join(root, 'stamp')];
  const file = join(deep, 'c.ts');
  mkdirSync(deep, { recursive: true });
  for (const path of [file, stamp]) writeFileSync(path, '');
  const set = (path: string, seconds: number): void => utimesSync(path, seconds, seconds);
  for (const path of [file, deep, folder]) set(path, 1000);
  set(stamp, 2000);
  expect(newerThan(stamp, [folder])).toBeUndefined();
  set(file, 3000);
  expect(newerThan(stamp, [folder])).toBe(file);
  rmSync(file);
  expect(newerThan(stamp, [folder])).toBe(deep);
});

// docs/ctypes/topics.md and the files of tests: each names the other.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/ctypes/topics.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:test_|besides)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const named = new Set(
  rows.flatMap((row) => [...(row[2] ?? '').matchAll(/`([\w-]+)`/g)].map((m) => m[1])),
);
const files = readdirSync('test/modules/ctypes')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => name.replace('.test.ts', ''));

test('every topic has its tests, or the reason why it has none', () => {
  const empty = rows.filter((row) => row[2] === '' && row[3] === '');
  expect(rows.length).toBeGreaterThan(55);
  expect(empty).toEqual([]);
});

test('the files are there, and no others', () => {
  expect([...named].toSorted()).toEqual(files.filter((name) => name !== 'topics').toSorted());
});

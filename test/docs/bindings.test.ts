// The modules that the documents say `mixmod bindings` has written are what it writes: a block of `sh` with the command, then one with the file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { documents, readDocument } from './examples.ts';

const COMMAND = /mixmod (bindings [^`\n]*) --out ([\w-]+\.ts)/g;

interface Shown {
  readonly place: string;
  readonly args: readonly string[];
  readonly text: string;
}

const shown: readonly Shown[] = documents().flatMap((document) => {
  const text = readDocument(document);
  return [...text.matchAll(COMMAND)].flatMap(([, command = '', file = '']) => {
    const start = text.indexOf(`\`\`\`ts\n// file: ${file}\n`);
    if (start < 0) return [];
    const begin = text.indexOf('\n', text.indexOf('// file:', start)) + 1;
    const args = command.split(' ').map((part) => part.replaceAll("'", ''));
    const place = `${document}: ${file}`;
    return [{ place, args, text: text.slice(begin, text.indexOf('```', begin)) }];
  });
});

test('there are some', () => {
  expect(shown.length).toBeGreaterThan(2);
});

test.each(shown)('$place', ({ args, text }) => {
  const main = join(REPOSITORY, 'dist/command/main.js');
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(text).toBe(stdout);
});

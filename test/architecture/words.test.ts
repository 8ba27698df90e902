// No file of the repository mentions a path of somebody's machine or a package registry's host.
import { expect, test } from 'vitest';
import { readTree } from './repository.ts';
import { findForbiddenWords } from './words.ts';

test('the files of the repository', () => {
  const texts = readTree(() => true);
  expect(texts.size).toBeGreaterThan(20);
  const found = [...texts]
    .filter(([, text]) => !text.includes('\0'))
    .flatMap(([path, text]) => findForbiddenWords(text).map((word) => `${path}:${word}`));
  expect(found).toEqual([]);
});

test('the check finds such words, and leaves alike ones alone', () => {
  const [work, root, home] = ['work', 'root', 'home'];
  const host = ['registry', 'npmjs', 'org'].join('.');
  const text = [
    `cd /${work}/main`,
    `"/${root}/.npmrc" and file:///${home}/ann/x`,
    `https://${host}/zx`,
    `src/${work}/a.ts, ./${root}/b.ts, https://example.com/${home}/, node /${work}`,
    'registry.get(name), registry.ts',
  ].join('\n');
  expect(findForbiddenWords(text)).toEqual([
    `1: /${work}/main`,
    `2: /${root}/.npmrc`,
    `3: ${host}`,
  ]);
});

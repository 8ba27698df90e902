// Every repository path that a document names in backticks or links to exists.
import { expect, test } from 'vitest';
import { findDeadPaths } from './docs-paths.ts';
import { readTree, repositoryFiles } from './repository.ts';

test('the documents of the repository', () => {
  const documents = readTree((path) => path.endsWith('.md') && !path.startsWith('test/'));
  expect(documents.size).toBeGreaterThan(0);
  const files = repositoryFiles();
  const dead = [...documents].flatMap(([document, text]) =>
    findDeadPaths(document, text, files).map((path) => `${document}: ${path}`),
  );
  expect(dead).toEqual([]);
});

test('the check finds dead paths and links, and nothing else', () => {
  const files = ['compiler/graph/ops.ts', 'modules/zlib/module.ts', 'docs/guide.md', 'README.md'];
  const text = [
    'See `compiler/graph/ops.ts`, `compiler/graph/`, `compiler/graph`, `modules/<name>/module.ts`,',
    '`compiler/graph/ops.ts:12`, `modules/*/README.md`, `test`, `int/add`, `ops.ts`, `npm test a/b`.',
    'Links: [guide](guide.md#top), [home](../README.md), [web](https://example.com/compiler/x.ts).',
    '```sh\nnode compiler/in-a-block.ts `compiler/in-a-block.ts`\n```',
    'Dead: `compiler/graph/gone.ts`, `test/run/<case>.ts`, [gone](gone.md), `compiler/flow/`.',
  ].join('\n');
  expect(findDeadPaths('docs/index.md', text, files)).toEqual([
    'compiler/graph/gone.ts',
    'test/run',
    'compiler/flow/',
    'docs/gone.md',
  ]);
});

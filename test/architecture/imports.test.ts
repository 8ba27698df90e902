// The imports of compiler/, runtime/ and modules/ against the table in edges.ts, and no cycles.
import { describe, expect, test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { ROWS } from './edges.ts';
import { withTable } from './edges-table.ts';
import { findBreaches, findCycles, findImports, findProcessUses } from './import-graph.ts';
import { isSource, readTree, type Tree } from './repository.ts';

function tree(files: Readonly<Record<string, string>>): Tree {
  return new Map(Object.entries(files));
}

function breachesOf(path: string, text: string): readonly string[] {
  return findBreaches(tree({ [path]: text }), ROWS);
}

describe('the repository', () => {
  const sources = readTree(isSource);

  test('has sources with imports, so that the rules below are about something', () => {
    expect(sources.size).toBeGreaterThan(10);
    const imports = findImports('compiler/compile.ts', sources.get('compiler/compile.ts') ?? '');
    expect(imports.map((found) => found.target)).toContain('compiler/flow/flow.ts');
  });

  test('imports only what the table allows', () => {
    expect(findBreaches(sources, ROWS)).toEqual([]);
  });

  test('has no import cycle at run time', () => {
    expect(findCycles(sources)).toEqual([]);
  });
});

describe('the table', () => {
  test('names every row once, and only rows that exist', () => {
    const paths = ROWS.map((row) => row.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const row of ROWS)
      expect(paths).toEqual(expect.arrayContaining([...row.imports, ...row.types]));
  });

  test('stands in ARCHITECTURE.md', () => {
    const shown = readFileSync('ARCHITECTURE.md', 'utf8');
    const made = withTable(shown, ROWS);
    if (process.env['MIXMOD_UPDATE'] === '1') writeFileSync('ARCHITECTURE.md', made);
    else expect(shown).toBe(made);
    expect(made).toContain('| `compiler/flow` |');
  });

  test('lets no data folder import a stage, and no stage another', () => {
    const stages = new Set(ROWS.filter((row) => row.kind === 'stage').map((row) => row.path));
    expect(stages.size).toBe(8);
    for (const row of ROWS) {
      if (row.kind === 'driver') continue;
      expect([...row.imports, ...row.types].filter((path) => stages.has(path))).toEqual([]);
    }
  });
});

describe('the checker finds', () => {
  const forbidden: readonly (readonly [string, string, string])[] = [
    ['data importing a stage', 'compiler/graph/a.ts', `import { x } from '../flow/flow.ts';`],
    ['a stage importing a stage', 'compiler/lower/a.ts', `import { x } from '../flow/flow.ts';`],
    ['a type of another stage', 'compiler/lower/a.ts', `import type { X } from '../flow/x.ts';`],
    ['a re-export', 'compiler/lower/a.ts', `export * from '../flow/flow.ts';`],
    ['a dynamic import', 'compiler/lower/a.ts', `const x = await import('../flow/flow.ts');`],
    ['an import in a type', 'compiler/lower/a.ts', `let x: import('../flow/flow.ts').X;`],
    ['a required package', 'compiler/lower/a.ts', `const x = require('typescript');`],
    ['typescript outside check', 'compiler/flow/a.ts', `import ts from 'typescript';`],
    ['its types outside check', 'compiler/flow/a.ts', `import type ts from 'typescript';`],
    ['llvm-bindings outside llvm', 'compiler/link/a.ts', `import llvm from 'llvm-bindings';`],
    ['files outside the host', 'compiler/check/a.ts', `import { readFileSync } from 'node:fs';`],
    ['files by the old name', 'compiler/check/a.ts', `import { readFileSync } from 'fs';`],
    ['files by promises', 'compiler/check/a.ts', `import { readFile } from 'node:fs/promises';`],
    ['processes outside link', 'compiler/llvm/a.ts', `import { spawn } from 'node:child_process';`],
    ['process outside the drivers', 'compiler/flow/a.ts', `if (process.env['X']) f();`],
    ['process through globalThis', 'compiler/flow/a.ts', `f(globalThis.process.argv);`],
    [
      'the host as a value in a stage',
      'compiler/check/a.ts',
      `import { nodeHost } from '../host.ts';`,
    ],
    [
      'values of lltype in a stage',
      'compiler/optimize/a.ts',
      `import { malloc } from '../../runtime/lltype/a.ts';`,
    ],
    [
      'the runtime importing the compiler',
      'runtime/rffi/a.ts',
      `import { x } from '../../compiler/graph/graph.ts';`,
    ],
    [
      'a module importing the compiler',
      'modules/zlib/a.ts',
      `import { x } from '../../compiler/graph/graph.ts';`,
    ],
    [
      'the compiler importing a test',
      'compiler/graph/a.ts',
      `import { x } from '../../test/harness/x.ts';`,
    ],
    ['a file outside every row', 'compiler/shared/a.ts', ``],
  ];

  test.each(forbidden)('%s', (_, path, text) => {
    expect(breachesOf(path, `// first line\n${text}`)).toHaveLength(1);
  });

  test('the line of an import', () => {
    expect(breachesOf('compiler/flow/a.ts', `\n\nimport ts from 'typescript';`)).toEqual([
      'compiler/flow/a.ts:3: compiler/flow may not import package typescript',
    ]);
  });

  test('cycles at run time, also long ones and of a file with itself', () => {
    const cyclic = tree({
      'runtime/a.ts': `import { b } from './b.ts';`,
      'runtime/b.ts': `export * from './c.ts';`,
      'runtime/c.ts': `import { a } from './a.ts'; import { d } from './d.ts';`,
      'runtime/d.ts': `import { d } from './d.ts';`,
      'runtime/e.ts': `import { a } from './a.ts';`,
    });
    expect(findCycles(cyclic).toSorted()).toEqual([
      ['runtime/a.ts', 'runtime/b.ts', 'runtime/c.ts'],
      ['runtime/d.ts'],
    ]);
  });

  test('a cycle through an import that has only type specifiers, which stays at run time', () => {
    const cyclic = tree({
      'runtime/a.ts': `import { type B } from './b.ts';`,
      'runtime/b.ts': `import './a.ts';`,
    });
    expect(findCycles(cyclic)).toHaveLength(1);
  });
});

describe('the checker accepts', () => {
  const allowed: readonly (readonly [string, string, string])[] = [
    ['a stage importing data', 'compiler/flow/a.ts', `import { x } from '../graph/graph.ts';`],
    ['a stage importing itself', 'compiler/flow/b/c.ts', `import { x } from '../a.ts';`],
    [
      'types of lltype',
      'compiler/graph/a.ts',
      `import type { X } from '../../runtime/lltype/types.ts';`,
    ],
    ['the type of the host', 'compiler/check/a.ts', `import type { Host } from '../host.ts';`],
    ['typescript in check', 'compiler/check/syntax/a.ts', `import ts from 'typescript';`],
    ['pure modules of Node', 'compiler/graph/a.ts', `import { posix } from 'node:path';`],
    ['processes in link', 'compiler/link/a.ts', `import { spawnSync } from 'node:child_process';`],
    [
      'members named process',
      'compiler/flow/a.ts',
      `const y = x.process; interface P { process(): void }`,
    ],
    ['an own name process', 'compiler/flow/a.ts', `for (const process of list) process.run();`],
    [
      'the pipeline calling stages',
      'compiler/compile.ts',
      `import { flow } from './flow/flow.ts';`,
    ],
    ['text in a comment', 'compiler/flow/a.ts', `// import ts from 'typescript';`],
    ['text in a string', 'compiler/flow/a.ts', 'const s = "import ts from \'typescript\'";'],
  ];

  test.each(allowed)('%s', (_, path, text) => {
    expect(breachesOf(path, text)).toEqual([]);
    expect(findProcessUses('a.ts', `process.exit();`)).toEqual([1]);
  });

  test('cycles of types', () => {
    const types = tree({
      'runtime/a.ts': `import type { B } from './b.ts';`,
      'runtime/b.ts': `import { a } from './a.ts';`,
    });
    expect(findCycles(types)).toEqual([]);
  });
});

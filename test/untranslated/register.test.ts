// The ways to run a program untranslated: the command, the import hook by its own name or by the environment, from
// JavaScript and TypeScript, in worker threads, from any folder.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Workspace, type Outcome } from '../cli/command.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

/** Functions of compiled modules have no text of their own, or that of the fast lane. */
const TELL = `const how = (f: unknown): string => /native code|fast[0-9]+\\(/.test(String(f)) ? 'compiled' : 'untranslated';`;

const space = new Workspace({
  'lib/deep.ts': `'use mixmod';
import { i32 } from 'mixmod';
let count: i32 = 0;
export function next(): i32 {
  count += 1;
  return count;
}
`,
  'counter.ts': `'use mixmod';
import { i32 } from 'mixmod';
import { next } from './lib/deep.ts';
export enum Step { One = 1, Two = 2 }
export const limit = 10;
export function twice(): i32 {
  return next() + next();
}
`,
  'app.ts': `import { limit, Step, twice } from './counter.ts';
${TELL}
console.log(how(twice), limit, Step.Two, twice(), twice());
`,
  'app.mjs': `import * as counter from './counter.ts';
console.log(Object.keys(counter).join(), counter.twice());
`,
  'workers.ts': `import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { twice } from './counter.ts';
${TELL}
if (isMainThread) {
  twice();
  for (let i = 0; i < 2; i++) {
    const worker = new Worker(new URL(import.meta.url));
    await new Promise<void>((done) => worker.once('message', (text) => {
      console.log(text);
      done();
    }));
  }
  console.log('main', how(twice), twice());
} else parentPort?.postMessage(\`worker \${how(twice)} \${twice()}\`);
`,
  'memory.ts': `'use mixmod';
import { lltype, rffi } from 'mixmod';
export function sum(): number {
  const items = lltype.malloc(rffi.CArray(rffi.DOUBLE), 2, { flavor: 'raw' });
  items[0] = 1.5;
  items[1] = 2;
  const total = items[0] + items[1];
  lltype.free(items, { flavor: 'raw' });
  return total;
}
`,
  'memory.mjs': "import { sum } from './memory.ts';\nconsole.log(sum());\n",
});
afterAll(() => space.remove());

/** Node itself, with the hook of the package. */
function node(
  hook: 'register' | 'untranslated',
  file: string,
  environment: Readonly<Record<string, string>> = {},
): Outcome {
  const path = join(sourceSnapshot(), `dist/compiler/register/${hook}.js`);
  const args = ['--import', pathToFileURL(path).href, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: space.folder,
    encoding: 'utf8',
    env: { ...process.env, MIXMOD_CACHE: space.path('cache'), ...environment },
  });
  return { status, stdout, stderr };
}

const printed = (stdout: string): Outcome => ({ status: 0, stdout, stderr: '' });

describe('the hook', () => {
  test('compiles where nothing else is said', () => {
    expect(node('register', 'app.ts')).toEqual(printed('compiled 10 2 3 7\n'));
  });

  test.each([
    ['register', 'untranslated', { MIXMOD_UNTRANSLATED: '1' }],
    ['register', 'compiled', { MIXMOD_UNTRANSLATED: '0' }],
    ['register', 'compiled', { MIXMOD_UNTRANSLATED: '' }],
    ['register', 'untranslated', { MIXMOD_RUN: 'untranslated' }],
    ['untranslated', 'untranslated', {}],
    ['untranslated', 'untranslated', { MIXMOD_UNTRANSLATED: '0' }],
  ] as const)('%s: %s with %j', (hook, how, environment) => {
    expect(node(hook, 'app.ts', environment)).toEqual(printed(`${how} 10 2 3 7\n`));
  });
});

describe('the command', () => {
  test.each([
    [['--untranslated'], {}, 'untranslated'],
    [[], { MIXMOD_UNTRANSLATED: '1' }, 'untranslated'],
    [['--debug'], { MIXMOD_UNTRANSLATED: '1' }, 'compiled'],
    [[], {}, 'compiled'],
  ] as const)('run %j with %j', (mode, environment, how) => {
    const outcome = space.mixmod(['run', ...mode, 'app.ts'], { environment });
    expect(outcome).toEqual(printed(`${how} 10 2 3 7\n`));
  });
});

describe.each([
  ['untranslated', ['--untranslated']],
  ['compiled', []],
] as const)('%s', (how, mode) => {
  test('JavaScript sees what the entry exports', () => {
    expect(space.mixmod(['run', ...mode, 'app.mjs'])).toEqual(printed('Step,limit,twice 3\n'));
  });

  test('each worker has variables of its own', () => {
    expect(space.mixmod(['run', ...mode, 'workers.ts'])).toEqual(
      printed(`worker ${how} 3\nworker ${how} 3\nmain ${how} 7\n`),
    );
  });

  test('the runtime is found from a folder where no package is installed', () => {
    expect(space.mixmod(['run', ...mode, 'memory.mjs'])).toEqual(printed('3.5\n'));
  });
});

// `--watch`: what is saved is compiled and takes the place of the old; what does not compile is reported, and the old one
// stays. Each test waits for lines of output, never for a time.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ADD, Workspace } from '../cli/command.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';

const running: { child: ChildProcess; space: Workspace }[] = [];
afterEach(async () => {
  for (const { child, space } of running.splice(0)) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    space.remove();
  }
});

/** A command that goes on, and a promise of its output up to a text. */
class Watched {
  #seen = '';
  #wake = (): void => {};

  constructor(space: Workspace, args: readonly string[]) {
    const main = join(sourceSnapshot(), 'dist/compiler/main.js');
    const child = spawn(process.execPath, [main, ...args], {
      cwd: space.folder,
      env: { ...process.env, MIXMOD_CACHE: space.path('cache'), NO_COLOR: '1' },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        this.#seen += String(data);
        this.#wake();
      });
    running.push({ child, space });
  }

  /** What comes until a text has come, that included. */
  async until(text: string): Promise<string> {
    for (;;) {
      const end = this.#seen.indexOf(text);
      if (end >= 0) {
        const result = this.#seen.slice(0, end + text.length);
        this.#seen = this.#seen.slice(end + text.length);
        return result;
      }
      await new Promise<void>((wake) => (this.#wake = wake));
    }
  }
}

const MANIFEST = `import { mixedModule } from 'mixmod';
import * as interp from './interp.ts';
import { text } from './app.ts';
export default mixedModule({ name: 'm', interpleveldefs: interp, appleveldefs: { text },
  startup: () => console.log('startup', text), shutdown: () => console.log('shutdown', text) });
`;

test('run: a mixed module is exchanged while the program runs', async () => {
  const space = new Workspace({
    'm/index.ts': MANIFEST,
    'm/interp.ts': ADD,
    'm/app.ts': "export const text = 'first';\n",
    'app.ts': `import m from './m/index.ts';
let last = '';
setInterval(() => {
  const now = \`\${m.text} \${m.add(1, 2)}\`;
  if (now !== last) console.log('now', now);
  last = now;
}, 5);
`,
  });
  const watched = new Watched(space, ['run', '--watch', 'app.ts']);
  await watched.until('startup first\nnow first 3\n');

  writeFileSync(space.path('m/app.ts'), "export const text = 'second';\n");
  const second = await watched.until('now second 3\n');
  expect(second).toMatch(/^shutdown first\n/);
  expect(second).toContain('startup second\n');

  writeFileSync(space.path('m/interp.ts'), ADD.replace('a + b', 'a * 10 + b'));
  expect(await watched.until('now second 12\n')).toContain('shutdown second\n');

  writeFileSync(space.path('m/interp.ts'), ADD.replace('a + b', 'a + '));
  const wrong = await watched.until('m stays as it was\n');
  expect(wrong).toMatch(/interp\.ts:4:\d+ - error RTS1001/);
  expect(wrong).not.toContain('shutdown');

  writeFileSync(space.path('m/interp.ts'), ADD.replace('a + b', 'a + b + 1'));
  // Two streams: which of the two comes first is not said.
  const fourth = await watched.until('now second 4\n');
  if (!fourth.includes('m is exchanged')) await watched.until('m is exchanged');

  // A file of the program itself: a new process.
  writeFileSync(
    space.path('app.ts'),
    readFileSync(space.path('app.ts'), 'utf8').replace("'now'", "'again'"),
  );
  expect(await watched.until('again second 4\n')).toMatch(/shutdown second\nstartup second\n/);
});

test('run: a program that has ended runs again', async () => {
  const space = new Workspace({
    'add.ts': ADD,
    'app.ts': "import { add } from './add.ts';\nconsole.log('sum', add(1, 2));\n",
  });
  const watched = new Watched(space, ['run', '--watch', 'app.ts']);
  await watched.until('sum 3\n');
  await watched.until('ended with code 0; waiting for changes\n');
  writeFileSync(space.path('add.ts'), ADD.replace('a + b', 'a - b'));
  await watched.until('sum -1\n');
  await watched.until('waiting for changes\n');
  writeFileSync(space.path('add.ts'), ADD.replace('a + b', '?'));
  expect(await watched.until('ended with code 1; waiting for changes\n')).toContain(
    'error RTS1001',
  );
  writeFileSync(space.path('add.ts'), ADD);
  await watched.until('sum 3\n');
});

test('build: outputs follow the sources, and stay after an error', async () => {
  const space = new Workspace({
    'm/index.ts': MANIFEST,
    'm/interp.ts': ADD,
    'm/app.ts': "export const text = 'first';\n",
  });
  const built = (): string => readFileSync(space.path('build/m/app.js'), 'utf8');
  const watched = new Watched(space, ['build', '--watch', 'm']);
  await watched.until('mixmod build: compiled; waiting for changes\n');
  expect(built()).toContain("'first'");
  writeFileSync(space.path('m/app.ts'), "export const text = 'second';\n");
  await watched.until('waiting for changes\n');
  expect(built()).toContain("'second'");
  writeFileSync(space.path('m/interp.ts'), 'nonsense');
  await watched.until('mixmod build: failed; waiting for changes\n');
  expect(built()).toContain("'second'");
  writeFileSync(space.path('m/interp.ts'), ADD);
  await watched.until('mixmod build: unchanged; waiting for changes\n');
});

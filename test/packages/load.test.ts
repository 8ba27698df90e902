// `prebuilds/load.cjs` of a package: which build it takes, and what it says where none loads.
import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prebuildsCode } from '../../compiler/packages/prebuilds.ts';
import type { TargetName } from '../../compiler/target/targets.ts';
import { Workspace } from '../cli/command.ts';

const space = new Workspace({});
afterAll(() => space.remove());
const here = `${process.platform}-${process.arch}` as TargetName;
let count = 0;

interface Failure extends Error {
  readonly code: string;
  readonly target: string;
  readonly tried: readonly { readonly path: string; readonly reason: string }[];
}

/** What loading gives, with a build of this text for `here`. */
function load(targets: readonly TargetName[], build?: string): unknown {
  const folder = space.path(`package-${count++}`);
  const made = prebuildsCode({ name: 'p', entries: ['index'], targets, isOptional: false });
  mkdirSync(join(folder, 'prebuilds', here), { recursive: true });
  for (const [name, text] of made) writeFileSync(join(folder, name), text);
  // In place of a native module: JavaScript.
  if (build !== undefined) writeFileSync(join(folder, 'prebuilds', here, 'index.node'), build);
  const require = createRequire(join(folder, 'x.js'));
  const extensions = (require as unknown as { extensions: Record<string, unknown> }).extensions;
  const native = extensions['.node'];
  if (build !== undefined) extensions['.node'] = extensions['.js'];
  try {
    return (require('./prebuilds/index.cjs') as (entry: string) => unknown)('index');
  } finally {
    extensions['.node'] = native;
  }
}

function failure(targets: readonly TargetName[], build?: string): Failure {
  try {
    load(targets, build);
  } catch (error) {
    return error as Failure;
  }
  throw new Error('it loads');
}

test('the build of this platform', () => {
  expect(load([here, 'linux-arm64-musl'], 'exports.one = 1')).toEqual({ one: 1 });
});

test('none for this platform', () => {
  const error = failure(['linux-arm64-musl']);
  expect(error).toMatchObject({ code: 'ERR_MIXMOD_NO_BUILD', target: here, tried: [] });
  expect(error.message)
    .toBe(`p has no native module that loads here (${here}, Node ${process.versions.node}).
The package has builds for linux-arm64-musl.
Ask its authors for a build for ${here}, or make one of its sources: \`npx mixmod pack --target ${here}\` in its folder.`);
});

test.each([
  [
    "libc.so.6: version `GLIBC_2.99' not found (required by x)",
    'The build needs a newer C library',
  ],
  [
    'libpng16.so.16: cannot open shared object file: No such file',
    'Install the library libpng16.so.16.',
  ],
  ['something else', 'The installation is incomplete: remove node_modules/p'],
])('it does not load: %s', (reason, help) => {
  const error = failure([here], `throw new Error(${JSON.stringify(`${reason}\nmore`)})`);
  expect(error.tried).toEqual([
    { path: expect.stringContaining(`/prebuilds/${here}/index.node`), reason },
  ]);
  expect(error.message).toContain(`index.node: ${reason}\n`);
  expect(error.message.split('\n').at(-1)).toContain(help);
  expect(error.cause).toBeInstanceOf(Error);
});

/** Which target is missing where the program's first page and the report are these. */
function targetWith(page: string | null, header: object): unknown {
  const folder = space.path(`libc-${count++}`);
  const made = prebuildsCode({ name: 'p', entries: ['index'], targets: [], isOptional: false });
  mkdirSync(join(folder, 'prebuilds'), { recursive: true });
  for (const [name, text] of made) writeFileSync(join(folder, name), text);
  const script = `
    process.report.getReport = () =>
      ({ header: process.report.excludeNetwork ? ${JSON.stringify(header)} : {} });
    require('node:fs').readSync = (file, bytes) => {
      if (${page === null}) throw new Error('no /proc');
      bytes.fill(0).write(${JSON.stringify(page)}, 100);
    };
    process.report.excludeNetwork = false;
    try { require('./prebuilds/index.cjs')('index'); }
    catch (error) { console.log(JSON.stringify([error.target, process.report.excludeNetwork])); }`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' }),
  );
}

test.each<[string, string | null, object, string]>([
  ['the loader of glibc', '/lib64/ld-linux-x86-64.so.2', {}, here],
  [
    'the loader of musl',
    '/lib/ld-musl-x86_64.so.1',
    { glibcVersionRuntime: '2.36' },
    `${here}-musl`,
  ],
  ['no loader, a report of glibc', '', { glibcVersionRuntime: '2.36' }, here],
  ['no loader, another report', '', {}, `${here}-musl`],
  ['nothing but a report', null, { glibcVersionRuntime: '2.36' }, here],
])('%s', (_what, page, header, target) => {
  // The report's setting is as it was.
  expect(targetWith(page, header)).toEqual([target, false]);
});

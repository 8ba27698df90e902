// The way of a package: begun, tested, packed with the mixmod that npm would give, installed where there is no mixmod, and used.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../compiler/package-root.ts';
import { packedMixmod, PACKING_TIME } from '../harness/packed-package.ts';
import { NpmProject } from './project.ts';

const USE = `import { mean, RunningMean } from 'means';
import { createRequire } from 'node:module';
import { Worker, isMainThread } from 'node:worker_threads';
const required = createRequire(import.meta.url)('means');
const same = required.mean === mean && new required.RunningMean() instanceof RunningMean;
console.log(isMainThread ? 'main' : 'worker', mean(new Float64Array([1, 2, 6])), same);
if (isMainThread) new Worker(new URL(import.meta.url));
`;
const FAIL = `try {
  await import('means');
} catch (error) {
  console.log(JSON.stringify({ ...error, message: error.message, cause: error.cause.code }));
}
`;

const space = new NpmProject({});
const target = `${process.platform}-${process.arch}`;

beforeAll(() => {
  const begun = space.mixmod(['new', 'means', '--mixmod', packedMixmod()]);
  expect([begun.status, begun.stderr]).toEqual([0, '']);
  space.install('means');
}, PACKING_TIME);
afterAll(() => space.remove());

test('its test passes at once, compiled and as JavaScript', () => {
  for (const script of ['test', 'test:untranslated'])
    expect(space.expectRun('means', 'npm', 'run', script)).toMatch(/# pass 2\n# fail 0\n/);
  expect(space.installed('means', 'check', 'src/index.ts').status).toBe(0);
});

test('npm pack builds it; the tarball has builds, loaders, declarations, interface and source', () => {
  space.expectRun('means', 'npm', 'pack');
  const files = space.expectRun('means', 'tar', 'tzf', 'means-0.1.0.tgz').trim().split('\n').sort();
  expect(files).toEqual(
    [
      'README.md',
      ...['cjs', 'd.cts', 'd.ts', 'js'].map((ending) => `dist/index.${ending}`),
      'package.json',
      'prebuilds/index.cjs',
      'prebuilds/index.interface.ts',
      `prebuilds/${target}/index.node`,
      'prebuilds/load.cjs',
      'src/index.ts',
    ].map((file) => `package/${file}`),
  );
});

test('installed without scripts it is imported and required, also in a worker', () => {
  space.consumer('consumer', ['means/means-0.1.0.tgz']);
  writeFileSync(space.path('consumer/use.js'), USE);
  const printed = space.expectRun('consumer', process.execPath, 'use.js');
  expect(printed).toBe('main 3 true\nworker 3 true\n');
});

test('its declarations are right for importing and requiring TypeScript', () => {
  const text = `const value: number = mean(new Float64Array(1)) + new RunningMean().value;
// @ts-expect-error -- it takes a Float64Array
mean([value]);
`;
  const names = '{ mean, RunningMean }';
  writeFileSync(space.path('consumer/esm.mts'), `import ${names} from 'means';\n${text}`);
  writeFileSync(
    space.path('consumer/cjs.cts'),
    `import means = require('means');\nconst ${names} = means;\n${text}`,
  );
  const tsc = join(packageRoot, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext'];
  const files = ['esm.mts', 'cjs.cts'];
  expect(space.expectRun('consumer', process.execPath, tsc, ...options, ...files)).toBe('');
  expect(space.expectRun('means', process.execPath, tsc, '-p', '.')).toBe('');
});

test('RTypeScript imports its source', () => {
  writeFileSync(
    space.path('consumer/twice.ts'),
    `'use mixmod';
import { f64 } from 'mixmod';
import { mean } from 'means';
export function twice(values: Float64Array): f64 { return 2 * mean(values); }
`,
  );
  writeFileSync(
    space.path('consumer/main.ts'),
    "import { twice } from './twice.ts';\nconsole.log(twice(new Float64Array([1, 2])));\n",
  );
  const main = space.path('means/node_modules/mixmod/dist/command/main.js');
  expect(space.expectRun('consumer', process.execPath, main, 'run', 'main.ts')).toBe('3\n');
});

test('a build that is gone is named, with what helps', () => {
  const path = space.path('consumer/node_modules/means/prebuilds', target, 'index.node');
  rmSync(path);
  writeFileSync(space.path('consumer/fail.mjs'), FAIL);
  const told: unknown = JSON.parse(space.expectRun('consumer', process.execPath, 'fail.mjs'));
  expect(told).toEqual({
    code: 'ERR_MIXMOD_NO_BUILD',
    cause: 'MODULE_NOT_FOUND',
    target,
    tried: [{ path, reason: 'there is no such file' }],
    message: `means has no native module that loads here (${target}, Node ${process.versions.node}).
Tried:
  ${path}: there is no such file
The package has builds for ${target}.
The installation is incomplete: remove node_modules/means, and install again.`,
  });
});

test('a package for each target, and the package without them', () => {
  const manifest = JSON.parse(space.text('means/package.json')) as object;
  const optional = { ...manifest, mixmod: { optional: true } };
  writeFileSync(space.path('means/package.json'), JSON.stringify(optional, null, 2));
  expect(space.expectRun('means', 'npm', 'pack')).toContain(`npm publish npm/${target}`);
  expect(JSON.parse(space.text('means/package.json'))).toMatchObject({
    optionalDependencies: { [`means-${target}`]: '0.1.0' },
  });
  expect(space.list(`means/prebuilds/${target}`)).toBeUndefined();
  expect(JSON.parse(space.text(`means/npm/${target}/package.json`))).toMatchObject({
    name: `means-${target}`,
    version: '0.1.0',
    os: [process.platform],
    cpu: [process.arch],
    libc: ['glibc'],
  });
  space.expectRun(`means/npm/${target}`, 'npm', 'pack');
  const own = `means/npm/${target}/means-${target}-0.1.0.tgz`;
  space.consumer('optional', [own, 'means/means-0.1.0.tgz']);
  writeFileSync(space.path('optional/use.js'), USE);
  const printed = space.expectRun('optional', process.execPath, 'use.js');
  expect(printed).toBe('main 3 true\nworker 3 true\n');

  rmSync(space.path(`optional/node_modules/means-${target}`), { recursive: true });
  writeFileSync(space.path('optional/fail.mjs'), FAIL);
  const { message, tried } = JSON.parse(
    space.expectRun('optional', process.execPath, 'fail.mjs'),
  ) as { message: string; tried: { path: string; reason: string }[] };
  expect(tried).toContainEqual({
    path: space.path(`optional/node_modules/means-${target}/index.node`),
    reason: 'there is no such file',
  });
  expect(message).toContain('npm leaves it out with `--omit=optional`');
  // And back.
  writeFileSync(space.path('means/package.json'), JSON.stringify(manifest, null, 2));
  space.expectRun('means', 'npm', 'pack');
  expect(JSON.parse(readFileSync(space.path('means/package.json'), 'utf8'))).toEqual(manifest);
  expect(space.list(`means/npm/${target}`)).toBeUndefined();
});

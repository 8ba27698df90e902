// A name → the files of a new package with one RTypeScript module: a program that builds, a test that passes, what editors and CI need.

export interface NewPackage {
  /** npm's. */
  readonly name: string;
  /** Where npm finds mixmod: a version or a place. */
  readonly mixmod: string;
}

/** By path in the package's folder. */
export function newPackageFiles(made: NewPackage): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', json(manifest(made))],
    ['src/index.ts', SOURCE],
    ['test/index.test.js', TEST],
    ['tsconfig.json', json(TSCONFIG)],
    ['README.md', readme(made.name)],
    ['.gitignore', IGNORED.map((line) => `${line}\n`).join('')],
    ['.github/workflows/test.yml', WORKFLOW],
  ]);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const manifest = ({ name, mixmod }: NewPackage): unknown => ({
  name,
  version: '0.1.0',
  description: 'The mean of numbers, as native code',
  type: 'module',
  // What RTypeScript imports comes first: the first condition that fits is taken.
  exports: {
    '.': {
      mixmod: './src/index.ts',
      import: { types: './dist/index.d.ts', default: './dist/index.js' },
      require: { types: './dist/index.d.cts', default: './dist/index.cjs' },
    },
    './package.json': './package.json',
  },
  files: ['dist', 'prebuilds', 'src'],
  engines: { node: '>=20' },
  scripts: {
    check: 'mixmod check src/index.ts',
    test: 'node --import mixmod/register --test',
    'test:untranslated': 'node --import mixmod/register/untranslated --test',
    prepack: 'mixmod pack',
  },
  devDependencies: { mixmod },
});

const SOURCE = `'use mixmod';
import { f64 } from 'mixmod';

/** The mean of \`values\`. Throws a RangeError where there are none. */
export function mean(values: Float64Array): f64 {
  const all = new RunningMean();
  for (let i = 0; i < values.length; i++) all.add(values[i]);
  return all.value;
}

/** The mean of numbers that come one by one. */
export class RunningMean {
  private count: f64 = 0;
  private sum: f64 = 0;

  add(value: f64): void {
    this.count++;
    this.sum += value;
  }

  /** Of all that were added. Throws a RangeError where there are none. */
  get value(): f64 {
    if (this.count === 0) throw new RangeError('the mean of no numbers');
    return this.sum / this.count;
  }
}
`;

const TEST = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean, RunningMean } from '../src/index.ts';

test('the mean of an array', () => {
  assert.equal(mean(new Float64Array([1, 2, 6])), 3);
  assert.throws(() => mean(new Float64Array()), RangeError);
});

test('the mean of numbers that come one by one', () => {
  const all = new RunningMean();
  all.add(1);
  assert.equal(all.value, 1);
  all.add(4);
  assert.equal(all.value, 2.5);
});
`;

/** As docs/editor.md says. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'preserve',
    allowImportingTsExtensions: true,
    types: [],
    plugins: [{ name: 'mixmod/typescript-plugin' }],
  },
  include: ['src'],
};

const readme = (name: string): string => `# ${name}

The mean of numbers, as native code for Node.js, Bun and Deno.

\`\`\`js
import { mean } from '${name}';
mean(new Float64Array([1, 2, 6])); // 3
\`\`\`

To work on it: \`npm install\`, then \`npm test\`; what a build needs of the machine says \`npx mixmod doctor\`.
\`npm pack\` builds \`prebuilds/\` and \`dist/\` first: who installs the package needs no compiler.
`;

const IGNORED = ['node_modules/', 'dist/', 'prebuilds/', 'npm/', '*.tgz'];

const WORKFLOW = `name: test
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    container: node:20-bookworm
    steps:
      - uses: actions/checkout@v4
      - run: apt-get update && apt-get install -y --no-install-recommends llvm-14 lld-14 binutils
      - run: npm install
      - run: npm test
      - run: npm pack
      - uses: actions/upload-artifact@v4
        with: { name: package, path: '*.tgz' }
`;

// The package.json of packages with RTypeScript: what is read from it, and what is refused.
import { expect, test } from 'vitest';
import { nodeHost, type Host } from '../../compiler/host.ts';
import { ManifestProblem, readManifest } from '../../compiler/packages/manifest.ts';

const EXPORTS = { '.': { mixmod: './src/index.ts', default: './dist/index.cjs' } };
const manifest = (fields: object = {}): object => ({
  name: 'p',
  version: '1.2.3',
  exports: EXPORTS,
  ...fields,
});
const subpath = (conditions: unknown): object => manifest({ exports: { '.': conditions } });

test.each<[string, string | object, string]>([
  ['no JSON', '{', 'it is no JSON'],
  ['no object', '[]', 'it is no object'],
  ['no name', { version: '1.0.0' }, 'it has no name'],
  ['no version', { name: 'p' }, 'it has no version'],
  ['no exports', manifest({ exports: undefined }), 'give nothing to RTypeScript'],
  ['a pattern', manifest({ exports: { './*': EXPORTS['.'] } }), 'does not understand patterns'],
  [
    'a source outside',
    subpath({ mixmod: './../x.ts', default: './a.js' }),
    'exports["."].mixmod: "./../x.ts" is no path in the package',
  ],
  ['JavaScript as source', subpath({ mixmod: './x.js' }), './x.js is no TypeScript file'.slice(2)],
  ['nothing for JavaScript', subpath({ mixmod: './src/index.ts' }), 'says nothing to JavaScript'],
  [
    'an ES module to require',
    manifest({ type: 'module', exports: { mixmod: './src/index.ts', require: './dist/index.js' } }),
    'exports["."].require: dist/index.js is an ES module; `require` needs a .cjs',
  ],
  [
    'another ending',
    subpath({ mixmod: './src/index.ts', default: './dist/index.node' }),
    'exports["."].default: dist/index.node does not end in .js, .mjs or .cjs',
  ],
  [
    'declarations of another ending',
    subpath({ mixmod: './src/index.ts', types: './dist/index.ts', default: './dist/index.js' }),
    'exports["."].types: dist/index.ts does not end in .d.ts',
  ],
  [
    'a source that is missing',
    subpath({ mixmod: './src/gone.ts', default: './dist/index.js' }),
    '`exports` names src/gone.ts, which cannot be read',
  ],
  [
    'one file for two',
    manifest({
      exports: { ...EXPORTS, './b': { mixmod: './src/b.ts', default: './dist/index.cjs' } },
    }),
    'dist/index.cjs is to be made of src/index.ts and of src/b.ts',
  ],
  [
    'targets that are none',
    manifest({ mixmod: { targets: ['linux-x65'] } }),
    '"targets": ["linux-x65"] } is no list of targets; there are linux-x64, ',
  ],
])('refused: %s', (_what, json, message) => {
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  const files = new Map([
    ['/p/package.json', text],
    ['/p/src/index.ts', ''],
  ]);
  const host: Host = { ...nodeHost, readText: (path) => files.get(path) };
  expect(() => readManifest('/p', host)).toThrow(ManifestProblem);
  expect(() => readManifest('/p', host)).toThrow(message);
});

function read(json: object): ReturnType<typeof readManifest> {
  const text = JSON.stringify(json);
  return readManifest('/p', {
    ...nodeHost,
    readText: (path) => (path.endsWith('.json') ? text : ''),
  });
}

test('conditions within conditions, and the short form', () => {
  const conditions = {
    mixmod: './src/x.ts',
    import: { types: './d/x.d.ts', default: './d/x.js' },
    require: { types: './d/x.d.cts', default: './d/x.cjs' },
    default: './d/y.mjs',
  };
  expect(read(manifest({ type: 'module', exports: conditions })).entries).toEqual([
    {
      subpath: '.',
      name: 'index',
      source: 'src/x.ts',
      modules: ['d/x.js', 'd/y.mjs'],
      commonjs: ['d/x.cjs'],
      declarations: ['d/x.d.ts', 'd/x.d.cts'],
    },
  ]);
});

test('subpaths without RTypeScript are left alone; names, targets, dependencies', () => {
  const { entries, targets, isOptional, dependencies } = read(
    manifest({
      exports: { './package.json': './package.json', './a/b': EXPORTS['.'], './c': { default: 5 } },
      mixmod: { targets: ['linux-x64', 'linux-arm64-musl'], optional: true },
      dependencies: { x: '1' },
      peerDependencies: { y: '1' },
      devDependencies: { z: '1' },
    }),
  );
  expect(entries.map(({ name, commonjs }) => [name, commonjs])).toEqual([
    ['a-b', ['dist/index.cjs']],
  ]);
  expect([targets, isOptional]).toEqual([['linux-x64', 'linux-arm64-musl'], true]);
  expect([...dependencies]).toEqual(['x', 'y']);
});

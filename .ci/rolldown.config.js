// How `.ci/build.sh` bundles what users run: Node takes a millisecond for each of some four hundred modules; the command comes in a few.
const folder = 'dist/command.new';
const packages = ['typescript', 'commander', 'validate-npm-package-name', 'vitest'];

export default [
  {
    input: [
      'dist/compiler/main.js',
      ...['register', 'untranslated', 'hooks'].map((name) => `dist/compiler/register/${name}.js`),
      ...['vitest', 'leak-check'].map((name) => `dist/compiler/vitest/${name}.js`),
      'dist/compiler/cache/remote-thread.js',
      'dist/compiler/parts/part-worker.js',
    ],
    platform: 'node',
    external: [...packages, 'llvm-bindings'],
    // As it comes with the package: `compiler/llvm/binding/`.
    output: { dir: folder, format: 'esm', paths: { 'llvm-bindings': '../llvm-bindings/index.js' } },
  },
  {
    // TypeScript's server loads plugins by `require`.
    input: 'dist/compiler/typescript-plugin/typescript-plugin.js',
    platform: 'node',
    external: packages,
    output: { file: `${folder}/typescript-plugin.cjs`, format: 'cjs' },
  },
];

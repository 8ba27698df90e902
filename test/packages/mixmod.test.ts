// What npm packs of mixmod itself: all that it reads where it is installed, and nothing that only its makers need.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODE_GENERATOR } from '../../compiler/beside/code-server.ts';
import { CORE_LIBRARY } from '../../compiler/builtins/core-library.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { packedMixmod, PACKING_TIME } from '../harness/packed-package.ts';

const manifest = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
};

let known: ReadonlySet<string> | undefined;
function packed(): ReadonlySet<string> {
  const list = (): string => execFileSync('tar', ['tzf', packedMixmod()], { encoding: 'utf8' });
  return (known ??= new Set(
    list()
      .trim()
      .split('\n')
      .map((path) => path.slice('package/'.length)),
  ));
}

const given = [
  ...Object.values(manifest.bin),
  ...Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  ),
].filter((path) => !path.includes('*'));

test.each([
  ...given.map((path) => path.replace('./', '')),
  CORE_LIBRARY,
  CODE_GENERATOR,
  `dist/llvm-bindings/${process.platform}-${process.arch}.node`,
  'dist/runtime/crash/trace.node',
  'dist/command/part-worker.js',
  'dist/modules/_ffi/interp_ffi.node',
  'dist/modules/zlib/index.js',
  'compiler/check/lib/lib.rts.d.ts',
  'runtime/prebuilt/load.cjs',
  'runtime/library/array.ts',
  'runtime/debugger/mixmod_gdb.py',
])(
  'has %s',
  (path) => {
    expect(packed()).toContain(path);
  },
  PACKING_TIME,
);

test(
  'has no tests, source maps and unbundled compiler',
  () => {
    const unwanted = [...packed()].filter((path) =>
      /^(?:test|examples|docs|dist\/test)\/|\.map$|\.test\.|node_modules/.test(path),
    );
    expect(unwanted).toEqual([]);
    expect(
      [...packed()].filter((path) => /^dist\/compiler\/(?!code-generator)/.test(path)),
    ).toEqual([]);
  },
  PACKING_TIME,
);

test('needs nothing that has to be compiled when it is installed', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual([
    'commander',
    'typescript',
    'validate-npm-package-name',
  ]);
});

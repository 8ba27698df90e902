// The C of test/bench/ffi/ → what the measurements of calls call: a library, and an addon of Node-API written by hand around it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { run } from './run-program.ts';

/** The paths of the library and of an addon around it. */
export function compileLibrary(out: string, addon = 'addon'): readonly [string, string] {
  mkdirSync(out, { recursive: true });
  return [compile(out, 'library', 'so'), compile(out, addon, 'node')];
}

function compile(out: string, name: string, ending: string): string {
  const headers = join(packageRoot, 'node_modules', 'node-api-headers', 'include');
  const path = join(out, `${name}.${ending}`);
  const source = join(packageRoot, 'test', 'bench', 'ffi', `${name}.c`);
  run('cc', ['-O3', '-shared', '-fPIC', '-I', headers, '-o', path, source]);
  return path;
}

// Loads the TypeScript compiler fast: V8's compiled form of it is kept beside the installed package, which takes
// 90 ms instead of 800 (the import of a CommonJS file of 9 MB from a module). Types come from
// `import type ts from 'typescript'`, values from here.
import type ts from 'typescript';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { nodeHost } from '../host.ts';

const require = createRequire(import.meta.url);
const path = require.resolve('typescript');
const cachePath = join(
  dirname(path),
  '../../.cache/mixmod',
  `typescript-${nodeHost.modified(path) ?? 0}-${process.version}-${process.arch}.v8`,
);

let saveCache = (): void => {};

function load(): typeof ts {
  const text = nodeHost.readText(path);
  if (text === undefined) return require(path) as typeof ts;
  const cachedData = nodeHost.readBytes(cachePath);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${text}\n})`,
    {
      filename: path,
      ...(cachedData ? { cachedData: Buffer.from(cachedData) } : {}),
    },
  );
  if (!cachedData || script.cachedDataRejected) saveCache = () => writeCache(script);
  const module = { exports: {} };
  const run = script.runInThisContext() as (...parameters: unknown[]) => void;
  run(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports as typeof ts;
}

function writeCache(script: Script): void {
  saveCache = () => {};
  try {
    nodeHost.writeAtomic(cachePath, script.createCachedData());
  } catch {
    // A package folder that may not be written: TypeScript loads more slowly, no harm else.
  }
}

export const tsc: typeof ts = load();

/** Keeps the compiled form, once a run has compiled the functions that runs need. Does nothing if it is kept already. */
export const keepCompiledForm = (): void => saveCache();

// An RTypeScript file → its native module in a folder, built by the compiler itself, and loaded.
import { createRequire } from 'node:module';
import { build } from '../../compiler/build.ts';
import type { BuildCache } from '../../compiler/cache/build-cache.ts';
import { renderDiagnostics } from '../../compiler/diagnostics/render.ts';
import { nodeHost } from '../../compiler/host.ts';
import type { BuildOptions } from '../../compiler/options.ts';

export type Argument = number | bigint | ArrayBufferView;
export type Callable = (...values: readonly Argument[]) => unknown;
/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

export interface BuiltModule {
  readonly node: string;
  readonly seconds: number;
}

/** Throws what the compiler reports. Compiles anew where there is no cache. */
export async function buildModule(
  path: string,
  out: string,
  options: BuildOptions,
  cache: BuildCache | null = null,
): Promise<BuiltModule> {
  const start = performance.now();
  const { diagnostics, written } = await build({ path, out, options, cache }, nodeHost);
  const node = written.find((file) => file.endsWith('.node'));
  if (node === undefined) throw new Error(`${path}\n${renderDiagnostics(diagnostics, false)}`);
  return { node, seconds: (performance.now() - start) / 1000 };
}

export function loadNative(node: string): Exports {
  return createRequire(import.meta.url)(node) as Exports;
}

export function exported(module: Exports, name: string): Callable {
  const value = module[name];
  if (typeof value !== 'function') throw new Error(`the module does not export ${name}`);
  return value as Callable;
}

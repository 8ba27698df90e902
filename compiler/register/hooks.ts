// Module hooks (Node's `module.register`): a `.ts` file that begins with 'use mixmod' becomes its compiled module or its
// JavaScript, any other `.ts` file plain JavaScript. `mixmod:NAME` is a builtin mixed module.
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { nodeHost } from '../host.ts';
import { isMarked, isTypescript } from '../source/directive.ts';
import { COMPILER_SOCKET, compiledBy } from './compile-server.ts';
import { IMPORT_ERROR } from './import-error.ts';
import { loadedSource, type LoadedSource } from './loaded-source.ts';
import type { RunMode } from './mode.ts';
import { ofVersion } from './hot-version.ts';
import { resolveMixed, runtimeUrl } from './resolve-mixed.ts';
import { moduleSource } from './sources.ts';

let mode: RunMode = 'release';
let watcher: MessagePort | null = null;

export interface HookData {
  readonly mode: RunMode;
  /** Is told of every file that a program is made from, where somebody watches them. */
  readonly watcher: MessagePort | null;
}

export const initialize: InitializeHook<HookData> = (data) => {
  ({ mode, watcher } = data);
};

export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const url = resolveMixed(specifier, context.parentURL);
  if (url !== undefined)
    return { url: ofVersion(url, specifier, context.parentURL), shortCircuit: true };
  try {
    const resolved = await nextResolve(specifier, context);
    return { ...resolved, url: ofVersion(resolved.url, specifier, context.parentURL) };
  } catch (error) {
    // A manifest imports 'mixmod', also where only the command is installed.
    if (specifier === 'mixmod') return { url: runtimeUrl(), shortCircuit: true };
    throw error;
  }
};

export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.startsWith('file:') || !isTypescript(new URL(url).pathname))
    return nextLoad(url, context);
  const path = fileURLToPath(url);
  watcher?.postMessage([path]);
  const text = nodeHost.readText(path);
  if (text === undefined) return nextLoad(url, context);
  const source = isMarked(text) ? await mixmodSource(path) : await plainSource(path, text);
  return { format: 'module', source, shortCircuit: true };
};

async function mixmodSource(path: string): Promise<string> {
  const { code, inputs, failure } = await sourceOf(path);
  watcher?.postMessage(inputs);
  if (failure !== '') fail(failure);
  return code;
}

/** A compiler that stays, where the command that has started this process has one, or this process's own. */
async function sourceOf(path: string): Promise<LoadedSource> {
  const socket = process.env[COMPILER_SOCKET];
  const compiled = socket === undefined ? null : await compiledBy(socket, { path, mode });
  return compiled ?? loadedSource(await moduleSource(path, mode));
}

async function plainSource(path: string, text: string): Promise<string> {
  const { transpile } = await import('../check/transpile.ts');
  return transpile(path, text);
}

function fail(report: string): never {
  const error = new SyntaxError(`\n${report}`);
  // Where the compiler noticed it is of no use to the one who reads it.
  error.stack = `SyntaxError: ${error.message}`;
  throw Object.assign(error, { code: IMPORT_ERROR });
}

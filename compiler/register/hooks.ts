// Module hooks (Node's `module.register`): a `.ts` file that begins with 'use mixmod' becomes its compiled module or its
// JavaScript, any other `.ts` file plain JavaScript. `mixmod:NAME` is a builtin mixed module.
import type { InitializeHook, LoadHook, ResolveHook } from 'node:module';
import { fileURLToPath } from 'node:url';
import { renderDiagnostics } from '../diagnostics/render.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { isMarked, isTypescript } from '../source/directive.ts';
import { IMPORT_ERROR } from './import-error.ts';
import type { RunMode } from './mode.ts';
import { resolveMixed, runtimeUrl } from './resolve-mixed.ts';
import { moduleSource } from './sources.ts';

let mode: RunMode = 'release';

export const initialize: InitializeHook<RunMode> = (chosen) => {
  mode = chosen;
};

export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const url = resolveMixed(specifier, context.parentURL);
  if (url !== undefined) return { url, shortCircuit: true };
  try {
    return await nextResolve(specifier, context);
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
  const text = nodeHost.readText(path);
  if (text === undefined) return nextLoad(url, context);
  const source = isMarked(text) ? await mixmodSource(path) : await plainSource(path, text);
  return { format: 'module', source, shortCircuit: true };
};

async function mixmodSource(path: string): Promise<string> {
  const { code, sourceMap, diagnostics } = await moduleSource(path, mode);
  failOnErrors(diagnostics);
  if (!sourceMap) return code;
  const { withInlineMap } = await import('../untranslated/source-map/inline.ts');
  return withInlineMap(code, sourceMap);
}

async function plainSource(path: string, text: string): Promise<string> {
  const { transpile } = await import('../check/transpile.ts');
  return transpile(path, text);
}

function failOnErrors(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const error = new SyntaxError(`\n${renderDiagnostics(diagnostics, false)}`);
    // Where the compiler noticed it is of no use to the one who reads it.
    error.stack = `SyntaxError: ${error.message}`;
    throw Object.assign(error, { code: IMPORT_ERROR });
  }
}

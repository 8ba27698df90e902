// Module hooks (Node's `module.register`): a `.ts` file that begins with 'use mixmod' becomes its compiled module, any
// other `.ts` file plain JavaScript. MIXMOD_RUN chooses: release (the default), debug or untranslated.
import type { LoadHook } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../build.ts';
import { BuildCache, contentHash } from '../cache/build-cache.ts';
import { cacheFolder, compilerIdentity } from '../cache/location.ts';
import { renderDiagnostics } from '../diagnostics/render.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { DEBUG, RELEASE } from '../options.ts';
import { IMPORT_ERROR } from './import-error.ts';

/** The directive stands before any code, after comments. */
const DIRECTIVE = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(['"])use mixmod\1/;

export const load: LoadHook = async (url, context, nextLoad) => {
  if (!url.startsWith('file:') || !/\.[cm]?ts$/.test(new URL(url).pathname))
    return nextLoad(url, context);
  const path = fileURLToPath(url);
  const text = nodeHost.readText(path);
  if (text === undefined) return nextLoad(url, context);
  const source = DIRECTIVE.test(text) ? await mixmodSource(path) : await plainSource(path, text);
  return { format: 'module', source, shortCircuit: true };
};

async function mixmodSource(path: string): Promise<string> {
  return process.env.MIXMOD_RUN === 'untranslated'
    ? untranslatedSource(path)
    : compiledSource(path);
}

/** Builds into the cache, in a folder named by the file, and loads from there. */
async function compiledSource(path: string): Promise<string> {
  const cacheRoot = cacheFolder(process.env);
  const options = process.env.MIXMOD_RUN === 'debug' ? DEBUG : RELEASE;
  const out = nodeHost.resolve(cacheRoot, 'run', contentHash(path, JSON.stringify(options)));
  const cache = new BuildCache(cacheRoot, compilerIdentity(), nodeHost);
  const { diagnostics, written } = await build({ path, out, options, cache }, nodeHost);
  failOnErrors(diagnostics);
  const loader = written.find((file) => file.endsWith('.js')) ?? '';
  return `export * from ${JSON.stringify(pathToFileURL(loader).href)};`;
}

async function untranslatedSource(path: string): Promise<string> {
  const [{ check }, { untranslated }] = await Promise.all([
    import('../check/check.ts'),
    import('../untranslated/untranslated.ts'),
  ]);
  const { program, diagnostics } = check(path, nodeHost);
  failOnErrors(diagnostics);
  return program ? untranslated(program).code : '';
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

// An RTypeScript file → the JavaScript module that stands in its place: a loader of what it is compiled to, or the
// program as JavaScript.
import { pathToFileURL } from 'node:url';
import { build } from '../build.ts';
import { BuildCache, contentHash } from '../cache/build-cache.ts';
import { cacheFolder, compilerIdentity } from '../cache/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nodeHost } from '../host.ts';
import { DEBUG, RELEASE } from '../options.ts';
import { packageRoot } from '../package-root.ts';
import type { RunMode } from './mode.ts';

export interface ModuleSource {
  /** '' where there are errors. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** `path` is absolute. */
export const moduleSource = (path: string, mode: RunMode): Promise<ModuleSource> =>
  mode === 'untranslated' ? untranslatedSource(path) : compiledSource(path, mode);

/** Builds into the cache, in a folder named by the file, and loads from there. */
async function compiledSource(path: string, mode: 'release' | 'debug'): Promise<ModuleSource> {
  const cacheRoot = cacheFolder(process.env);
  const options = mode === 'debug' ? DEBUG : RELEASE;
  const out = nodeHost.resolve(cacheRoot, 'run', contentHash(path, JSON.stringify(options)));
  const cache = new BuildCache(cacheRoot, compilerIdentity(), nodeHost);
  const { diagnostics, written } = await build({ path, out, options, cache }, nodeHost);
  const loader = written.find((file) => file.endsWith('.js'));
  const text = loader ? `export * from ${JSON.stringify(pathToFileURL(loader).href)};` : '';
  return { text, diagnostics };
}

async function untranslatedSource(path: string): Promise<ModuleSource> {
  const [{ check }, { untranslated }, { withInlineMap }] = await Promise.all([
    import('../check/check.ts'),
    import('../untranslated/untranslated.ts'),
    import('../untranslated/source-map/inline.ts'),
  ]);
  const { program, diagnostics } = check(path, nodeHost);
  if (!program) return { text: '', diagnostics };
  // By its place: the program may lie where the package's name means nothing.
  const runtime = pathToFileURL(`${packageRoot}/dist/runtime/index.js`).href;
  return { text: withInlineMap(untranslated(program, runtime), sourceUrl), diagnostics };
}

/** Files of the language's library have names of their own in programs. */
function sourceUrl(path: string): string {
  const [, library] = /^mixmod\/library\/(.*)$/.exec(path) ?? [];
  const file = library === undefined ? path : `${packageRoot}/runtime/library/${library}`;
  return pathToFileURL(nodeHost.resolve(file)).href;
}

// The plugin for Vitest and Vite (`mixmod/vitest`): RTypeScript files that tests import run as JavaScript, with source
// maps for stacks, debuggers and coverage, or compiled.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../diagnostics/render.ts';
import { isMarked, isTypescript } from '../source/directive.ts';
import { runMode, type RunMode } from '../register/mode.ts';
import { Sources } from '../register/sources.ts';
import { withSources } from '../untranslated/source-map/inline.ts';
import { lineColumn } from '../source/source-file.ts';

export interface MixmodOptions {
  /** 'untranslated' where neither this nor the environment says anything. */
  readonly mode?: 'untranslated' | 'compiled' | undefined;
  /** 'fail' where it is left out; only untranslated programs are looked at. */
  readonly leaks?: 'fail' | 'ignore' | undefined;
}

/** What of Vite's plugins is used here; see `plugin.d.ts` for the type that users see. */
interface MixmodPlugin {
  readonly name: string;
  readonly enforce: 'pre';
  /** Of Vitest's configuration; Vite itself asks nothing of it. */
  config(): { readonly test?: { readonly setupFiles: readonly string[] } };
  load(this: LoadContext, id: string): Promise<LoadResult | null>;
}

interface LoadContext {
  addWatchFile(path: string): void;
  warn(text: string): void;
  error(error: PlacedError): never;
}

interface PlacedError {
  readonly message: string;
  readonly id: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
}

interface LoadResult {
  readonly code: string;
  readonly map: unknown;
}

const NO_MAP = { mappings: '' };

export { allowLeaks } from './leak-state.ts';

/** Beside this file in the package, too. */
const LEAK_CHECK = fileURLToPath(new URL('./leak-check.js', import.meta.url));

export function mixmod({ mode, leaks }: MixmodOptions = {}): MixmodPlugin {
  const chosen = chosenMode(mode);
  const sources = new Sources();
  process.once('exit', () => sources.close());
  const looksForLeaks = chosen === 'untranslated' && leaks !== 'ignore';
  return {
    name: 'mixmod',
    // Before Vite's own plugin takes the types away, and with them what the numbers are.
    enforce: 'pre',
    config: () => (looksForLeaks ? { test: { setupFiles: [LEAK_CHECK] } } : {}),
    async load(id) {
      const [path = ''] = id.split('?');
      // Without its source map, which leads to files that are not the project's.
      if (path === LEAK_CHECK) return { code: await readFile(path, 'utf8'), map: NO_MAP };
      if (!isTypescript(path)) return null;
      const text = await readFile(path, 'utf8').catch(() => '');
      if (!isMarked(text)) return null;
      const { code, sourceMap, inputs, diagnostics } = await sources.of(path, chosen);
      // What the program imports is part of this module: Vite does not see those imports.
      for (const input of inputs) if (input !== path) this.addWatchFile(input);
      report(diagnostics, path, this);
      return { code, map: sourceMap ? withSources(sourceMap, fileURLToPath) : NO_MAP };
    },
  };
}

function chosenMode(mode: MixmodOptions['mode']): RunMode {
  if (mode === 'untranslated') return mode;
  const { MIXMOD_RUN } = process.env;
  if (mode === 'compiled') return MIXMOD_RUN === 'debug' ? 'debug' : 'release';
  return MIXMOD_RUN ? runMode(process.env) : 'untranslated';
}

/** All in one message, with the place of the first error. */
function report(diagnostics: readonly Diagnostic[], id: string, context: LoadContext): void {
  if (diagnostics.length === 0) return;
  const text = renderDiagnostics(diagnostics, false);
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (!first) return context.warn(text);
  const { span } = first;
  if (!span) context.error({ message: text, id });
  const { line, column } = lineColumn(span.file, span.start);
  // Columns from 0, as in all errors of Vite.
  context.error({ message: text, id, loc: { file: span.file.path, line, column: column - 1 } });
}

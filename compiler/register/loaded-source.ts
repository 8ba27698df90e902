// What a hook hands to Node for a file, or what it says instead.
import { renderDiagnostics } from '../diagnostics/render.ts';
import type { ModuleSource } from './sources.ts';

/** Plain data: it comes from another process where one compiles for several. */
export interface LoadedSource {
  /** JavaScript, with its source map. */
  readonly code: string;
  /** The files that it is made from, absolute. */
  readonly inputs: readonly string[];
  /** The report of the compiler where there are errors, else ''. */
  readonly failure: string;
}

export async function loadedSource(source: ModuleSource): Promise<LoadedSource> {
  const { code, sourceMap, inputs, diagnostics } = source;
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { code: '', inputs, failure: renderDiagnostics(diagnostics, false) };
  if (!sourceMap) return { code, inputs, failure: '' };
  const { withInlineMap } = await import('../untranslated/source-map/inline.ts');
  return { code: withInlineMap(code, sourceMap), inputs, failure: '' };
}

// A printed module with its source map in its last line, as engines, debuggers and Vite read it.
import type { UntranslatedModule } from '../untranslated.ts';
import type { SourceMap } from './source-map.ts';

/** `urlOf` gives the address of a source from its path, as the program names it. */
export function withInlineMap(
  { code, sourceMap }: UntranslatedModule,
  urlOf: (path: string) => string,
): string {
  const text = JSON.stringify(withSources(sourceMap, urlOf));
  const data = Buffer.from(text, 'utf8').toString('base64');
  return `${code}//# sourceMappingURL=data:application/json;charset=utf-8;base64,${data}\n`;
}

export const withSources = (map: SourceMap, urlOf: (path: string) => string): SourceMap => ({
  ...map,
  sources: map.sources.map(urlOf),
});

// A printed module with its source map in its last line, as engines and debuggers read it.
import type { SourceMap } from './source-map.ts';

export function withInlineMap(code: string, map: SourceMap): string {
  const data = Buffer.from(JSON.stringify(map), 'utf8').toString('base64');
  return `${code}//# sourceMappingURL=data:application/json;charset=utf-8;base64,${data}\n`;
}

/** `urlOf` gives the address of a source from its path, as the program names it. */
export const withSources = (map: SourceMap, urlOf: (path: string) => string): SourceMap => ({
  ...map,
  sources: map.sources.map(urlOf),
});

// Versions of a mixed module in one process: the files of a newer one have a query in their URLs, which their imports inherit.
const QUERY = /\?mixmod=\d+$/;

/** The URL of an import's file, in the version of the importing file. */
export function ofVersion(url: string, specifier: string, parent: string | undefined): string {
  const [query] = QUERY.exec(parent ?? '') ?? [];
  const isOwn = query !== undefined && specifier.startsWith('.') && /\.[cm]?ts$/.test(url);
  return isOwn ? url + query : url;
}

export const newVersion = (url: string, version: number): string => `${url}?mixmod=${version}`;

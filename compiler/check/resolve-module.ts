// An import's text to the file that it means. Three forms exist: a relative path with its ending, 'mixmod', and
// what is neither (undefined). Nothing is searched for on the disk.
import type { Host } from '../host.ts';
import { MIXMOD_PATH } from './library-paths.ts';

export function resolveModule(specifier: string, importer: string, host: Host): string | undefined {
  if (specifier === 'mixmod') return MIXMOD_PATH;
  if (!isRelative(specifier) || !specifier.endsWith('.ts') || specifier.endsWith('.d.ts'))
    return undefined;
  return host.resolve(importer, '..', specifier);
}

export const isRelative = (specifier: string): boolean => /^\.\.?\//.test(specifier);

// What messages call a file.
import { isAbsolute, relative } from 'node:path';
import type { Host } from '../host.ts';

/** As the user named it; other files relative to the working folder where they are below it. */
export function displayPath(file: string, entry: string, path: string, host: Host): string {
  if (file === entry) return path;
  const short = relative(host.resolve('.'), file);
  return short.startsWith('..') || isAbsolute(short) ? file : short;
}

// An import's text to the file that it means: a relative path with its ending, 'mixmod', or a package that gives RTypeScript to programs
// (ECMA-262 leaves this to hosts; the rules are those of Node's packages, with a condition of our own).
import { dirname } from 'node:path';
import type { Host } from '../host.ts';
import { MIXMOD_PATH } from './library-paths.ts';

/** Of `exports` in a package.json: what RTypeScript imports. */
export const CONDITION = 'mixmod';

/** undefined for what is none of them. The file may be missing. */
export function resolveModule(specifier: string, importer: string, host: Host): string | undefined {
  if (specifier === 'mixmod') return MIXMOD_PATH;
  if (!isRelative(specifier)) return packageFile(specifier, importer, host);
  return isSource(specifier) ? host.resolve(importer, '..', specifier) : undefined;
}

export const isRelative = (specifier: string): boolean => /^\.\.?\//.test(specifier);

const isSource = (path: string): boolean => path.endsWith('.ts') && !path.endsWith('.d.ts');

/** `name`, `@scope/name`, and what may follow. */
const PACKAGE = /^((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)(\/[^\\]*)?$/;

/** Of the nearest package of that name above the importer. */
function packageFile(specifier: string, importer: string, host: Host): string | undefined {
  const [, name, rest = ''] = PACKAGE.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (let at = dirname(importer); ; at = dirname(at)) {
    const folder = host.resolve(at, 'node_modules', name);
    const text = host.readText(host.resolve(folder, 'package.json'));
    if (text !== undefined) {
      const target = exported(text, `.${rest}`);
      return target === undefined ? undefined : host.resolve(folder, target);
    }
    if (dirname(at) === at) return undefined;
  }
}

/** The target of a subpath for RTypeScript; it stays inside of the package. */
function exported(text: string, subpath: string): string | undefined {
  const target = targetOf(parse(text), subpath);
  if (typeof target !== 'string' || !target.startsWith('./') || !isSource(target)) return undefined;
  return target.split('/').includes('..') ? undefined : target;
}

function targetOf(manifest: unknown, subpath: string): unknown {
  const exports = property(manifest, 'exports');
  // `{ "mixmod": … }` stands for `{ ".": { "mixmod": … } }`.
  const own = property(exports, subpath) ?? (subpath === '.' ? exports : undefined);
  return property(own, CONDITION);
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** A damaged file has nothing to say. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

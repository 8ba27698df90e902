// `mixmod:NAME`, 'mixmod' itself, and folders with a manifest → the URL of the module that is meant.
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeHost } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { IMPORT_ERROR } from './import-error.ts';

const SCHEME = 'mixmod:';
const MODULES = `${packageRoot}/dist/modules`;

/** undefined: what Node resolves by itself. Throws for a builtin mixed module that does not exist. */
export function resolveMixed(specifier: string, parent: string | undefined): string | undefined {
  if (specifier.startsWith(SCHEME)) return builtinModule(specifier.slice(SCHEME.length));
  if (!/^\.\.?(\/|$)/.test(specifier) || !parent?.startsWith('file:')) return undefined;
  const folder = fileURLToPath(new URL(specifier, parent));
  const manifest = nodeHost.resolve(folder, 'index.ts');
  const text = nodeHost.exists(manifest) ? nodeHost.readText(manifest) : undefined;
  return isMixedModule(text) ? pathToFileURL(manifest).href : undefined;
}

/** Whether an `index.ts` has a manifest, as far as can be told without reading it as TypeScript. */
export const isMixedModule = (text: string | undefined): boolean =>
  text !== undefined && /^export default mixedModule\(/m.test(text);

/** Where a program's own installation of mixmod is not found. */
export const runtimeUrl = (): string => pathToFileURL(`${packageRoot}/dist/runtime/index.js`).href;

/** `zlib`, or `zlib/stream` for a submodule. */
function builtinModule(name: string): string {
  const path = `${MODULES}/${name}/index.js`;
  const isName = /^\w+(\/\w+)*$/.test(name);
  if (isName && nodeHost.exists(path)) return pathToFileURL(path).href;
  const known = builtinModules().map((one) => SCHEME + one);
  const error = new Error(
    `there is no builtin mixed module '${SCHEME}${name}'; there are ${known.join(', ') || 'none'}\n`,
  );
  // Where the hook noticed it is of no use to the one who reads it.
  error.stack = `Error: ${error.message}`;
  throw Object.assign(error, { code: IMPORT_ERROR });
}

export const builtinModules = (): readonly string[] =>
  nodeHost.exists(MODULES)
    ? readdirSync(MODULES, { withFileTypes: true })
        .filter((one) => one.isDirectory() && nodeHost.exists(`${MODULES}/${one.name}/index.js`))
        .map(({ name }) => name)
        .sort()
    : [];

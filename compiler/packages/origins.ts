// Files that builds of a package are made from → whose they are.
import { relative, sep } from 'node:path';

export interface Origins {
  /** Files of the package, those of C too, by path in its folder. */
  readonly own: readonly string[];
  readonly packages: readonly ImportedPackage[];
  /** RTypeScript that lies in neither: absolute paths. */
  readonly foreign: readonly string[];
}

/** A package whose RTypeScript is imported. */
export interface ImportedPackage {
  readonly name: string;
  /** Absolute. */
  readonly root: string;
  /** By path in it. */
  readonly sources: readonly string[];
}

/** `folder`: of the package. `mixmod`: of the compiler. Headers of C may be anywhere. */
export function originsOf(inputs: Iterable<string>, folder: string, mixmod: string): Origins {
  const own: string[] = [];
  const packages = new Map<string, ImportedPackage & { readonly sources: string[] }>();
  const foreign: string[] = [];
  for (const path of inputs) {
    const [root, name] = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path) ?? [];
    if (isBelow(path, folder) && !pathIn(folder, path).split('/').includes('node_modules'))
      own.push(pathIn(folder, path));
    else if (isBelow(path, mixmod) || !path.endsWith('.ts')) continue;
    else if (root === undefined || name === undefined) foreign.push(path);
    else {
      const known = packages.get(root) ?? { name: slashes(name), root, sources: [] };
      packages.set(root, known);
      known.sources.push(pathIn(root, path));
    }
  }
  return { own, packages: [...packages.values()], foreign };
}

const isBelow = (path: string, folder: string): boolean => path.startsWith(folder + sep);
const slashes = (path: string): string => path.split(sep).join('/');
const pathIn = (folder: string, path: string): string => slashes(relative(folder, path));

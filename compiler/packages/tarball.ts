// What npm would put into the tarball of a package, and what of the package it would leave out.
import { relative, sep } from 'node:path';
import type { Host } from '../host.ts';

/** Paths in the package's folder; null where npm cannot be asked. */
export function tarballFiles(folder: string, host: Host): ReadonlySet<string> | null {
  // Scripts of the package would run this again.
  const args = ['pack', folder, '--dry-run', '--json', '--ignore-scripts'];
  const { status, stdout } = host.run('npm', args);
  if (status !== 0) return null;
  try {
    const [packed] = Object.values(
      JSON.parse(stdout) as Record<string, { files: { path: string }[] }>,
    );
    return packed ? new Set(packed.files.map(({ path }) => path)) : null;
  } catch {
    return null;
  }
}

export interface Origins {
  /** Files of the package, those of C too, by path in its folder. */
  readonly own: readonly string[];
  /** Names of the packages whose sources it imports. */
  readonly packages: readonly string[];
  /** Sources that lie in neither: absolute paths. */
  readonly foreign: readonly string[];
}

/** Where `inputs` come from. `mixmod`: the folder of the compiler. C's headers may be anywhere. */
export function originsOf(inputs: Iterable<string>, folder: string, mixmod: string): Origins {
  const own: string[] = [];
  const packages = new Set<string>();
  const foreign: string[] = [];
  for (const path of inputs) {
    if (isBelow(path, mixmod)) continue;
    const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1];
    if (isBelow(path, folder) && !relative(folder, path).split(sep).includes('node_modules'))
      own.push(relative(folder, path).split(sep).join('/'));
    else if (!path.endsWith('.ts')) continue;
    else if (name !== undefined) packages.add(name.split(sep).join('/'));
    else foreign.push(path);
  }
  return { own, packages: [...packages], foreign };
}

const isBelow = (path: string, folder: string): boolean => path.startsWith(folder + sep);

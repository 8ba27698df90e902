// What builtin mixed modules are measured against: packages that are installed for the measurement alone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../../compiler/package-root.ts';

const FOLDER = join(packageRoot, 'node_modules/.cache/bench-modules');

/** One thing to do, by several. All give the same, or the measurement is refused. */
export interface Task {
  readonly what: string;
  /** How often one run does it. */
  readonly times: number;
  /** By name, ours first. */
  readonly contestants: Readonly<Record<string, () => unknown>>;
  /** Contestants whose results are random and cannot be compared. */
  readonly isRandom?: boolean;
  /** The contestants give promises. */
  readonly isAsync?: boolean;
  /** What results are compared by, where they are of several classes or may differ. */
  readonly comparable?: (result: unknown) => unknown;
}

export type Tasks = () => Promise<readonly Task[]>;

/** Installs the packages (`name@version`) where they are missing; gives what requires them. */
export function installed(packages: readonly string[]): NodeJS.Require {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'package.json');
  const require = createRequire(file);
  const isThere = (one: string): boolean => {
    const at = one.lastIndexOf('@');
    const [name, version] = [one.slice(0, at), one.slice(at + 1)];
    try {
      const found = require(join(FOLDER, 'node_modules', name, 'package.json')) as {
        readonly version: string;
      };
      return found.version === version;
    } catch {
      return false;
    }
  };
  if (packages.every(isThere)) return require;
  if (!existsSync(file)) writeFileSync(file, '{ "private": true }\n');
  const options = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...options, ...packages], { cwd: FOLDER, stdio: 'inherit' });
  return require;
}

/** A builtin module, as it is built. */
export const builtin = async (name: string): Promise<unknown> =>
  import(pathToFileURL(join(packageRoot, `dist/modules/${name}/index.js`)).href);

// mixmod as npm would give it to its users: packed from this tree, and laid into a project without what only its makers have.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { newerThan, STAMP } from './fresh-core.ts';
import { CACHE } from './source-snapshot.ts';

const BUILT = join(packageRoot, STAMP);
const LOCK = join(packageRoot, '.cache/setup/lock');
const SOURCES = ['compiler', 'runtime', 'modules'].map((folder) => join(packageRoot, folder));

/** Milliseconds: it may have to be built first. */
export const PACKING_TIME = 600_000;

/** The tarball of the sources as they are now. */
export function packedMixmod(): string {
  if (newerThan(BUILT, SOURCES) !== undefined)
    // As setup does: two test files may want it at once.
    execFileSync('flock', [LOCK, '.ci/build.sh'], { cwd: packageRoot, stdio: 'pipe' });
  const times = [BUILT, join(packageRoot, 'package.json')].map((path) => statSync(path).mtimeMs);
  const folder = join(CACHE, 'packed', times.join('-'));
  const tarball = join(folder, 'mixmod.tgz');
  if (existsSync(tarball)) return tarball;
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(folder, 'packing-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', own], {
    cwd: packageRoot,
    stdio: 'pipe',
  });
  renameSync(join(own, readdirSync(own)[0] ?? ''), tarball);
  rmSync(own, { recursive: true });
  return tarball;
}

/** Puts it and the packages that it needs into the `node_modules` of `project`, as `npm install` does, but without a registry. */
export function installMixmod(project: string): string {
  const modules = join(project, 'node_modules');
  const installed = join(modules, 'mixmod');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  mkdirSync(installed);
  execFileSync('tar', ['xzf', packedMixmod(), '-C', installed, '--strip-components=1']);
  for (const name of ['commander', 'typescript', 'validate-npm-package-name'])
    symlinkSync(join(packageRoot, 'node_modules', name), join(modules, name));
  symlinkSync('../mixmod/dist/command/main.js', join(modules, '.bin/mixmod'));
  return installed;
}

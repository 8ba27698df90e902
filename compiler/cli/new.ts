// `mixmod new`: a folder with a package that builds and whose test passes. All of it or nothing is written.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import validateName from 'validate-npm-package-name';
import { CannotWrite, nodeHost } from '../host.ts';
import { packageRoot } from '../package-root.ts';
import { newPackageFiles } from '../packages/new-package.ts';
import { EXIT } from './exit-codes.ts';

export interface NewCommandOptions {
  readonly name?: string;
  readonly mixmod?: string;
}

export function newCommand(path: string, options: NewCommandOptions): number {
  const folder = resolve(path);
  const name = options.name ?? basename(folder);
  const source = mixmodSource(options.mixmod, folder);
  const problem = nameProblem(name) ?? folderProblem(folder, path) ?? source.problem;
  if (problem !== null) return fail(problem, EXIT.usage);
  const files = newPackageFiles({ name, mixmod: source.text });
  const wasThere = nodeHost.exists(folder);
  try {
    nodeHost.writeAllAtomic(
      new Map([...files].map(([file, text]) => [join(folder, file), text] as const)),
    );
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    // Folders that were made for files that could not be.
    for (const file of wasThere ? topLevel(files.keys()) : ['.']) remove(join(folder, file));
    return fail(error.message, EXIT.userError);
  }
  const shown = relative('', folder) || '.';
  const enter = shown === '.' ? '' : `  cd ${shown}\n`;
  process.stdout.write(
    `${[...files.keys()].map((file) => `${join(shown, file)}\n`).join('')}\nThen:\n${enter}  npm install\n  npm test\n`,
  );
  return EXIT.ok;
}

function fail(problem: string, code: number): number {
  process.stderr.write(`mixmod new: ${problem}\n`);
  return code;
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A folder without rights: nothing was written there.
  }
}

const topLevel = (files: Iterable<string>): Set<string> =>
  new Set([...files].map((file) => file.split('/')[0] ?? file));

/** npm's own rules. */
function nameProblem(name: string): string | null {
  const { validForNewPackages, errors = [], warnings = [] } = validateName(name);
  if (validForNewPackages) return null;
  const reasons = [...errors, ...warnings].join(', ');
  return `npm takes no package of the name ${JSON.stringify(name)}: ${reasons}. Give another one by --name`;
}

/** What `git init` makes may be there. */
function folderProblem(folder: string, shown: string): string | null {
  if (!nodeHost.exists(folder)) return null;
  if (!nodeHost.isFolder(folder)) return `${shown} is a file`;
  const [first] = readdirSync(folder).filter((name) => name !== '.git');
  return first === undefined ? null : `${shown} is not empty: it has ${first}`;
}

interface Source {
  readonly text: string;
  readonly problem: string | null;
}

/** A version, tag or range as npm has them; anything else is a path. */
const VERSION = /^[~^]?\d+(?:\.\d+){0,2}(?:-[\w.-]+)?$|^[a-z][\w-]*$/;

/** A checkout names itself: it need not be published. */
function mixmodSource(given: string | undefined, folder: string): Source {
  const isInstalled = packageRoot.split(sep).includes('node_modules');
  if (given === undefined)
    return { text: isInstalled ? `^${ownVersion()}` : at(packageRoot, folder), problem: null };
  if (VERSION.test(given) && !nodeHost.exists(given)) return { text: given, problem: null };
  const path = resolve(given.replace(/^file:/, ''));
  const stats = statSync(path, { throwIfNoEntry: false });
  const isPackage = stats?.isFile()
    ? /\.(?:tgz|tar\.gz)$/.test(path)
    : nodeHost.exists(join(path, 'package.json'));
  return isPackage
    ? { text: at(path, folder), problem: null }
    : {
        text: '',
        problem: `--mixmod ${given} is neither a version nor a folder or tarball of mixmod`,
      };
}

/** npm takes it from the folder of the package.json. */
function at(path: string, folder: string): string {
  const short = relative(folder, path);
  return `file:${isAbsolute(short) ? path : short}`;
}

function ownVersion(): string {
  const text = readFileSync(join(packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// `mixmod pack`: builds a package for each target and writes what its tarball needs; npm makes the tarball.
import { join, relative } from 'node:path';
import { CannotWrite, nodeHost } from '../host.ts';
import { RELEASE } from '../options.ts';
import { packageRoot } from '../package-root.ts';
import { ManifestProblem, readManifest, type PackageManifest } from '../packages/manifest.ts';
import { packFiles, type PackResult } from '../packages/pack.ts';
import { originsOf } from '../packages/origins.ts';
import { tarballFiles } from '../packages/tarball.ts';
import { TARGET_NAMES, type TargetName } from '../target/targets.ts';
import { thisMachine } from '../target/this-machine.ts';
import { writePackage, type PackedFiles } from '../packages/write-package.ts';
import { OBJECTS_FOLDER } from '../parts/packaged-objects.ts';
import { cacheOf, type CacheCommandOptions } from './build-caches.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { reportDiagnostics } from './report.ts';

export interface PackCommandOptions extends Omit<CacheCommandOptions, 'cpu'> {
  readonly target: readonly TargetName[];
  readonly optional?: boolean;
  readonly objects?: boolean;
}

interface Objects {
  readonly files: PackedFiles;
  readonly problems: readonly string[];
}

const NO_OBJECTS: Objects = { files: new Map(), problems: [] };

export async function packCommand(path: string, options: PackCommandOptions): Promise<number> {
  const folder = nodeHost.resolve(path);
  const cache = cacheOf({ ...options, cpu: RELEASE.cpu });
  if (cache && 'problem' in cache) return fail([cache.problem], EXIT.usage);
  try {
    const manifest = readManifest(folder, nodeHost);
    const targets = targetsOf(options, manifest);
    const isOptional = options.optional ?? manifest.isOptional;
    const made = await packFiles({ folder, manifest, targets, isOptional, cache }, nodeHost);
    reportDiagnostics(made.diagnostics, false);
    if (!made.files) return exitCodeOf(made.diagnostics);
    const problems = sourceProblems(made, manifest, folder);
    if (problems.length > 0) return fail(problems, EXIT.userError);
    const hasObjects = options.objects ?? manifest.hasObjects;
    const objects = hasObjects ? await objectsOf(made, manifest, folder) : NO_OBJECTS;
    if (objects.problems.length > 0) return fail(objects.problems, EXIT.userError);
    const files = new Map([...made.files, ...objects.files]);
    writePackage(files, { folder, manifest, targets, isOptional }, nodeHost);
    const missing = missingFiles(files, made.inputs, folder);
    if (missing.length > 0) return fail(missing, EXIT.userError);
    process.stdout.write(summary(files, path, isOptional ? targets : []));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof ManifestProblem)
      return fail([`${join(path, 'package.json')}: ${error.message}`], EXIT.userError);
    if (error instanceof CannotWrite) return fail([error.message], EXIT.userError);
    throw error;
  }
}

function fail(problems: readonly string[], code: number): number {
  for (const problem of problems) process.stderr.write(`mixmod pack: ${problem}\n`);
  return code;
}

function targetsOf(
  { target }: PackCommandOptions,
  manifest: PackageManifest,
): readonly TargetName[] {
  if (target.length > 0) return [...new Set(target)];
  if (manifest.targets) return manifest.targets;
  const own = thisMachine();
  if (own) return [own];
  throw new ManifestProblem(
    `it names no targets ("mixmod": { "targets": […] }), and this machine is none of ${TARGET_NAMES.join(', ')}`,
  );
}

/** Who installs the package must find all sources that its modules import. */
function sourceProblems(
  { inputs }: PackResult,
  { dependencies }: PackageManifest,
  folder: string,
): readonly string[] {
  const { packages, foreign } = originsOf(inputs, folder, packageRoot);
  return [
    ...packages
      .filter(({ name }) => !dependencies.has(name))
      .map(
        ({ name }) => `RTypeScript of the package imports ${name}: it has to be in "dependencies"`,
      ),
    ...foreign.map((file) => `RTypeScript of the package imports ${file}, which is outside of it`),
  ];
}

async function objectsOf(
  { inputs }: PackResult,
  manifest: PackageManifest,
  folder: string,
): Promise<Objects> {
  const { packageObjects } = await import('../packages/objects.ts');
  const request = { folder, manifest, inputs, mixmod: packageRoot };
  const { files, reason, diagnostics } = await packageObjects(request, nodeHost);
  reportDiagnostics(diagnostics, false);
  if (reason !== null)
    return { files, problems: [`there can be no objects of the package: ${reason}`] };
  if (files.size > 0) return { files, problems: [] };
  return { files, problems: ['no module of the package has an object that others can use'] };
}

/** What the field `files` of the package.json leaves out. */
function missingFiles(
  files: PackedFiles,
  inputs: ReadonlySet<string>,
  folder: string,
): readonly string[] {
  const packed = tarballFiles(folder, nodeHost);
  if (!packed) return [];
  const { own } = originsOf(inputs, folder, packageRoot);
  const made = [...files.keys()].filter((name) => !name.startsWith('npm/'));
  const missing = [...own, ...made].filter((name) => !packed.has(name));
  return missing.length === 0
    ? []
    : [
        `the tarball would lack ${missing.join(', ')}: name them in "files" of ${join(folder, 'package.json')}`,
      ];
}

function summary(files: PackedFiles, path: string, published: readonly TargetName[]): string {
  const sizes = new Map<string, number>();
  for (const [name, data] of files) {
    const shown = name.startsWith(`${OBJECTS_FOLDER}/`) ? OBJECTS_FOLDER : name;
    sizes.set(shown, (sizes.get(shown) ?? 0) + Buffer.byteLength(data));
  }
  const rows = [...sizes].map(([name, size]) => [relative('', join(path, name)), size] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, size]) => `${name.padEnd(width)}  ${size} bytes\n`);
  const places = published.map(
    (target) => `npm publish ${relative('', join(path, 'npm', target))}\n`,
  );
  const order =
    published.length > 0 ? `\nPublish these before the package itself:\n${places.join('')}` : '';
  return lines.join('') + order;
}

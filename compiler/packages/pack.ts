// A package with RTypeScript → the files that its tarball needs beside the sources: builds for each target, loaders, declarations,
// interfaces. All or nothing is made.
import { dirname, relative, sep } from 'node:path';
import { makeOutputs } from '../build.ts';
import { distinct } from '../diagnostics/distinct.ts';
import type { BuildCache, BuildOutputs } from '../cache/build-cache.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { PREBUILT } from '../link/loader.ts';
import type { PackageEntry, PackageManifest } from './manifest.ts';
import { interfaceFile } from '../check/interface/interface-file.ts';
import { optionalPackage } from './optional-packages.ts';
import { prebuildsCode, TABLE } from './prebuilds.ts';
import { optionsFor, RELEASE } from '../options.ts';
import type { TargetName } from '../target/targets.ts';

export interface PackRequest {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: PackageManifest;
  readonly targets: readonly TargetName[];
  /** The builds go into packages of their own. */
  readonly isOptional: boolean;
  /** null: neither read nor written. */
  readonly cache: BuildCache | null;
}

export interface PackResult {
  /** By path in the package's folder; null after an error. */
  readonly files: ReadonlyMap<string, string | Uint8Array> | null;
  /** Absolute paths of what the builds are made from. */
  readonly inputs: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function packFiles(request: PackRequest, host: Host): Promise<PackResult> {
  const { manifest, targets, isOptional } = request;
  const files = new Map<string, string | Uint8Array>();
  const inputs = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const target of targets) {
    const options = optionsFor(RELEASE, target);
    for (const entry of manifest.entries) {
      const path = host.resolve(request.folder, entry.source);
      const shown = relative(host.resolve('.'), path);
      const made = await makeOutputs(
        { path: shown, options, cache: request.cache },
        'prebuilt',
        host,
      );
      diagnostics.push(...made.diagnostics);
      for (const input of made.inputs) inputs.add(input);
      if (!made.outputs) continue;
      for (const [name, data] of entryFiles(entry, made.outputs, target, isOptional))
        files.set(name, data);
    }
  }
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { files: null, inputs, diagnostics: distinct(diagnostics) };
  for (const [name, text] of sharedFiles(request, host)) files.set(name, text);
  return { files, inputs, diagnostics: distinct(diagnostics) };
}

/** What a build has made, where the package has it. */
function entryFiles(
  entry: PackageEntry,
  { files }: BuildOutputs,
  target: TargetName,
  isOptional: boolean,
): readonly (readonly [name: string, data: string | Uint8Array])[] {
  const ending = (text: string): Uint8Array => {
    const found = [...files].find(([name]) => name.endsWith(text));
    if (!found) throw new Error(`a build of ${entry.source} without a file ${text}`);
    return found[1];
  };
  const text = (end: string): string => new TextDecoder().decode(ending(end));
  return [
    [`${isOptional ? 'npm' : 'prebuilds'}/${target}/${entry.name}.node`, ending('.node')],
    ...entry.declarations.map((path) => [path, text('.d.ts')] as const),
    ...entry.modules.map((path) => [path, placed(text('.mjs'), path, entry)] as const),
    ...entry.commonjs.map((path) => [path, placed(text('.cjs'), path, entry)] as const),
  ];
}

/** The loader at `path` of the package. */
function placed(loader: string, path: string, { name }: PackageEntry): string {
  const short = relative(dirname(path), TABLE).split(sep).join('/');
  const table = JSON.stringify(short.startsWith('.') ? short : `./${short}`);
  const found = `(${table})(${JSON.stringify(name)})`;
  return loader.replace(`(${JSON.stringify(PREBUILT)})`, () => found);
}

/** Of all entries and targets. */
function sharedFiles(
  { folder, manifest, targets, isOptional }: PackRequest,
  host: Host,
): readonly (readonly [name: string, text: string])[] {
  const { name, entries } = manifest;
  const interfaces = entries.map(
    (entry) =>
      [
        `prebuilds/${entry.name}.interface.ts`,
        interfaceFile(host.resolve(folder, entry.source), host) ?? '',
      ] as const,
  );
  const names = entries.map((entry) => entry.name);
  const code = [...interfaces, ...prebuildsCode({ name, entries: names, targets, isOptional })];
  if (!isOptional) return code;
  const own = targets.flatMap((target) => [...optionalPackage(manifest, target)]);
  return [...code, ...own];
}

// What a package is packed from → the disk: all of it or nothing; what earlier runs have left goes, since it is of other sources.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotWrite, type Host } from '../host.ts';
import { OBJECTS_FOLDER } from '../parts/packaged-objects.ts';
import type { PackageManifest } from './manifest.ts';
import { withOptional } from './optional-packages.ts';
import { TARGET_NAMES, type TargetName } from '../target/targets.ts';

/** By path in the package's folder. */
export type PackedFiles = ReadonlyMap<string, string | Uint8Array>;

export interface WrittenPackage {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: PackageManifest;
  readonly targets: readonly TargetName[];
  readonly isOptional: boolean;
}

/** Throws CannotWrite. */
export function writePackage(files: PackedFiles, made: WrittenPackage, host: Host): void {
  const { folder, manifest, targets, isOptional } = made;
  const all = new Map([...files].map(([name, data]) => [join(folder, name), data] as const));
  const path = join(folder, 'package.json');
  const named = withOptional(host.readText(path) ?? '', manifest, isOptional ? targets : []);
  if (named !== null) all.set(path, named);
  host.writeAllAtomic(all);
  for (const stale of staleFolders(made)) remove(join(folder, stale), host);
  for (const file of namesBelow(join(folder, OBJECTS_FOLDER)))
    if (!files.has(`${OBJECTS_FOLDER}/${file}`)) remove(join(folder, OBJECTS_FOLDER, file), host);
  if (![...files.keys()].some((name) => name.startsWith(`${OBJECTS_FOLDER}/`)))
    remove(join(folder, OBJECTS_FOLDER), host);
}

/** Builds of other targets, and those where the other layout has them. */
function staleFolders({ targets, isOptional }: WrittenPackage): readonly string[] {
  const [own, other] = isOptional ? ['npm', 'prebuilds'] : ['prebuilds', 'npm'];
  return TARGET_NAMES.flatMap((target) => [
    ...(targets.includes(target) ? [] : [`${own}/${target}`]),
    `${other}/${target}`,
  ]);
}

/** Files, not folders. */
function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name).slice(folder.length + 1));
  } catch {
    return [];
  }
}

function remove(path: string, host: Host): void {
  try {
    host.remove(path);
  } catch (error) {
    throw new CannotWrite(path, error instanceof Error ? error.message : String(error));
  }
}

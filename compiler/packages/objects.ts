// A package's modules → their objects as `prebuilds/objects/` has them: compiled where they lie for who has installed the package, since
// messages and names of modules have the path in them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Digest } from '../cache/digest.ts';
import { objectIdentity } from '../cache/identity.ts';
import { localCache } from '../cache/local.ts';
import type { ActionCache, Outputs } from '../cache/store.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host.ts';
import { WATCH } from '../options.ts';
import { PartsBuilder } from '../parts/build-parts.ts';
import { OBJECTS_FOLDER, USERS_FOLDER } from '../parts/packaged-objects.ts';
import { relocate } from '../parts/part-outputs.ts';
import type { PackageManifest } from './manifest.ts';
import { originsOf } from './origins.ts';

export interface ObjectsRequest {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: PackageManifest;
  /** Absolute paths of all that the package's builds are made from. */
  readonly inputs: Iterable<string>;
  /** The folder of the compiler. */
  readonly mixmod: string;
}

export interface ObjectsResult {
  /** By path in the package's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Why there are none; null where there are. */
  readonly reason: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function packageObjects(request: ObjectsRequest, host: Host): Promise<ObjectsResult> {
  // Not the other way round: paths may lead through links.
  const project = host.makeTemporary();
  const before = process.cwd();
  try {
    layOut(request, project, host);
    process.chdir(project);
    return await compileIn(process.cwd(), request.manifest, host);
  } finally {
    process.chdir(before);
    host.remove(project);
  }
}

const ENTRY = 'entry.ts';

/** A project that has installed the package, and imports all that it gives. */
function layOut(
  { folder, manifest, inputs, mixmod }: ObjectsRequest,
  project: string,
  host: Host,
): void {
  const { own, packages } = originsOf(inputs, folder, mixmod);
  const place = (name: string, file: string): string => join(project, 'node_modules', name, file);
  const files = new Map<string, string | Uint8Array>();
  const copy = (from: string, to: string): void => {
    const bytes = host.readBytes(from);
    if (bytes) files.set(to, bytes);
  };
  for (const file of ['package.json', ...own]) copy(join(folder, file), place(manifest.name, file));
  for (const { name, root, sources } of packages)
    for (const file of ['package.json', ...sources]) copy(join(root, file), place(name, file));
  const imports = manifest.entries.map(
    ({ subpath }) => `import '${manifest.name}${subpath.slice(1)}';\n`,
  );
  files.set(join(project, ENTRY), `'use mixmod';\n${imports.join('')}`);
  host.writeAllAtomic(files);
}

/** `project` is the working folder. */
async function compileIn(
  project: string,
  { name }: PackageManifest,
  host: Host,
): Promise<ObjectsResult> {
  const made = new Map<Digest, Outputs>();
  const actions: ActionCache = {
    get: (key) => made.get(key),
    put: (key, outputs) => void made.set(key, outputs),
  };
  const builder = new PartsBuilder(host, { actions, identity: objectIdentity() });
  try {
    const built = await builder.build(ENTRY, WATCH, 'module');
    const { diagnostics = [], needsWhole = null, keys = new Map<string, Digest>() } = built ?? {};
    const none = { files: new Map<string, Uint8Array>(), diagnostics };
    if (needsWhole !== null) return { ...none, reason: needsWhole };
    const own = [...keys].filter(([module]) => module.startsWith(`node_modules/${name}/`));
    const kept = own.flatMap(([, key]) => {
      const found = made.get(key);
      const outputs = found && relocate(found, project, USERS_FOLDER);
      return outputs && !mentions(outputs, project) ? [[key, outputs] as const] : [];
    });
    return { ...none, files: recordsOf(kept, join(project, 'objects'), host), reason: null };
  } finally {
    builder.close();
  }
}

/** What has a path of this machine in it is of no use on another. */
const mentions = (outputs: Outputs, path: string): boolean =>
  [...outputs.values()].some((bytes) => Buffer.from(bytes).includes(path));

/** As a cache has them in a folder. */
function recordsOf(
  made: readonly (readonly [Digest, Outputs])[],
  folder: string,
  host: Host,
): ReadonlyMap<string, Uint8Array> {
  const { actions } = localCache(folder, host);
  for (const [key, outputs] of made) actions.put(key, outputs);
  const paths = made.length > 0 ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return new Map(
    paths.flatMap((path) => {
      const bytes = host.readBytes(join(folder, path));
      return bytes ? [[`${OBJECTS_FOLDER}/${path}`, bytes] as const] : [];
    }),
  );
}

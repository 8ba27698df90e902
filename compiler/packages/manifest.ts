// The package.json of a package → its RTypeScript modules and the files that JavaScript is to find for each: a subpath of `exports` with the
// condition `mixmod`. Everything that would make a package which cannot be loaded is refused here.
import type { Host } from '../host.ts';
import { CONDITION } from '../check/resolve-module.ts';
import { isTargetName, TARGET_NAMES, type TargetName } from '../target/targets.ts';

/** Paths are relative to the package's folder, without `./`. */
export interface PackageEntry {
  /** As `exports` has it: `.` or `./…`. */
  readonly subpath: string;
  /** Of its files in `prebuilds/`. */
  readonly name: string;
  readonly source: string;
  /** Files that become ES modules. */
  readonly modules: readonly string[];
  /** CommonJS. */
  readonly commonjs: readonly string[];
  readonly declarations: readonly string[];
}

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly entries: readonly PackageEntry[];
  /** null: not said. */
  readonly targets: readonly TargetName[] | null;
  /** Whether each target is to be a package of its own. */
  readonly isOptional: boolean;
  /** Whether objects come with it. */
  readonly hasObjects: boolean;
  /** Packages that who installs this one has. */
  readonly dependencies: ReadonlySet<string>;
  readonly json: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A package.json that cannot be packed. */
export class ManifestProblem extends Error {}

/** Throws ManifestProblem. `folder`: absolute. */
export function readManifest(folder: string, host: Host): PackageManifest {
  const path = host.resolve(folder, 'package.json');
  const text = host.readText(path);
  if (text === undefined) throw new ManifestProblem(`there is no package.json in ${folder}`);
  const json = parse(text);
  const { name, version } = json;
  if (typeof name !== 'string' || name === '') throw new ManifestProblem('it has no name');
  if (typeof version !== 'string' || version === '') throw new ManifestProblem('it has no version');
  const entries = entriesOf(json);
  if (entries.length === 0)
    throw new ManifestProblem(
      `its \`exports\` give nothing to RTypeScript: a subpath needs the condition "${CONDITION}", e.g. ${EXAMPLE}`,
    );
  checkNames(entries);
  for (const { source } of entries)
    if (host.readText(host.resolve(folder, source)) === undefined)
      throw new ManifestProblem(`\`exports\` names ${source}, which cannot be read`);
  const dependencies = new Set(
    ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((field) =>
      Object.keys(objectOf(json[field]) ?? {}),
    ),
  );
  const wanted = objectOf(json[CONDITION]) ?? {};
  return {
    name,
    version,
    entries,
    targets: targetsOf(json),
    isOptional: wanted['optional'] === true,
    hasObjects: wanted['objects'] === true,
    dependencies,
    json,
  };
}

const EXAMPLE =
  '"exports": { ".": { "mixmod": "./src/index.ts", "types": "./dist/index.d.ts", "import": "./dist/index.js", "require": "./dist/index.cjs" } }';

function parse(text: string): JsonObject {
  try {
    const json = objectOf(JSON.parse(text));
    if (json) return json;
  } catch (error) {
    throw new ManifestProblem(`it is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new ManifestProblem('it is no object');
}

const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;

function targetsOf(json: JsonObject): readonly TargetName[] | null {
  const given = objectOf(json[CONDITION])?.['targets'];
  if (given === undefined) return null;
  const isRight = (value: unknown): value is TargetName[] =>
    Array.isArray(value) && value.length > 0 && value.every((item) => isTargetName(String(item)));
  if (isRight(given)) return given;
  throw new ManifestProblem(
    `"${CONDITION}": { "targets": ${JSON.stringify(given)} } is no list of targets; there are ${TARGET_NAMES.join(', ')}`,
  );
}

// ---- exports ----

function entriesOf(json: JsonObject): readonly PackageEntry[] {
  const exports = objectOf(json['exports']) ?? {};
  // `{ "mixmod": … }` stands for `{ ".": { "mixmod": … } }`.
  const all = Object.hasOwn(exports, CONDITION) ? { '.': exports } : exports;
  return Object.entries(all).flatMap(([subpath, value]) => {
    const conditions = objectOf(value);
    return conditions && Object.hasOwn(conditions, CONDITION)
      ? [entryOf(subpath, conditions, json['type'] === 'module')]
      : [];
  });
}

function entryOf(subpath: string, conditions: JsonObject, isModule: boolean): PackageEntry {
  const where = `exports["${subpath}"]`;
  if (!/^\.(?:\/[\w.@-]+)*$/.test(subpath))
    throw new ManifestProblem(`${where}: mixmod does not understand patterns in subpaths`);
  const source = pathOf(conditions[CONDITION], `${where}.${CONDITION}`);
  if (!source.endsWith('.ts') || source.endsWith('.d.ts'))
    throw new ManifestProblem(`${where}.${CONDITION}: ${source} is no TypeScript file`);
  const files = {
    modules: new Set<string>(),
    commonjs: new Set<string>(),
    types: new Set<string>(),
  };
  collect(conditions, where, null, { ...files, isModule });
  if (files.modules.size + files.commonjs.size === 0)
    throw new ManifestProblem(
      `${where} says nothing to JavaScript: it needs "import", "require" or "default"`,
    );
  return {
    subpath,
    name: subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-'),
    source,
    modules: [...files.modules],
    commonjs: [...files.commonjs],
    declarations: [...files.types],
  };
}

interface Collected {
  readonly modules: Set<string>;
  readonly commonjs: Set<string>;
  readonly types: Set<string>;
  readonly isModule: boolean;
}

type Wanted = 'import' | 'require' | null;

/** `wanted`: by which condition the object is reached. */
function collect(conditions: JsonObject, where: string, wanted: Wanted, into: Collected): void {
  for (const [condition, value] of Object.entries(conditions)) {
    if (condition === CONDITION) continue;
    const at = `${where}.${condition}`;
    const by = condition === 'import' || condition === 'require' ? condition : wanted;
    const nested = objectOf(value);
    if (nested) collect(nested, at, by, into);
    else if (condition === 'types') into.types.add(declarationPath(value, at));
    else addLoader(pathOf(value, at), at, by, into);
  }
}

function declarationPath(value: unknown, where: string): string {
  const path = pathOf(value, where);
  if (/\.d\.[cm]?ts$/.test(path)) return path;
  throw new ManifestProblem(`${where}: ${path} does not end in .d.ts, .d.mts or .d.cts`);
}

function addLoader(path: string, where: string, wanted: Wanted, into: Collected): void {
  const ending = /\.([cm]?)js$/.exec(path)?.[1];
  if (ending === undefined)
    throw new ManifestProblem(`${where}: ${path} does not end in .js, .mjs or .cjs`);
  const isModule = ending === 'm' || (ending === '' && into.isModule);
  if (wanted === 'require' && isModule)
    throw new ManifestProblem(`${where}: ${path} is an ES module; \`require\` needs a .cjs`);
  (isModule ? into.modules : into.commonjs).add(path);
}

/** Inside of the package. */
function pathOf(value: unknown, where: string): string {
  if (typeof value === 'string' && value.startsWith('./') && !value.split('/').includes('..'))
    return value.slice(2);
  throw new ManifestProblem(`${where}: ${JSON.stringify(value)} is no path in the package`);
}

/** No file is written for two of them. */
function checkNames(entries: readonly PackageEntry[]): void {
  const owners = new Map<string, string>();
  for (const { name, source, modules, commonjs, declarations } of entries)
    for (const file of [`${name}.node`, ...modules, ...commonjs, ...declarations]) {
      const owner = owners.get(file);
      if (owner !== undefined)
        throw new ManifestProblem(`${file} is to be made of ${owner} and of ${source}`);
      owners.set(file, source);
    }
}

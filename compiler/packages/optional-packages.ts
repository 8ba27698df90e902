// The builds of a package as packages of their own, one for each target: npm installs the one that fits, as an optional dependency.
import type { JsonObject, PackageManifest } from './manifest.ts';
import { optionalName } from './prebuilds.ts';
import { TARGET_NAMES, type TargetName } from '../target/targets.ts';
import { npmPlatform } from './npm-platform.ts';

/** What the package of a target says as its own. */
const SAME = ['license', 'author', 'repository', 'homepage', 'engines', 'publishConfig'];

/** By path in the folder of the package that it belongs to. */
export function optionalPackage(
  { name, version, entries, json }: PackageManifest,
  target: TargetName,
): ReadonlyMap<string, string> {
  const own = optionalName(name, target);
  const manifest = {
    name: own,
    version,
    description: `${name} for ${target}`,
    ...Object.fromEntries(SAME.flatMap((field) => (field in json ? [[field, json[field]]] : []))),
    ...npmPlatform(target),
    files: entries.map((entry) => `${entry.name}.node`),
  };
  return new Map([
    [`npm/${target}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`],
    [`npm/${target}/README.md`, `# ${own}\n\nThe native modules of \`${name}\` for ${target}.\n`],
  ]);
}

/** The text of the package's own package.json, which names the packages of exactly these targets; null where it does already. */
export function withOptional(
  text: string,
  { name, version }: PackageManifest,
  targets: readonly TargetName[],
): string | null {
  const json = JSON.parse(text) as JsonObject & { optionalDependencies?: Record<string, string> };
  const ours = new Set(TARGET_NAMES.map((target) => optionalName(name, target)));
  const others = Object.entries(json.optionalDependencies ?? {}).filter(([one]) => !ours.has(one));
  const own = targets.map((target) => [optionalName(name, target), version] as const);
  const all = Object.fromEntries([...others, ...own]);
  const { optionalDependencies: before, ...rest } = json;
  if (JSON.stringify(before ?? {}) === JSON.stringify(all)) return null;
  const made = { ...rest, ...(Object.keys(all).length > 0 ? { optionalDependencies: all } : {}) };
  const indent = /^\{\r?\n([ \t]+)/.exec(text)?.[1] ?? 2;
  return `${JSON.stringify(made, null, indent)}\n`;
}

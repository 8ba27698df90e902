// Entries and targets → the JavaScript in `prebuilds/` of a package, which finds the build of the platform that it runs on.
import { join } from 'node:path';
import { packageFile, packageRoot } from '../package-root.ts';
import type { TargetName } from '../target/targets.ts';

export interface Prebuilds {
  /** Of the package. */
  readonly name: string;
  /** As `prebuilds/` names them. */
  readonly entries: readonly string[];
  readonly targets: readonly TargetName[];
  /** Each target is a package of its own, which npm installs where it fits. */
  readonly isOptional: boolean;
}

/** Of a target's own package. */
export const optionalName = (name: string, target: TargetName): string => `${name}-${target}`;

export const TABLE = 'prebuilds/index.cjs';

/** By path in the package's folder. */
export function prebuildsCode(made: Prebuilds): ReadonlyMap<string, string> {
  return new Map([
    [TABLE, tableText(made)],
    ['prebuilds/load.cjs', packageFile(join(packageRoot, 'runtime/prebuilt/load.cjs'))],
  ]);
}

/** Bundlers find what a `require` of a text names. */
function tableText({ name, entries, targets, isOptional }: Prebuilds): string {
  const fileOf = (entry: string, target: TargetName): string =>
    JSON.stringify(
      isOptional ? `${optionalName(name, target)}/${entry}.node` : `./${target}/${entry}.node`,
    );
  const rows = (entry: string): readonly string[] =>
    targets.map((target) => {
      const file = fileOf(entry, target);
      return `    ${JSON.stringify(target)}: [${file}, () => require(${file})],\n`;
    });
  const builds = entries.flatMap((entry) => [
    `  ${JSON.stringify(entry)}: {\n`,
    ...rows(entry),
    '  },\n',
  ]);
  return [
    '// Written by mixmod: the builds of the package.\n',
    "'use strict';\n",
    `const builds = {\n${builds.join('')}};\n`,
    `module.exports = require('./load.cjs')({ name: ${JSON.stringify(name)}, builds, isOptional: ${isOptional} });\n`,
  ].join('');
}

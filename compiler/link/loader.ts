// A unit's exports → the text of the `.js` beside the `.node`: what `import` and `require` load.
// An ES module where the nearest package.json says `"type": "module"`, else CommonJS in the form whose
// named exports Node's lexer sees, so that `import { f }` works on both.
import { publicExports, type Unit } from '../graph/unit.ts';
import { exportClauses, exportNames, memberAccess, unusedName } from './export-names.ts';

export type LoaderFormat = 'module' | 'commonjs';

/** `native`: what `require` is given; not said, the file beside the loader. */
export function loader(
  unit: Unit,
  format: LoaderFormat,
  native: string = `./${unit.name}.node`,
): string {
  const text = (format === 'module' ? moduleText : commonjsText)(unit, JSON.stringify(native));
  return `// Written by mixmod from ${unit.name}.ts: loads the native module.\n${text}`;
}

/** In the loaders of packages: whoever writes them says where the builds are. */
export const PREBUILT = 'mixmod:prebuilt';

/** By name, what goes beside the addon. Of a package, both loaders. */
export function loaderFiles(
  unit: Unit,
  format: LoaderFormat | 'prebuilt',
): readonly (readonly [name: string, text: string])[] {
  const { name } = unit;
  if (format !== 'prebuilt') return [[`${name}.js`, loader(unit, format)]];
  return [
    [`${name}.mjs`, loader(unit, 'module', PREBUILT)],
    [`${name}.cjs`, loader(unit, 'commonjs', PREBUILT)],
  ];
}

function moduleText(unit: Unit, file: string): string {
  const names = exportNames(unit);
  const [native, makeRequire] = [unusedName('native', unit), unusedName('createRequire', unit)];
  const imported =
    makeRequire === 'createRequire' ? makeRequire : `createRequire as ${makeRequire}`;
  const bindings = names.map(({ exported, local }) => {
    const keyword = exported === local ? 'export const' : 'const';
    return `${keyword} ${local} = ${memberAccess(native, exported)};\n`;
  });
  return [
    `import { ${imported} } from 'node:module';\n`,
    `const ${native} = ${makeRequire}(import.meta.url)(${file});\n`,
    checkText(native, unit),
    ...bindings,
    exportClauses(names),
  ].join('');
}

function commonjsText(unit: Unit, file: string): string {
  const assignments = publicExports(unit).map(
    ({ name }) => `${memberAccess('exports', name)} = ${memberAccess('native', name)};\n`,
  );
  return [
    `'use strict';\n`,
    `const native = require(${file});\n`,
    checkText('native', unit),
    ...assignments,
  ].join('');
}

/**
 * A build that is killed between two renames leaves files of two builds. All that this one takes from the other are its names; types are
 * checked at each call.
 */
function checkText(native: string, unit: Unit): string {
  const names = publicExports(unit).map(({ name }) => name);
  if (names.length === 0) return '';
  const message = `${JSON.stringify(`${unit.name}.node has no export `)} + name + ${JSON.stringify(`: it is of another build than ${unit.name}.js; build ${unit.name}.ts again`)}`;
  return [
    `for (const name of ${JSON.stringify(names)})\n`,
    `  if (!(name in ${native})) throw new globalThis.Error(${message});\n`,
  ].join('');
}

// A unit's exports → the text of the `.js` beside the `.node`: what `import` and `require` load.
// An ES module where the nearest package.json says `"type": "module"`, else CommonJS in the form whose
// named exports Node's lexer sees, so that `import { f }` works on both.
import { publicExports, type Unit } from '../graph/unit.ts';
import { exportClauses, exportNames, memberAccess, unusedName } from './export-names.ts';

export type LoaderFormat = 'module' | 'commonjs';

export function loader(unit: Unit, format: LoaderFormat): string {
  const text = format === 'module' ? moduleText(unit) : commonjsText(unit);
  return `// Written by mixmod from ${unit.name}.ts: loads the native module beside this file.\n${text}`;
}

const fileOf = (unit: Unit): string => JSON.stringify(`./${unit.name}.node`);

function moduleText(unit: Unit): string {
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
    `const ${native} = ${makeRequire}(import.meta.url)(${fileOf(unit)});\n`,
    checkText(native, unit),
    ...bindings,
    exportClauses(names),
  ].join('');
}

function commonjsText(unit: Unit): string {
  const assignments = publicExports(unit).map(
    ({ name }) => `${memberAccess('exports', name)} = ${memberAccess('native', name)};\n`,
  );
  return [
    `'use strict';\n`,
    `const native = require(${fileOf(unit)});\n`,
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

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
    ...bindings,
    exportClauses(names),
  ].join('');
}

function commonjsText(unit: Unit): string {
  const assignments = publicExports(unit).map(
    ({ name }) => `${memberAccess('exports', name)} = ${memberAccess('native', name)};\n`,
  );
  return [`'use strict';\n`, `const native = require(${fileOf(unit)});\n`, ...assignments].join('');
}

// A unit's exports → the text of the `.js` beside the `.node`: what `import` and `require` load.
// An ES module where the nearest package.json says `"type": "module"`, else CommonJS in the form whose
// named exports Node's lexer sees, so that `import { f }` works on both.
import type { Unit } from '../graph/unit.ts';

export type LoaderFormat = 'module' | 'commonjs';

export function loader(unit: Unit, format: LoaderFormat): string {
  const names = unit.exports.map((item) => item.name);
  const file = JSON.stringify(`./${unit.name}.node`);
  const lines =
    format === 'module'
      ? [
          `import { createRequire } from 'node:module';`,
          `const native = createRequire(import.meta.url)(${file});`,
          ...names.map((name) => `export const ${name} = native.${name};`),
        ]
      : [
          `'use strict';`,
          `const native = require(${file});`,
          ...names.map((name) => `exports.${name} = native.${name};`),
        ];
  return `// Written by mixmod from ${unit.name}.ts: loads the native module beside this file.\n${lines.join('\n')}\n`;
}

// A unit's exports → the text of its `.d.ts`: what a TypeScript caller of the native module sees.
import { representation } from '../graph/representation.ts';
import type { Unit, UnitExport } from '../graph/unit.ts';
import type { RtsType } from '../program/types.ts';

/** TypeScript of one exported type; types that cannot cross the boundary have been refused by `check`. */
export function declaredType(type: RtsType): string {
  switch (type.kind) {
    case 'int':
      return type.bigint ? 'bigint' : 'number';
    case 'float':
      return 'number';
    case 'typedarray':
      return type.name;
    case 'arraybuffer':
      return 'ArrayBuffer';
    case 'dataview':
      return 'DataView';
    case 'nullable': {
      const absent = [
        ...(type.allowsNull ? ['null'] : []),
        ...(type.allowsUndefined ? ['undefined'] : []),
      ];
      return [declaredType(type.base), ...absent].join(' | ');
    }
    case 'ptr':
    case 'address':
      throw new Error(
        `internal: ${representation(type).length}-part type ${type.kind} in an export`,
      );
    default:
      return type.kind;
  }
}

export function declarations(unit: Unit): string {
  const parts = unit.exports.map((item) => documentation(item) + declaration(item));
  return `// Written by mixmod from ${unit.name}.ts.\n${parts.join('')}${parts.length ? '' : 'export {};\n'}`;
}

function declaration(item: UnitExport): string {
  switch (item.kind) {
    case 'function': {
      const parameters = item.parameters.map(
        ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${declaredType(type)}`,
      );
      return `export declare function ${item.name}(${parameters.join(', ')}): ${declaredType(item.result)};\n`;
    }
    case 'global':
      return `export declare ${item.global.mutable ? 'let' : 'const'} ${item.name}: ${declaredType(item.global.type)};\n`;
    case 'enum': {
      const members = [...item.members].map(
        ([name, value]) => `  ${JSON.stringify(name)} = ${value},\n`,
      );
      return `export declare enum ${item.name} {\n${members.join('')}}\n`;
    }
  }
}

/** The JSDoc text of the source, framed again. */
function documentation(item: UnitExport): string {
  const text = item.kind === 'global' ? item.global.documentation : item.documentation;
  if (!text) return '';
  return `/**\n${text
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd() + '\n')
    .join('')} */\n`;
}

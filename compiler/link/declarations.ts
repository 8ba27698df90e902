// A unit's exports → the text of its `.d.ts`: what a TypeScript caller of the native module sees.
import { publicExports, type PublicExport, type Unit } from '../graph/unit.ts';
import { holds } from '../program/crossing.ts';
import { classDeclaration, signatureText } from './class-declaration.ts';
import { documentationText } from './documentation-text.ts';
import { RecordDeclarations } from './record-declarations.ts';
import { declaredType } from './declared-type.ts';
import { exportClauses, exportNames, type ExportName } from './export-names.ts';

export function declarations(unit: Unit): string {
  const names = exportNames(unit);
  const records = new RecordDeclarations(unit);
  const parts = publicExports(unit).map((item, index) => {
    const { exported, local } = names[index] as ExportName;
    const head = `${exported === local ? 'export ' : ''}declare`;
    return documentation(item) + declaration(item, `${head} `, local, unit, records);
  });
  const end = exportClauses(names) || (parts.length > 0 ? '' : 'export {};\n');
  return `// Written by mixmod from ${unit.name}.ts.\n${records.text}${parts.join('')}${end}`;
}

function declaration(
  item: PublicExport,
  head: string,
  name: string,
  { crossings }: Unit,
  records: RecordDeclarations,
): string {
  switch (item.kind) {
    case 'function': {
      const crossing = crossings.functions.get(item.name);
      if (crossing) return `${head}function ${name}${signatureText(crossing, records)};\n`;
      const parameters = item.parameters.map(
        (parameter) =>
          `${parameter.name}${parameter.optional ? '?' : ''}: ${declaredType(parameter.type)}`,
      );
      return `${head}function ${name}(${parameters.join(', ')}): ${declaredType(item.result)};\n`;
    }
    case 'global': {
      const { mutable, type } = item.global;
      return `${head}${mutable ? 'let' : 'const'} ${name}: ${declaredType(type)};\n`;
    }
    case 'constant': {
      // Frozen; but functions in it are as they are.
      const isFrozen = !holds(item.result, ({ kind }) => kind === 'function');
      const type = records.type(item.result, isFrozen);
      return `${head}const ${name}: ${item.result.kind === 'record' ? `Readonly<${type}>` : type};\n`;
    }
    case 'class':
      return head + classDeclaration(item.crossing, name, records);
    case 'enum': {
      const members = [...item.members].map(
        ([member, value]) => `  ${JSON.stringify(member)} = ${value},\n`,
      );
      return `${head}enum ${name} {\n${members.join('')}}\n`;
    }
  }
}

/** The JSDoc text of the source, framed again. */
const documentation = (item: PublicExport): string =>
  documentationText(item.kind === 'global' ? item.global.documentation : item.documentation, '');

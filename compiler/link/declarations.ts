// A unit's exports → the text of its `.d.ts`: what a TypeScript caller of the native module sees.
import { publicExports, type Unit, type UnitExport } from '../graph/unit.ts';
import type { CrossingExport } from '../program/crossing.ts';
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
  item: UnitExport,
  head: string,
  name: string,
  { crossings }: Unit,
  records: RecordDeclarations,
): string {
  switch (item.kind) {
    case 'function': {
      const crossing = crossings.get(item.name);
      if (crossing) return `${head}function ${name}${packedSignature(crossing, records)};\n`;
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
    case 'enum': {
      const members = [...item.members].map(
        ([member, value]) => `  ${JSON.stringify(member)} = ${value},\n`,
      );
      return `${head}enum ${name} {\n${members.join('')}}\n`;
    }
  }
}

/** `OffthreadOptions` of `runtime/mixmod.d.ts`. */
const OPTIONS =
  '{ readonly signal?: AbortSignal; readonly progress?: (value: number) => void; readonly transfer?: readonly ArrayBuffer[] }';

function packedSignature(
  { parameters, result, isOffthread }: CrossingExport,
  records: RecordDeclarations,
): string {
  const texts = parameters.map(
    ({ name, declared, optional, rest }) =>
      `${rest ? '...' : ''}${name}${optional ? '?' : ''}: ${records.type(declared, true)}`,
  );
  const given = records.type(result, false);
  return isOffthread
    ? `(${[...texts, `options?: ${OPTIONS}`].join(', ')}): Promise<${given}>`
    : `(${texts.join(', ')}): ${given}`;
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

// The name of a type in printed graphs and programs.
import type { Container } from '../../runtime/lltype/types.ts';
import type { FunctionType, RtsType } from './types.ts';

/** The text that diagnostics and printed graphs use; `parse.ts` of the graph reads it back. */
export function typeName(type: RtsType): string {
  switch (type.kind) {
    case 'int':
    case 'float':
      return type.name;
    case 'typedarray':
      return type.name;
    case 'nullable':
      return (
        elementName(type.base) +
        (type.allowsNull ? '|null' : '') +
        (type.allowsUndefined ? '|undefined' : '')
      );
    case 'ptr':
      return `Ptr<${containerName(type.to)}>`;
    case 'arraybuffer':
      return 'ArrayBuffer';
    case 'dataview':
      return 'DataView';
    case 'object':
    case 'union':
      return type.name;
    case 'literal':
      return `${typeName(type.base)}=${JSON.stringify(type.value)}`;
    case 'array':
      return `${elementName(type.element)}[]`;
    case 'function':
      return `(${parameterNames(type, typeName)}) => ${typeName(type.result)}`;
    default:
      return type.kind;
  }
}

/** Those of a function type, in any notation. */
export const parameterNames = (
  { parameters, rest }: FunctionType,
  name: (type: RtsType) => string,
): string =>
  parameters
    .map((type, i) => (rest && i === parameters.length - 1 ? '...' : '') + name(type))
    .join(', ');

/** As it stands before `[]` or `|`. */
export const elementName = (type: RtsType): string =>
  type.kind === 'nullable' || type.kind === 'function' || type.kind === 'union'
    ? `(${typeName(type)})`
    : typeName(type);

function containerName(container: Container): string {
  switch (container.kind) {
    case 'struct':
    case 'opaque':
      return container.name;
    case 'array':
      return `${itemName(container.item)}[]`;
    case 'fixed-array':
      return `${itemName(container.item)}[${container.count}]`;
    case 'func':
      return 'func';
  }
}

function itemName(
  item: Container | { kind: 'primitive'; name: string } | { kind: 'ptr'; to: Container },
): string {
  if (item.kind === 'primitive') return item.name;
  return item.kind === 'ptr' ? `Ptr<${containerName(item.to)}>` : containerName(item);
}

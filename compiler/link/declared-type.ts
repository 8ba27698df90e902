// A type whose values are scalars, strings or views → TypeScript.
import { representation } from '../graph/representation.ts';
import { absentNames } from '../program/type-text.ts';
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
    case 'nullable':
      return [declaredType(type.base), ...absentNames(type)].join(' | ');
    case 'ptr':
    case 'address':
      throw new Error(
        `internal: ${representation(type).length}-part type ${type.kind} in an export`,
      );
    default:
      return type.kind;
  }
}

// The value of a variable or field before anything is assigned to it.
import type { RtsType } from '../program/types.ts';

export function zero(type: RtsType): string {
  switch (type.kind) {
    case 'int':
      return type.bigint ? '0n' : '0';
    case 'float':
      return '0';
    case 'boolean':
      return 'false';
    case 'string':
      return `''`;
    case 'typedarray':
      return `new ${type.name}()`;
    case 'arraybuffer':
      return 'new ArrayBuffer(0)';
    case 'dataview':
      return 'new DataView(new ArrayBuffer(0))';
    case 'nullable':
      return zero(type.base);
    default:
      return 'null';
  }
}

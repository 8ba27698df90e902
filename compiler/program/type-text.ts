// A type as reports name it: as programs write it. (`typeName` is the notation of graphs: f64, f64|null.)
import { withoutHome } from './home-name.ts';
import { promisedBy } from './live-types.ts';
import { parameterNames, typeName } from './type-name.ts';
import { F64, type NullableType, type ObjectType, type RtsType } from './types.ts';

export function typeText(type: RtsType): string {
  if (type === F64) return 'number';
  switch (type.kind) {
    case 'array':
      return `${itemText(type.element)}[]`;
    case 'function':
      return `(${parameterNames(type, typeText)}) => ${typeText(type.result)}`;
    case 'object':
      return objectText(type);
    case 'nullable':
      return [
        type.base.kind === 'function' ? `(${typeText(type.base)})` : typeText(type.base),
        ...absentNames(type),
      ].join(' | ');
    case 'union':
      // One that mentions itself has a name.
      return type.name.startsWith('type ')
        ? type.name.replace(/^type |#\d+$/g, '')
        : type.members.map(typeText).join(' | ');
    case 'literal':
      return JSON.stringify(type.value);
    default:
      return withoutHome(typeName(type));
  }
}

/** What a nullable value may be besides. */
export const absentNames = ({
  allowsNull,
  allowsUndefined,
}: Pick<NullableType, 'allowsNull' | 'allowsUndefined'>): readonly string[] => [
  ...(allowsNull ? ['null'] : []),
  ...(allowsUndefined ? ['undefined'] : []),
];

/** As it stands before `[]`. */
const itemText = (type: RtsType): string =>
  type.kind === 'nullable' || type.kind === 'function' || type.kind === 'union'
    ? `(${typeText(type)})`
    : typeText(type);

function objectText(type: ObjectType): string {
  const { form, name, fields } = type;
  const promised = promisedBy(type);
  if (promised) return `Promise<${typeText(promised)}>`;
  if (form === 'tuple') return `[${fields.map(({ type }) => typeText(type)).join(', ')}]`;
  const [target] = fields;
  if (form === 'weak' && target) return `WeakRef<${typeText(target.type)}>`;
  // A record that mentions itself has a name.
  if (form !== 'record' || !name.startsWith('{'))
    return withoutHome(name.replace(/^interface /, ''));
  return `{ ${fields.map((field) => `${field.name}: ${typeText(field.type)}`).join('; ')} }`;
}

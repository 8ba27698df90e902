// A structure and the fields that are wanted of it → where they lie, also those of anonymous members.
import { spell } from './c-spelling.ts';
import { type CField, type CType, type CTypes, resolve, sizeOfType } from './c-types.ts';
import type { Answer, FieldAnswer, Question } from './questions.ts';

const refuse = (message: string): Answer => ({ kind: 'error', message });

export function structAnswer(
  { name, fields: wanted }: Extract<Question, { kind: 'Struct' }>,
  type: CType,
  types: CTypes,
  pointerSize: number,
): Answer {
  const bare = resolve(type, types);
  const struct = bare.kind === 'struct' ? types.structs[bare.name] : undefined;
  if (!struct) return refuse(`${name} is no structure: its type is ${spell(type)}`);
  const all = reachableFields(struct.fields, types).map((field) =>
    fieldAnswer(field, types, pointerSize),
  );
  const fields = wanted ? wanted.map((field) => fieldAt(field, all, types, pointerSize)) : all;
  const missing = fields.findIndex((field) => field === null);
  if (missing >= 0) return refuse(`${name} has no field ${wanted?.[missing] ?? ''}`);
  return {
    kind: 'struct',
    name: struct.name,
    union: struct.kind === 'union',
    size: struct.size,
    alignment: struct.alignment,
    fields: fields.filter((field) => field !== null),
  };
}

type NamedField = CField & { readonly name: string };

/** Fields of anonymous members stand among the outer ones. */
function reachableFields(
  fields: readonly CField[],
  types: CTypes,
  base = 0,
): readonly NamedField[] {
  return fields.flatMap((field) => {
    const offset = base + field.offset;
    const bits = field.bits && { ...field.bits, offset: 8 * base + field.bits.offset };
    if (field.name !== null) return [{ ...field, name: field.name, offset, bits }];
    const bare = resolve(field.type, types);
    const inner = bare.kind === 'struct' ? types.structs[bare.name] : undefined;
    return inner ? reachableFields(inner.fields, types, offset) : [];
  });
}

function fieldAnswer(field: NamedField, types: CTypes, pointerSize: number): FieldAnswer {
  const bare = resolve(field.type, types);
  const number = bare.kind === 'enum' ? types.enums[bare.name] : bare;
  const isInteger =
    number !== undefined &&
    (!('kind' in number) ||
      (number.kind === 'base' && number.encoding !== 'float' && number.encoding !== 'complex'));
  return {
    ...field,
    size: sizeOfType(field.type, types, pointerSize),
    signed: isInteger && number && 'signed' in number ? number.signed : null,
  };
}

/** `path` may lead through structures: `st_mtim.tv_sec`. */
function fieldAt(
  path: string,
  fields: readonly FieldAnswer[],
  types: CTypes,
  pointerSize: number,
): FieldAnswer | null {
  const [first = '', ...rest] = path.split('.').map((part) => part.trim());
  const found = fields.find(({ name }) => name === first);
  if (!found || rest.length === 0) return found ?? null;
  const bare = resolve(found.type, types);
  const struct = bare.kind === 'struct' ? types.structs[bare.name] : undefined;
  if (!struct) return null;
  const inner = reachableFields(struct.fields, types, found.offset).map((field) =>
    fieldAnswer(field, types, pointerSize),
  );
  const target = fieldAt(rest.join('.'), inner, types, pointerSize);
  return target && { ...target, name: path };
}

// Structures of one object → their alignments, by a second question to the C compiler: debug information has only those
// that the source writes, and what is packed cannot always be seen in it.
import type { CField, CType, CTypes } from './c-types.ts';
import { askCompiler, type Compiler, type Piece } from './ask-compiler.ts';
import type { TypeReader, UnalignedStruct } from './read-types.ts';
import { readData } from './read-object.ts';

/** The types with the alignments of all structures. */
export function withAlignments(reader: TypeReader, compiler: Compiler): CTypes {
  const complete = reader.structs.filter(({ opaque }) => !opaque);
  if (complete.length === 0) return reader.types(new Map());
  const places = placesOf(complete, reader.typedefs);
  const pieces: Piece[] = [];
  const ask = (expression: string): number =>
    pieces.push({
      text: `const unsigned long long mixmod_a${pieces.length} = _Alignof(${expression});`,
    }) - 1;
  const asked = complete.map((struct) => {
    const place = places.get(struct.name);
    const own = place?.kind === 'named' ? ask(place.type) : null;
    // Those of the compiler's own, as in `va_list`, have names that cannot be written.
    const owner = place?.kind === 'anonymous' ? place.owner : null;
    return { struct, own, parts: partsOf(struct, owner).map(ask) };
  });
  const answers = askCompiler(pieces, compiler, { debug: false, careful: false });
  const data = answers.kind === 'asked' ? readData(answers.object) : null;
  const answer = (index: number): number | null => {
    const bits = data?.bits(`mixmod_a${index}`);
    return bits === undefined ? null : Number(bits);
  };
  const alignments = asked.map(({ struct, own, parts }): readonly [string, number] => {
    const known = own === null ? null : answer(own);
    if (known !== null) return [struct.name, known];
    const written = [struct.writtenAlignment, ...struct.writtenFieldAlignments];
    const all = [...parts.map(answer), ...written].map((one) => one ?? 1);
    return [struct.name, Math.max(1, ...all)];
  });
  return reader.types(new Map(alignments));
}

/** How C names a structure; an anonymous member has no name, but its fields can be reached through its owner. */
type Place =
  | { readonly kind: 'named'; readonly type: string }
  | { readonly kind: 'anonymous'; readonly owner: string };

function placesOf(
  structs: readonly UnalignedStruct[],
  typedefs: CTypes['typedefs'],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { name, tag, typedef } of structs)
    if ((tag ?? typedef) !== null && tag !== '__va_list_tag')
      places.set(name, { kind: 'named', type: name });
  for (const [name, type] of Object.entries(typedefs)) {
    const [path, inner] = behind(`(*(${name} *)0)`, type);
    if (inner.kind === 'struct' && !places.has(inner.name))
      places.set(inner.name, { kind: 'named', type: `__typeof__(${path})` });
  }
  const byName = new Map(structs.map((struct) => [struct.name, struct]));
  // A map hands out what is added to it while it is walked over: so nested ones are reached, too.
  for (const [name, place] of places) {
    const owner = place.kind === 'named' ? `(*(${place.type} *)0)` : place.owner;
    for (const field of byName.get(name)?.fields ?? []) {
      const inner = innermost(field.type);
      if (inner.kind !== 'struct' || places.has(inner.name)) continue;
      if (field.name === null) places.set(inner.name, { kind: 'anonymous', owner });
      else {
        const type = `__typeof__(${owner}.${field.name}${indexes(field.type)})`;
        places.set(inner.name, { kind: 'named', type });
      }
    }
  }
  return places;
}

/** `typedef struct { … } *handle`: what the typedef leads to, and how. */
function behind(path: string, type: CType): readonly [string, CType] {
  if (type.kind === 'qualified') return behind(path, type.of);
  if (type.kind === 'pointer') return behind(`(*${path})`, type.to);
  return type.kind === 'array' ? behind(`${path}[0]`, type.item) : [path, type];
}

function innermost(type: CType): CType {
  if (type.kind === 'array') return innermost(type.item);
  return type.kind === 'qualified' ? innermost(type.of) : type;
}

function indexes(type: CType): string {
  if (type.kind === 'array') return `[0]${indexes(type.item)}`;
  return type.kind === 'qualified' ? indexes(type.of) : '';
}

/** What an anonymous structure consists of, as arguments of `_Alignof`. */
function partsOf({ fields }: UnalignedStruct, owner: string | null): readonly string[] {
  return fields.flatMap((field) => {
    const type = partOf(field, owner);
    return type === null ? [] : [type];
  });
}

function partOf({ name, type, bits }: CField, owner: string | null): string | null {
  if (bits === null && name !== null && owner !== null) return `__typeof__(${owner}.${name})`;
  const inner = innermost(type);
  if (inner.kind === 'base') return inner.c;
  if (inner.kind === 'pointer') return 'void *';
  return inner.kind === 'typedef' ? inner.name : null;
}

// Types of C → low-level types of the runtime, or why one has none.
import {
  type ForwardReference,
  makeForwardReference,
  makeFuncType,
  makePtr,
} from '../../runtime/lltype/constructors.ts';
import { makeStruct } from '../../runtime/lltype/struct.ts';
import { RFFI_PRIMITIVES } from '../../runtime/lltype/primitives.ts';
import type { FuncType, LowLevelType, Primitive, Ptr, Struct } from '../../runtime/lltype/types.ts';
import { CArray, CArrayPtr, CFixedArray, COpaquePtr, VOIDP } from '../../runtime/rffi/c-types.ts';
import { spell } from './c-spelling.ts';
import {
  type CBase,
  type CFunctionType,
  type CType,
  type CTypes,
  resolve,
  sizeOfType,
} from './c-types.ts';
import { type Refusal, refusal } from './refusals.ts';
import { hintsOf, numberRefusal, structRefusal } from './struct-layout.ts';

export type LowLevelAnswer<T extends LowLevelType = LowLevelType> =
  { readonly kind: 'type'; readonly type: T } | Refusal;

const mappers = new WeakMap<CTypes, TypeMapper>();

function mapperOf(types: CTypes): TypeMapper {
  let mapper = mappers.get(types);
  if (!mapper) mappers.set(types, (mapper = new TypeMapper(types)));
  return mapper;
}

/** Of a value that C passes: a number or a pointer; `void` is the type of no result. */
export const toLowLevelType = (type: CType, types: CTypes): LowLevelAnswer =>
  mapperOf(types).value(type);

/** The refusal is that of the first part that has one. */
export const toFuncType = (type: CFunctionType, types: CTypes): LowLevelAnswer<FuncType> =>
  mapperOf(types).function(type);

/** Of the memory of a structure, which is then reached by pointers. `name` is its key in the table. */
export const toStruct = (name: string, types: CTypes): LowLevelAnswer<Struct> =>
  mapperOf(types).struct(name);

/** C's spelling → rffi's type of that name. */
const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map(
  Object.values(RFFI_PRIMITIVES)
    .toReversed()
    .map((primitive) => [primitive.c, primitive]),
);

const found = <T extends LowLevelType>(type: T): LowLevelAnswer<T> => ({ kind: 'type', type });

class TypeMapper {
  readonly #types: CTypes;
  readonly #structs = new Map<string, LowLevelAnswer<Struct>>();
  /** Structures whose fields are being made. */
  readonly #open = new Map<string, ForwardReference>();

  constructor(types: CTypes) {
    this.#types = types;
  }

  value(type: CType): LowLevelAnswer {
    const refused = numberRefusal(type, this.#types);
    if (refused) return refused;
    const bare = resolve(type, this.#types);
    const c = spell(type);
    switch (bare.kind) {
      case 'void':
        return found(RFFI_PRIMITIVES.VOID);
      case 'base':
        return found(this.#named(type) ?? primitiveOf(bare));
      case 'enum': {
        const { size, signed } = this.#types.enums[bare.name] ?? { size: 4, signed: false };
        return found(sized(size, signed));
      }
      case 'pointer':
        return this.#pointer(bare.to);
      case 'struct': {
        const { opaque = true } = this.#types.structs[bare.name] ?? {};
        return opaque ? refusal('opaque', c) : this.struct(bare.name);
      }
      case 'array':
        return refusal('array-by-value', c);
      case 'function':
        return refusal('function', c);
      case 'typedef':
      case 'unknown':
        return refusal('unknown', c);
    }
  }

  function(type: CFunctionType): LowLevelAnswer<FuncType> {
    if (!type.prototyped) return refusal('unprototyped', spell(type));
    const args: LowLevelType[] = [];
    for (const parameter of type.parameters) {
      const answer = this.value(parameter);
      if (answer.kind === 'refused') return answer;
      args.push(answer.type);
    }
    const result = this.value(type.result);
    return result.kind === 'refused'
      ? result
      : found(makeFuncType(args, result.type, { variadic: type.variadic }));
  }

  struct(name: string): LowLevelAnswer<Struct> {
    const known = this.#structs.get(name);
    if (known) return known;
    const answer = this.#makeStruct(name);
    this.#structs.set(name, answer);
    return answer;
  }

  #makeStruct(name: string): LowLevelAnswer<Struct> {
    const struct = this.#types.structs[name];
    if (!struct) return refusal('unknown', name);
    const refused = structRefusal(struct, this.#types);
    if (refused) return refused;
    const forward = makeForwardReference();
    this.#open.set(name, forward);
    const fields = struct.fields.map(({ name: own, type: of, bits }) => [
      `c_${own}`,
      this.#inline(of),
      ...(bits ? [bits.width] : []),
    ]);
    const c = struct.tag === null && struct.typedef === null ? null : name;
    const type = makeStruct(struct.tag ?? struct.typedef ?? name, c, [
      ...fields,
      ...hintsOf(struct, this.#types),
    ]);
    this.#open.delete(name);
    forward.become(type);
    return found(type);
  }

  /** Of a field whose structure is not refused. */
  #inline(type: CType): LowLevelType {
    const bare = resolve(type, this.#types);
    if (bare.kind === 'array') {
      const item = this.#inline(bare.item);
      return bare.count === null ? CArray(item) : CFixedArray(item, bare.count);
    }
    const answer = bare.kind === 'struct' ? this.struct(bare.name) : this.value(type);
    // A function that cannot be called is still an address.
    return answer.kind === 'type' ? answer.type : VOIDP;
  }

  #pointer(to: CType): LowLevelAnswer {
    const bare = resolve(to, this.#types);
    switch (bare.kind) {
      case 'void':
        return found(VOIDP);
      case 'function': {
        const target = this.function(bare);
        return target.kind === 'type' ? found(makePtr(target.type)) : target;
      }
      case 'struct':
        return found(this.#structPointer(bare.name));
      case 'array': {
        const item = this.#item(bare.item);
        if (item === null) return found(this.#opaquePointer(to));
        return found(
          bare.count === null ? CArrayPtr(item) : makePtr(CFixedArray(item, bare.count)),
        );
      }
      default: {
        const target = this.value(to);
        // A pointer to a function that has no type is an address.
        if (target.kind === 'refused' && bare.kind === 'pointer') return found(CArrayPtr(VOIDP));
        return found(target.kind === 'type' ? CArrayPtr(target.type) : this.#opaquePointer(to));
      }
    }
  }

  /** null where it has no low-level type. */
  #item(type: CType): LowLevelType | null {
    const bare = resolve(type, this.#types);
    if (bare.kind === 'array') {
      const item = bare.count === null ? null : this.#item(bare.item);
      return item && CFixedArray(item, bare.count ?? 0);
    }
    const answer = bare.kind === 'struct' ? this.struct(bare.name) : this.value(type);
    return answer.kind === 'type' ? answer.type : null;
  }

  #structPointer(name: string): Ptr {
    const open = this.#open.get(name);
    if (open) return makePtr(open);
    const answer = this.struct(name);
    if (answer.kind === 'type') return makePtr(answer.type);
    return this.#opaquePointer({ kind: 'struct', name });
  }

  #opaquePointer(to: CType): Ptr {
    const bare = resolve(to, this.#types);
    const name = bare.kind === 'struct' ? bare.name : spell(to);
    const size = sizeOfType(to, this.#types, 8);
    return size === null || size === 0 ? COpaquePtr(name) : COpaquePtr(name, { size });
  }

  /** The first typedef on the way that rffi has a type for. */
  #named(type: CType): Primitive | null {
    if (type.kind === 'qualified') return this.#named(type.of);
    if (type.kind !== 'typedef') return null;
    const primitive = PRIMITIVES.get(type.name);
    const bare = resolve(type, this.#types);
    if (primitive && bare.kind === 'base' && machineOf(bare) === primitive.machine)
      return primitive;
    const target = this.#types.typedefs[type.name];
    return target ? this.#named(target) : null;
  }
}

function machineOf({ encoding, size, signed }: CBase): string {
  if (encoding === 'boolean') return 'bool';
  if (encoding === 'float') return size === 16 ? 'f80' : `f${8 * size}`;
  return `${signed && encoding !== 'char' ? 'i' : 'u'}${8 * size}`;
}

function primitiveOf(base: CBase): Primitive {
  const named = PRIMITIVES.get(base.c);
  if (named && named.machine === machineOf(base)) return named;
  if (base.encoding === 'boolean') return RFFI_PRIMITIVES.BOOL;
  if (base.encoding === 'float') return FLOATS.get(base.size) ?? RFFI_PRIMITIVES.DOUBLE;
  return sized(base.size, base.signed);
}

const FLOATS = new Map<number, Primitive>([
  [4, RFFI_PRIMITIVES.FLOAT],
  [16, RFFI_PRIMITIVES.LONGDOUBLE],
]);
const SIGNED = new Map<number, Primitive>([
  [1, RFFI_PRIMITIVES.SIGNEDCHAR],
  [2, RFFI_PRIMITIVES.SHORT],
  [4, RFFI_PRIMITIVES.INT],
  [8, RFFI_PRIMITIVES.LONG],
]);
const UNSIGNED = new Map<number, Primitive>([
  [1, RFFI_PRIMITIVES.UCHAR],
  [2, RFFI_PRIMITIVES.USHORT],
  [4, RFFI_PRIMITIVES.UINT],
  [8, RFFI_PRIMITIVES.ULONG],
]);

const sized = (size: number, signed: boolean): Primitive =>
  (signed ? SIGNED : UNSIGNED).get(size) ?? RFFI_PRIMITIVES.INT;

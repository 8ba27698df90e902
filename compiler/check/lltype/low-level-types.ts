// TypeScript's types of pointers and low-level types → the low-level types themselves. A type that some module-level
// constant has is that constant's value; other types say all that there is to know (names, fields, counts).
import type ts from 'typescript';
import {
  isContainer,
  isLowLevelType,
  makeArray,
  makeFixedSizeArray,
  makeFuncType,
  makeOpaqueType,
  makePtr,
} from '../../../runtime/lltype/constructors.ts';
import { LLTYPE_PRIMITIVES, RFFI_PRIMITIVES } from '../../../runtime/lltype/primitives.ts';
import { makeStruct } from '../../../runtime/lltype/struct.ts';
import type { Container, LowLevelType, Primitive } from '../../../runtime/lltype/types.ts';
import { comptimeDeclarations, comptimeOf } from '../comptime/comptime.ts';
import type { Context } from '../context.ts';

const PRIMITIVES: ReadonlyMap<string, Primitive> = new Map(
  Object.values({ ...RFFI_PRIMITIVES, ...LLTYPE_PRIMITIVES }).map((type) => [type.name, type]),
);

/** What the types of one program mean. */
class LowLevelTypes {
  /** null where two constants of one TypeScript type have different values. */
  readonly #declared = new Map<ts.Type, LowLevelType | null>();
  readonly #checker: ts.TypeChecker;

  constructor(context: Context) {
    this.#checker = context.checker;
    const comptime = comptimeOf(context);
    for (const { name } of comptimeDeclarations(context)) {
      const symbol = this.#checker.getSymbolAtLocation(name);
      const result = symbol && comptime.symbol(symbol, name, context);
      if (result?.ok) this.#note(this.#checker.getTypeAtLocation(name), result.value);
    }
  }

  /** undefined where the type does not say enough. */
  read(type: ts.Type): LowLevelType | undefined {
    const declared = this.#declared.get(type);
    if (declared !== undefined) return declared ?? undefined;
    const kind = this.#text(type, 'kind');
    const reader = kind === undefined ? undefined : READERS[kind];
    try {
      return reader?.(type, this);
    } catch (error) {
      // A constructor refused the parts; the declaration that is wrong reports it.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** The type of a property, undefined where there is none. */
  property(type: ts.Type, name: string): ts.Type | undefined {
    const symbol = this.#checker.getPropertyOfType(type, name);
    return symbol && this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(symbol));
  }

  #text(type: ts.Type, name: string): string | undefined {
    const value = this.property(type, name);
    return value?.isStringLiteral() ? value.value : undefined;
  }

  name(type: ts.Type): string | undefined {
    return this.#text(type, 'name');
  }

  elements(type: ts.Type | undefined): readonly ts.Type[] | undefined {
    if (!type || !this.#checker.isTupleType(type)) return undefined;
    return this.#checker.getTypeArguments(type as ts.TypeReference);
  }

  container(type: ts.Type | undefined): Container | undefined {
    const read = type && this.read(type);
    return isContainer(read) ? read : undefined;
  }

  /** Binds a constant's type and the types of its parts to their values. */
  #note(type: ts.Type, value: unknown): void {
    if (!isLowLevelType(value)) {
      this.#noteMembers(type, value);
      return;
    }
    const known = this.#declared.get(type);
    if (known === value || known === null) return;
    this.#declared.set(type, known === undefined ? value : null);
    if (value.kind === 'ptr') this.#noteProperty(type, 'to', value.to);
    if (value.kind === 'array' || value.kind === 'fixed-array')
      this.#noteProperty(type, 'item', value.item);
    if (value.kind === 'struct') {
      const fields = this.elements(this.property(type, '__rts_fields')) ?? [];
      fields.forEach((field, index) => {
        const fieldType = this.elements(field)?.[1];
        if (fieldType) this.#note(fieldType, value.fields[index]?.type);
      });
    }
  }

  /** What `rffi_platform.configure` gave holds types. */
  #noteMembers(type: ts.Type, value: unknown): void {
    if (typeof value !== 'object' || value === null || !this.property(type, '__rts_configured'))
      return;
    for (const [name, member] of Object.entries(value))
      if (isLowLevelType(member)) this.#noteProperty(type, name, member);
  }

  #noteProperty(type: ts.Type, name: string, value: LowLevelType): void {
    const property = this.property(type, name);
    if (property) this.#note(property, value);
  }
}

type Reader = (type: ts.Type, types: LowLevelTypes) => LowLevelType | undefined;

const READERS: { readonly [kind: string]: Reader } = {
  primitive: (type, types) => PRIMITIVES.get(types.name(type) ?? ''),
  ptr: (type, types) => {
    const to = types.container(types.property(type, 'to'));
    return to && makePtr(to);
  },
  struct: (type, types) => {
    const name = types.name(type);
    const fields = types.elements(types.property(type, '__rts_fields'));
    if (name === undefined || !fields) return undefined;
    const parts = fields.map((field) => readField(field, types));
    if (parts.includes(undefined)) return undefined;
    const foreign = parts.every((part) => part?.[0].startsWith('c_'));
    return makeStruct(name, foreign ? `struct ${name}` : null, parts);
  },
  array: (type, types) => {
    const item = readProperty(type, 'item', types);
    const stored = types.property(type, 'length')?.isStringLiteral() === true;
    return item && makeArray(item, { hints: { nolength: !stored } });
  },
  'fixed-array': (type, types) => {
    const item = readProperty(type, 'item', types);
    const count = types.property(type, 'count');
    return item && count?.isNumberLiteral() ? makeFixedSizeArray(item, count.value) : undefined;
  },
  func: (type, types) => {
    const args = types.elements(types.property(type, 'args'))?.map((arg) => types.read(arg));
    const result = readProperty(type, 'result', types);
    const known = args?.filter((arg) => arg !== undefined);
    return known && result && known.length === args?.length
      ? makeFuncType(known, result)
      : undefined;
  },
  opaque: (type, types) => {
    const name = types.name(type);
    return name === undefined ? undefined : makeOpaqueType(name);
  },
  forward: (type, types) => {
    const reference = types.property(type, '__rts_forward');
    return reference && types.container(types.property(reference, 'type'));
  },
};

function readProperty(type: ts.Type, name: string, types: LowLevelTypes): LowLevelType | undefined {
  const property = types.property(type, name);
  return property && types.read(property);
}

function readField(
  field: ts.Type,
  types: LowLevelTypes,
): readonly [string, LowLevelType] | undefined {
  const [name, type] = types.elements(field) ?? [];
  const read = type && types.read(type);
  return name?.isStringLiteral() && read ? [name.value, read] : undefined;
}

const programs = new WeakMap<ts.Program, LowLevelTypes>();

function typesOf(context: Context): LowLevelTypes {
  let types = programs.get(context.program);
  if (!types) programs.set(context.program, (types = new LowLevelTypes(context)));
  return types;
}

/** True for a pointer: it has the phantom that `mixmod.d.ts` gives to every pointer. */
export const isPointerType = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  checker.getPropertyOfType(type, '__rts_ptr') !== undefined;

/** The container behind a pointer's type; undefined where the type does not say it. */
export function pointedContainer(type: ts.Type, context: Context): Container | undefined {
  const property = context.checker.getPropertyOfType(type, '__rts_ptr');
  return property && typesOf(context).container(context.checker.getTypeOfSymbol(property));
}

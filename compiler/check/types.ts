// TypeScript's types to those of RTypeScript: what annotations mean.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import {
  ARRAY_BUFFER,
  arrayOf,
  BOOLEAN,
  DATA_VIEW,
  F32,
  F64,
  INT_TYPES,
  NEVER,
  NULL,
  nullableOf,
  STRING,
  TYPED_ARRAYS,
  UNDEFINED,
  VOID,
  type RtsType,
} from '../program/types.ts';
import { classFromTs } from './classes/class-type.ts';
import { ERROR_TYPE, type Context } from './context.ts';
import { collectionOf, isCollectionName } from './library/collections.ts';
import { dateType } from './library/date.ts';
import { weakRefType } from './library/weak-ref.ts';
import { iterationFromTs } from './generators/generator-type.ts';
import { interfaceFromTs } from './interfaces/interface-type.ts';
import { isValueless } from './is-valueless.ts';
import { LIBRARY_PATH } from './library-paths.ts';
import { LLTYPE_HOOKS } from './lltype/hooks.ts';
import { recordType } from './records/record-type.ts';
import { liveFromTs } from './space/live-type.ts';
import { promiseFromTs } from './space/promise-type.ts';
import { tupleType } from './records/tuple-type.ts';
import { unionType, widened } from './unions/union-type.ts';
import { functionType } from './function-type.ts';
import { isLibrary } from './typescript.ts';
import { tsc } from './tsc.ts';

const { TypeFlags } = tsc;

/** The RTS type of a TypeScript type; ERROR_TYPE after a report at `node`. */
export function typeFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType {
  return (
    LLTYPE_HOOKS.typeFromTs(type, node, context) ??
    primitive(type) ??
    typeParameter(type, context) ??
    flavour(type, context) ??
    classFromTs(type, node, context) ??
    iterationFromTs(type, node, context) ??
    nonNullable(type, node, context) ??
    (isNullableUnion(type) ? nullable(type, node, context) : undefined) ??
    widened(type) ??
    array(type, node, context) ??
    collectionType(type, node, context) ??
    weakRef(type, node, context) ??
    dateType(type, node, context) ??
    liveFromTs(type) ??
    promiseFromTs(type, node, context) ??
    tupleType(type, node, context) ??
    interfaceFromTs(type, node, context) ??
    recordType(type, node, context) ??
    libraryObject(type) ??
    functionType(type, node, context) ??
    unionType(type, node, context) ??
    refused(type, node, context)
  );
}

function primitive(type: ts.Type): RtsType | undefined {
  const { flags } = type;
  if (flags & TypeFlags.Any && isErrorType(type)) return ERROR_TYPE;
  if (flags & TypeFlags.Number || isNumericEnum(type)) return F64;
  if (flags & TypeFlags.Boolean) return BOOLEAN;
  if (flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.StringMapping))
    return STRING;
  if (flags & TypeFlags.Void) return VOID;
  if (flags & TypeFlags.Undefined) return UNDEFINED;
  if (flags & TypeFlags.Null) return NULL;
  return flags & TypeFlags.Never ? NEVER : undefined;
}

/** TypeScript's stand-in for a type that it has reported. */
const isErrorType = (type: ts.Type): boolean =>
  (type as { intrinsicName?: string }).intrinsicName === 'error';

function isNumericEnum(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isNumericEnum);
  if (!(type.flags & TypeFlags.EnumLike)) return false;
  return (type.flags & (TypeFlags.NumberLiteral | TypeFlags.Enum)) !== 0;
}

/** What it stands for in the instantiation that is being checked. */
const typeParameter = (type: ts.Type, context: Context): RtsType | undefined =>
  type.flags & TypeFlags.TypeParameter && type.symbol
    ? context.typeArgument(type.symbol)
    : undefined;

/** `T & {}`, which TypeScript makes of a T that is not null. */
function nonNullable(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  if (!type.isIntersection()) return undefined;
  const parts = type.types.filter((part) => !isEmptyObject(part, context));
  const [part] = parts;
  if (!part || parts.length > 1 || parts.length === type.types.length) return undefined;
  const found = typeFromTs(part, node, context);
  return found.kind === 'nullable' ? found.base : found;
}

const isEmptyObject = (type: ts.Type, { checker }: Context): boolean =>
  (type.flags & TypeFlags.Object) !== 0 &&
  !type.symbol?.name.match(/^[A-Za-z]/) &&
  checker.getPropertiesOfType(type).length === 0 &&
  type.getCallSignatures().length === 0;

/** From the widest: the last name of `__rts` in this order is the type itself, the others convert to it. */
const FLAVOURS: ReadonlyMap<string, RtsType> = new Map<string, RtsType>([
  ['f32', F32],
  ...(['isize', 'usize', 'i64', 'u64', 'i32', 'u32', 'i16', 'u16', 'i8', 'u8'] as const).map(
    (name): [string, RtsType] => [name, INT_TYPES[name]],
  ),
]);

function flavour(type: ts.Type, context: Context): RtsType | undefined {
  if (!type.isIntersection()) return undefined;
  const property = type.getProperty('__rts');
  if (!property) return undefined;
  const names = new Set<string>();
  const types = context.checker.getTypeOfSymbol(property);
  for (const part of types.isUnion() ? types.types : [types])
    if (part.isStringLiteral()) names.add(part.value);
  for (const [name, found] of FLAVOURS) if (names.has(name)) return found;
  return undefined;
}

const isNullableUnion = (type: ts.Type): type is ts.UnionType =>
  type.isUnion() && type.types.some((part) => part.flags & (TypeFlags.Null | TypeFlags.Undefined));

function nullable(type: ts.UnionType, node: ts.Node, context: Context): RtsType {
  // What a type parameter stands for may be nullable by itself.
  const absent = type.types.flatMap((part) => typeParameter(part, context) ?? []);
  const allows = (flag: ts.TypeFlags): boolean => type.types.some((part) => part.flags & flag);
  const has = (key: 'allowsNull' | 'allowsUndefined', kind: 'null' | 'undefined'): boolean =>
    absent.some((one) => one.kind === kind || (one.kind === 'nullable' && one[key]));
  const inner = context.checker.getNonNullableType(type);
  if (inner.flags & TypeFlags.Never)
    return context.fail(E.onlyAbsent, node, { type: context.checker.typeToString(type) }).type;
  const base = typeFromTs(inner, node, context);
  if (base === ERROR_TYPE) return base;
  if (base.kind === 'void' || base.kind === 'ptr') return refused(type, node, context);
  if (base.kind === 'null' || base.kind === 'undefined' || base.kind === 'nullable') return base;
  return nullableOf(
    base,
    allows(TypeFlags.Null) || has('allowsNull', 'null'),
    allows(TypeFlags.Undefined) || has('allowsUndefined', 'undefined'),
  );
}

function libraryObject(type: ts.Type): RtsType | undefined {
  const name = libraryName(type);
  // Without `raw`.
  if (name === 'TemplateStringsArray') return arrayOf(STRING);
  if (name === 'ArrayBuffer') return ARRAY_BUFFER;
  if (name === 'DataView') return DATA_VIEW;
  return name === undefined ? undefined : TYPED_ARRAYS.get(name);
}

function array(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const { checker } = context;
  if (!checker.isArrayType(type)) return undefined;
  const [item] = checker.getTypeArguments(type as ts.TypeReference);
  if (!item) return undefined;
  const element = context.typeFromTs(item, node);
  if (element === ERROR_TYPE) return element;
  return isValueless(element)
    ? context.fail(E.onlyAbsent, node, { type: checker.typeToString(item) }).type
    : arrayOf(element);
}

function weakRef(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  if (libraryName(type) !== 'WeakRef') return undefined;
  const [target] = context.checker.getTypeArguments(type as ts.TypeReference);
  return target && weakRefType(context.typeFromTs(target, node), node, context);
}

function collectionType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const name = libraryName(type)?.replace(/^Readonly/, '');
  const file = type.getSymbol()?.declarations?.[0]?.getSourceFile().fileName;
  // The library has types of these names itself.
  if (!isCollectionName(name) || file !== LIBRARY_PATH) return undefined;
  const given = context.checker.getTypeArguments(type as ts.TypeReference);
  const types = given.slice(0, name === 'Map' ? 2 : 1).map((one) => context.typeFromTs(one, node));
  return collectionOf(name, types, node, context);
}

/** The name of an object type of our library. */
function libraryName(type: ts.Type): string | undefined {
  const declaration = type.getSymbol()?.declarations?.[0];
  return declaration && isLibrary(declaration.getSourceFile()) ? type.getSymbol()?.name : undefined;
}

function refused(type: ts.Type, node: ts.Node, context: Context): RtsType {
  const { checker } = context;
  const { flags } = type;
  const text = { type: checker.typeToString(type) };
  const report = (): void => {
    if (flags & TypeFlags.Any) return context.report(E.anyType, node, {});
    if (flags & TypeFlags.Unknown) return context.report(E.unknownType, node, {});
    if (flags & TypeFlags.BigInt) return context.report(E.plainBigint, node, {});
    if (flags & TypeFlags.ESSymbolLike) return context.report(E.symbolType, node, {});
    if (flags & (TypeFlags.Literal | TypeFlags.TemplateLiteral | TypeFlags.StringMapping))
      return context.report(E.literalType, node, text);
    if (flags & TypeFlags.TypeParameter) return context.report(E.typeParameter, node, {});
    if (type.isUnion()) return reportUnion(type, node, context, text);
    if (checker.isTupleType(type)) return context.report(E.tupleType, node, text);
    if (type.getCallSignatures().length > 0) return context.report(E.functionType, node, text);
    if (type.symbol && type.symbol.flags & tsc.SymbolFlags.Interface)
      return context.report(E.interfaceType, node, text);
    if (flags & (TypeFlags.Object | TypeFlags.NonPrimitive | TypeFlags.Intersection))
      return context.report(E.objectType, node, text);
    return context.report(E.typeSyntax, node, {});
  };
  report();
  return ERROR_TYPE;
}

function reportUnion(
  type: ts.UnionType,
  node: ts.Node,
  context: Context,
  text: { type: string },
): void {
  const literals = type.types.every((part) => part.flags & TypeFlags.Literal);
  context.report(literals ? E.literalType : E.unionType, node, text);
}

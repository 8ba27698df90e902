// An object type of plain properties → a record. Its fields are sorted by name, so that the order in which two types name them
// does not matter; `readonly` is TypeScript's to check. A type that mentions itself is made before its fields are.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { recordOf, type ObjectField, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { declaredType, partsOfShape, typeArguments } from '../declared-type.ts';
import { isLibraryModulePath } from '../library-paths.ts';
import { isValueless } from '../is-valueless.ts';
import { tsc } from '../tsc.ts';
import { literalType } from '../unions/union-type.ts';
import { isLibrary } from '../typescript.ts';

/** undefined for what is no record. */
export function recordType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  if (!isRecordType(type, context)) return undefined;
  const made = interned(type, node, context);
  const names = context.checker.getPropertiesOfType(type).map((property) => property.name);
  context.records.written(made, names);
  return made;
}

function interned(type: ts.Type, node: ts.Node, context: Context): RtsType {
  const name = nameOf(type, node, context);
  if (name === 'failed') return ERROR_TYPE;
  if (!name) return structural(type, node, context);
  return context.records.named(name.key, name.text, name.isNominal, (self) => {
    const made = structural(type, node, context);
    if (made.kind === 'object' && (self.used || name.isNominal)) self.type.fields = made.fields;
    return made;
  });
}

/** Only properties, and at least one. */
export function isRecordType(type: ts.Type, context: Context): boolean {
  const parts = partsOfShape(type, context);
  return (
    parts !== undefined &&
    !parts.some(isNominal) &&
    isData(context.checker.getPropertiesOfType(type))
  );
}

function isNominal(type: ts.Type): boolean {
  if (isMapped(type)) return false;
  const symbol = type.getSymbol();
  const declaration = symbol?.declarations?.[0];
  return (
    symbol !== undefined &&
    ((symbol.flags & (tsc.SymbolFlags.Class | tsc.SymbolFlags.ValueModule)) !== 0 ||
      (declaration !== undefined && isLibrary(declaration.getSourceFile())))
  );
}

/** `Partial<T>` and its like: the shape that the checker makes of it. */
const isMapped = (type: ts.Type): boolean =>
  (type.flags & tsc.TypeFlags.Object) !== 0 &&
  ((type as ts.ObjectType).objectFlags & tsc.ObjectFlags.Mapped) !== 0;

const isData = (properties: readonly ts.Symbol[]): boolean =>
  properties.length > 0 &&
  properties.every(
    ({ flags, name }) =>
      (flags & tsc.SymbolFlags.Property) !== 0 &&
      (flags & (tsc.SymbolFlags.Method | tsc.SymbolFlags.Accessor)) === 0 &&
      !name.startsWith('__@'),
  );

function structural(type: ts.Type, node: ts.Node, context: Context): RtsType {
  const { checker } = context;
  const fields: ObjectField[] = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const written = checker.getTypeOfSymbol(property);
    const field = literalType(written, context) ?? context.typeFromTs(written, node);
    if (field === ERROR_TYPE) return field;
    if (isValueless(field)) {
      const text = checker.typeToString(checker.getTypeOfSymbol(property));
      return context.fail(E.onlyAbsent, node, { type: text }).type;
    }
    fields.push(recordField(property.name, field));
  }
  return recordOf(sortFields(fields));
}

export const recordField = (name: string, type: RtsType): ObjectField => ({
  name,
  type,
  mutable: true,
  checked: false,
});

export const sortFields = (fields: readonly ObjectField[]): readonly ObjectField[] =>
  [...fields].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Of an interface or alias, with its type arguments; undefined for an inline type. */
function nameOf(
  type: ts.Type,
  node: ts.Node,
  context: Context,
):
  | { readonly key: string; readonly text: string; readonly isNominal: boolean }
  | undefined
  | 'failed' {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  if (isMapped(type)) return undefined;
  if (!symbol || !(symbol.flags & (tsc.SymbolFlags.Interface | tsc.SymbolFlags.TypeAlias)))
    return undefined;
  const given = type.aliasSymbol ? (type.aliasTypeArguments ?? []) : typeArguments(type, context);
  const declared = declaredType(symbol, given, node, context);
  if (declared === 'failed') return declared;
  // The library's own types are not those of programs that have the same fields.
  const file = symbol.declarations?.[0]?.getSourceFile();
  const isNominal = file !== undefined && isLibraryModulePath(file.fileName);
  return { key: declared.key, text: declared.text, isNominal };
}

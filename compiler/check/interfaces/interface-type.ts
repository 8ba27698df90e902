// An object type that has methods or accessors, or that a class implements → an interface.
import type ts from 'typescript';
import { typeName, type ObjectType, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { InterfaceName } from './interface-table.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** undefined for every other type. */
export function interfaceFromTs(
  written: ts.Type,
  node: ts.Node,
  context: Context,
): RtsType | undefined {
  const type = withoutThis(written, context);
  if (!isInterfaceType(type, context)) return undefined;
  const name = nameOf(type, node, context);
  if (name === 'failed') return ERROR_TYPE;
  const { interfaces } = context.classes;
  if (!name) return interfaces.inline(type, node, context);
  return interfaces.named(name, type, node, context, () => basesOf(type, name, node, context));
}

/** `this` as a type in an interface is the interface. */
function withoutThis(type: ts.Type, context: Context): ts.Type {
  const isThis = (type as { isThisType?: boolean }).isThisType === true;
  const found = (isThis && context.checker.getBaseConstraintOfType(type)) || type;
  // In `implements` it has the class for `this`.
  const symbol = found.getSymbol();
  const { objectFlags, target } = found as ts.TypeReference;
  const isPlain = objectFlags & tsc.ObjectFlags.Reference && !target?.typeParameters?.length;
  const declared =
    isPlain && symbol && symbol.flags & tsc.SymbolFlags.Interface
      ? context.checker.getDeclaredTypeOfSymbol(symbol)
      : found;
  return declared;
}

export function isInterfaceType(type: ts.Type, context: Context): boolean {
  const { checker } = context;
  const parts = type.isIntersection() ? type.types : [type];
  const isPlain =
    parts.every((part) => part.flags & tsc.TypeFlags.Object && !isOther(part)) &&
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0 &&
    checker.getIndexInfosOfType(type).length === 0;
  if (!isPlain || checker.isTupleType(type) || checker.isArrayType(type)) return false;
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) return false;
  const symbols = parts.flatMap((part) => [part.getSymbol(), part.aliasSymbol]);
  return (
    properties.some(isCalled) ||
    symbols.some((symbol) => symbol && context.classes.interfaces.isImplemented(symbol))
  );
}

const isCalled = ({ flags }: ts.Symbol): boolean =>
  (flags & (tsc.SymbolFlags.Method | tsc.SymbolFlags.Accessor)) !== 0;

/** A class, a module, an enum, or a type of the library. */
function isOther(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  const { Class, ValueModule, Enum } = tsc.SymbolFlags;
  if (!symbol) return false;
  const file = symbol.declarations?.[0]?.getSourceFile();
  return (symbol.flags & (Class | ValueModule | Enum)) !== 0 || (!!file && isLibrary(file));
}

function nameOf(
  type: ts.Type,
  node: ts.Node,
  context: Context,
): InterfaceName | undefined | 'failed' {
  const own = type.getSymbol();
  const isInterface = own && own.flags & tsc.SymbolFlags.Interface;
  const symbol = isInterface ? own : type.aliasSymbol;
  if (!symbol) return undefined;
  const given = isInterface ? argumentsOf(type, context) : (type.aliasTypeArguments ?? []);
  const types: RtsType[] = [];
  for (const argument of given) {
    const made = context.typeFromTs(argument, node);
    if (made === ERROR_TYPE) return 'failed';
    types.push(made);
  }
  const names = types.map(typeName);
  const text = names.length === 0 ? symbol.name : `${symbol.name}<${names.join(', ')}>`;
  return { key: `${context.records.idOf(symbol)} ${text}`, text, symbol, types };
}

function argumentsOf(type: ts.Type, { checker }: Context): readonly ts.Type[] {
  const { objectFlags, target } = type as ts.TypeReference;
  if (!(objectFlags & tsc.ObjectFlags.Reference)) return [];
  const count = (target.typeParameters ?? []).length;
  return checker.getTypeArguments(type as ts.TypeReference).slice(0, count);
}

/** What it extends, as far as that is an interface by itself. */
function basesOf(
  type: ts.Type,
  { symbol, types }: InterfaceName,
  node: ts.Node,
  context: Context,
): ObjectType[] {
  const declared = context.checker.getDeclaredTypeOfSymbol(symbol);
  const isInterface = declared.isClassOrInterface();
  const parts = isInterface
    ? (declared.getBaseTypes() ?? [])
    : type.isIntersection()
      ? type.types
      : [];
  const parameters = (isInterface && declared.typeParameters) || [];
  const given = new Map(
    parameters.flatMap((parameter, i): [ts.Symbol, RtsType][] => {
      const found = types[i];
      return found ? [[parameter.symbol, found]] : [];
    }),
  );
  const [declaration] = symbol.declarations ?? [];
  const reader = given.size > 0 && declaration ? context.reader(declaration, given) : context;
  return parts.flatMap((part) => {
    const base = interfaceFromTs(part, node, reader);
    return base?.kind === 'object' && base !== ERROR_TYPE ? [base] : [];
  });
}

// An object type that has methods or accessors, or that a class implements → an interface.
import type ts from 'typescript';
import type { ObjectType, RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import {
  declaredType,
  partsOfShape,
  typeArguments,
  withoutThis,
  type DeclaredType,
} from '../declared-type.ts';
import { LIBRARY_PATH } from '../library-paths.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** undefined for every other type. */
export function interfaceFromTs(
  written: ts.Type,
  node: ts.Node,
  context: Context,
): RtsType | undefined {
  const type = declaredForm(written, context);
  if (!isInterfaceType(type, context)) return undefined;
  const name = nameOf(type, node, context);
  if (name === 'failed') return ERROR_TYPE;
  const { interfaces } = context.classes;
  if (!name) return interfaces.inline(type, node, context);
  return interfaces.named(name, type, node, context, () => basesOf(type, name, node, context));
}

/** As it is declared: in `implements` an interface has the class for `this`. */
function declaredForm(written: ts.Type, context: Context): ts.Type {
  const type = withoutThis(written, context);
  const symbol = type.getSymbol();
  const { objectFlags, target } = type as ts.TypeReference;
  const isPlain = objectFlags & tsc.ObjectFlags.Reference && !target?.typeParameters?.length;
  return isPlain && symbol && symbol.flags & tsc.SymbolFlags.Interface
    ? context.checker.getDeclaredTypeOfSymbol(symbol)
    : type;
}

export function isInterfaceType(type: ts.Type, context: Context): boolean {
  const { checker } = context;
  const parts = partsOfShape(type, context);
  if (!parts || parts.some(isOther)) return false;
  if (checker.isTupleType(type) || checker.isArrayType(type)) return false;
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

const NO_VALUE =
  tsc.TypeFlags.Any | tsc.TypeFlags.Unknown | tsc.TypeFlags.Void | tsc.TypeFlags.Undefined;

const isLibraryInterface = ({ name, declarations }: ts.Symbol): boolean =>
  LIBRARY_INTERFACES.has(name) && declarations?.[0]?.getSourceFile().fileName === LIBRARY_PATH;

/** Classes of a program may implement these. */
const LIBRARY_INTERFACES: ReadonlySet<string> = new Set(['Iterable', 'Iterator', 'Disposable']);

/** A class, a module, an enum, or another type of the library. */
function isOther(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  const { Class, ValueModule, Enum } = tsc.SymbolFlags;
  if (!symbol) return false;
  const [declaration] = symbol.declarations ?? [];
  if (symbol.flags & (Class | ValueModule | Enum)) return true;
  return (
    declaration !== undefined &&
    isLibrary(declaration.getSourceFile()) &&
    !isLibraryInterface(symbol)
  );
}

function nameOf(
  type: ts.Type,
  node: ts.Node,
  context: Context,
): DeclaredType | undefined | 'failed' {
  const own = type.getSymbol();
  const isInterface = own && own.flags & tsc.SymbolFlags.Interface;
  const symbol = isInterface ? own : type.aliasSymbol;
  if (!symbol) return undefined;
  const all = isInterface ? typeArguments(type, context) : (type.aliasTypeArguments ?? []);
  // An iterator need not say what it gives at its end.
  const given = isLibraryInterface(symbol) ? all.filter(({ flags }) => !(flags & NO_VALUE)) : all;
  return declaredType(symbol, given, node, context);
}

/** What it extends, as far as that is an interface by itself. */
function basesOf(
  type: ts.Type,
  { symbol, types }: DeclaredType,
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

// TypeScript's types that are classes of the program, or error classes → their object types.
import type ts from 'typescript';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import type { ObjectType, RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** undefined for every other type. */
export function classFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const error = errorClass(type);
  if (error) return error;
  const instance = instanceType(type, context);
  const symbol = instance.getSymbol();
  if (!symbol || !(symbol.flags & tsc.SymbolFlags.Class) || !isInstance(instance)) return undefined;
  const written = typeArguments(instance, context).map((one) => context.typeFromTs(one, node));
  if (written.includes(ERROR_TYPE)) return ERROR_TYPE;
  const made = context.classes.instance(symbol, written, node, context);
  // Reported, or no class of the program.
  return made?.type ?? (context.classes.declaration(symbol) && ERROR_TYPE);
}

/** Of our library; `typeof RangeError` is of another symbol. */
function errorClass(type: ts.Type): ObjectType | undefined {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile();
  return file && isLibrary(file) && isErrorName(symbol?.name)
    ? ERROR_CLASSES[symbol.name]
    : undefined;
}

/** `this` as a type is the class in which it stands. */
function instanceType(type: ts.Type, context: Context): ts.Type {
  const isThis = (type as { isThisType?: boolean }).isThisType === true;
  return (isThis && context.checker.getBaseConstraintOfType(type)) || type;
}

/** Not the class itself, `typeof C`, whose type has the same symbol. */
const isInstance = (type: ts.Type): boolean => {
  if (!(type.flags & tsc.TypeFlags.Object)) return false;
  const { objectFlags } = type as ts.ObjectType;
  return (objectFlags & (tsc.ObjectFlags.Class | tsc.ObjectFlags.Reference)) !== 0;
};

function typeArguments(type: ts.Type, context: Context): readonly ts.Type[] {
  const { objectFlags } = type as ts.ObjectType;
  if (!(objectFlags & tsc.ObjectFlags.Reference)) return [];
  const reference = type as ts.TypeReference;
  const count = reference.target.typeParameters?.length ?? 0;
  return context.checker.getTypeArguments(reference).slice(0, count);
}

/** `Box<any>`: what `x instanceof Box` shows of a generic class. */
export const hasUnknownArguments = (type: ts.Type, context: Context): boolean =>
  (type.flags & tsc.TypeFlags.Object) !== 0 &&
  typeArguments(type, context).some(({ flags }) => flags & tsc.TypeFlags.Any);

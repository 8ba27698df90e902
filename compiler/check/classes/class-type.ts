// TypeScript's types that are classes of the program, or error classes → their object types.
import type ts from 'typescript';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import type { ObjectType, RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { typeArguments, withoutThis } from '../declared-type.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** undefined for every other type. */
export function classFromTs(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  const error = errorClass(type);
  if (error) return error;
  const instance = withoutThis(type, context);
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

/** Not the class itself, `typeof C`, whose type has the same symbol. */
const isInstance = (type: ts.Type): boolean => {
  if (!(type.flags & tsc.TypeFlags.Object)) return false;
  const { objectFlags } = type as ts.ObjectType;
  return (objectFlags & (tsc.ObjectFlags.Class | tsc.ObjectFlags.Reference)) !== 0;
};

/** `Box<any>`: what `x instanceof Box` shows of a generic class. */
export const hasUnknownArguments = (type: ts.Type, context: Context): boolean =>
  (type.flags & tsc.TypeFlags.Object) !== 0 &&
  typeArguments(type, context).some(({ flags }) => flags & tsc.TypeFlags.Any);

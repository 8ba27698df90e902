// Values where TypeScript's control-flow analysis knows more than their declarations say: present, or of a derived class.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Expression } from '../program/nodes.ts';
import {
  derivesFrom,
  isClassType,
  isReference,
  nullableOf,
  type NullableType,
  type ObjectType,
} from '../program/types.ts';
import { convertTo } from './build.ts';
import type { Context, Target } from './context.ts';
import { errorField } from './error-field.ts';
import { assertIs, assertPresent, baseOf, unwrap } from './nullable.ts';
import { tsc } from './tsc.ts';
import { narrowedUnion } from './unions/narrow.ts';
import { trustsPredicates } from './unions/predicates.ts';

/** How certain it is that the value is what the flow says. */
interface Certainty {
  /** Nobody can have assigned it since it was tested. */
  readonly isFixed: boolean;
  /** And no function of the program was believed. */
  readonly isSure: boolean;
}

/** The read of a variable, field or item, as its value where the flow to `node` says more of it. `shared`: closures assign it. */
export function narrowed(
  read: Expression,
  place: Target,
  node: ts.Node,
  context: Context,
  shared = false,
): Expression {
  const { type: declared } = read;
  const isClass = isClassType(baseOf(declared));
  const isUnion = baseOf(declared).kind === 'union';
  if (declared.kind !== 'nullable' && !isClass && !isUnion) return read;
  const type = context.checker.getTypeAtLocation(node);
  // The value that an iterator gives at its end.
  if (type.flags & tsc.TypeFlags.Any) return read;
  // Where closures assign a variable, TypeScript takes places for unreachable that are not.
  if (type.flags & tsc.TypeFlags.Never)
    return place.kind === 'local' ? assertPresent(read, read.span) : read;
  const isFixed = !shared && staysAsTested(place, node, context);
  const isSure = isFixed && !trustsPredicates(node, context);
  const value = present(read, place, type, { isFixed, isSure }, node, context);
  if (isUnion) return narrowedUnion(value, type, isSure, node, context);
  return isClass ? downcast(value, type, isSure, context) : value;
}

function present(
  read: Expression,
  place: Target,
  type: ts.Type,
  { isFixed, isSure }: Certainty,
  node: ts.Node,
  context: Context,
): Expression {
  if (read.type.kind !== 'nullable') return read;
  if (mayBeAbsent(type, context)) {
    const isKept = !isSure && place.kind === 'global';
    return isKept ? read : withoutOne(read, read.type, type, isSure, context);
  }
  if (isSure && isDeclaredAbsent(node, context)) return unwrap(read, read.span);
  if (!isFixed && place.kind === 'global' && !isReference(read.type))
    return context.fail(E.narrowedVariable, node, { name: place.global.name });
  return assertPresent(read, read.span);
}

/** Of the value at the end of an iterator TypeScript knows no more than what it says of the items. */
function isDeclaredAbsent(node: ts.Node, context: Context): boolean {
  const symbol = context.symbol(node);
  return !symbol || mayBeAbsent(context.checker.getTypeOfSymbol(symbol), context);
}

/** null or undefined is left, but not both. */
function withoutOne(
  read: Expression,
  { base, allowsNull, allowsUndefined }: NullableType,
  type: ts.Type,
  isSure: boolean,
  context: Context,
): Expression {
  if (!allowsNull || !allowsUndefined) return read;
  const { Null, Undefined, Void } = tsc.TypeFlags;
  const isNull = mayBeAbsent(type, context, Null);
  const isUndefined = mayBeAbsent(type, context, Undefined | Void);
  if (isNull === isUndefined) return read;
  const left = nullableOf(base, isNull, isUndefined);
  return isSure ? convertTo('from-nullable', read, left, read.span) : assertIs(read, left, context);
}

/** Nobody can assign a local between its test and its use; fields, items and variables of the module any call can. */
function staysAsTested(place: Target, node: ts.Node, context: Context): boolean {
  switch (place.kind) {
    case 'local':
      return true;
    case 'global':
      return !isReassignable(node, context);
    case 'property':
      return isFixedField(place.object, place.field, context);
    default:
      return false;
  }
}

/** A `readonly` field of `this`, outside of the constructors that assign it; of an error, which is complete before it is seen. */
function isFixedField(object: Expression, name: string, context: Context): boolean {
  const { type } = object;
  const field = type.kind === 'object' && type.fields.find((one) => one.name === name);
  if (field && errorField(object, name)) return !field.mutable && isLocal(object);
  const role = context.currentFunction?.self?.role;
  if (!field || field.mutable || role === 'constructor' || role === 'fields') return false;
  return (
    object.kind === 'read' &&
    object.place.kind === 'local' &&
    object.place.local === context.currentFunction?.self?.local
  );
}

const isLocal = (object: Expression): boolean =>
  object.kind === 'convert'
    ? isLocal(object.operand)
    : object.kind === 'read' && object.place.kind === 'local';

/** To the derived class that `instanceof` has shown, which may be absent still. */
function downcast(value: Expression, type: ts.Type, isSure: boolean, context: Context): Expression {
  const declared = baseOf(value.type);
  const narrow = context.classes.typeOf(context.checker.getNonNullableType(type), context);
  if (!narrow || declared.kind !== 'object' || narrow === declared) return value;
  if (!derivesFrom(narrow, declared)) return value;
  return castTo(value, narrow, isSure);
}

function castTo(value: Expression, narrow: ObjectType, isSure: boolean): Expression {
  const { type, span } = value;
  if (type.kind !== 'nullable')
    return convertTo(isSure ? 'downcast' : 'checked-downcast', value, narrow, span);
  // What may be absent and changes as well stays of its declared class.
  if (!isSure) return value;
  return convertTo(
    'downcast',
    value,
    nullableOf(narrow, type.allowsNull, type.allowsUndefined),
    span,
  );
}

const ABSENT = tsc.TypeFlags.Null | tsc.TypeFlags.Undefined | tsc.TypeFlags.Void;

/** `flags`: by which of these. */
export function mayBeAbsent(type: ts.Type, context: Context, flags = ABSENT): boolean {
  if (type.isUnion()) return type.types.some((part) => mayBeAbsent(part, context, flags));
  // What a type parameter stands for; a value tested for null is of type `T & {}`.
  if (type.flags & tsc.TypeFlags.TypeParameter && type.symbol) {
    const argument = context.typeArgument(type.symbol);
    return argument !== undefined && ABSENT_KINDS.has(argument.kind);
  }
  return (type.flags & flags) !== 0;
}

const ABSENT_KINDS: ReadonlySet<string> = new Set(['nullable', 'null', 'undefined']);

function isReassignable(node: ts.Node, context: Context): boolean {
  const declaration = context.symbol(node)?.valueDeclaration;
  const isConst =
    declaration &&
    ((tsc.isVariableDeclaration(declaration) &&
      (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0) ||
      (tsc.isPropertyDeclaration(declaration) &&
        declaration.modifiers?.some(({ kind }) => kind === tsc.SyntaxKind.ReadonlyKeyword)));
  return !isConst;
}

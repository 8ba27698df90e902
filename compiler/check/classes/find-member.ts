// `object.name` → the field, method or accessor of the object's class.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { isInterface, type ObjectField } from '../../program/types.ts';
import type { AccessorPlace, Context, DeclaredMethod, GenericMethod, Members } from '../context.ts';
import { tsc } from '../tsc.ts';
import { getterName, memberName, setterName } from './class-declaration.ts';
import type { ClassInstance } from './class-instance.ts';

export type Member =
  | { readonly kind: 'field'; readonly field: ObjectField }
  | { readonly kind: 'method'; readonly method: DeclaredMethod }
  | { readonly kind: 'generic'; readonly generic: GenericMethod }
  | AccessorPlace;

/** undefined where the object is of no class, or the class has no such member. */
export function findMember(
  object: Expression,
  name: ts.MemberName,
  context: Context,
): Member | undefined {
  const members = context.classes.members(object.type);
  return members && memberOf(members, object, name, true, context);
}

export function memberOf(
  instance: Members,
  object: Expression,
  name: ts.MemberName,
  isVirtual: boolean,
  context: Context,
): Member | undefined {
  const key = memberKey(name, context);
  const field = instance.field(key);
  if (field) return { kind: 'field', field };
  const method = instance.method(key);
  if (method) return { kind: 'method', method };
  const generic = instance.generic?.(key);
  if (generic) return { kind: 'generic', generic };
  const getter = instance.method(getterName(key)) ?? null;
  const setter = instance.method(setterName(key)) ?? null;
  return getter || setter ? { kind: 'accessor', object, getter, setter, isVirtual } : undefined;
}

/** The class has the member in a form that has been refused, or TypeScript knows none: it is not reported again. */
export function isRefusedMember(
  object: Expression,
  name: ts.MemberName,
  context: Context,
): boolean {
  if (isInterface(object.type)) return true;
  const instance = context.classes.of(object.type);
  const symbol = context.symbol(name);
  if (!instance || !symbol) return instance !== undefined;
  const declared = symbol.valueDeclaration?.parent;
  const owner = declared && tsc.isConstructorDeclaration(declared) ? declared.parent : declared;
  for (let at: ClassInstance | null = instance; at; at = at.base)
    if (at.declaration.node === owner) return true;
  return false;
}

/** `#x` belongs to the class in which it is written. */
function memberKey(name: ts.MemberName, context: Context): string {
  if (!tsc.isPrivateIdentifier(name)) return name.text;
  const owner = context.symbol(name)?.valueDeclaration?.parent;
  const symbol =
    owner && tsc.isClassDeclaration(owner) && owner.name ? context.symbol(owner.name) : undefined;
  return memberName(name, (symbol && context.classes.declaration(symbol)?.id) ?? '');
}

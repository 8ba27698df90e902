// What can be assigned: variables, fields of objects, elements of typed arrays, memory behind pointers.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import { BOOLEAN, F64, type RtsType } from '../program/types.ts';
import { memberTarget, superTarget } from './classes/member-target.ts';
import { isRefusedMember } from './classes/find-member.ts';
import { isStaticMember, isStaticThis } from './classes/static-name.ts';
import type { Span } from '../source/source-file.ts';
import { ERROR_TYPE, type Binding, type Context, type Target } from './context.ts';
import { elementPlace } from './element-place.ts';
import { isEnum } from './enum-member.ts';
import { isModule } from './module-name.ts';
import { elementType } from './library/arguments.ts';
import { LLTYPE_HOOKS } from './lltype/hooks.ts';
import { errorField } from './error-field.ts';
import { needed } from './nullable.ts';
import { constant } from './numbers/literal.ts';
import { skipParentheses } from './parentheses.ts';
import { recordProperty } from './records/property.ts';
import { tsc } from './tsc.ts';

/** null after a report. Marks the variable as assigned. */
export function findPlace(node: ts.Expression, context: Context): Target | null {
  const target = skipParentheses(node);
  if (tsc.isIdentifier(target)) return variable(target, target, context);
  if (tsc.isPropertyAccessExpression(target) || tsc.isElementAccessExpression(target)) {
    const special = LLTYPE_HOOKS.place(target, context);
    if (special !== undefined) return special;
  }
  if (tsc.isElementAccessExpression(target)) return elementPlace(target, context);
  if (tsc.isPropertyAccessExpression(target)) {
    // The members of enums are constants, and what is imported: TypeScript reports it.
    if (isEnum(target.expression, context)) return null;
    if (isModule(target.expression, context)) return variable(target.name, target, context);
    if (target.expression.kind === tsc.SyntaxKind.SuperKeyword) return superTarget(target, context);
    const symbol = context.symbol(target.name);
    if (symbol && isStaticMember(symbol)) return staticField(target, symbol, context);
    const receiver = needed(context.expression(target.expression), 'set', target.name.text);
    if (receiver.type === ERROR_TYPE) return null;
    const name = target.name.text;
    const member =
      recordProperty(receiver, name) ??
      errorField(receiver, name) ??
      memberTarget(receiver, target, context);
    if (member) return member;
    if (isRefusedMember(receiver, target.name, context)) return null;
    context.report(E.assignTarget, target, {});
    return null;
  }
  context.report(E.assignTarget, node, {});
  return null;
}

function variable(name: ts.MemberName, node: ts.Expression, context: Context): Target | null {
  const symbol = context.symbol(name);
  const binding = symbol && context.binding(symbol);
  if (binding?.kind === 'local') {
    (binding.local as { mutable: boolean }).mutable = true;
    return { kind: 'local', local: binding.local };
  }
  if (binding?.kind === 'global') {
    (binding.global as { mutable: boolean }).mutable = true;
    return { kind: 'global', global: binding.global };
  }
  if (binding?.kind === 'accessor') return staticAccessor(binding, context.span(node));
  // Functions, enums and unknown names: TypeScript has reported the assignment.
  if (binding && binding.kind !== 'error') context.report(E.assignTarget, node, {});
  return null;
}

/** The class, which is no value, stands for the object. */
export const staticAccessor = (
  { getter, setter }: Extract<Binding, { readonly kind: 'accessor' }>,
  span: Span,
): Target => ({
  kind: 'accessor',
  object: constant(BOOLEAN, true, span),
  getter,
  setter,
  isVirtual: true,
});

/** TypeScript lets it be named through derived classes, where JavaScript would make another variable. */
function staticField(
  node: ts.PropertyAccessExpression,
  symbol: ts.Symbol,
  context: Context,
): Target | null {
  if (isStaticThis(node, context)) return null;
  const owner = symbol.valueDeclaration?.parent;
  const named = context.symbol(skipParentheses(node.expression));
  if (named?.valueDeclaration === owner) return variable(node.name, node, context);
  context.report(E.inheritedStatic, node, { name: node.name.text });
  return null;
}

function fieldType(type: RtsType, name: string): RtsType {
  const field = type.kind === 'object' && type.fields.find((one) => one.name === name);
  return field ? field.type : ERROR_TYPE;
}

/** The type in which a place is read and assigned. Elements are `number` (or i64, u64), as on Node. */
export function placeType(place: Target, context: Context): RtsType {
  switch (place.kind) {
    case 'local':
      return place.local.type;
    case 'global':
      return place.global.type;
    case 'accessor':
      return place.setter?.function.parameters.at(-1)?.local.type ?? ERROR_TYPE;
    case 'property':
      return fieldType(place.object.type, place.field);
    case 'array-item':
      return place.array.type.kind === 'array' ? place.array.type.element : ERROR_TYPE;
    case 'element':
      return place.array.type.kind === 'typedarray' ? elementType(place.array.type) : F64;
    case 'field':
    case 'item':
      return LLTYPE_HOOKS.rawPlaceType(place, context);
  }
}

// Fields that somebody can read before the constructor has assigned them, because it hands out `this` first: by a call of a
// method, as an argument, in a closure. TypeScript proves only that they are assigned in the end.
import type ts from 'typescript';
import { isReference, type RtsType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { memberName } from './class-declaration.ts';
import type { ClassInstance } from './class-instance.ts';
import type { FieldState } from './field-state.ts';

/** Marks the fields of the class; true where its constructor hands out `this`. The base has been looked at. */
export function markUnassignedFields(
  instance: ClassInstance,
  baseEscapes: boolean,
  context: Context,
): boolean {
  const { declaration, fields } = instance;
  const open = new Set([...fields.values()].filter(({ type }) => hasNoZero(type)));
  let escapes = baseEscapes;
  const pass = (node: ts.Node, assigned: FieldState | undefined): void => {
    escapes ||= handsOutThis(node, context);
    if (escapes) for (const field of open) field.checked = true;
    if (assigned) open.delete(assigned);
  };
  if (escapes) for (const field of open) field.checked = true;
  // `x!: T` promises what nothing checks before the program runs.
  for (const field of open)
    if (!tsc.isParameter(field.node) && field.node.exclamationToken) field.checked = true;
  for (const field of fields.values())
    if (field.node.initializer && !field.isParameter) pass(field.node.initializer, field);
  for (const field of fields.values()) if (field.isParameter) open.delete(field);
  for (const statement of declaration.construct?.body?.statements ?? []) {
    const name = assignedField(statement, declaration.id);
    pass(statement, name === undefined ? undefined : fields.get(name));
  }
  return escapes;
}

/** Zero memory is no value of the type: a reference, or a view on an ArrayBuffer. */
const hasNoZero = (type: RtsType): boolean =>
  VIEWS.has(type.kind) || (isReference(type) && type.kind !== 'nullable');
const VIEWS: ReadonlySet<string> = new Set(['typedarray', 'arraybuffer', 'dataview']);

/** `this.x = …;` */
function assignedField(statement: ts.Statement, classId: string): string | undefined {
  if (!tsc.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (
    !tsc.isBinaryExpression(expression) ||
    expression.operatorToken.kind !== tsc.SyntaxKind.EqualsToken
  )
    return undefined;
  const target = skipParentheses(expression.left);
  const isOfThis =
    tsc.isPropertyAccessExpression(target) && target.expression.kind === tsc.SyntaxKind.ThisKeyword;
  return isOfThis ? memberName(target.name, classId) : undefined;
}

/** Whether it does more with `this` than read and assign its fields there and then. */
function handsOutThis(node: ts.Node, context: Context): boolean {
  if (node.kind === tsc.SyntaxKind.SuperKeyword) return !tsc.isCallExpression(node.parent);
  if (node.kind === tsc.SyntaxKind.ThisKeyword) return !isFieldAccess(node.parent, node, context);
  if (tsc.isFunctionLike(node)) return mayMentionThis(node);
  return tsc.forEachChild(node, (child) => handsOutThis(child, context) || undefined) ?? false;
}

function isFieldAccess(parent: ts.Node, self: ts.Node, context: Context): boolean {
  if (!tsc.isPropertyAccessExpression(parent) || parent.expression !== self) return false;
  const member = context.symbol(parent.name)?.valueDeclaration;
  if (member === undefined) return false;
  // Those of errors stand in an interface.
  return (
    tsc.isPropertyDeclaration(member) || tsc.isPropertySignature(member) || tsc.isParameter(member)
  );
}

/** Also in functions that have one of their own: nothing is missed. */
export function mayMentionThis(node: ts.Node): boolean {
  if (node.kind === tsc.SyntaxKind.ThisKeyword || node.kind === tsc.SyntaxKind.SuperKeyword)
    return true;
  return tsc.forEachChild(node, (child) => mayMentionThis(child) || undefined) ?? false;
}

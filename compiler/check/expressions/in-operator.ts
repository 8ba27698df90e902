// `'name' in value` → a test for the members of a union that have the property; `#x in value` → a test of the class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { BOOLEAN, type RtsType } from '../../program/types.ts';
import { once } from '../build.ts';
import { getterName, setterName } from '../classes/class-declaration.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { baseOf } from '../nullable.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { isOneOf } from '../unions/member-test.ts';

export const inOperator: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const name = skipParentheses(node.left);
  if (tsc.isPrivateIdentifier(name)) return privateIn(name, node, context);
  const value = context.expression(node.right);
  if (value.type === ERROR_TYPE) return value;
  const { type } = value;
  if (!tsc.isStringLiteralLike(name) || type.kind !== 'union')
    return context.fail(E.inOperator, node, {});
  const answers = type.members.map((member) => hasProperty(member, name.text, context));
  // ECMA-262 13.10.1: a number or string has no properties to ask for.
  if (answers.includes(undefined)) return context.fail(E.inOperator, node, {});
  const members = type.members.filter((_, i) => answers[i]);
  return once('tested', value, context, (kept: Expression) =>
    isOneOf(kept, type, members, node, context),
  );
};

/** `#x in object`: whether it is of the class that has `#x` (ECMA-262 13.10.1). */
function privateIn(
  name: ts.PrivateIdentifier,
  node: ts.BinaryExpression,
  context: Context,
): Expression {
  const owner = context.symbol(name)?.valueDeclaration?.parent;
  const symbol = owner && tsc.isClassDeclaration(owner) && owner.name && context.symbol(owner.name);
  const declaration = symbol ? context.classes.declaration(symbol) : undefined;
  const operand = context.expression(node.right);
  const { kind } = baseOf(operand.type);
  if (!declaration || operand.type === ERROR_TYPE) return context.failed(node);
  if (kind !== 'object' && kind !== 'union') return context.fail(E.inOperator, node, {});
  const type = declaration.node.typeParameters
    ? context.classes.anyOf(declaration)
    : context.classes.plain(declaration).type;
  return { kind: 'instance-of', operand, class: type, type: BOOLEAN, span: context.span(node) };
}

/** undefined where it is not known: a property that may be missing is always there in compiled objects. */
function hasProperty(member: RtsType, name: string, context: Context): boolean | undefined {
  if (member.kind === 'array') return name === 'length' ? true : undefined;
  if (member.kind !== 'object') return undefined;
  const field = member.fields.find((one) => one.name === name);
  if (field) return field.type.kind === 'nullable' && field.type.allowsUndefined ? undefined : true;
  const members = context.classes.members(member);
  return [name, getterName(name), setterName(name)].some((one) => members?.method(one));
}

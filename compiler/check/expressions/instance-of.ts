// `e instanceof C` → a test of the object's class.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import {
  BOOLEAN,
  derivesFrom,
  isClassType,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../../program/types.ts';
import { sequence } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { libraryName } from '../library/library-name.ts';
import { isAbsent, baseOf } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';

export const instanceOf: ExpressionHandler<ts.BinaryExpression> = (node, context) => {
  const operand = context.expression(node.left);
  const type = testedClass(node.right, context);
  if (operand.type === ERROR_TYPE || !type) return context.failed(node);
  const span = context.span(node);
  if (isAbsent(operand)) return sequence([operand], constant(BOOLEAN, false, span), span);
  const tested = baseOf(operand.type);
  if (!isClassType(tested) && tested.kind !== 'union')
    return context.fail(E.wrongType, node.left, {
      from: typeText(operand.type),
      to: typeText(type),
    });
  const alike = tested.kind === 'union' && shapedAlike(node, tested, type, context);
  if (alike)
    return context.fail(E.unionTest, node, { member: typeText(alike), type: typeText(tested) });
  return { kind: 'instance-of', operand, class: type, type: BOOLEAN, span };
};

/** A member that TypeScript takes for one of the class by its shape: it would leave it out where the test is false. */
function shapedAlike(
  node: ts.BinaryExpression,
  union: UnionType,
  tested: ObjectType,
  context: Context,
): RtsType | undefined {
  const { checker } = context;
  const symbol = context.symbol(node.right);
  const wanted = symbol && checker.getDeclaredTypeOfSymbol(symbol);
  const written = checker.getTypeAtLocation(node.left);
  const parts = written.isUnion() ? written.types : [written];
  const alike = parts
    .filter((part) => wanted && checker.isTypeAssignableTo(part, wanted))
    .map((part) => context.typeFromTs(part, node.left));
  return union.members.find(
    (member) =>
      alike.includes(member) && !(member.kind === 'object' && derivesFrom(member, tested)),
  );
}

/** undefined after a report. */
function testedClass(node: ts.Expression, context: Context): ObjectType | undefined {
  const library = libraryName(node, context);
  if (isErrorName(library)) return ERROR_CLASSES[library];
  const symbol = context.symbol(node);
  const binding = symbol && context.binding(symbol);
  if (!symbol || binding?.kind !== 'class') {
    if (binding?.kind !== 'error') context.report(E.instanceofOperator, node, {});
    return undefined;
  }
  const declaration = context.classes.declaration(symbol);
  if (declaration?.node.typeParameters) return context.classes.anyOf(declaration);
  if (declaration) return context.classes.plain(declaration).type;
  return undefined;
}

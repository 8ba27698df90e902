// The arguments of a call as they are written, a tuple that is spread as the values of its places.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import { assign, readLocal, readPlace, sequence } from '../build.ts';
import type { Context } from '../context.ts';
import type { Argument } from './argument.ts';
import type { CallNode } from './call-node.ts';
import { templateArguments } from './template-arguments.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';

export const writtenArguments = (
  node: CallNode | ts.NewExpression,
  context: Context,
): readonly Argument[] =>
  tsc.isTaggedTemplateExpression(node)
    ? templateArguments(node, context)
    : argumentsOf(node.arguments ?? [], context);

const argumentsOf = (written: readonly ts.Expression[], context: Context): readonly Argument[] =>
  written.flatMap((argument): readonly Argument[] => {
    if (!tsc.isSpreadElement(argument)) return [argument];
    // `f(...[a, b])`: TypeScript takes the literal for a tuple.
    const literal = skipParentheses(argument.expression);
    if (tsc.isArrayLiteralExpression(literal)) return argumentsOf(literal.elements, context);
    return isTuple(literal, context) ? placesOf(literal, context) : [argument];
  });

const isTuple = (node: ts.Expression, { checker }: Context): boolean =>
  checker.isTupleType(checker.getTypeAtLocation(node));

/** The tuple is evaluated where its first place stands. */
function placesOf(node: ts.Expression, context: Context): readonly Expression[] {
  const value = context.expression(node);
  const { type, span } = value;
  if (type.kind !== 'object' || type.form !== 'tuple') return [context.failed(node)];
  const local = context.temporary('spread', type);
  return type.fields.map((field, i) => {
    const object = readLocal(local, span);
    const read = readPlace({ kind: 'property', object, field: field.name }, field.type, span);
    return i === 0 ? sequence([assign({ kind: 'local', local }, value, span)], read, span) : read;
  });
}

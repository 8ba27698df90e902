// `a op b` → by operator: arithmetic, comparison, logic, assignment, comma. The table is total over the operators.
import type ts from 'typescript';
import type { BinaryOperator } from '../../program/nodes.ts';
import type { EffectHandler, ExpressionHandler } from '../handler.ts';
import { arithmetic } from '../numbers/arithmetic.ts';
import { tsc } from '../tsc.ts';

type Handler = ExpressionHandler<ts.BinaryExpression>;

/** Handlers by the operator's text, given by the table in `syntax.ts`. */
export interface BinaryHandlers {
  readonly comparison: Handler;
  readonly logical: Handler;
  readonly logicalEffect: EffectHandler<ts.BinaryExpression>;
  readonly assignment: Handler;
  readonly compoundAssignment: Handler;
  readonly logicalAssignment: Handler;
  readonly logicalAssignmentEffect: EffectHandler<ts.BinaryExpression>;
  readonly comma: Handler;
  readonly instanceOf: Handler;
  readonly inOperator: Handler;
  readonly commaEffect: EffectHandler<ts.BinaryExpression>;
}

type Family = 'arithmetic' | Exclude<keyof BinaryHandlers, `${string}Effect`>;

const { SyntaxKind } = tsc;
const FAMILIES: { readonly [K in ts.BinaryOperator]: Family } = {
  [SyntaxKind.PlusToken]: 'arithmetic',
  [SyntaxKind.MinusToken]: 'arithmetic',
  [SyntaxKind.AsteriskToken]: 'arithmetic',
  [SyntaxKind.SlashToken]: 'arithmetic',
  [SyntaxKind.PercentToken]: 'arithmetic',
  [SyntaxKind.AsteriskAsteriskToken]: 'arithmetic',
  [SyntaxKind.AmpersandToken]: 'arithmetic',
  [SyntaxKind.BarToken]: 'arithmetic',
  [SyntaxKind.CaretToken]: 'arithmetic',
  [SyntaxKind.LessThanLessThanToken]: 'arithmetic',
  [SyntaxKind.GreaterThanGreaterThanToken]: 'arithmetic',
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken]: 'arithmetic',
  [SyntaxKind.EqualsEqualsToken]: 'comparison',
  [SyntaxKind.EqualsEqualsEqualsToken]: 'comparison',
  [SyntaxKind.ExclamationEqualsToken]: 'comparison',
  [SyntaxKind.ExclamationEqualsEqualsToken]: 'comparison',
  [SyntaxKind.LessThanToken]: 'comparison',
  [SyntaxKind.LessThanEqualsToken]: 'comparison',
  [SyntaxKind.GreaterThanToken]: 'comparison',
  [SyntaxKind.GreaterThanEqualsToken]: 'comparison',
  [SyntaxKind.AmpersandAmpersandToken]: 'logical',
  [SyntaxKind.BarBarToken]: 'logical',
  [SyntaxKind.QuestionQuestionToken]: 'logical',
  [SyntaxKind.EqualsToken]: 'assignment',
  [SyntaxKind.PlusEqualsToken]: 'compoundAssignment',
  [SyntaxKind.MinusEqualsToken]: 'compoundAssignment',
  [SyntaxKind.AsteriskEqualsToken]: 'compoundAssignment',
  [SyntaxKind.SlashEqualsToken]: 'compoundAssignment',
  [SyntaxKind.PercentEqualsToken]: 'compoundAssignment',
  [SyntaxKind.AsteriskAsteriskEqualsToken]: 'compoundAssignment',
  [SyntaxKind.AmpersandEqualsToken]: 'compoundAssignment',
  [SyntaxKind.BarEqualsToken]: 'compoundAssignment',
  [SyntaxKind.CaretEqualsToken]: 'compoundAssignment',
  [SyntaxKind.LessThanLessThanEqualsToken]: 'compoundAssignment',
  [SyntaxKind.GreaterThanGreaterThanEqualsToken]: 'compoundAssignment',
  [SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken]: 'compoundAssignment',
  [SyntaxKind.AmpersandAmpersandEqualsToken]: 'logicalAssignment',
  [SyntaxKind.BarBarEqualsToken]: 'logicalAssignment',
  [SyntaxKind.QuestionQuestionEqualsToken]: 'logicalAssignment',
  [SyntaxKind.CommaToken]: 'comma',
  [SyntaxKind.InKeyword]: 'inOperator',
  [SyntaxKind.InstanceOfKeyword]: 'instanceOf',
};

export const binaryExpression =
  (handlers: BinaryHandlers): Handler =>
  (node, context, expected) => {
    const family = FAMILIES[node.operatorToken.kind];
    if (family !== 'arithmetic') return handlers[family](node, context, expected);
    const left = context.expression(node.left, expected);
    const right = context.expression(node.right, expected);
    return arithmetic(tokenText(node) as BinaryOperator, left, right, node, context);
  };

export const binaryEffect =
  (handlers: BinaryHandlers): EffectHandler<ts.BinaryExpression> =>
  (node, context) => {
    const family = FAMILIES[node.operatorToken.kind];
    if (family === 'logical') return handlers.logicalEffect(node, context);
    if (family === 'logicalAssignment') return handlers.logicalAssignmentEffect(node, context);
    if (family === 'comma') return handlers.commaEffect(node, context);
    return binaryExpression(handlers)(node, context, null);
  };

const tokenText = (node: ts.BinaryExpression): string =>
  tsc.tokenToString(node.operatorToken.kind) ?? '';

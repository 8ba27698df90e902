// What is written as a call: `f(…)`, or a template behind its tag.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';

export type CallNode = ts.CallExpression | ts.TaggedTemplateExpression;

export const calledExpression = (node: CallNode): ts.Expression =>
  tsc.isCallExpression(node) ? node.expression : node.tag;

// The shape of a handler for a call of a function of lltype or rffi.
import type ts from 'typescript';
import type { Expression } from '../../program/nodes.ts';
import type { Context } from '../context.ts';

export type RuntimeCall = (node: ts.CallExpression, context: Context) => Expression;

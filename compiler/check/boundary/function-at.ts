// A number that stands for a function → the function: by a function of the module for each type, whose body `function-crossing.ts` makes.
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { INT_TYPES, type FunctionType } from '../../program/types.ts';
import type { Words } from './library-calls.ts';
import { madeFunction } from './made-function.ts';

type At = Pick<Words, 'node' | 'context'>;

/** What closures that stand for functions of JavaScript are called. */
export const CALLBACK = 'callback';

/** The parameter. */
export const CODE: Local = { name: 'code', type: INT_TYPES.isize, mutable: false };

/** `code`: a place of a function of JavaScript, or of one that is lent, or minus that of a closure of the program. */
export function functionAt(code: Expression, type: FunctionType, at: At): Expression {
  const callee = declaredFunctionAt(type, at);
  return { kind: 'call', callee, arguments: [code], type, span: at.context.span(at.node) };
}

/** (code) → the function, without a body to begin with. */
export function declaredFunctionAt(type: FunctionType, { node, context }: At): CheckedFunction {
  const position = context.classes.crossingFunctions.get(type)?.position ?? -1;
  const id = `function of JavaScript ${position}`;
  const span = context.span(node);
  const signature = { id, name: CALLBACK, parameters: [CODE], result: type };
  return context.made.once(id, () => madeFunction(signature, [], span));
}

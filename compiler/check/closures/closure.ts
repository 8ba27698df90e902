// A function inside of a function or block → a closure: its body in a scope of its own, which notes what it captures.
import type ts from 'typescript';
import type { Expression, Local } from '../../program/nodes.ts';
import { functionOf, NEVER, type FunctionType } from '../../program/types.ts';
import type { Context, ExpectedFunction, Self } from '../context.ts';
import type { PlainFunctionNode } from '../declarations/function-form.ts';
import { FunctionDeclarationState } from '../declarations/function.ts';
import { Scope, type ClosureScope } from '../scope.ts';
import { tsc } from '../tsc.ts';
import { mentionsThis } from './mentions-this.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Closure {
  readonly declared: FunctionDeclarationState;
  /** Makes the closure. Its type is complete as soon as that of the function is known. */
  readonly expression: Expression & { readonly kind: 'closure' };
}

/** Stands until the result of the function is known; nothing reads it before. */
const PENDING: FunctionType = functionOf([], NEVER);

export interface ClosureOptions {
  /** Of the variable that it is the value of. */
  readonly name?: ts.Identifier | undefined;
  readonly expected?: ExpectedFunction | null;
}

/** The body is not checked yet. */
export function makeClosure(
  node: PlainFunctionNode,
  context: Context,
  { name = node.name, expected = null }: ClosureOptions,
): Closure {
  const text = name?.text ?? 'anonymous';
  const outer = context.scope.id ?? context.moduleId;
  const id = context.made.uniqueId(`${outer}.${text}`);
  const self: Mutable<Local> = { name: text, type: PENDING, mutable: false };
  const closure: ClosureScope = {
    captures: [],
    self,
    names: ownNames(node, name, context),
    declared: null,
    usesItself: false,
  };
  const scope = new Scope({ outer: context.scope, closure, id });
  const outerSelf = tsc.isArrowFunction(node) ? capturedSelf(node, closure, context) : null;
  const named = { text, node: name ?? node };
  const declared = new FunctionDeclarationState(node, named, context, {
    id,
    scope,
    closure: { scope: closure, expected, outerSelf },
  });
  closure.declared = declared;
  const expression: Mutable<Closure['expression']> = {
    kind: 'closure',
    function: declared.function,
    type: PENDING,
    span: context.span(node),
  };
  declared.whenTyped((type) => {
    self.type = type;
    expression.type = type;
  });
  context.made.add(context.span(node).file, declared.function);
  return { declared, expression };
}

/** `this` in an arrow function is that of the function around it: a local that is captured like others. */
function capturedSelf(
  node: ts.ArrowFunction,
  closure: ClosureScope,
  context: Context,
): Self | null {
  const self = context.currentFunction?.self ?? null;
  if (self && mentionsThis(node.body)) closure.captures.push(self.local);
  return self;
}

/** What means the closure in its own body: a name that is never assigned. */
function ownNames(
  node: PlainFunctionNode,
  name: ts.Identifier | undefined,
  context: Context,
): readonly ts.Node[] {
  return [node.name, name].flatMap((one) => {
    const declaration = one && context.symbol(one)?.valueDeclaration;
    const isFixed =
      declaration &&
      (!tsc.isVariableDeclaration(declaration) ||
        (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0);
    return isFixed ? [declaration] : [];
  });
}

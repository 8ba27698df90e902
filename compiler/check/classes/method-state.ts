// A method or accessor of a class: a function whose first parameter is the object.
import type { Expression } from '../../program/nodes.ts';
import type { Span } from '../../source/source-file.ts';
import { callMethodOf } from './call-method.ts';
import { FunctionDeclarationState } from '../declarations/function.ts';
import type { Context, DeclaredMethod } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { Scope } from '../scope.ts';
import { tsc } from '../tsc.ts';
import type { MethodNode } from './class-declaration.ts';
import type { ClassInstance } from './class-instance.ts';

export class MethodState extends FunctionDeclarationState implements DeclaredMethod {
  readonly name: string;
  readonly owner: ClassInstance;
  readonly isFinal: boolean;
  readonly isAbstract: boolean;
  /** Its place in the tables of methods; known when the program is complete. */
  slot: string;
  readonly #calls: { method: string }[] = [];

  constructor(name: string, node: MethodNode, owner: ClassInstance, context: Context) {
    const called = `${owner.type.name}.${name}`;
    super(node, { text: called, node: node.name }, context, {
      id: called,
      scope: new Scope({ outer: owner.scope, id: called }),
      member: { self: owner.self('method'), before: () => [] },
    });
    this.name = name;
    this.slot = name;
    this.owner = owner;
    this.isFinal =
      tsc.isPrivateIdentifier(node.name) || hasModifier(node, tsc.SyntaxKind.PrivateKeyword);
    this.isAbstract = node.body === undefined;
  }

  /** Of the object's class. The receiver is the first value. */
  call(values: readonly Expression[], span: Span): Expression {
    const call = callMethodOf(this.slot, this.function, values, span);
    this.#calls.push(call);
    return call;
  }

  /** A slot of its own: calls of it go there. */
  moveTo(slot: string): void {
    this.slot = slot;
    for (const call of this.#calls) call.method = slot;
  }
}

export const declareMethod = (
  name: string,
  node: MethodNode,
  owner: ClassInstance,
  context: Context,
): MethodState => new MethodState(name, node, owner, context);

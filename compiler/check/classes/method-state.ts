// A method or accessor of a class: a function whose first parameter is the object.
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

  constructor(name: string, node: MethodNode, owner: ClassInstance, context: Context) {
    const called = `${owner.type.name}.${name}`;
    super(node, { text: called, node: node.name }, context, {
      id: called,
      scope: new Scope({ id: called }),
      member: { self: owner.self('method'), before: () => [] },
    });
    this.name = name;
    this.owner = owner;
    this.isFinal =
      tsc.isPrivateIdentifier(node.name) || hasModifier(node, tsc.SyntaxKind.PrivateKeyword);
    this.isAbstract = node.body === undefined;
  }
}

export const declareMethod = (
  name: string,
  node: MethodNode,
  owner: ClassInstance,
  context: Context,
): MethodState => new MethodState(name, node, owner, context);

// An object literal with methods or accessors, or one that stands behind an interface → a class of its own. What its methods capture
// lies in fields of the object, so that a method is a function that takes the object, like every other.
import type ts from 'typescript';
import type { CheckedClass, CheckedFunction, Local } from '../../program/nodes.ts';
import {
  cellOf,
  newClass,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { callMethodOf } from '../classes/call-method.ts';
import type { Context, DeclaredMethod, ExpectedFunction, Self } from '../context.ts';
import { FunctionDeclarationState } from '../declarations/function.ts';
import { Scope, type ClosureScope } from '../scope.ts';
import { implementInterfaces, type Implementer } from './implement.ts';

export type LiteralMethod = ts.MethodDeclaration | ts.AccessorDeclaration;

export class LiteralClass implements Implementer {
  readonly type: ObjectType;
  /** By local, the field that holds what methods capture. */
  readonly captures = new Map<Local, string>();
  readonly node: ts.ObjectLiteralExpression;
  readonly #context: Context;
  readonly #methods = new Map<string, LiteralMethodState>();
  readonly #captured: Local[][] = [];

  constructor(node: ts.ObjectLiteralExpression, interfaces: ObjectType[], context: Context) {
    this.node = node;
    this.#context = context;
    const outer = context.scope.id ?? context.moduleId;
    this.type = newClass(context.made.uniqueId(`${outer}.{…}`));
    if (interfaces.length > 0) this.type.interfaces = interfaces;
  }

  field(name: string): ObjectField | undefined {
    return this.type.fields.find((field) => field.name === name);
  }

  method(name: string): DeclaredMethod | undefined {
    return this.#methods.get(name);
  }

  addField(name: string, type: RtsType): void {
    const field = { name, type, mutable: true, checked: false };
    this.type.fields = [...this.type.fields, field];
  }

  /** The body is not checked yet. */
  addMethod(name: string, node: LiteralMethod, expected: ExpectedFunction | null): void {
    const context = this.#context;
    const local: Local = { name: 'this', type: this.type, mutable: false };
    const captures: Local[] = [];
    const self: Self = { local, instance: null, role: 'method' };
    const id = `${this.type.name}.${name}`;
    const closure: ClosureScope = {
      captures,
      self: local,
      names: [],
      declared: null,
      usesItself: false,
    };
    const made = new LiteralMethodState(name, node, this.type, context, {
      id,
      scope: new Scope({ outer: context.scope, closure, id }),
      member: { self, before: () => [] },
      literal: { captures, captureFields: this.captures, expected },
    });
    this.#captured.push(captures);
    this.#methods.set(name, made);
    context.made.add(context.span(node).file, made.function);
  }

  /** All bodies; what they capture becomes fields. */
  check(): void {
    for (const method of this.#methods.values()) method.check();
    for (const local of this.#captured.flat()) {
      if (this.captures.has(local)) continue;
      const name = `captured ${this.captures.size}: ${local.name}`;
      this.captures.set(local, name);
      this.addField(name, local.cell ? cellOf(local.type) : local.type);
    }
  }

  /** When the program is complete: the functions that have to be compiled, and the class. */
  finish(): { readonly made: readonly CheckedFunction[]; readonly checked: CheckedClass } {
    const context = this.#context;
    const methods = new Map([...this.#methods].map(([name, { function: one }]) => [name, one]));
    const made = implementInterfaces(this, methods, () => undefined, context);
    const span = context.span(this.node);
    return { made, checked: { type: this.type, methods, span, documentation: '' } };
  }
}

class LiteralMethodState extends FunctionDeclarationState implements DeclaredMethod {
  readonly name: string;
  readonly isFinal = false;
  readonly isAbstract = false;
  readonly owner: { readonly type: ObjectType };

  constructor(
    name: string,
    node: LiteralMethod,
    type: ObjectType,
    context: Context,
    parts: ConstructorParameters<typeof FunctionDeclarationState>[3],
  ) {
    super(node, { text: parts.id, node: node.name }, context, parts);
    this.name = name;
    this.owner = { type };
  }

  call(...[values, span]: Parameters<DeclaredMethod['call']>): ReturnType<DeclaredMethod['call']> {
    return callMethodOf(this.name, this.function, values, span);
  }
}

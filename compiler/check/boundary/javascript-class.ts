// Classes of JavaScript that extend an exported class: all of them are one class of the program below it. What compiled code may call
// of theirs (abstract members, and those with the tag `@virtual`) asks JavaScript:
//
//   area(this: Shape of JavaScript) { return override(this); }
//
// with `override` a function of JavaScript, `(self) => self.area()`. An object knows its place itself, and is alive as long as either
// side has it: the program's list holds it by a WeakRef that says when nothing else does (`runtime/library/instances.ts`).
import type ts from 'typescript';
import type {
  CheckedClass,
  CheckedFunction,
  Expression,
  Local,
  Parameter,
} from '../../program/nodes.ts';
import {
  BOOLEAN,
  functionOf,
  INT_TYPES,
  newClass,
  nullableOf,
  VOID,
  weakRefOf,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, builtin, once, readLocal, sequence } from '../build.ts';
import { upcast } from '../classes/call-method.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import type { MethodState } from '../classes/method-state.ts';
import type { Context, DeclaredMethod } from '../context.ts';
import { implementInterfaces, type Implementer } from '../interfaces/implement.ts';
import { hasModifier } from '../modifiers.ts';
import { absent, unwrap, wrap } from '../nullable.ts';
import { tsc } from '../tsc.ts';
import { hiddenVariable } from './hidden-variable.ts';
import { allInstances, rootOf } from './instances.ts';
import { callInstanceOf } from './library-calls.ts';
import { madeFunction, madeOf } from './made-function.ts';
import { placeField } from './place-field.ts';

const { isize: ISIZE } = INT_TYPES;

/** A member that classes of JavaScript may override for compiled code. */
export interface VirtualMember {
  /** `area`, `get size`. */
  readonly key: string;
  readonly method: MethodState;
  readonly node: ts.SignatureDeclaration;
}

export class JavascriptClass implements Implementer {
  readonly type: ObjectType;
  readonly members: readonly VirtualMember[];
  readonly #instance: ClassInstance;
  readonly #context: Context;
  readonly #span: Span;
  /** Made when the program is complete. */
  readonly #thunks = new Map<string, CheckedFunction>();

  constructor(instance: ClassInstance, members: readonly VirtualMember[], context: Context) {
    this.#instance = instance;
    this.#context = context;
    this.#span = context.span(instance.node);
    this.members = members;
    this.type = newClass(`${instance.type.name} of JavaScript`);
    this.type.base = instance.type;
  }

  get node(): ts.Node {
    return this.#instance.node;
  }

  field(name: string): ObjectField | undefined {
    return this.#instance.field(name);
  }

  method(name: string): DeclaredMethod | undefined {
    const method = this.#instance.method(name);
    const thunk = this.#thunks.get(name);
    if (!method || !thunk) return method;
    return {
      name,
      node: method.node,
      function: thunk,
      owner: this,
      isFinal: false,
      isAbstract: false,
      result: (caller) => method.result(caller),
      call: (values, span) => method.call(values, span),
    };
  }

  /** (place, …parameters of the constructor): makes the object for a place that JavaScript has asked for. */
  construct(parameters: readonly Parameter[]): CheckedFunction {
    const span = this.#span;
    const base = this.#instance.type;
    const place: Local = { name: 'place', type: ISIZE, mutable: false };
    const object: Local = { name: 'object', type: this.type, mutable: false };
    const made: Expression = {
      kind: 'new',
      construct: null,
      arguments: [],
      type: this.type,
      span,
    };
    const locals = parameters.map(({ local }) => this.#context.temporary(local.name, local.type));
    const read = readLocal(object, span);
    const construct = this.#instance.construction.function;
    const run: Expression[] = [
      assign(
        placeField(upcast(read, rootOf(base, this.#context) as ObjectType, span)),
        readLocal(place, span),
        span,
      ),
      this.#own(read, readLocal(place, span)),
      ...(construct
        ? [
            {
              kind: 'call',
              callee: construct,
              arguments: [upcast(read, base, span), ...locals.map((one) => readLocal(one, span))],
              type: VOID,
              span,
            } as const,
          ]
        : []),
    ];
    const id = `new ${this.type.name}`;
    return this.#context.made.once(id, () =>
      madeFunction(
        { id, name: `new ${base.name}`, parameters: [place, ...locals], result: VOID },
        [
          { kind: 'declare', local: object, value: made, span },
          ...run.map((expression) => ({ kind: 'expression', expression, span }) as const),
        ],
        span,
      ),
    );
  }

  #own(object: Expression, place: Expression): Expression {
    const span = this.#span;
    const at = { node: this.node, context: this.#context };
    const root = rootOf(this.#instance.type, this.#context) as ObjectType;
    const type = weakRefOf(root);
    const reference = builtin('weakref.new', [upcast(object, root, span)], type, span);
    return once('held', reference, this.#context, (held) => {
      const toggle = builtin('weakref.toggle', [held], BOOLEAN, span);
      const values = [allInstances(root, at), place, held];
      return sequence([toggle], callInstanceOf(['instances', 'own'], [root], values, at), span);
    });
  }

  /** The type of the function of JavaScript that calls the member, the object first. Its result must be known. */
  overrideType({ method, node }: VirtualMember): RtsType {
    const { parameters } = method.function;
    const types = parameters.slice(1).map(({ local }) => local.type);
    const hasRest = parameters.at(-1)?.rest === true;
    return functionOf([this.#instance.type, ...types], method.result(node), hasRest);
  }

  /** Gives the function to the program. */
  setOverride(member: VirtualMember, value: Expression): Expression {
    const { place, type } = this.#override(member);
    return assign(place, wrap(value, type as never, this.#span), this.#span);
  }

  #override(member: VirtualMember): Expression & { readonly kind: 'read' } {
    const type = nullableOf(this.overrideType(member), false, true);
    const name = `override of ${this.type.name}.${member.key}`;
    const first = (): Expression => absent(type as never, undefined, this.#span);
    return hiddenVariable(member, name, first, { node: this.node, context: this.#context });
  }

  /** When the base's table is complete. */
  finish(): { readonly made: readonly CheckedFunction[]; readonly checked: CheckedClass } {
    const { vtable, type } = this.#instance;
    this.type.fields = type.fields;
    const methods = new Map(vtable);
    for (const member of this.members) {
      const thunk = this.#thunk(member);
      this.#thunks.set(member.key, thunk);
      for (const [slot, one] of vtable)
        if (one === member.method.function) methods.set(slot, thunk);
      methods.set(member.method.slot, thunk);
    }
    const made = implementInterfaces(
      this,
      methods,
      ({ name, slot }) => (this.#thunks.has(name) ? undefined : vtable.get(slot)),
      this.#context,
    );
    const checked = { type: this.type, methods, span: this.#span, documentation: '' };
    return { made: [...this.#thunks.values(), ...made], checked };
  }

  #thunk(member: VirtualMember): CheckedFunction {
    const span = this.#span;
    const { name, function: declared } = member.method;
    const self: Local = { name: 'this', type: this.type, mutable: false };
    const parameters = declared.parameters
      .slice(1)
      .map(({ local }) => this.#context.temporary(local.name, local.type));
    const object = upcast(readLocal(self, span), this.#instance.type, span);
    const call: Expression = {
      kind: 'closure-call',
      callee: unwrap(this.#override(member), span),
      arguments: [object, ...parameters.map((one) => readLocal(one, span))],
      type: declared.result,
      span,
    };
    const id = `${this.type.name}.${name}`;
    const signature = { id, name, parameters: [self, ...parameters], result: declared.result };
    return { ...madeOf(signature, call, span), self: null };
  }
}

/** Its own and inherited members that classes of JavaScript may override. */
export function virtualMembers(instance: ClassInstance): readonly VirtualMember[] {
  const found = new Map<string, VirtualMember>();
  const tagged = new Set<string>();
  for (let at: ClassInstance | null = instance; at; at = at.base)
    for (const [key, node] of at.declaration.methods) {
      const method = found.has(key) ? undefined : instance.method(key);
      if (method) found.set(key, { key, method, node });
      if (isVirtual(node)) tagged.add(key);
    }
  return [...found.values()].filter(({ key }) => tagged.has(key));
}

const isVirtual = (node: ts.Node): boolean =>
  hasModifier(node as ts.MethodDeclaration, tsc.SyntaxKind.AbstractKeyword) ||
  tsc.getJSDocTags(node).some(({ tagName }) => tagName.text === 'virtual');

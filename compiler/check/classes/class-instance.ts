// A class with its type arguments: its ObjectType, and its members, each declared when it is first used.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_CLASSES, isErrorName } from '../../program/error-classes.ts';
import type { CheckedClass, CheckedFunction, ErrorName, Local } from '../../program/nodes.ts';
import {
  derivesFrom,
  newClass,
  VOID,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { Checker } from '../checker.ts';
import type { GenericMethod, Self } from '../context.ts';
import { GenericDeclaration } from '../declarations/generic-function.ts';
import { implementInterfaces, type Implementer } from '../interfaces/implement.ts';
import type { InterfaceMethod } from '../interfaces/interface-instance.ts';
import { interfaceFromTs } from '../interfaces/interface-type.ts';
import { libraryName } from '../library/library-name.ts';
import { documentation } from '../documentation.ts';
import { hasModifier } from '../modifiers.ts';
import { argumentsBySymbol } from '../generics/type-parameters.ts';
import type { ProgramState } from '../program-state.ts';
import { Scope, type Instantiation } from '../scope.ts';
import { tsc } from '../tsc.ts';
import type { ClassDeclaration } from './class-declaration.ts';
import { Construction } from './construction.ts';
import { FieldState } from './field-state.ts';
import { declareMethod, type MethodState } from './method-state.ts';
import { overriding } from './overrides.ts';
import { checkInheritedMembers } from './inherited-members.ts';
import { markUnassignedFields } from './this-escape.ts';

export class ClassInstance implements Implementer {
  readonly declaration: ClassDeclaration;
  readonly typeArguments: readonly RtsType[];
  readonly type: ObjectType;
  readonly fields: ReadonlyMap<string, FieldState>;
  readonly construction: Construction;
  /** What its type parameters stand for. */
  readonly scope: Scope;
  base: ClassInstance | null = null;
  /** It extends an error class of ECMAScript, and not a class of the program. */
  errorBase: ErrorName | null = null;
  /** By slot, what runs on objects of the class. */
  readonly vtable = new Map<string, CheckedFunction>();
  readonly #methods = new Map<string, MethodState>();
  readonly #generics = new Map<string, GenericMethod>();
  /** Of what stands in the class outside of its methods. */
  readonly #context: Checker;

  constructor(
    declaration: ClassDeclaration,
    typeArguments: readonly RtsType[],
    instantiation: Instantiation | null,
    state: ProgramState,
  ) {
    const { node, id } = declaration;
    this.declaration = declaration;
    this.typeArguments = typeArguments;
    this.scope = new Scope({
      typeArguments: argumentsBySymbol(node, typeArguments, state.checker),
      instantiation,
    });
    const isAbstract = hasModifier(node, tsc.SyntaxKind.AbstractKeyword);
    this.type = newClass(instantiation?.id ?? id, isAbstract);
    const functionState = {
      result: VOID,
      jumps: [],
      pendingReturns: [],
      self: this.self('fields'),
    };
    this.#context = new Checker(state, node.getSourceFile(), functionState, this.scope);
    this.fields = new Map(
      [...declaration.fields].map(([name, field]) => [
        name,
        new FieldState(name, field, this.#context),
      ]),
    );
    this.construction = new Construction(this, functionState.self, this.#context);
  }

  /** Apart from the constructor, since the class may be its own base's type argument. */
  findBase(): void {
    const written = extended(this.declaration.node);
    const library = written && libraryName(written.expression, this.#context);
    this.errorBase = isErrorName(library) ? library : null;
    this.base = written && !this.errorBase ? this.#baseOf(written) : null;
    this.type.base = this.errorBase ? ERROR_CLASSES[this.errorBase] : (this.base?.type ?? null);
    const inherited = this.type.base?.fields ?? [];
    const own = [...this.fields.values()].filter(
      ({ name }) => !inherited.some((field) => field.name === name),
    );
    this.type.fields = [...inherited, ...own];
    this.#findInterfaces();
  }

  #findInterfaces(): void {
    const context = this.#context;
    const named = this.declaration.node.heritageClauses?.find(
      ({ token }) => token === tsc.SyntaxKind.ImplementsKeyword,
    );
    const found = (named?.types ?? []).flatMap((written) => {
      const type = context.checker.getTypeAtLocation(written);
      const made = interfaceFromTs(type, written, context);
      return made?.kind === 'object' && made.form === 'interface' ? [made] : [];
    });
    if (found.length > 0) this.type.interfaces = [...(this.type.interfaces ?? []), ...found];
  }

  #baseOf(written: ts.ExpressionWithTypeArguments): ClassInstance | null {
    const context = this.#context;
    const symbol = context.symbol(written.expression);
    if (!symbol || !context.classes.declaration(symbol)) {
      if (symbol) context.report(E.baseClass, written, { name: written.expression.getText() });
      return null;
    }
    const type = context.typeFromTs(context.checker.getTypeAtLocation(written), written);
    const base = context.classes.of(type) ?? null;
    // TypeScript reports a class that is its own base.
    for (let at = base; at; at = at.base) if (at === this) return null;
    return base;
  }

  self(role: Self['role']): Self {
    const local: Local = { name: 'this', type: this.type, mutable: false };
    return { local, instance: this, role };
  }

  field(name: string): ObjectField | undefined {
    return this.type.fields.find((field) => field.name === name);
  }

  /** Its own or inherited. */
  method(name: string): MethodState | undefined {
    return this.ownMethod(name) ?? (this.base ? this.base.method(name) : undefined);
  }

  /** A method with type parameters of its own. */
  generic(name: string): GenericMethod | undefined {
    const node = this.declaration.generics.get(name);
    if (!node) return this.base ? this.base.generic(name) : undefined;
    let made = this.#generics.get(name);
    if (!made) {
      const id = `${this.type.name}.${name}`;
      const form = { self: () => this.self('method'), outer: this.scope };
      const declared = { text: id, node: node.name };
      const generic = new GenericDeclaration(node, declared, id, this.#context, form);
      made = Object.assign(generic, { owner: this });
      this.#generics.set(name, made);
    }
    return made;
  }

  /** Where reports about it stand. */
  get node(): ts.Node {
    const { node } = this.declaration;
    return node.name ?? node;
  }

  ownMethod(name: string): MethodState | undefined {
    const node = this.declaration.methods.get(name);
    if (!node) return undefined;
    let made = this.#methods.get(name);
    if (!made) this.#methods.set(name, (made = declareMethod(name, node, this, this.#context)));
    return made;
  }

  check(): void {
    checkInheritedMembers(this, this.#context);
    this.construction.check();
    for (const name of this.declaration.methods.keys()) {
      const method = this.ownMethod(name);
      if (method) method.check();
    }
    const text = this.declaration.methods.get('toString');
    if (text && derivesFrom(this.type, ERROR_CLASSES.Error))
      this.#context.report(E.errorToString, text.name, { name: this.type.name });
    this.addFunctions(this.functions());
  }

  /** All that it has to be compiled: nothing of it is declared later. */
  functions(): readonly CheckedFunction[] {
    const methods = [...this.#methods.values()].filter(({ isAbstract }) => !isAbstract);
    return [...this.construction.functions(), ...methods.map((method) => method.function)];
  }

  /** See `markUnassignedFields`. */
  markUnassigned(baseEscapes: boolean): boolean {
    return markUnassignedFields(this, baseEscapes, this.#context);
  }

  addFunctions(functions: readonly CheckedFunction[]): void {
    const { state } = this.#context;
    const file = state.file(this.declaration.node.getSourceFile());
    for (const one of functions) state.made.add(file, one);
  }

  finishFields(): void {
    const inherited = this.type.base?.fields ?? [];
    const own = this.type.fields.slice(inherited.length);
    this.type.fields = [
      ...inherited,
      ...own.map(({ name, type, mutable, checked }) => ({ name, type, mutable, checked })),
    ];
  }

  /** The table of methods; that of the base is complete. Gives the bridges, which have to be compiled too. */
  finishMethods(): readonly CheckedFunction[] {
    // What a module does not know of the classes of others is put together when all are known.
    const inherited = this.#context.isPart ? [] : (this.base?.vtable ?? []);
    for (const [slot, method] of inherited) this.vtable.set(slot, method);
    const bridges: CheckedFunction[] = [];
    for (const [name, method] of this.#methods) {
      const base = this.base?.method(name);
      if (base) {
        method.moveTo(base.slot);
        const made = overriding(method, base, this.#context);
        if (made && made !== method.function) {
          this.vtable.set(base.slot, made);
          bridges.push(made);
          method.moveTo(`${name} of ${this.type.name}`);
        }
      }
      if (!method.isAbstract) this.vtable.set(method.slot, method.function);
    }
    return bridges;
  }

  /** What calls through interfaces run. Gives the functions that have to be compiled for it. */
  finishInterfaces(): readonly CheckedFunction[] {
    const context = this.#context;
    const { base } = this;
    const inherited = (wanted: InterfaceMethod): CheckedFunction | undefined => {
      const own = this.method(wanted.name);
      return own?.owner === this ? undefined : base?.vtable.get(wanted.slot);
    };
    return implementInterfaces(this, this.vtable, inherited, context);
  }

  /** Compiled with another module. */
  get isElsewhere(): boolean {
    const { part } = this.#context.state;
    return this.typeArguments.length === 0 && part?.isForeign(this.declaration.node) === true;
  }

  finish(): CheckedClass {
    const span = this.#context.span(this.node);
    const text = documentation(this.declaration.node);
    return { type: this.type, methods: this.vtable, span, documentation: text };
  }
}

const extended = ({
  heritageClauses,
}: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | undefined =>
  heritageClauses?.find(({ token }) => token === tsc.SyntaxKind.ExtendsKeyword)?.types[0];

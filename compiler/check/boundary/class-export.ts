// An exported class → what JavaScript's glue makes a class of: its constructor, methods, accessors and fields, each as a native function.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { ClassMember, CrossingClass } from '../../program/crossing.ts';
import { errorNameOf } from '../../program/error-classes.ts';
import type { Expression, Local, ModuleExport, Parameter } from '../../program/nodes.ts';
import type { PackedFunctions } from '../../program/packed-export.ts';
import { INT_TYPES, VOID, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, readLocal, readPlace } from '../build.ts';
import { callMethod, upcast } from '../classes/call-method.ts';
import { accessorParts, memberName, type ClassDeclaration } from '../classes/class-declaration.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import type { MethodState } from '../classes/method-state.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import { documentation } from '../documentation.ts';
import { hasModifier } from '../modifiers.ts';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import type { ExportCrossings, SignatureNodes } from './export-crossings.ts';
import { crossingError, inheritedMessage, OF_ERRORS, withoutCause } from './error-class.ts';
import { leavingOf } from './foreign-errors.ts';
import { placeFunctions, placeOf, rootOf } from './instances.ts';
import { takingIterables } from './iterable-parameter.ts';
import { givingSteps } from './iterator-result.ts';
import { JavascriptClass, virtualMembers, type VirtualMember } from './javascript-class.ts';
import { madeFunction } from './made-function.ts';
import { calleeOf, packedExport, PLACE, type PackedCallee } from './packed-export.ts';
import { addPlaceField, isOwned } from './place-field.ts';

export type ClassExport = Extract<ModuleExport, { kind: 'class' }>;

/** A class and the name that it is exported by. */
export interface NamedClass {
  readonly name: string;
  readonly instance: ClassInstance;
  /** Where reports about the export stand. */
  readonly node: ts.Node;
}

/** undefined after a report. */
export function exportableClass(
  name: string,
  declaration: ClassDeclaration,
  node: ts.Node,
  state: ProgramState,
): NamedClass | undefined {
  const refuse = (what: string): undefined => {
    state.report(E.exportedClass, node, { name, what });
  };
  if (declaration.node.typeParameters) return refuse('generic');
  const instance = state.classes.plain(declaration);
  const isError = errorNameOf(instance.type) !== null;
  if (isError && (instance.type.abstract || virtualMembers(instance).length > 0))
    return refuse('an error class that is abstract or has @virtual members');
  return { name, instance, node };
}

/** Makes the classes known as ones that cross, before the types of anything are looked at. */
export function declareCrossingClasses(
  all: readonly NamedClass[],
  state: ProgramState,
  context: Context,
): void {
  const { crossingClasses: known, javascriptClasses } = state.run;
  const depth = (one: ClassInstance): number => (one.base ? 1 + depth(one.base) : 0);
  const ordered = all.toSorted((a, b) => depth(a.instance) - depth(b.instance));
  for (const { name, instance, node } of ordered) {
    if (known.has(instance.type)) {
      state.report(E.exportedClass, node, { name, what: 'exported by another name' });
      continue;
    }
    let base: CrossingClass | null = null;
    for (let at = instance.base; at && !base; at = at.base) base = known.get(at.type) ?? null;
    known.set(instance.type, {
      name: instance.declaration.node.name?.text ?? name,
      exported: name,
      position: known.size,
      base,
      isAbstract: instance.type.abstract,
      error: crossingError(instance),
      documentation: documentation(instance.declaration.node),
      members: [],
      direct: [],
    });
    if (errorNameOf(instance.type) !== null) continue;
    const members = virtualMembers(instance);
    if (members.length === 0 && !instance.type.abstract) continue;
    addPlaceField(rootOf(instance.type, context) as ObjectType, state);
    javascriptClasses.set(instance.type, new JavascriptClass(instance, members, context));
  }
}

export function classExport(
  { name, instance }: NamedClass,
  crossings: ExportCrossings,
  state: ProgramState,
  context: Context,
): (() => ClassExport) | undefined {
  const crossing = state.classes.crossing(instance.type);
  if (!crossing || crossing.exported !== name) return undefined;
  const exporter = new ClassExporter(instance, crossing, crossings, state, context);
  exporter.find();
  return () => {
    const { functions, members } = exporter.make();
    crossing.members = members;
    const at = { node: instance.node, context };
    const leaving = leavingOf(at);
    const all = [...functions].map(([native, one]) => {
      const shared = new Map([...one.shared, ...placeFunctions(at)]);
      return [native, { ...one, shared }] as const;
    });
    return { kind: 'class', name, crossing, ...leaving, functions: new Map(all) };
  };
}

class ClassExporter {
  readonly #instance: ClassInstance;
  readonly #type: ObjectType;
  readonly #name: string;
  readonly #exported: string;
  readonly #crossings: ExportCrossings;
  readonly #state: ProgramState;
  readonly #context: Context;
  readonly #ready: (() => void)[] = [];
  readonly #members: ClassMember[] = [];
  readonly #functions = new Map<string, PackedFunctions>();
  /** `x`, `get x`, `static x` …: those of a derived class come first. */
  readonly #seen = new Set<string>();

  constructor(
    instance: ClassInstance,
    { name, exported }: CrossingClass,
    crossings: ExportCrossings,
    state: ProgramState,
    context: Context,
  ) {
    this.#instance = instance;
    this.#type = instance.type;
    this.#name = name;
    this.#exported = exported;
    this.#crossings = crossings;
    this.#state = state;
    this.#context = context;
  }

  /** Its members and how they cross. */
  find(): void {
    if (!this.#type.abstract) this.#construct();
    if (this.#javascript) this.#ofJavascript(this.#javascript);
    let at: ClassInstance | null = this.#instance;
    do {
      this.#ofLevel(at);
      at = at.base;
    } while (at && !this.#state.classes.crossing(at.type));
  }

  make(): Pick<ClassExport, 'functions'> & { readonly members: readonly ClassMember[] } {
    for (const make of this.#ready) make();
    return { functions: this.#functions, members: this.#members };
  }

  #ofLevel({ declaration, type }: ClassInstance): void {
    for (const [name, node] of declaration.fields) if (isPublic(node)) this.#field(name, node);
    for (const [key, node] of declaration.methods) {
      const isVirtual = this.#javascript?.members.some((member) => member.key === key) === true;
      const method =
        isPublic(node) || (isVirtual && isProtected(node)) ? this.#instance.method(key) : undefined;
      if (!method) continue;
      const [kind, name] = accessorParts(key);
      const role = kind === 'call' ? 'method' : kind;
      const isAbstract = method.isAbstract && this.#javascript !== undefined;
      this.#member({ role, isStatic: false, name, node, isAbstract }, () => ({
        ...this.#calleeOf(method, this.#type),
        parameters: method.function.parameters.slice(1),
        call:
          isVirtual && !isAbstract
            ? (values) => exactly(method, this.#type, values, this.#at)
            : (values) => method.call(values, this.#span(node)),
      }));
    }
    for (const [name, node] of declaration.generics)
      if (isPublic(node))
        this.#state.report(E.exportedGeneric, node.name, { name: `${this.#name}.${name}` });
    for (const node of declaration.statics)
      if (!tsc.isClassStaticBlockDeclaration(node) && isPublic(node)) this.#static(node, type);
  }

  #construct(): void {
    const { construction, node, declaration } = this.#instance;
    const construct = construction.function;
    const span = this.#span(node);
    const at = { node, context: this.#context };
    // What an error class that has no constructor takes behind the message is JavaScript's own matter (`builtins/glue/error-class.ts`).
    const { takesErrorArguments: isInherited } = construction;
    const parameters = isInherited
      ? [inheritedMessage(this.#context)]
      : (construct?.parameters.slice(1) ?? []);
    const callee = (): PackedCallee => ({
      id: `${this.#type.name}.new`,
      name: `new ${this.#name}`,
      receiver: null,
      parameters,
      result: INT_TYPES.isize,
      span,
      extent: this.#span(declaration.node),
      call: (values) => {
        const made: Expression = {
          kind: 'new',
          construct,
          arguments: isInherited ? withoutCause(values, span) : values,
          type: this.#type,
          span,
        };
        return placeOf(made, this.#type, at);
      },
    });
    const written = declaration.construct ?? node;
    this.#member(
      { role: 'constructor', isStatic: false, name: 'constructor', node: written },
      callee,
    );
  }

  /** What objects of JavaScript's classes that extend it need. */
  #ofJavascript(javascript: JavascriptClass): void {
    const { construction, node, declaration } = this.#instance;
    const span = this.#span(node);
    const parameters = construction.function?.parameters.slice(1) ?? [];
    this.#member(
      {
        role: 'own constructor',
        isStatic: false,
        name: 'constructor',
        node: declaration.construct ?? node,
      },
      () => ({
        id: `${this.#type.name}.new of JavaScript`,
        name: '',
        receiver: PLACE,
        parameters,
        result: VOID,
        span,
        extent: this.#span(declaration.node),
        call: (values) => ({
          kind: 'call',
          callee: javascript.construct(parameters),
          arguments: values,
          type: VOID,
          span,
        }),
      }),
    );
    for (const member of javascript.members) this.#override(member, javascript);
  }

  #override(member: VirtualMember, javascript: JavascriptClass): void {
    const { key, node } = member;
    const span = this.#span(node);
    if (member.method.result(node) === ERROR_TYPE) return;
    const type = javascript.overrideType(member);
    const local = this.#context.temporary('override', type);
    this.#member({ role: 'override', isStatic: false, name: key, node }, () => ({
      id: `${this.#type.name}.override ${key}`,
      name: '',
      receiver: null,
      parameters: [{ local, optional: false, type }],
      result: VOID,
      span,
      extent: span,
      call: ([value]) => javascript.setOverride(member, value as Expression),
    }));
  }

  get #javascript(): JavascriptClass | undefined {
    return this.#state.run.javascriptClasses.get(this.#type);
  }

  get #at(): { readonly node: ts.Node; readonly context: Context } {
    return { node: this.#instance.node, context: this.#context };
  }

  #field(name: string, node: ts.Node): void {
    const field = this.#instance.field(name);
    // What errors have themselves JavaScript has as its own property.
    if (!field || (errorNameOf(this.#type) !== null && OF_ERRORS.has(name))) return;
    const span = this.#span(node);
    const place = (object: Expression): Parameters<typeof assign>[0] => ({
      kind: 'property',
      object,
      field: name,
    });
    const accessor = { isStatic: false, name, node };
    this.#member({ ...accessor, role: 'get' }, () => ({
      ...this.#getter(name, field.type, span),
      receiver: this.#type,
      call: ([object]) => readPlace(place(object as Expression), field.type, span),
    }));
    if (!field.mutable) return;
    this.#member({ ...accessor, role: 'set' }, () => ({
      ...this.#setter(name, field.type, span),
      receiver: this.#type,
      call: ([object, value]) => assign(place(object as Expression), value as Expression, span),
    }));
  }

  #static(
    node: ts.PropertyDeclaration | ts.MethodDeclaration | ts.AccessorDeclaration,
    owner: ObjectType,
  ): void {
    const symbol = this.#state.symbol(node.name);
    const binding = symbol && this.#state.binding(symbol);
    const name = memberName(node.name, owner.name);
    const member = { isStatic: true, name, node };
    switch (binding?.kind) {
      case 'function':
        return this.#member({ ...member, role: 'method' }, () =>
          this.#calleeOf(binding.declared, null),
        );
      case 'generic':
        return this.#state.report(E.exportedGeneric, node.name, { name: `${this.#name}.${name}` });
      case 'accessor': {
        const role = tsc.isGetAccessor(node) ? 'get' : 'set';
        const half = role === 'get' ? binding.getter : binding.setter;
        return half
          ? this.#member({ ...member, role }, () => this.#calleeOf(half, null))
          : undefined;
      }
      case 'global': {
        const { global } = binding;
        const span = this.#span(node);
        const place = { kind: 'global', global } as const;
        this.#member({ ...member, role: 'get' }, () => ({
          ...this.#getter(name, global.type, span),
          call: () => readPlace(place, global.type, span),
        }));
        if (hasModifier(node, tsc.SyntaxKind.ReadonlyKeyword)) return undefined;
        (global as { mutable: boolean }).mutable = true;
        return this.#member({ ...member, role: 'set' }, () => ({
          ...this.#setter(name, global.type, span),
          call: ([value]) => assign(place, value as Expression, span),
        }));
      }
      default:
        return undefined;
    }
  }

  /** A function of the program; its result may have to be found. */
  #calleeOf(declared: DeclaredFunction, receiver: ObjectType | null): PackedCallee {
    const result = declared.result(declared.node);
    return { ...calleeOf(declared.function), result, receiver };
  }

  #getter(name: string, result: RtsType, span: Span): Omit<PackedCallee, 'call'> {
    const id = `${this.#type.name}.get ${name}`;
    return { id, name, receiver: null, parameters: [], result, span, extent: span };
  }

  #setter(name: string, type: RtsType, span: Span): Omit<PackedCallee, 'call'> {
    const local = this.#context.temporary('value', type);
    const parameters: Parameter[] = [{ local, optional: false, type }];
    const id = `${this.#type.name}.set ${name}`;
    return { id, name, receiver: null, parameters, result: VOID, span, extent: span };
  }

  #member(
    {
      role,
      isStatic: isOfClass,
      name,
      node,
      isAbstract = false,
    }: Pick<ClassMember, 'role' | 'isStatic' | 'name'> & {
      readonly node: ts.Node;
      readonly isAbstract?: boolean;
    },
    make: () => PackedCallee,
  ): void {
    const key = `${isOfClass ? 'static ' : ''}${role} ${name}`;
    // A method or accessor of a derived class stands for the base's.
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const crosses = (type: RtsType): boolean => 'crossing' in this.#crossings.cross(type);
    const given = givingSteps({ ...make(), name: this.#called(role, name) }, this.#at);
    const callee = takingIterables(given, crosses, this.#at);
    if (callee.result === ERROR_TYPE) return;
    const crossings = this.#crossings.of(callee.name, callee, signatureNodes(node));
    if (!crossings) return;
    this.#ready.push(() => {
      const native = `\u0003${key} ${this.#exported}`;
      const { crossing, functions } = packedExport(callee, crossings, node, this.#context);
      this.#functions.set(native, functions);
      this.#members.push({
        role,
        isStatic: isOfClass,
        name,
        isProtected: isProtected(node),
        isAbstract,
        native,
        crossing,
        documentation: documentation(node),
      });
    });
  }

  /** In messages. */
  #called(role: ClassMember['role'], name: string): string {
    return role === 'constructor' || role === 'own constructor'
      ? `new ${this.#name}`
      : `${this.#name}.${name}`;
  }

  #span(node: ts.Node): Span {
    return this.#context.span(node);
  }
}

function signatureNodes(node: ts.Node): SignatureNodes {
  if (!tsc.isFunctionLike(node)) return { parameters: [], result: node };
  const { parameters, type } = node;
  return { parameters, result: type ?? tsc.getNameOfDeclaration(node) ?? node };
}

/** A method as JavaScript means it that calls this class's: of an object of its own classes, no override. */
function exactly(
  method: MethodState,
  type: ObjectType,
  values: readonly Expression[],
  { node, context }: { readonly node: ts.Node; readonly context: Context },
): Expression {
  const span = context.span(node);
  const id = `exactly ${type.name}.${method.name}`;
  const { parameters, result } = method.function;
  const callee = context.made.once(id, () => {
    const self: Local = { name: 'this', type, mutable: false };
    const locals = parameters
      .slice(1)
      .map(({ local }) => context.temporary(local.name, local.type));
    const given = [self, ...locals].map((one) => readLocal(one, span));
    const own = callMethod(method, given, result, false, span);
    const root = rootOf(type, context) as ObjectType;
    const object = upcast(given[0] as Expression, root, span);
    const test = isOwned(object, span);
    const [whenTrue, whenFalse] = [own, method.call(given, span)].map((value) =>
      result === VOID
        ? [{ kind: 'expression', expression: value, span } as const]
        : [{ kind: 'return', value, span } as const],
    );
    const body = [
      { kind: 'if', test, whenTrue: whenTrue ?? [], whenFalse: whenFalse ?? [], span } as const,
    ];
    return madeFunction(
      { id, name: method.name, parameters: [self, ...locals], result },
      body,
      span,
    );
  });
  return { kind: 'call', callee, arguments: values, type: result, span };
}

const isProtected = (node: ts.Node): boolean => hasModifier(node, tsc.SyntaxKind.ProtectedKeyword);

/** Neither `#x` nor `private` nor `protected`. */
function isPublic(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const { SyntaxKind } = tsc;
  if (node.name && tsc.isPrivateIdentifier(node.name)) return false;
  return (
    !hasModifier(node, SyntaxKind.PrivateKeyword) && !hasModifier(node, SyntaxKind.ProtectedKeyword)
  );
}

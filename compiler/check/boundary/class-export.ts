// An exported class → what JavaScript's glue makes a class of: its constructor, methods, accessors and fields, each as a native function.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { ClassMember, CrossingClass } from '../../program/crossing.ts';
import type { Expression, ModuleExport, Parameter } from '../../program/nodes.ts';
import type { PackedFunctions } from '../../program/packed-export.ts';
import { INT_TYPES, VOID, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { assign, readPlace } from '../build.ts';
import { accessorParts, memberName, type ClassDeclaration } from '../classes/class-declaration.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import { ERROR_TYPE, type Context, type DeclaredFunction } from '../context.ts';
import { documentation } from '../documentation.ts';
import { hasModifier } from '../modifiers.ts';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import type { ExportCrossings, SignatureNodes } from './export-crossings.ts';
import { dropFunction, placeOf } from './instances.ts';
import { calleeOf, packedExport, type PackedCallee } from './packed-export.ts';

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
  for (let at: ClassInstance | null = instance; at; at = at.base)
    if (at.errorBase) return refuse('an error class');
  return { name, instance, node };
}

/** Makes the classes known as ones that cross, before the types of anything are looked at. */
export function declareCrossingClasses(all: readonly NamedClass[], state: ProgramState): void {
  const known = state.run.crossingClasses;
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
      name,
      position: known.size,
      base,
      isAbstract: instance.type.abstract,
      documentation: documentation(instance.declaration.node),
      members: [],
    });
  }
}

export function classExport(
  { name, instance }: NamedClass,
  crossings: ExportCrossings,
  state: ProgramState,
  context: Context,
): (() => ClassExport) | undefined {
  const crossing = state.classes.crossing(instance.type);
  if (!crossing || crossing.name !== name) return undefined;
  const exporter = new ClassExporter(instance, name, crossings, state, context);
  exporter.find();
  return () => {
    const { functions, members } = exporter.make();
    crossing.members = members;
    const at = { node: instance.node, context };
    const all = [...functions].map(([native, one]) => {
      const shared = new Map([...one.shared, dropFunction(at)]);
      return [native, { ...one, shared }] as const;
    });
    return { kind: 'class', name, crossing, functions: new Map(all) };
  };
}

class ClassExporter {
  readonly #instance: ClassInstance;
  readonly #type: ObjectType;
  readonly #name: string;
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
    name: string,
    crossings: ExportCrossings,
    state: ProgramState,
    context: Context,
  ) {
    this.#instance = instance;
    this.#type = instance.type;
    this.#name = name;
    this.#crossings = crossings;
    this.#state = state;
    this.#context = context;
  }

  /** Its members and how they cross. */
  find(): void {
    if (!this.#type.abstract) this.#construct();
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
      const method = isPublic(node) ? this.#instance.method(key) : undefined;
      if (!method) continue;
      const [kind, name] = accessorParts(key);
      const role = kind === 'call' ? 'method' : kind;
      this.#member({ role, isStatic: false, name, node }, () => ({
        ...this.#calleeOf(method, this.#type),
        parameters: method.function.parameters.slice(1),
        call: (values) => method.call(values, this.#span(node)),
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
    const parameters = construct?.parameters.slice(1) ?? [];
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
          arguments: values,
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

  #field(name: string, node: ts.Node): void {
    const field = this.#instance.field(name);
    if (!field) return;
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
    }: Pick<ClassMember, 'role' | 'isStatic' | 'name'> & { readonly node: ts.Node },
    make: () => PackedCallee,
  ): void {
    const key = `${isOfClass ? 'static ' : ''}${role} ${name}`;
    // A method or accessor of a derived class stands for the base's.
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const callee = { ...make(), name: this.#called(role, name) };
    if (callee.result === ERROR_TYPE) return;
    const crossings = this.#crossings.of(callee.name, callee, signatureNodes(node));
    if (!crossings) return;
    this.#ready.push(() => {
      const native = `\u0003${key} ${this.#name}`;
      const { crossing, functions } = packedExport(callee, crossings, node, this.#context);
      this.#functions.set(native, functions);
      const text = documentation(node);
      const member = { role, isStatic: isOfClass, name, native, crossing, documentation: text };
      this.#members.push(member);
    });
  }

  /** In messages. */
  #called(role: ClassMember['role'], name: string): string {
    return role === 'constructor' ? `new ${this.#name}` : `${this.#name}.${name}`;
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

/** Neither `#x` nor `private` nor `protected`. */
function isPublic(node: ts.ClassElement | ts.ParameterDeclaration): boolean {
  const { SyntaxKind } = tsc;
  if (node.name && tsc.isPrivateIdentifier(node.name)) return false;
  return (
    !hasModifier(node, SyntaxKind.PrivateKeyword) && !hasModifier(node, SyntaxKind.ProtectedKeyword)
  );
}

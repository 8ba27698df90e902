// The classes of a program: declarations by symbol, instances by declaration and type arguments. A class that is not
// generic has one instance; a generic one has one for each list of type arguments in use.
import type ts from 'typescript';
import { hasErrors, type CrossingClass, type FunctionCrossing } from '../../program/crossing.ts';
import type { CheckedClass } from '../../program/nodes.ts';
import {
  derivesFrom,
  isInterface,
  newInterface,
  type FunctionType,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { Checker } from '../checker.ts';
import type { Context, Members } from '../context.ts';
import { instantiate } from '../declarations/generic-function.ts';
import { isModuleScope, qualifiedName } from '../declarations/namespace.ts';
import { localUse } from './local-class.ts';
import type { MadeFunctions } from '../made-functions.ts';
import type { LiveState } from '../space/operations.ts';
import type { ProgramState } from '../program-state.ts';
import type { Instantiation } from '../scope.ts';
import { tsc } from '../tsc.ts';
import { readClass, type ClassDeclaration } from './class-declaration.ts';
import { fits } from '../interfaces/implement.ts';
import type { LiteralClass } from '../interfaces/literal-class.ts';
import type { GeneratorTable } from '../generators/generator-table.ts';
import { InterfaceTable } from '../interfaces/interface-table.ts';
import { ClassInstance } from './class-instance.ts';
import { classFromTs, hasUnknownArguments } from './class-type.ts';

type Id = (name: string, file: ts.SourceFile) => string;

export class ClassTable {
  readonly #state: ProgramState;
  readonly #declarations = new Map<ts.Symbol, ClassDeclaration | null>();
  readonly #instances = new Map<ClassDeclaration, ClassInstance[]>();
  readonly interfaces: InterfaceTable;
  /** Of open questions: which objects stand behind which interfaces. */
  readonly #accepted: (readonly [ObjectType, ObjectType])[] = [];
  /** Questions of `accepts` that are open. */
  readonly #asked = new Set<string>();
  readonly #any = new Map<ClassDeclaration, ObjectType>();
  #id: Id = (name) => name;

  constructor(state: ProgramState) {
    this.#state = state;
    this.interfaces = new InterfaceTable(state);
  }

  /** How names become unique; known when the files are. */
  nameBy(id: Id): void {
    this.#id = id;
  }

  /** The class that a name stands for; undefined for everything else. */
  declaration(symbol: ts.Symbol): ClassDeclaration | undefined {
    const known = this.#declarations.get(symbol);
    if (known !== undefined) return known ?? undefined;
    const node = symbol.valueDeclaration;
    const isClass = node && tsc.isClassDeclaration(node) && node.name;
    if (!isClass || !(isModuleScope(node.parent) || localUse(node, this.#state.checker) === null)) {
      this.#declarations.set(symbol, null);
      return undefined;
    }
    const file = node.getSourceFile();
    this.#state.part?.open(symbol);
    const id = isModuleScope(node.parent)
      ? this.#id(qualifiedName(node.name.text, node), file)
      : this.#state.made.uniqueId(`${this.#state.moduleId(file)}.${node.name.text}`);
    const made = readClass(node, symbol, id, new Checker(this.#state, file));
    this.#declarations.set(symbol, made);
    // The methods of one inside of a function do not stand in the scope of that function.
    if (!isModuleScope(node.parent)) this.#state.bind(symbol, { kind: 'class' });
    return made;
  }

  /** The class of a declaration without type parameters. */
  plain(declaration: ClassDeclaration): ClassInstance {
    return this.#known(declaration, []) ?? this.#make(declaration, [], null);
  }

  /**
   * The class with types for its type parameters; undefined where the symbol is no class of the program, or after a report
   * at `caller`.
   */
  instance(
    symbol: ts.Symbol,
    types: readonly RtsType[],
    caller: ts.Node,
    context: Context,
  ): ClassInstance | undefined {
    const declaration = this.declaration(symbol);
    if (!declaration) return undefined;
    if (types.length === 0) return this.plain(declaration);
    const known = this.#known(declaration, types);
    if (known) return known;
    const instantiation = instantiate(declaration.id, types, caller, context);
    return instantiation && this.#make(declaration, types, instantiation);
  }

  /** What all classes are that a generic declaration makes: `instanceof` asks for it. */
  anyOf(declaration: ClassDeclaration): ObjectType {
    let type = this.#any.get(declaration);
    if (!type) this.#any.set(declaration, (type = newInterface(`any ${declaration.id}`, false)));
    return type;
  }

  #known(declaration: ClassDeclaration, types: readonly RtsType[]): ClassInstance | undefined {
    const all = this.#instances.get(declaration) ?? [];
    return all.find((one) => one.typeArguments.every((type, i) => type === types[i]));
  }

  #make(
    declaration: ClassDeclaration,
    types: readonly RtsType[],
    instantiation: Instantiation | null,
  ): ClassInstance {
    const { run } = this.#state;
    const made = new ClassInstance(declaration, types, instantiation, this.#state);
    this.#instances.set(declaration, [...(this.#instances.get(declaration) ?? []), made]);
    run.instances.set(made.type, made);
    if (instantiation) run.classes.set(made.type, { symbol: declaration.symbol, types });
    if (types.length > 0) made.type.interfaces = [this.anyOf(declaration)];
    made.findBase();
    // The bodies of a class of another module are compiled with that; instances of a generic one with who uses them.
    // Not now: a body may lead back here.
    if (!made.isElsewhere) run.made.later(() => made.check());
    return made;
  }

  of(type: RtsType): ClassInstance | undefined {
    return type.kind === 'object' ? this.#state.run.instances.get(type) : undefined;
  }

  /** What objects of the class or interface have. */
  members(type: RtsType): Members | undefined {
    if (type.kind !== 'object') return undefined;
    const { literals, generators } = this.#state.run;
    return this.of(type) ?? this.interfaces.of(type) ?? literals.get(type) ?? generators.find(type);
  }

  /** What JavaScript sees of the class; undefined where it is not exported. */
  crossing(type: ObjectType): CrossingClass | undefined {
    return this.allCrossing.get(type);
  }

  /** The classes that are exported, bases first. */
  get allCrossing(): ReadonlyMap<ObjectType, CrossingClass> {
    return this.#state.run.crossingClasses;
  }

  /** The types of functions that cross, in the order of their positions. */
  get crossingFunctions(): Map<FunctionType, FunctionCrossing> {
    return this.#state.run.crossingFunctions;
  }

  /** What the program knows of live values of JavaScript. */
  get live(): LiveState {
    return this.#state.run.live;
  }

  /** The program calls JavaScript, or asks it for errors: any call of an export may lead back to it. */
  get callsBack(): boolean {
    return this.knowsErrors || this.crossingFunctions.size > 0 || this.live.isUsed;
  }

  /** JavaScript has errors of the program's, or the program values that are JavaScript's. */
  get knowsErrors(): boolean {
    return this.#state.run.crossingErrors.are || hasErrors([...this.allCrossing.values()]);
  }

  get crossingErrors(): { are: boolean } {
    return this.#state.run.crossingErrors;
  }

  get generators(): GeneratorTable {
    return this.#state.run.generators;
  }

  /** The class of an object literal. */
  addLiteral(literal: LiteralClass): void {
    this.#state.run.literals.set(literal.type, literal);
  }

  /** Whether objects of `from` may stand behind an interface that it does not name, since its members are exactly those. */
  accepts(from: ObjectType, to: ObjectType, caller: ts.Node): boolean {
    const wanted = this.interfaces.of(to);
    const members = this.members(from);
    if (!wanted || !members || wanted.isRefused) return false;
    const known = `${from.name} as ${to.name}`;
    // What its methods give may lead back to the same question: it is answered by the others.
    if (this.#asked.has(known)) return true;
    this.#asked.add(known);
    const isBelow = (type: RtsType, above: RtsType): boolean =>
      type === above ||
      (type.kind === 'object' &&
        above.kind === 'object' &&
        (derivesFrom(type, above) || (isInterface(above) && this.accepts(type, above, caller))));
    const before = this.#accepted.length;
    const found = fits(members, wanted.methods.values(), caller, isBelow);
    this.#asked.delete(known);
    // What was accepted on the way is so only if this is.
    if (!found) this.#accepted.length = before;
    else this.#accepted.push([from, to]);
    if (this.#asked.size === 0)
      for (const [type, above] of this.#accepted.splice(0))
        type.interfaces = [...(type.interfaces ?? []), above];
    return found;
  }

  /** The class that a TypeScript type is; undefined for every other type. */
  typeOf(type: ts.Type, context: Context): ObjectType | undefined {
    if (hasUnknownArguments(type, context)) return undefined;
    const found = classFromTs(type, context.sourceFile, context);
    return found?.kind === 'object' ? found : undefined;
  }
}

/** All classes of a program, bases first. Every body has been checked; their types are data from here on. */
export function finishClasses(
  all: Iterable<ClassInstance>,
  literals: Iterable<LiteralClass>,
  made: MadeFunctions,
): readonly CheckedClass[] {
  const order = new Set<ClassInstance>();
  const add = (one: ClassInstance): void => {
    if (one.base) add(one.base);
    order.add(one);
  };
  for (const one of all) add(one);
  const classes = [...order];
  const escaping = new Set<ClassInstance>();
  for (const one of classes) {
    const baseEscapes = one.base !== null && escaping.has(one.base);
    if (one.markUnassigned(baseEscapes)) escaping.add(one);
  }
  for (const one of classes) {
    one.finishFields();
    one.addFunctions(one.finishMethods());
  }
  for (const one of classes) one.addFunctions(one.finishInterfaces());
  const written = [...literals].map((one) => one.finish());
  for (const one of written) for (const added of one.made) made.add(one.checked.span.file, added);
  return [...classes.map((one) => one.finish()), ...written.map(({ checked }) => checked)];
}

// The classes of a program: declarations by symbol, instances by declaration and type arguments. A class that is not
// generic has one instance; a generic one has one for each list of type arguments in use.
import type ts from 'typescript';
import type { CheckedClass, CheckedFunction } from '../../program/nodes.ts';
import type { ObjectType, RtsType } from '../../program/types.ts';
import { Checker } from '../checker.ts';
import type { ProgramState } from '../program-state.ts';
import { tsc } from '../tsc.ts';
import { readClass, type ClassDeclaration } from './class-declaration.ts';
import { ClassInstance } from './class-instance.ts';

type Id = (name: string, file: ts.SourceFile) => string;

export class ClassTable {
  readonly #state: ProgramState;
  readonly #declarations = new Map<ts.Symbol, ClassDeclaration | null>();
  readonly #instances = new Map<ClassDeclaration, ClassInstance[]>();
  readonly #byType = new Map<ObjectType, ClassInstance>();
  #id: Id = (name) => name;

  constructor(state: ProgramState) {
    this.#state = state;
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
    const isClass =
      node && tsc.isClassDeclaration(node) && node.name && tsc.isSourceFile(node.parent);
    if (!isClass) {
      this.#declarations.set(symbol, null);
      return undefined;
    }
    const file = node.getSourceFile();
    const id = this.#id(node.name.text, file);
    const made = readClass(node, symbol, id, new Checker(this.#state, file));
    this.#declarations.set(symbol, made);
    return made;
  }

  /** The class with types for its type parameters; undefined where the symbol is no class of the program. */
  instance(symbol: ts.Symbol, typeArguments: readonly RtsType[]): ClassInstance | undefined {
    const declaration = this.declaration(symbol);
    if (!declaration) return undefined;
    const known = this.#instances.get(declaration) ?? [];
    this.#instances.set(declaration, known);
    const found = known.find((one) =>
      one.typeArguments.every((type, i) => type === typeArguments[i]),
    );
    if (found) return found;
    const made = new ClassInstance(declaration, typeArguments, this.#state);
    known.push(made);
    this.#byType.set(made.type, made);
    made.findBase();
    return made;
  }

  of(type: RtsType): ClassInstance | undefined {
    return type.kind === 'object' ? this.#byType.get(type) : undefined;
  }

  /** Checks every member of every instance; checking one may make others. */
  check(): void {
    let done = 0;
    while (this.#byType.size > done) {
      const all = [...this.#byType.values()];
      for (const one of all.slice(done)) one.check();
      done = all.length;
    }
  }

  /** Their methods, constructors and initialisers of fields, by the file of the class. */
  functions(): ReadonlyMap<ts.SourceFile, readonly CheckedFunction[]> {
    const functions = new Map<ts.SourceFile, CheckedFunction[]>();
    for (const one of this.#byType.values()) {
      const file = one.declaration.node.getSourceFile();
      functions.set(file, [...(functions.get(file) ?? []), ...one.functions()]);
    }
    return functions;
  }

  /** Bases first. The types are data from here on. */
  finish(): readonly CheckedClass[] {
    const order = new Set<ClassInstance>();
    const add = (one: ClassInstance): void => {
      if (one.base) add(one.base);
      order.add(one);
    };
    for (const one of this.#byType.values()) add(one);
    const classes = [...order];
    for (const one of classes) one.finishFields();
    return classes.map((one) => one.finish());
  }
}

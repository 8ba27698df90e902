// What names and type parameters mean inside of one function body, or of module-level code. The same source may be
// checked several times, once for each list of type arguments; each has locals of its own.
import type ts from 'typescript';
import type { Local } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import type { Binding, LocalFunction } from './context.ts';

export type TypeArguments = ReadonlyMap<ts.Symbol, RtsType>;

/** The generic function or class with its type arguments that a body belongs to. */
export interface Instantiation {
  /** Unique in the program: `map<f64, i32>`. */
  readonly id: string;
  /** As reports write it: `map<number, i32>`. */
  readonly name: string;
  /** How many instantiations led to this one, each made by the body of the one before. */
  readonly depth: number;
  /** What asked for it first. */
  readonly caller: ts.Node;
}

/** A function inside of another: what it uses of those around it. */
export interface ClosureScope {
  readonly captures: Local[];
  /** Holds the closure itself in its own body. */
  readonly self: Local;
  /** The declarations of the names that mean itself. (TypeScript has two symbols for the name of a function expression.) */
  readonly names: readonly ts.Node[];
  /** Once the function is declared. */
  declared: LocalFunction['declared'] | null;
  usesItself: boolean;
}

export interface ScopeParts {
  /** Of the function around it. */
  readonly outer?: Scope | null;
  readonly typeArguments?: TypeArguments;
  readonly instantiation?: Instantiation | null;
  readonly closure?: ClosureScope | null;
  /** The id of the function: functions in it take theirs from it. */
  readonly id?: string | null;
}

const NO_ARGUMENTS: TypeArguments = new Map();

export class Scope {
  readonly outer: Scope | null;
  readonly #typeArguments: TypeArguments;
  readonly #instantiation: Instantiation | null;
  readonly #closure: ClosureScope | null;
  readonly #id: string | null;
  readonly #bindings = new Map<ts.Symbol, Binding>();

  constructor({
    outer = null,
    typeArguments,
    instantiation = null,
    closure = null,
    id = null,
  }: ScopeParts = {}) {
    this.outer = outer;
    this.#closure = closure;
    this.#id = id;
    this.#typeArguments = typeArguments ?? NO_ARGUMENTS;
    this.#instantiation = instantiation;
  }

  bind(symbol: ts.Symbol, binding: Binding): void {
    this.#bindings.set(symbol, binding);
  }

  binding(symbol: ts.Symbol): Binding | undefined {
    const own = this.#bindings.get(symbol) ?? this.#itself(symbol);
    if (own) return own;
    const outer = this.outer?.binding(symbol);
    return outer && this.#closure ? captured(outer, this.#closure.captures) : outer;
  }

  #itself(symbol: ts.Symbol): Binding | undefined {
    const closure = this.#closure;
    const declaration = symbol.valueDeclaration;
    if (!closure?.declared || !declaration || !closure.names.includes(declaration))
      return undefined;
    closure.usesItself = true;
    const { declared, self } = closure;
    return { kind: 'closure', closure: { declared, local: self, ready: null }, isOuter: false };
  }

  /** null at module level. */
  get id(): string | null {
    return this.#id ?? this.outer?.id ?? null;
  }

  /** What a type parameter stands for here, by the symbol of the parameter. */
  typeArgument(parameter: ts.Symbol): RtsType | undefined {
    return this.#typeArguments.get(parameter) ?? this.outer?.typeArgument(parameter);
  }

  /** null outside of generic functions and classes. */
  get instantiation(): Instantiation | null {
    return this.#instantiation ?? this.outer?.instantiation ?? null;
  }
}

/** A variable of a function around: it becomes one that the closure captures. */
function captured(binding: Binding, captures: Local[]): Binding {
  const add = (local: Local | null | undefined): void => {
    if (local && !captures.includes(local)) captures.push(local);
  };
  switch (binding.kind) {
    case 'local':
      add(binding.local);
      add(binding.ready);
      return { ...binding, isOuter: true };
    case 'closure':
      add(binding.closure.local);
      add(binding.closure.ready);
      return { ...binding, isOuter: true };
    default:
      return binding;
  }
}

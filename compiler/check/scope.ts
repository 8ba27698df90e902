// What names and type parameters mean inside of one function body, or of module-level code. The same source may be
// checked several times, once for each list of type arguments; each has locals of its own.
import type ts from 'typescript';
import type { RtsType } from '../program/types.ts';
import type { Binding } from './context.ts';

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

export interface ScopeParts {
  /** Of the function around it. */
  readonly outer?: Scope | null;
  readonly typeArguments?: TypeArguments;
  readonly instantiation?: Instantiation | null;
}

const NO_ARGUMENTS: TypeArguments = new Map();

export class Scope {
  readonly outer: Scope | null;
  readonly #typeArguments: TypeArguments;
  readonly #instantiation: Instantiation | null;
  readonly #bindings = new Map<ts.Symbol, Binding>();

  constructor({ outer = null, typeArguments, instantiation = null }: ScopeParts = {}) {
    this.outer = outer;
    this.#typeArguments = typeArguments ?? NO_ARGUMENTS;
    this.#instantiation = instantiation;
  }

  bind(symbol: ts.Symbol, binding: Binding): void {
    this.#bindings.set(symbol, binding);
  }

  binding(symbol: ts.Symbol): Binding | undefined {
    return this.#bindings.get(symbol) ?? this.outer?.binding(symbol);
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

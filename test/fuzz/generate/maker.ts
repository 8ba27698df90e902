// What the constructs of the language share while a program is made: choices, the names in scope, and how much the
// program may still cost when it runs.
import type { Random } from './random.ts';
import { fixed, list, node, parts, type Node, type Part } from './tree.ts';
import {
  arrayOf,
  BOOLEAN,
  isSame,
  type ClassType,
  type EnumType,
  type RecordType,
  type Type,
} from './types.ts';

export interface Variable {
  /** How it is written: a name, or a path such as `this.x`. */
  readonly text: string;
  readonly type: Type;
  readonly mutable: boolean;
}

export interface Callable {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type;
  /** Of the items of a rest parameter behind the others; null: there is none. */
  readonly rest?: Type | null;
  /** How many statements and expressions a call runs, at most and about. */
  readonly cost: number;
}

export interface Expression {
  readonly weight: number;
  /** Has no parts, or only such. */
  readonly leaf?: boolean;
  applies(type: Type, maker: Maker): boolean;
  make(type: Type, maker: Maker, depth: number): Node;
}

export interface Statement {
  readonly weight: number;
  applies(maker: Maker): boolean;
  make(maker: Maker, depth: number): Node;
}

export interface Constructs {
  readonly expressions: readonly Expression[];
  readonly statements: readonly Statement[];
}

/** What a jump may leave or go on with. */
export interface Target {
  readonly label: string | null;
  readonly loop: boolean;
}

/** Of one program, when it runs. */
const COST_LIMIT = 4000;

export class Maker {
  readonly random: Random;
  readonly #constructs: Constructs;
  readonly #suffix: string;
  #names = 0;
  #cost = 0;
  #multiplier = 1;
  readonly #helpers = new Map<string, Node>();
  variables: readonly Variable[] = [];
  functions: readonly Callable[] = [];
  /** `result` is what they yield. */
  generators: readonly Callable[] = [];
  records: readonly RecordType[] = [];
  enums: readonly EnumType[] = [];
  classes: readonly ClassType[] = [];
  targets: readonly Target[] = [];
  /** Of the function that is being made; null where it gives nothing. */
  result: Type | null = null;
  /** What the generator that is being made yields; null in other functions. */
  item: Type | null = null;

  constructor(random: Random, constructs: Constructs, suffix: string) {
    this.random = random;
    this.#constructs = constructs;
    this.#suffix = suffix;
  }

  fresh(kind: string): string {
    return `${kind}${++this.#names}${this.#suffix}`;
  }

  // ---- expressions ----

  expression(type: Type, depth: number): Node {
    this.spend(1);
    const usable = this.#constructs.expressions.filter(
      (one) => (depth > 0 || one.leaf === true) && one.applies(type, this),
    );
    if (usable.length === 0) throw new Error(`nothing makes ${type.text}`);
    return this.random.weighted(usable).make(type, this, depth - 1);
  }

  condition(depth: number): Node {
    // What stands behind a literal is unreachable for TypeScript, and has no types there.
    return withType(BOOLEAN, this.expression(BOOLEAN, depth));
  }

  /** Where no place gives a literal its type. */
  typed(type: Type, depth: number): Node {
    return withType(type, this.expression(type, depth));
  }

  list(types: readonly Type[], depth: number): Node {
    const items = types.map((type) => this.expression(type, depth));
    return commas(items);
  }

  /** What a call is given: of a rest parameter some items, or all of an array. */
  givenTo({ parameters, rest = null }: Callable, depth: number): Node {
    const given: Node[] = parameters.map((type) => this.expression(type, depth));
    if (rest) {
      const count = this.random.below(4);
      for (let i = 0; i < count; i++) given.push(this.typed(rest, depth));
      if (this.random.chance(0.3)) given.push(fixed(parts`...${this.typed(arrayOf(rest), depth)}`));
    }
    return commas(given);
  }

  variablesOf(type: Type): readonly Variable[] {
    return this.variables.filter((variable) => isSame(variable.type, type));
  }

  /** Variables of types for which `find` gives something. */
  variablesWith<T>(find: (type: Type) => T | undefined): readonly (readonly [Variable, T])[] {
    return this.variables.flatMap((variable) => {
      const found = find(variable.type);
      return found === undefined ? [] : [[variable, found] as const];
    });
  }

  // ---- statements ----

  statements(count: number, depth: number): Node {
    const before = this.variables;
    const made: Node[] = [];
    for (let i = 0; i < count; i++) made.push(this.statement(depth));
    this.variables = before;
    return list(made);
  }

  statement(depth: number): Node {
    this.spend(1);
    const usable = this.#constructs.statements.filter((one) => one.applies(this));
    return this.random.weighted(usable).make(this, depth - 1);
  }

  /** `{ … }`, with variables of its own. */
  block(depth: number, own: readonly Variable[] = []): Node {
    const count = depth <= 0 ? 1 : this.random.between(1, 2);
    const body = this.scoped(own, () => this.statements(count, depth));
    return fixed(parts`{\n${body}}`);
  }

  scoped<T>(own: readonly Variable[], make: () => T): T {
    const before = this.variables;
    this.variables = [...before, ...own];
    try {
      return make();
    } finally {
      this.variables = before;
    }
  }

  declare(variable: Variable): void {
    this.variables = [...this.variables, variable];
  }

  /** The body of a function: jumps end at it. */
  inFunction<T>(own: readonly Variable[], result: Type | null, make: () => T): T {
    const before = { targets: this.targets, result: this.result, item: this.item };
    this.targets = [];
    this.result = result;
    this.item = null;
    try {
      return this.scoped(own, make);
    } finally {
      Object.assign(this, before);
    }
  }

  inGenerator<T>(own: readonly Variable[], item: Type, make: () => T): T {
    return this.inFunction(own, null, () => {
      this.item = item;
      return make();
    });
  }

  inLoop<T>(target: Target, make: () => T): T {
    const before = this.targets;
    this.targets = [...before, target];
    try {
      return make();
    } finally {
      this.targets = before;
    }
  }

  // ---- cost ----

  spend(amount: number): void {
    this.#cost += amount * this.#multiplier;
  }

  /** What is made inside runs that often. */
  repeated<T>(times: number, make: () => T): T {
    const before = this.#multiplier;
    this.#multiplier *= times;
    try {
      return make();
    } finally {
      this.#multiplier = before;
    }
  }

  canAfford(amount: number): boolean {
    return this.#cost + amount * this.#multiplier < COST_LIMIT;
  }

  /** The cost of what is made inside, which counts where it is called. */
  measured<T>(make: () => T): { readonly made: T; readonly cost: number } {
    const before = { cost: this.#cost, multiplier: this.#multiplier };
    this.#cost = 0;
    this.#multiplier = 1;
    try {
      const made = make();
      return { made, cost: this.#cost };
    } finally {
      this.#cost = before.cost;
      this.#multiplier = before.multiplier;
    }
  }

  // ---- functions that are made when they are needed ----

  /** The name of the helper for `key`, which `make` declares. */
  helper(key: string, kind: string, make: (name: string) => Node): string {
    const name = this.#helperNames.get(key) ?? this.fresh(kind);
    if (!this.#helperNames.has(key)) {
      this.#helperNames.set(key, name);
      this.#helpers.set(name, make(name));
    }
    return name;
  }
  readonly #helperNames = new Map<string, string>();

  helpers(): readonly Node[] {
    return [...this.#helpers.values()];
  }
}

export function commas(items: readonly Part[]): Node {
  return fixed(items.flatMap((item, index) => (index === 0 ? [item] : [', ', item])));
}

export function expressionOf(
  type: Type,
  rts: readonly Part[],
  plain: readonly Part[] | null = null,
): Node {
  return node('expression', type.text, rts, plain);
}

/** Takes its type from its place. */
export const adapting = (value: Node, adapts: 'constant' | 'widened'): Node => ({
  ...value,
  adapts,
});

/** What would take its type from its place with the conversion to its type around it, or a cast that says it. */
export function withType(type: Type, value: Node): Node {
  if (value.adapts === null) return value;
  if (type.kind !== 'numeric' || type.name === 'number')
    return expressionOf(type, parts`(${value} as ${type.text})`);
  return expressionOf(type, parts`${type.name}(${value})`, parts`${value}`);
}

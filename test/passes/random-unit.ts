// Random well-formed low units for property tests: numbers from a tape to nested branches, bounded loops, checks, tries,
// calls and stores, over values of all number types.
import { NO_CROSSINGS } from '../../compiler/program/crossing.ts';
import { GraphBuilder, link } from '../../compiler/graph/builder.ts';
import { booleanConstant, constant, isizeConstant } from '../../compiler/graph/constants.ts';
import type { Block, Constant, Graph, Link, Value } from '../../compiler/graph/graph.ts';
import type { OpName } from '../../compiler/graph/ops.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import type { GlobalVariable } from '../../compiler/program/nodes.ts';
import { BOOLEAN, F32, F64, INT_TYPES, type RtsType } from '../../compiler/program/types.ts';
import { createSourceFile } from '../../compiler/source/source-file.ts';

const { i8, u8, i32, u32, i64, isize } = INT_TYPES;
const INTS = [i32, i32, isize, u8, u32, i8, i64] as const;
const FLOATS = [F64, F64, F32] as const;
const span = { file: createSourceFile('random.ts', ''), start: 0, end: 0 };

const global = (id: string, type: RtsType): GlobalVariable => ({
  id, name: id, type, mutable: true, constant: null, span, documentation: '',
});
const RESULTS = [global('i', i32), global('f', F64), global('b', BOOLEAN), global('trace', i64)];

/** `main(i32, f64, u32)` stores its results in the exported globals `i`, `f`, `b` and `trace`. */
export function randomUnit(tape: readonly number[]): Unit {
  const choose = new Tape(tape);
  const helper = new FunctionMaker('helper', [i32, F64], i32, choose, null).make();
  const main = new FunctionMaker('main', [i32, F64, u32], null, choose, helper).make();
  const parameters = [['n', i32], ['x', F64], ['m', u32]] as const;
  return {
    name: 'random',
    level: 'low',
    graphs: new Map([helper, main].map((graph) => [graph.name, graph])),
    globals: RESULTS,
    initializer: null,
    classes: new Map(),
    exports: [
      {
        kind: 'function', name: 'main', graph: 'main', result: { kind: 'void' }, documentation: '',
        parameters: parameters.map(([name, type]) => ({ name, type, optional: false, inputType: type })),
      },
      ...RESULTS.map((item) => ({ kind: 'global' as const, name: item.id, global: item })),
    ],
    crossings: NO_CROSSINGS,
    cFunctions: [],
    functions: [],
    part: null,
    compilationInfos: [],
  };
}

/** Choices: the numbers of the tape, then zeros, so that a shorter tape is a simpler unit. */
class Tape {
  readonly #numbers: readonly number[];
  #position = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  get isEmpty(): boolean {
    return this.#position >= this.#numbers.length;
  }

  below(count: number): number {
    return (this.#numbers[this.#position++] ?? 0) % count;
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }
}

const INT_BINARY: readonly OpName[] = [
  'int_add', 'int_sub', 'int_mul', 'int_and', 'int_or', 'int_xor', 'int_shl', 'int_shr', 'int_ushr',
];
const INT_UNARY: readonly OpName[] = ['int_neg', 'int_invert', 'int_clz', 'int_bswap'];
const FLOAT_BINARY: readonly OpName[] = [
  'float_add', 'float_sub', 'float_mul', 'float_div', 'float_rem', 'float_min', 'float_max',
];
const FLOAT_UNARY: readonly OpName[] = [
  'float_neg', 'float_abs', 'float_floor', 'float_ceil', 'float_trunc', 'float_round', 'float_sign',
];
const RELATIONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
const INTERESTING = [0, 1, -1, 2, 255, 256, 127, -128, 2 ** 31 - 1, -(2 ** 31), 2 ** 32, 53, 3] as const;
const FLOAT_CONSTANTS = [
  0, -0, 1, -1, 0.5, 2.5, NaN, Infinity, -Infinity, 255, 2 ** 31, 2 ** 53, -(2 ** 53), 1e300, 5e-324,
] as const;

class FunctionMaker {
  readonly #choose: Tape;
  readonly #builder: GraphBuilder;
  readonly #result: RtsType | null;
  readonly #helper: Graph | null;
  /** What may be used here, all types mixed. */
  #pool: Value[];
  /** Where raising ops in a `try` go. */
  #handler: Block | null = null;

  constructor(name: string, types: readonly RtsType[], result: RtsType | null, choose: Tape, helper: Graph | null) {
    this.#choose = choose;
    this.#result = result;
    this.#helper = helper;
    const parameters = types.map((type, i) => ({ type, name: `p${i}` }));
    const results = result ? [result] : [];
    this.#builder = new GraphBuilder({ name, displayName: name, parameters, results, span });
    this.#pool = [...this.#builder.parameters];
  }

  make(): Graph {
    this.#seed();
    this.#statements(3);
    if (this.#result) this.#builder.return([this.#value(this.#result)]);
    else {
      for (const { id, type } of RESULTS.slice(0, 3)) this.#store(id, this.#value(type));
      this.#builder.return();
    }
    return this.#builder.finish();
  }

  /** A value of each type that the parameters decide. */
  #seed(): void {
    const build = this.#builder;
    for (const type of [isize, u8, i8, i64]) {
      this.#pool.push(build.value('int_cast', [this.#value(i32)], type));
    }
    this.#pool.push(build.value('float_cast', [this.#value(F64)], F32));
    this.#pool.push(build.value('int_lt', [this.#value(i32), constant(i32, 2)]));
  }

  #store(id: string, value: Value): void {
    this.#builder.effect('global_store', [value], { global: id, part: 0 });
  }

  #statements(depth: number): void {
    for (let count = 2 + this.#choose.below(6); count > 0 && !this.#choose.isEmpty; count--) {
      this.#statement(depth);
    }
  }

  #statement(depth: number): void {
    switch (this.#choose.below(depth > 0 ? 12 : 8)) {
      case 8:
        return this.#if(depth - 1);
      case 9:
        return this.#loop(depth - 1);
      case 10:
        return this.#try(depth - 1);
      case 11:
        return this.#raise();
      case 7:
        return this.#trace();
      case 6:
        return this.#raising();
      case 5:
        return this.#call();
      default:
        this.#pool.push(this.#op());
    }
  }

  // ---- values ----

  #constant(type: RtsType): Constant {
    if (type === BOOLEAN) return booleanConstant(this.#choose.below(2) === 1);
    if (type.kind === 'int') return constant(type, this.#choose.of(INTERESTING));
    return constant(type, this.#choose.of(FLOAT_CONSTANTS));
  }

  #value(type: RtsType): Value {
    const known = this.#pool.filter((value) => value.type === type);
    if (known.length === 0 || this.#choose.below(5) === 4) return this.#constant(type);
    // Mostly what was made last, so that chains grow.
    return this.#choose.of(this.#choose.below(3) === 0 ? known : known.slice(-3));
  }

  #op(): Value {
    const { of, below } = { of: <T>(items: readonly T[]) => this.#choose.of(items), below: (n: number) => this.#choose.below(n) };
    const [int, float] = [of(INTS), of(FLOATS)];
    const build = this.#builder;
    switch (below(12)) {
      case 0:
        return build.value(of(INT_BINARY), [this.#value(int), this.#value(int)]);
      case 1:
        return build.value(of(FLOAT_BINARY), [this.#value(float), this.#value(float)]);
      case 2:
        return build.value(`int_${of(RELATIONS)}`, [this.#value(int), this.#value(int)]);
      case 3:
        return build.value(`float_${of(RELATIONS)}`, [this.#value(float), this.#value(float)]);
      case 4:
        return build.value('int_cast', [this.#value(int)], of(INTS));
      case 5:
        return build.value('int_to_float', [this.#value(int)], float);
      case 6:
        return build.value('float_to_int', [this.#value(float)], int);
      case 7:
        return build.value('float_cast', [this.#value(float)], of(FLOATS));
      case 8:
        return build.value(of(INT_UNARY), [this.#value(int)]);
      case 9:
        return build.value(of(FLOAT_UNARY), [this.#value(float)]);
      case 10: {
        const type = of([int, float, BOOLEAN]);
        return build.value('select', [this.#value(BOOLEAN), this.#value(type), this.#value(type)]);
      }
      default:
        return below(2) === 0
          ? build.value('bool_not', [this.#value(BOOLEAN)])
          : build.value('bool_to_int', [this.#value(BOOLEAN)], int);
    }
  }

  // ---- effects ----

  #trace(): void {
    const build = this.#builder;
    const before = build.value('global_load', [], { types: [i64], attributes: { global: 'trace', part: 0 } });
    const scaled = build.value('int_mul', [before, constant(i64, 31)]);
    this.#store('trace', build.value('int_add', [scaled, this.#value(i64)]));
  }

  #raising(): void {
    const build = this.#builder;
    switch (this.#choose.below(4)) {
      case 0:
        build.effect('check_index', [this.#value(isize), this.#value(isize)]);
        return this.#raised();
      case 1: {
        const divisor = this.#value(i32);
        build.effect('check_nonzero', [divisor]);
        this.#raised();
        this.#pool.push(this.#builder.value('int_div_nonzero', [this.#value(i32), divisor]));
        return;
      }
      case 2:
        build.effect('check', [this.#value(BOOLEAN), this.#value(isize)], { error: 'viewLength' });
        return this.#raised();
      default: {
        const index = build.value('float_to_index', [this.#value(F64)]);
        this.#raised();
        this.#pool.push(index);
      }
    }
  }

  #call(): void {
    if (!this.#helper) return this.#raising();
    const result = this.#builder.value('direct_call', [this.#value(i32), this.#value(F64)], {
      types: [i32], attributes: { callee: this.#helper.name },
    });
    this.#raised();
    this.#pool.push(result);
  }

  /** Ends the block of an op that has just been made, if a handler waits for it. */
  #raised(): void {
    if (!this.#handler) return;
    const next = this.#builder.block();
    this.#builder.try(link(next), this.#toHandler(this.#handler));
    this.#builder.continueIn(next);
  }

  #toHandler(handler: Block): Link {
    return link(handler, handler.inputs.map(({ type }) => this.#value(type)));
  }

  /** A raise on one way, to the handler if there is one. */
  #raise(): void {
    const [raising, on] = [this.#builder.block(), this.#builder.block()];
    this.#builder.branch(this.#value(BOOLEAN), raising, on);
    this.#builder.continueIn(raising);
    const number = this.#value(i32);
    const exception = this.#handler && this.#toHandler(this.#handler);
    this.#builder.raise({ error: 'RangeError', template: 'raised {0}' }, [number], span, exception);
    this.#builder.continueIn(on);
  }

  // ---- control ----

  #if(depth: number): void {
    const types = [this.#choose.of(INTS), this.#choose.of(FLOATS), BOOLEAN];
    const after = this.#builder.block(types.map((type) => ({ type, name: '' })));
    const ways = [this.#builder.block(), this.#builder.block()] as const;
    this.#builder.branch(this.#value(BOOLEAN), ...ways);
    const outer = this.#pool;
    for (const way of ways) {
      this.#builder.continueIn(way);
      this.#pool = [...outer];
      if (this.#choose.below(3) > 0) this.#statements(depth);
      this.#builder.goto(after, types.map((type) => this.#value(type)));
    }
    this.#builder.continueIn(after);
    this.#pool = [...outer, ...after.inputs];
  }

  #loop(depth: number): void {
    const types = [isize, this.#choose.of(INTS), this.#choose.of(FLOATS)];
    const head = this.#builder.block(types.map((type) => ({ type, name: '' })));
    const [body, after] = [this.#builder.block(), this.#builder.block()];
    const [, ...others] = types;
    const count = isizeConstant(this.#choose.below(4));
    this.#builder.goto(head, [isizeConstant(0), ...others.map((type) => this.#value(type))]);
    this.#builder.continueIn(head);
    const outer = [...this.#pool, ...head.inputs];
    this.#pool = [...outer];
    const [counter = count] = head.inputs;
    const more = this.#builder.value('int_lt', [counter, count]);
    this.#builder.branch(more, body, after);
    this.#builder.continueIn(body);
    this.#statements(depth);
    const next = this.#builder.value('int_add', [counter, isizeConstant(1)]);
    this.#builder.goto(head, [next, ...others.map((type) => this.#value(type))]);
    this.#builder.continueIn(after);
    this.#pool = outer;
  }

  /** A handler around statements: it leaves a trace, then goes on raising, raises another error, or goes on. */
  #try(depth: number): void {
    const outer = [...this.#pool];
    const before = this.#handler;
    const types = [this.#choose.of(INTS), this.#choose.of(FLOATS)];
    const typed = types.map((type) => ({ type, name: '' }));
    const [handler, after] = [this.#builder.block(typed), this.#builder.block(typed)];
    this.#handler = handler;
    this.#raising();
    this.#statements(depth);
    this.#builder.goto(after, types.map((type) => this.#value(type)));
    this.#handler = before;
    this.#builder.continueIn(handler);
    this.#pool = [...outer, ...handler.inputs];
    this.#trace();
    this.#endHandler(after, types);
    this.#builder.continueIn(after);
    this.#pool = [...outer, ...after.inputs];
  }

  #endHandler(after: Block, types: readonly RtsType[]): void {
    switch (this.#choose.below(3)) {
      case 0:
        if (!this.#handler) return this.#builder.reraise();
        return this.#builder.goto(this.#handler, this.#toHandler(this.#handler).args);
      case 1:
        this.#raise();
    }
    this.#builder.goto(after, types.map((type) => this.#value(type)));
  }
}

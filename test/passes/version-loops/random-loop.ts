// Random counted loops over checks of offset indices, in range and out of it, for property tests of the loop passes.
import { NO_CROSSINGS } from '../../../compiler/program/crossing.ts';
import { fc } from '../../harness/properties.ts';
import { GraphBuilder, link } from '../../../compiler/graph/builder.ts';
import { constant } from '../../../compiler/graph/constants.ts';
import type { Block, Graph, Value } from '../../../compiler/graph/graph.ts';
import type { OpName } from '../../../compiler/graph/ops.ts';
import type { Unit } from '../../../compiler/graph/unit.ts';
import type { GlobalVariable } from '../../../compiler/program/nodes.ts';
import { INT_TYPES, type IntType, type RtsType } from '../../../compiler/program/types.ts';
import { createSourceFile } from '../../../compiler/source/source-file.ts';

const { i8, u8, i32, u32, i64, isize } = INT_TYPES;
const span = { file: createSourceFile('random.ts', ''), start: 0, end: 0 };

export const PARAMETERS = 5;
/** No loop runs more often. */
const FUEL = 40;

type Type = 'i8' | 'u8' | 'i32' | 'u32' | 'isize';
const TYPES: Readonly<Record<Type, IntType>> = { i8, u8, i32, u32, isize };

/** Of the loop's counters, of parameters, of constants. */
export type Expression =
  | { readonly kind: 'counter'; readonly index: number }
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'cast'; readonly type: Type; readonly a: Expression }
  | { readonly kind: 'op'; readonly op: OpName; readonly a: Expression; readonly b: Expression };

export interface RandomCounter {
  readonly type: Type;
  readonly start: Expression;
  readonly step: Expression;
  readonly isSub: boolean;
}

export type Item =
  | { readonly kind: 'check'; readonly index: Expression; readonly length: Expression }
  | { readonly kind: 'nonzero'; readonly value: Expression }
  | { readonly kind: 'when'; readonly test: Expression; readonly items: readonly Item[] }
  | { readonly kind: 'leave'; readonly test: Expression; readonly how: 'break' | 'return' }
  | { readonly kind: 'try'; readonly index: Expression; readonly length: Expression };

export interface RandomTest {
  readonly relation: OpName;
  readonly type: Type;
  readonly bound: Expression;
}

export interface RandomLoop {
  readonly counters: readonly RandomCounter[];
  readonly tests: readonly RandomTest[];
  /** The tests stand at the end, and ask for the counter of this iteration or of the next one. */
  readonly tested: 'first' | 'last' | 'next';
  readonly isNested: boolean;
  /** An index that is computed before the tests, checked after them, and used after the loop. */
  readonly early: Expression | null;
  readonly items: readonly Item[];
  readonly after: Expression;
}

// ---- arbitraries ----

const types = fc.constantFrom<Type>('i32', 'isize', 'i32', 'isize', 'u32', 'u8', 'i8');
const small = fc.integer({ min: -4, max: 12 });

const parameter = fc
  .nat(PARAMETERS - 1)
  .map((index): Expression => ({ kind: 'parameter', index }));
const number = fc
  .oneof({ weight: 8, arbitrary: small }, fc.constantFrom(127, 255, 2 ** 31 - 1, -(2 ** 31)))
  .map((value): Expression => ({ kind: 'constant', value }));

function expression(depth: number, counters: number): fc.Arbitrary<Expression> {
  const leaves = [
    { weight: 2, arbitrary: parameter },
    { weight: 1, arbitrary: number },
    {
      weight: counters > 0 ? 4 : 0,
      arbitrary: fc.constantFrom(0, 0, 1).map((index): Expression => ({ kind: 'counter', index })),
    },
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const sub = expression(depth - 1, counters);
  return fc.oneof(
    ...leaves,
    {
      weight: 7,
      arbitrary: fc
        .tuple(
          fc.constantFrom<OpName>('int_add', 'int_add', 'int_sub', 'int_mul', 'int_shl', 'int_and'),
          sub,
          sub,
        )
        .map(([op, a, b]): Expression => ({ kind: 'op', op, a, b })),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(types, sub).map(([type, a]): Expression => ({ kind: 'cast', type, a })),
    },
  );
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(1, 1, 1, 2, 3, 5, -1, -2, 100).map(
    (value): Expression => ({ kind: 'constant', value }),
  ) },
  { weight: 1, arbitrary: parameter },
);
const counter: fc.Arbitrary<RandomCounter> = fc.record({
  type: types,
  start: fc.oneof(
    { weight: 4, arbitrary: fc.nat(20).map((value): Expression => ({ kind: 'constant', value })) },
    { weight: 1, arbitrary: number },
    { weight: 2, arbitrary: parameter },
  ),
  step,
  isSub: fc.boolean(),
});
const RELATIONS: readonly OpName[] = ['int_lt', 'int_lt', 'int_le', 'int_gt', 'int_ge', 'int_ne'];
const test: fc.Arbitrary<RandomTest> = fc.record({
  relation: fc.constantFrom(...RELATIONS),
  type: types,
  bound: fc.oneof({ weight: 3, arbitrary: parameter }, { weight: 2, arbitrary: expression(1, 0) }),
});
const length = fc.oneof(
  parameter,
  fc.nat(40).map((value): Expression => ({ kind: 'constant', value })),
  fc.constantFrom(300, 2 ** 31 - 1, 2 ** 40).map((value): Expression => ({ kind: 'constant', value })),
);
const access = { index: expression(2, 2), length };

const item = (depth: number): fc.Arbitrary<Item> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('check' as const), ...access }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('try' as const), ...access }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('nonzero' as const), value: expression(1, 0) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('leave' as const),
        test: expression(1, 2),
        how: fc.constantFrom('break' as const, 'return' as const),
      }),
    },
    {
      weight: depth > 0 ? 2 : 0,
      arbitrary: fc.record({
        kind: fc.constant('when' as const),
        test: expression(1, 2),
        items: fc.array(depth > 0 ? item(depth - 1) : fc.constant<Item>({
          kind: 'nonzero',
          value: { kind: 'constant', value: 1 },
        }), { minLength: 1, maxLength: 2 }),
      }),
    },
  );

export const randomLoop: fc.Arbitrary<RandomLoop> = fc.record({
  counters: fc.tuple(counter, counter),
  tests: fc.array(test, { minLength: 1, maxLength: 2 }),
  tested: fc.constantFrom(...(['first', 'first', 'first', 'first', 'last', 'next'] as const)),
  isNested: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  early: fc.option(expression(2, 2), { freq: 2 }),
  items: fc.array(item(1), { minLength: 1, maxLength: 4 }),
  after: expression(1, 2),
});

const FAR = [
  2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 2 ** 53, -(2 ** 53), 127, 128, 255, 256,
].map(BigInt).concat((1n << 63n) - 1n, -(1n << 63n), 1n << 62n);
export const argument = fc.oneof(
  { weight: 8, arbitrary: fc.bigInt({ min: -3n, max: 30n }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...FAR), fc.bigInt({ min: -6n, max: 6n }))
      .map(([near, by]) => BigInt.asIntN(64, near + by)),
  },
);

// ---- graphs ----

class LoopGraph {
  readonly #loop: RandomLoop;
  readonly #builder = new GraphBuilder({
    name: 'f',
    displayName: 'f',
    parameters: Array.from({ length: PARAMETERS }, (_, i) => ({ type: i64 as RtsType, name: `p${i}` })),
    results: [],
    span,
  });
  readonly #exit: Block;
  #counters: readonly Value[] = [];

  constructor(loop: RandomLoop) {
    this.#loop = loop;
    this.#exit = this.#builder.block();
  }

  make(): Graph {
    const builder = this.#builder;
    if (this.#loop.isNested) this.#outer();
    else this.#inner(this.#exit);
    builder.continueIn(this.#exit);
    builder.return();
    return builder.finish();
  }

  /** The loop three times, around it one that counts. */
  #outer(): void {
    const builder = this.#builder;
    const [head, body, end] = [builder.block([{ type: i32, name: '' }]), builder.block(), builder.block()];
    const [count = constant(i32, 0)] = head.inputs;
    builder.goto(head, [constant(i32, 0)]);
    builder.continueIn(head);
    builder.branch(builder.value('int_lt', [count, constant(i32, 3)]), body, this.#exit);
    builder.continueIn(body);
    this.#inner(end);
    builder.continueIn(end);
    builder.goto(head, [builder.value('int_add', [count, constant(i32, 1)])]);
  }

  #inner(after: Block): void {
    const builder = this.#builder;
    const { counters, tests, tested, early, items } = this.#loop;
    const head = builder.block([
      ...counters.map(({ type }) => ({ type: TYPES[type], name: type })),
      { type: i32, name: 'fuel' },
    ]);
    const starts = counters.map(({ type, start }) => this.#value(start, TYPES[type]));
    builder.goto(head, [...starts, constant(i32, 0)]);
    builder.continueIn(head);
    const left = builder.block();
    const own = head.inputs.slice(0, counters.length);
    const fuel = head.inputs[counters.length] as Value;
    this.#counters = own;
    const index = early ? this.#value(early, isize) : null;
    if (tested === 'first') this.#tests(tests, own[0] as Value, left);
    if (index) builder.effect('check_index', [index, constant(isize, 40)]);
    for (const one of items) this.#item(one, left);
    const spent = builder.block();
    builder.branch(builder.value('int_eq', [fuel, constant(i32, FUEL)]), left, spent);
    builder.continueIn(spent);
    const next = counters.map(({ type, step, isSub }, i) =>
      builder.value(isSub ? 'int_sub' : 'int_add', [own[i] as Value, this.#value(step, TYPES[type])]),
    );
    if (tested !== 'first') this.#tests(tests, (tested === 'next' ? next : own)[0] as Value, left);
    builder.goto(head, [...next, builder.value('int_add', [fuel, constant(i32, 1)])]);
    builder.continueIn(left);
    if (index) this.#trace(index);
    this.#trace(this.#value(this.#loop.after, isize));
    builder.goto(after);
    this.#counters = [];
  }

  #tests(tests: readonly RandomTest[], tested: Value, left: Block): void {
    const builder = this.#builder;
    const own = tested.type as IntType;
    for (const { relation, type, bound } of tests) {
      // In the counter's type, or in one that holds it.
      const wide = TYPES[type].bits > own.bits && (TYPES[type].signed || !own.signed) ? TYPES[type] : own;
      const more = builder.block();
      const condition = builder.value(relation, [this.#cast(tested, wide), this.#value(bound, wide)]);
      builder.branch(condition, more, left);
      builder.continueIn(more);
    }
  }

  #item(one: Item, left: Block): void {
    const builder = this.#builder;
    switch (one.kind) {
      case 'check': {
        const index = this.#value(one.index, isize);
        builder.effect('check_index', [index, this.#value(one.length, isize)]);
        return this.#trace(index);
      }
      case 'nonzero':
        builder.effect('check_nonzero', [this.#value(one.value, i32)]);
        return this.#trace(constant(isize, 5));
      case 'try': {
        const [on, caught] = [builder.block(), builder.block()];
        builder.effect('check_index', [this.#value(one.index, isize), this.#value(one.length, isize)]);
        builder.try(link(on), link(caught));
        builder.continueIn(caught);
        this.#trace(constant(isize, 7));
        builder.goto(on);
        builder.continueIn(on);
        return;
      }
      case 'when': {
        const [yes, on] = [builder.block(), builder.block()];
        builder.branch(this.#odd(one.test), yes, on);
        builder.continueIn(yes);
        for (const inner of one.items) this.#item(inner, left);
        builder.goto(on);
        builder.continueIn(on);
        return;
      }
      case 'leave': {
        const [more, away] = [builder.block(), builder.block()];
        builder.branch(this.#odd(one.test), away, more);
        builder.continueIn(away);
        this.#trace(this.#value(one.test, isize));
        builder.goto(one.how === 'break' ? left : this.#exit);
        builder.continueIn(more);
      }
    }
  }

  #odd(test: Expression): Value {
    const builder = this.#builder;
    const low = builder.value('int_and', [this.#value(test, i32), constant(i32, 7)]);
    return builder.value('int_eq', [low, constant(i32, 5)]);
  }

  #trace(value: Value): void {
    const builder = this.#builder;
    const before = builder.value('global_load', [], { types: [i64], attributes: { global: 'trace', part: 0 } });
    const scaled = builder.value('int_mul', [before, constant(i64, 31)]);
    const sum = builder.value('int_add', [scaled, this.#cast(value, i64)]);
    builder.effect('global_store', [sum], { global: 'trace', part: 0 });
  }

  #cast(value: Value, type: IntType): Value {
    return value.type === type ? value : this.#builder.value('int_cast', [value], type);
  }

  #value(item: Expression, type: IntType): Value {
    switch (item.kind) {
      case 'constant':
        return constant(type, BigInt(item.value));
      case 'parameter':
        return this.#cast(this.#builder.parameters[item.index] as Value, type);
      case 'counter':
        return this.#cast(this.#counters[item.index] ?? constant(type, 0), type);
      case 'cast':
        return this.#cast(this.#value(item.a, TYPES[item.type]), type);
      case 'op':
        return this.#builder.value(item.op, [this.#value(item.a, type), this.#value(item.b, type)]);
    }
  }
}

const global = (id: string): GlobalVariable => ({
  id, name: id, type: i64, mutable: true, constant: null, span, documentation: '',
});
/** `taken` is for the tests: that a copy has run. */
const GLOBALS = ['trace', 'taken'].map(global);

/** `f` of `PARAMETERS` i64; the global `trace` tells what has been done. */
export function unitOf(loop: RandomLoop): Unit {
  const graph = new LoopGraph(loop).make();
  return {
    name: 'random',
    level: 'low',
    functions: [],
    part: null,
    graphs: new Map([[graph.name, graph]]),
    globals: GLOBALS,
    initializer: null,
    classes: new Map(),
    exports: [
      {
        kind: 'function', name: 'f', graph: 'f', result: { kind: 'void' }, documentation: '',
        parameters: graph.start.inputs.map(({ name, type }) => ({ name, type, optional: false, inputType: type })),
      },
      ...GLOBALS.map((item) => ({ kind: 'global' as const, name: item.id, global: item })),
    ],
    crossings: NO_CROSSINGS,
    cFunctions: [],
    compilationInfos: [],
  };
}

// Random small programs on numbers → low graphs: arithmetic on f64, i32, u32 and isize with conversions, branches, loops
// of few iterations and checks. Every variable is an input of every block, so that facts must survive block inputs.
import { NO_CROSSINGS } from '../../../compiler/program/crossing.ts';
import { fc } from '../../harness/properties.ts';
import { GraphBuilder } from '../../../compiler/graph/builder.ts';
import { constant } from '../../../compiler/graph/constants.ts';
import type { Value } from '../../../compiler/graph/graph.ts';
import type { OpName } from '../../../compiler/graph/ops.ts';
import type { Unit } from '../../../compiler/graph/unit.ts';
import { F64, INT_TYPES, type RtsType } from '../../../compiler/program/types.ts';

const { i32, u32, isize } = INT_TYPES;

type Kind = 'f64' | 'i32' | 'u32' | 'isize';
const TYPES: { readonly [K in Kind]: RtsType } = { f64: F64, i32, u32, isize };

export type Expression =
  | { readonly kind: 'constant'; readonly type: Kind; readonly value: number }
  | { readonly kind: 'variable'; readonly type: Kind; readonly index: number }
  | {
      readonly kind: 'op';
      readonly op: OpName;
      readonly type: Kind;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'select';
      readonly type: Kind;
      readonly test: Test;
      readonly yes: Expression;
      readonly no: Expression;
    };

export interface Test {
  readonly op: OpName;
  readonly a: Expression;
  readonly b: Expression;
}

export type Statement =
  | {
      readonly kind: 'assign';
      readonly type: Kind;
      readonly index: number;
      readonly value: Expression;
    }
  | {
      readonly kind: 'if';
      readonly test: Test;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  /** While the test holds, at most `most` times. */
  | {
      readonly kind: 'loop';
      readonly test: Test;
      readonly most: number;
      readonly body: readonly Statement[];
    }
  /** An access of an array with constant or variable length. */
  | { readonly kind: 'check'; readonly index: Expression; readonly length: Expression };

export const VARIABLES = 3;

// ---- arbitraries ----

const NUMBERS = [
  0, -0, 1, -1, 2, 3, -3, 4, 7, 8, 10, 16, 0.5, -0.5, 1.5, 2.5, 255, 256, 65521, 2 ** 31 - 1,
  2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 2 ** 52, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e300,
  5e-324, NaN, Infinity, -Infinity,
];
const INTEGERS = [0, 1, -1, 2, 3, 5, 7, 8, 31, 32, 255, 1000, 2 ** 31 - 1, -(2 ** 31), 2 ** 32 - 1];

export const argument = fc.oneof(
  fc.constantFrom(...NUMBERS),
  fc.integer({ min: -20, max: 20 }),
  fc.double(),
);
export const integerArgument = fc.oneof(
  fc.constantFrom(...INTEGERS.map((n) => n | 0)),
  fc.integer({ min: -20, max: 20 }),
);

const FLOAT_BINARY: readonly OpName[] = [
  'float_add', 'float_sub', 'float_mul', 'float_div', 'float_rem', 'float_min', 'float_max',
];
const FLOAT_UNARY: readonly OpName[] = [
  'float_neg', 'float_abs', 'float_floor', 'float_ceil', 'float_trunc', 'float_round',
  'float_sign', 'float_sqrt',
];
const INT_BINARY: readonly OpName[] = [
  'int_add', 'int_sub', 'int_mul', 'int_and', 'int_or', 'int_xor', 'int_shl', 'int_shr', 'int_ushr',
];
const INT_UNARY: readonly OpName[] = ['int_neg', 'int_invert', 'int_clz'];
const FLOAT_TESTS: readonly OpName[] = [
  'float_lt', 'float_le', 'float_gt', 'float_ge', 'float_eq', 'float_ne',
];
const INT_TESTS: readonly OpName[] = [
  'int_lt', 'int_le', 'int_gt', 'int_ge', 'int_eq', 'int_ne',
];

const leaf = (type: Kind): fc.Arbitrary<Expression> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...(type === 'f64' ? NUMBERS : INTEGERS)).map(
      (value): Expression => ({ kind: 'constant', type, value }),
    ) },
    { weight: 3, arbitrary: fc.nat(VARIABLES - 1).map(
      (index): Expression => ({ kind: 'variable', type, index }),
    ) },
  );

const op = (
  name: fc.Arbitrary<OpName>,
  type: Kind,
  ...args: readonly fc.Arbitrary<Expression>[]
): fc.Arbitrary<Expression> =>
  fc.tuple(name, fc.tuple(...args)).map(
    ([chosen, values]): Expression => ({ kind: 'op', op: chosen, type, args: values }),
  );

const others = (type: Kind): readonly Kind[] =>
  (['i32', 'u32', 'isize'] as const).filter((kind) => kind !== type);

function expression(type: Kind, depth: number): fc.Arbitrary<Expression> {
  if (depth === 0) return leaf(type);
  const sub = (kind: Kind): fc.Arbitrary<Expression> => expression(kind, depth - 1);
  const select = fc
    .tuple(test(depth - 1), sub(type), sub(type))
    .map(([condition, yes, no]): Expression => ({ kind: 'select', type, test: condition, yes, no }));
  if (type === 'f64') {
    const fromInteger = fc
      .constantFrom<Kind>('i32', 'u32', 'isize')
      .chain((kind) => op(fc.constant('int_to_float'), type, sub(kind)));
    const quotient = op(
      fc.constantFrom<OpName>('float_floor', 'float_ceil', 'float_trunc'),
      type,
      op(fc.constant('float_div'), type, sub(type), sub(type)),
    );
    return fc.oneof(
      leaf(type),
      { weight: 3, arbitrary: op(fc.constantFrom(...FLOAT_BINARY), type, sub(type), sub(type)) },
      op(fc.constantFrom(...FLOAT_UNARY), type, sub(type)),
      { weight: 3, arbitrary: fromInteger },
      quotient,
      select,
    );
  }
  const fromOther = fc
    .constantFrom(...others(type))
    .chain((kind) => op(fc.constant('int_cast'), type, sub(kind)));
  return fc.oneof(
    leaf(type),
    { weight: 2, arbitrary: op(fc.constantFrom(...INT_BINARY), type, sub(type), sub(type)) },
    op(fc.constantFrom(...INT_UNARY), type, sub(type)),
    { weight: 3, arbitrary: op(fc.constant('float_to_int'), type, sub('f64')) },
    fromOther,
    select,
  );
}

function test(depth: number): fc.Arbitrary<Test> {
  return fc.constantFrom<Kind>('f64', 'f64', 'i32', 'isize').chain((kind) =>
    fc
      .tuple(
        fc.constantFrom(...(kind === 'f64' ? FLOAT_TESTS : INT_TESTS)),
        expression(kind, depth),
        expression(kind, depth),
      )
      .map(([name, a, b]) => ({ op: name, a, b })),
  );
}

const KINDS: readonly Kind[] = ['f64', 'f64', 'f64', 'i32', 'u32', 'isize'];

const assignment = (depth: number): fc.Arbitrary<Statement> =>
  fc.constantFrom(...KINDS).chain((type) =>
    fc
      .tuple(fc.nat(VARIABLES - 1), expression(type, depth))
      .map(([index, value]): Statement => ({ kind: 'assign', type, index, value })),
  );

/** x = x + c: what makes counters. */
const step: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom<Kind>('f64', 'isize', 'i32'),
    fc.nat(VARIABLES - 1),
    fc.constantFrom(1, 2, 4, -1, -3),
    fc.boolean(),
  )
  .map(([type, index, by, isSub]): Statement => {
    const name = `${type === 'f64' ? 'float' : 'int'}_${isSub ? 'sub' : 'add'}` as OpName;
    const args: Expression[] = [
      { kind: 'variable', type, index },
      { kind: 'constant', type, value: by },
    ];
    return { kind: 'assign', type, index, value: { kind: 'op', op: name, type, args } };
  });

const index = fc.oneof(
  expression('isize', 1),
  op(fc.constant('float_to_index'), 'isize', expression('f64', 1)),
);
const check: fc.Arbitrary<Statement> = fc
  .tuple(index, leaf('isize'))
  .map(([at, length]): Statement => ({ kind: 'check', index: at, length }));

function statement(depth: number): fc.Arbitrary<Statement> {
  const simple = [
    { weight: 4, arbitrary: assignment(2) },
    { weight: 2, arbitrary: step },
    { weight: 1, arbitrary: check },
  ];
  if (depth === 0) return fc.oneof(...simple);
  const body = fc.array(statement(depth - 1), { minLength: 1, maxLength: 3 });
  const branch = fc
    .tuple(test(1), body, body)
    .map(([condition, yes, no]): Statement => ({ kind: 'if', test: condition, yes, no }));
  const loop = fc
    .tuple(test(1), fc.integer({ min: 2, max: 6 }), body)
    .map(([condition, most, inner]): Statement => ({
      kind: 'loop',
      test: condition,
      most,
      body: inner,
    }));
  return fc.oneof(
    ...simple,
    { weight: 2, arbitrary: branch },
    { weight: 3, arbitrary: loop },
  );
}

export interface Program {
  readonly body: readonly Statement[];
  readonly result: Expression;
}

export const program: fc.Arbitrary<Program> = fc.record({
  body: fc.array(statement(2), { minLength: 1, maxLength: 6 }),
  result: expression('f64', 1),
});

// ---- graphs ----

interface Slots {
  readonly f64: Value[];
  readonly i32: Value[];
  readonly u32: Value[];
  readonly isize: Value[];
}

class ProgramGraph {
  readonly builder = new GraphBuilder({
    name: 'f',
    displayName: 'f',
    parameters: [
      { type: F64, name: 'x' },
      { type: F64, name: 'y' },
      { type: i32, name: 'n' },
      { type: u32, name: 'm' },
    ],
    results: [F64],
    span: null,
  });
  #slots: Slots;

  constructor() {
    const [x, y, n, m] = this.builder.parameters as [Value, Value, Value, Value];
    const { builder } = this;
    this.#slots = {
      f64: [x, y, constant(F64, 0)],
      i32: [n, constant(i32, 0), constant(i32, 5)],
      u32: [m, constant(u32, 0), constant(u32, 7)],
      isize: [builder.value('int_cast', [n], isize), constant(isize, 0), constant(isize, 9)],
    };
  }

  body(statements: readonly Statement[]): void {
    for (const item of statements) this.#statement(item);
  }

  finish(result: Expression): Unit['graphs'] {
    this.builder.return([this.#value(result)]);
    const graph = this.builder.finish();
    return new Map([[graph.name, graph]]);
  }

  #statement(item: Statement): void {
    switch (item.kind) {
      case 'assign':
        this.#slots[item.type][item.index] = this.#value(item.value);
        return;
      case 'check':
        this.builder.effect('check_index', [this.#value(item.index), this.#value(item.length)]);
        return;
      case 'if':
        return this.#branch(item.test, item.yes, item.no);
      case 'loop':
        return this.#loop(item.test, item.most, item.body);
    }
  }

  #branch(condition: Test, yes: readonly Statement[], no: readonly Statement[]): void {
    const { builder } = this;
    const [first, second, after] = [builder.block(), builder.block(), this.#join()];
    builder.branch(this.#test(condition), first, second);
    const before = this.#slots;
    for (const [block, body] of [[first, yes], [second, no]] as const) {
      builder.continueIn(block);
      this.#slots = copy(before);
      this.body(body);
      builder.goto(after.block, all(this.#slots));
    }
    builder.continueIn(after.block);
    this.#slots = after.slots;
  }

  #loop(condition: Test, most: number, body: readonly Statement[]): void {
    const { builder } = this;
    const head = this.#join();
    const count = builder.addInput(head.block, i32);
    const [check, inner, after] = [builder.block(), builder.block(), builder.block()];
    builder.goto(head.block, [...all(this.#slots), constant(i32, 0)]);
    builder.continueIn(head.block);
    this.#slots = copy(head.slots);
    builder.branch(builder.value('int_lt', [count, constant(i32, most)]), check, after);
    builder.continueIn(check);
    builder.branch(this.#test(condition), inner, after);
    builder.continueIn(inner);
    this.body(body);
    const next = builder.value('int_add', [count, constant(i32, 1)]);
    builder.goto(head.block, [...all(this.#slots), next]);
    builder.continueIn(after);
    this.#slots = copy(head.slots);
  }

  #join(): { readonly block: ReturnType<GraphBuilder['block']>; readonly slots: Slots } {
    const block = this.builder.block();
    const inputs = (type: Kind): Value[] =>
      this.#slots[type].map(() => this.builder.addInput(block, TYPES[type]));
    return {
      block,
      slots: { f64: inputs('f64'), i32: inputs('i32'), u32: inputs('u32'), isize: inputs('isize') },
    };
  }

  #test({ op: name, a, b }: Test): Value {
    return this.builder.value(name, [this.#value(a), this.#value(b)]);
  }

  #value(item: Expression): Value {
    const type = TYPES[item.type];
    switch (item.kind) {
      case 'constant':
        return constant(type, item.type === 'f64' ? item.value : BigInt(item.value));
      case 'variable':
        return this.#slots[item.type][item.index] as Value;
      case 'select':
        return this.builder.value('select', [
          this.#test(item.test),
          this.#value(item.yes),
          this.#value(item.no),
        ]);
      case 'op':
        return this.builder.value(item.op, item.args.map((arg) => this.#value(arg)), type);
    }
  }
}

const all = ({ f64, i32: a, u32: b, isize: c }: Slots): readonly Value[] => [...f64, ...a, ...b, ...c];
const copy = (slots: Slots): Slots => ({
  f64: [...slots.f64],
  i32: [...slots.i32],
  u32: [...slots.u32],
  isize: [...slots.isize],
});

export function unitOf({ body, result }: Program): Unit {
  const graph = new ProgramGraph();
  graph.body(body);
  const parameter = (name: string, type: RtsType) => ({
    name,
    type,
    optional: false,
    inputType: type,
  });
  return {
    name: 'random',
    level: 'low',
    graphs: graph.finish(result),
    globals: [],
    initializer: null,
    classes: new Map(),
    exports: [
      {
        kind: 'function',
        name: 'f',
        graph: 'f',
        parameters: [
          parameter('x', F64),
          parameter('y', F64),
          parameter('n', i32),
          parameter('m', u32),
        ],
        result: F64,
        documentation: '',
      },
    ],
    crossings: NO_CROSSINGS,
    cFunctions: [],
    functions: [],
    part: null,
    compilationInfos: [],
  };
}

// Numbers that look like counts, sizes or indices are tested once, where the function begins: if all of them are
// integers, a copy of the rest runs that knows it, else the rest as it is. (What V8 learns by watching, one comparison tells.)
//
// Before:
//   unit "u" low
//   graph "f"
//   b0(v0: address, v1: f64):
//     goto b1(0:f64)
//   b1(v2: f64):
//     v3: boolean = float_lt v2, v1
//     branch v3, b2, b3
//   b2():
//     v4: f64 = float_sub v1, v2
//     v5: isize = float_to_index v4
//     raw_store v0, v5, 0:u8 {stored: "u8"}
//     v6: f64 = float_add v2, 1:f64
//     goto b1(v6)
//   b3():
//     return
// After:
//   unit "u" low
//   graph "f"
//   b0(v0: address, v1: f64):
//     v2: isize = float_to_int v1
//     v3: f64 = int_to_float v2
//     v4: u64 = float_to_bits v1
//     v5: u64 = float_to_bits v3
//     v6: boolean = int_eq v4, v5
//     v7: boolean = int_ge v2, -1099511627776:isize
//     v8: boolean = int_le v2, 1099511627776:isize
//     v9: boolean = select v6, v7, false
//     v10: boolean = select v9, v8, false
//     branch v10, b1(v2), b5
//   b1(v11: isize):
//     v12: f64 = int_to_float v11
//     goto b2(0:f64)
//   b2(v13: f64):
//     v14: boolean = float_lt v13, v12
//     branch v14, b3, b4
//   b3():
//     v15: f64 = float_sub v12, v13
//     v16: isize = float_to_index v15
//     raw_store v0, v16, 0:u8 {stored: "u8"}
//     v17: f64 = float_add v13, 1:f64
//     goto b2(v17)
//   b4():
//     return
//   b5():
//     goto b6(0:f64)
//   b6(v18: f64):
//     v19: boolean = float_lt v18, v1
//     branch v19, b7, b8
//   b7():
//     v20: f64 = float_sub v1, v18
//     v21: isize = float_to_index v20
//     raw_store v0, v21, 0:u8 {stored: "u8"}
//     v22: f64 = float_add v18, 1:f64
//     goto b6(v22)
//   b8():
//     return
//
// Relies on: nothing jumps back to the start block. Only worth its code where the copy gets cheaper by integers, which
// is found out by narrowing it.
import { FALSE, isizeConstant } from '../../graph/constants.ts';
import { variable } from '../../graph/builder.ts';
import type { Block, Graph, Op, Value, Variable } from '../../graph/graph.ts';
import { NO_ATTRIBUTES, type OpName } from '../../graph/ops.ts';
import { rewriteGraphWithMaps } from '../../graph/rewrite.ts';
import { countOps, predecessors } from '../../graph/walk.ts';
import { BOOLEAN, F64, INT_TYPES, type RtsType } from '../../program/types.ts';
import { mapGraphs, type Pass } from '../pass.ts';
import { countingNumbers, type CountingNumbers } from './counting-numbers.ts';
import { analyze } from './fixpoint.ts';
import { narrowGraph } from './narrow-numbers.ts';
import { structureOf } from './structure.ts';
import { factsOf, type UnitFacts } from './unit-facts.ts';

export const specializeNumbers: Pass = {
  name: 'specialize-numbers',
  run: (unit) => {
    const facts = factsOf(unit);
    return mapGraphs(unit, (graph) => specialize(graph, facts));
  },
};

/** Graphs of up to so many ops are written twice. */
const LARGEST = 1000;
/** The copy must be cheaper than this part of the original. */
const WORTHWHILE = 0.75;

function specialize(graph: Graph, facts: UnitFacts): Graph {
  if (!canBeSplit(graph) || countOps(graph) > LARGEST) return graph;
  const analysis = facts.analysisOf(graph);
  const numbers = countingNumbers(analysis);
  if (!numbers) return graph;
  const cost = floatCost(narrowGraph(analysis));
  const copyCost = (split: Graph): number =>
    floatCost(narrowGraph(analyze(split, facts.of(graph)))) - cost;
  const { limit } = numbers;
  // Negative numbers make zeros of either sign, of which integers have one.
  const natural = withIntegerCopy(graph, numbers, { lo: 0, hi: limit });
  const naturalCost = copyCost(natural);
  if (naturalCost >= cost * WORTHWHILE) return graph;
  const any = withIntegerCopy(graph, numbers, { lo: -limit, hi: limit });
  return copyCost(any) <= naturalCost ? any : natural;
}

interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** The start block runs once, and something that may loop comes after it. */
function canBeSplit(graph: Graph): boolean {
  const { kind } = graph.start.exit;
  const goesOn = kind === 'goto' || kind === 'branch' || kind === 'switch';
  return goesOn && predecessors(graph).get(graph.start)?.length === 0;
}

function withIntegerCopy(graph: Graph, { values }: CountingNumbers, range: Range): Graph {
  const { start } = graph;
  const known = 1 + start.ops.findLastIndex(({ results }) => results.some(isOneOf(values)));
  const rest: Block = { inputs: [], ops: start.ops.slice(known), exit: start.exit };
  const tests = values.map((value) => integerTest(value, range));
  // As inputs they have the range that the test gives, wherever they are used.
  const inputs = values.map(({ name }) => variable(INT_TYPES.isize, name));
  const numbers = inputs.map((input) => op('int_to_float', [input], F64));
  const substitute = new Map<Variable, Value>(
    values.map((value, index) => [value, numbers[index]?.result ?? value]),
  );
  // The copy's variables are its own, but for those that are defined before the test.
  const copy = rewriteGraphWithMaps({ ...graph, start: rest }, { fresh: true, substitute });
  const copyStart: Block = {
    inputs,
    ops: [...numbers.map((made) => made.op), ...copy.graph.start.ops],
    exit: copy.graph.start.exit,
  };
  const all = conjunction(tests.flatMap(({ conditions }) => conditions));
  return {
    ...graph,
    start: {
      inputs: start.inputs,
      ops: [...start.ops.slice(0, known), ...tests.flatMap(({ ops }) => ops), ...all.ops],
      exit: {
        kind: 'branch',
        condition: all.condition,
        whenTrue: { target: copyStart, args: tests.map(({ integer }) => integer) },
        whenFalse: { target: rest, args: [] },
      },
    },
  };
}

const isOneOf =
  (values: readonly Variable[]) =>
  (value: Variable): boolean =>
    values.includes(value);

interface NewOp {
  readonly op: Op;
  readonly result: Variable;
}

function op(name: OpName, args: readonly Value[], type: RtsType): NewOp {
  const result = variable(type);
  return { op: { name, args, results: [result], attributes: NO_ATTRIBUTES, span: null }, result };
}

interface IntegerTest {
  readonly integer: Variable;
  readonly conditions: readonly Variable[];
  readonly ops: readonly Op[];
}

/** The same bits after a conversion and back: no fraction, no NaN, not -0. */
function integerTest(value: Variable, { lo, hi }: Range): IntegerTest {
  const integer = op('float_to_int', [value], INT_TYPES.isize);
  const back = op('int_to_float', [integer.result], F64);
  const bits = op('float_to_bits', [value], INT_TYPES.u64);
  const backBits = op('float_to_bits', [back.result], INT_TYPES.u64);
  const same = op('int_eq', [bits.result, backBits.result], BOOLEAN);
  const above = op('int_ge', [integer.result, isizeConstant(lo)], BOOLEAN);
  const below = op('int_le', [integer.result, isizeConstant(hi)], BOOLEAN);
  return {
    integer: integer.result,
    conditions: [same, above, below].map(({ result }) => result),
    ops: [integer, back, bits, backBits, same, above, below].map((made) => made.op),
  };
}

/** All of them, without a branch for each. */
function conjunction(conditions: readonly Variable[]): { condition: Variable; ops: readonly Op[] } {
  const [first, ...others] = conditions;
  let condition = first ?? variable(BOOLEAN);
  const ops = others.map((other) => {
    const both = op('select', [condition, other, FALSE], BOOLEAN);
    condition = both.result;
    return both.op;
  });
  return { condition, ops };
}

/** What its float ops cost that integer ops would not, weighted by loops. */
function floatCost(graph: Graph): number {
  const { order, loopDepth } = structureOf(graph);
  return order.reduce((sum, block) => {
    const count = block.ops.filter(({ name }) => FLOAT_COSTS.test(name)).length;
    return sum + count * 8 ** Math.min(loopDepth(block), 6);
  }, 0);
}

const FLOAT_COSTS = /^float_|^int_to_float$/;

// Turns a method call that can run few methods into tests of the object's class and direct calls, which can be inlined.
//
// Before:
//   unit "u" low
//   object @"Shape" abstract interface
//   object @"Circle" class implements @"Shape"
//   object @"Square" class implements @"Shape"
//   class @"Circle" { "area" = "Circle.area" }
//   class @"Square" { "area" = "Square.area" }
//   export function "f" = "f"(isCircle: boolean) -> f64
//   graph "f" -> f64
//   b0(v0: boolean):
//     v1: @"Circle" = object_new
//     v2: @"Square" = object_new
//     v3: @"Shape" = reference_cast v1
//     v4: @"Shape" = reference_cast v2
//     branch v0, b1(v3), b1(v4)
//   b1(v5: @"Shape"):
//     v6: f64 = method_call v5 {method: "area"}
//     return v6
//   graph "Circle.area" -> f64
//   b0(v0: @"Circle"):
//     return 1:f64
//   graph "Square.area" -> f64
//   b0(v0: @"Square"):
//     return 2:f64
// After:
//   unit "u" low
//   object @"Shape" abstract interface
//   object @"Circle" class implements @"Shape"
//   object @"Square" class implements @"Shape"
//   class @"Circle" { "area" = "Circle.area" }
//   class @"Square" { "area" = "Square.area" }
//   export function "f" = "f"(isCircle: boolean) -> f64
//   graph "f" -> f64
//   b0(v0: boolean):
//     v1: @"Circle" = object_new
//     v2: @"Square" = object_new
//     v3: @"Shape" = reference_cast v1
//     v4: @"Shape" = reference_cast v2
//     branch v0, b1(v3), b1(v4)
//   b1(v5: @"Shape"):
//     v6: boolean = object_is v5 {class: @"Circle"}
//     branch v6, b2, b3
//   b2():
//     v7: @"Circle" = reference_cast v5
//     v8: f64 = direct_call v7 {callee: "Circle.area"}
//     goto b4(v8)
//   b3():
//     v9: @"Square" = reference_cast v5
//     v10: f64 = direct_call v9 {callee: "Square.area"}
//     goto b4(v10)
//   b4(v11: f64):
//     return v11
//   graph "Circle.area" -> f64
//   b0(v0: @"Circle"):
//     return 1:f64
//   graph "Square.area" -> f64
//   b0(v0: @"Square"):
//     return 2:f64
//
// A class is tested where all its objects, and those of the classes derived from it that are still possible, run one method.
// What objects the last call may meet needs no test.
import { CallTargets } from '../graph/calls.ts';
import { variable } from '../graph/builder.ts';
import type { Block, Exit, Graph, Op, Value, Variable } from '../graph/graph.ts';
import { copyGraph } from '../graph/rewrite.ts';
import type { Unit } from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';
import { BOOLEAN, derivesFrom, type ObjectType } from '../program/types.ts';
import { mapGraphs, type Pass } from './pass.ts';

export const testClasses: Pass = { name: 'test-classes', run };

/** Calls of more methods stay calls through the table. */
const MOST = 4;

interface Choice {
  readonly callee: string;
  /** The type of the method's first parameter. */
  readonly receiver: ObjectType;
  /** null: what is left. */
  readonly test: ObjectType | null;
}

function run(unit: Unit): Unit {
  if (unit.classes.size === 0) return unit;
  const targets = new CallTargets(unit);
  return mapGraphs(unit, (graph) => expandCalls(graph, unit, targets));
}

function expandCalls(graph: Graph, unit: Unit, targets: CallTargets): Graph {
  const choicesOf = (op: Op): readonly Choice[] | null => choices(op, unit, targets);
  const hasCall = reversePostorder(graph).some(({ ops }) => ops.some((op) => choicesOf(op)));
  if (!hasCall) return graph;
  const copy = copyGraph(graph).graph;
  const pending = [...reversePostorder(copy)];
  for (let block = pending.pop(); block; block = pending.pop()) {
    for (const [index, op] of block.ops.entries()) {
      const found = choicesOf(op);
      if (!found) continue;
      pending.push(expand(block, index, op, found));
      break;
    }
  }
  return copy;
}

function choices(op: Op, unit: Unit, targets: CallTargets): readonly Choice[] | null {
  const type = op.args[0]?.type;
  if (op.name !== 'method_call' || type?.kind !== 'object') return null;
  const classes = targets.classesOf(type, op.attributes.method ?? '');
  if (classes.size < 2 || classes.size > MOST) return null;
  const open = new Map(classes);
  const found: Choice[] = [];
  while (open.size > 0) {
    const next = nextChoice(open, unit);
    const receiver = next && unit.graphs.get(next.callee)?.start.inputs[0]?.type;
    if (!next || receiver?.kind !== 'object') return null;
    found.push({ ...next, receiver });
    open.delete(next.callee);
  }
  return found;
}

function nextChoice(
  open: ReadonlyMap<string, readonly ObjectType[]>,
  unit: Unit,
): Omit<Choice, 'receiver'> | null {
  const [first] = open.keys();
  if (open.size === 1 && first !== undefined) return { callee: first, test: null };
  const all = [...open.values()].flat();
  for (const [callee, classes] of open)
    for (const { type: test } of unit.classes.values()) {
      const met = all.filter((one) => derivesFrom(one, test));
      if (met.length === classes.length && met.every((one) => classes.includes(one)))
        return { callee, test };
    }
  return null;
}

/** Cuts `block` at the call; the rest, which is given back, is entered from all direct calls. */
function expand(block: Block, index: number, op: Op, found: readonly Choice[]): Block {
  const isTried = block.exit.kind === 'try' && index === block.ops.length - 1;
  const { exit } = block;
  const rest: Block = {
    inputs: op.results,
    ops: block.ops.slice(index + 1),
    exit: isTried && exit.kind === 'try' ? { kind: 'goto', link: exit.normal } : exit,
  };
  const exception = isTried && exit.kind === 'try' ? exit.exception : null;
  const after = (results: readonly Variable[]): Exit => {
    const link = { target: rest, args: results };
    return exception ? { kind: 'try', normal: link, exception } : { kind: 'goto', link };
  };
  block.ops = block.ops.slice(0, index);
  let current = block;
  for (const choice of found) {
    const called: Block = choice.test ? { inputs: [], ops: [], exit } : current;
    if (choice.test) {
      const condition = variable(BOOLEAN);
      const args = op.args.slice(0, 1);
      const attributes = { class: choice.test };
      const test: Op = { name: 'object_is', args, results: [condition], attributes, span: op.span };
      const next: Block = { inputs: [], ops: [], exit };
      current.ops = [...current.ops, test];
      current.exit = {
        kind: 'branch',
        condition,
        whenTrue: { target: called, args: [] },
        whenFalse: { target: next, args: [] },
      };
      current = next;
    }
    called.ops = [...called.ops, ...directCall(op, choice)];
    called.exit = after(called.ops.at(-1)?.results ?? []);
  }
  return rest;
}

function directCall(op: Op, { callee, receiver }: Choice): readonly Op[] {
  const [object, ...args] = op.args;
  const { span } = op;
  const results = op.results.map(({ type }) => variable(type));
  if (!object) return [];
  const cast = variable(receiver);
  const before: Op[] =
    object.type === receiver
      ? []
      : [{ name: 'reference_cast', args: [object], results: [cast], attributes: {}, span }];
  const given: Value = before.length > 0 ? cast : object;
  return [
    ...before,
    { name: 'direct_call', args: [given, ...args], results, attributes: { callee }, span },
  ];
}

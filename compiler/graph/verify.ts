// Is a graph or unit well-formed? Run after each stage and pass in tests. The invariants; each has a case in test/verify:
//
//  definitions   A variable is defined once. A use is dominated by its definition; results of an op that ends a `try`
//                block are defined on the way of its `normal` link only. No variable is of type void or never.
//  blocks        Nothing leads to the start block.
//  links         As many arguments as the target has inputs, of their types.
//  ops           Operands and results fit the patterns of the op's row, equal letters stand for equal types; the types of
//                nullables, elements, fields and stored values fit each other (`verify-ops.ts`).
//                The op's level is the unit's. In low graphs every variable is a machine value.
//                It carries exactly the attributes of its row.
//  constants     Canonical for their type (`constants.ts`).
//  exits         `branch` is on a boolean; `switch` on an integer or boolean, its cases are distinct and of its type;
//                `return` has the values that the graph's results say; `raise` has what its message needs;
//                `try` stands behind a raising op; `throw` has an Error; `reraise` stands only where an exception has come in.
//  units         Graphs are filed under their names. Callees, globals, the initializer and exported graphs exist, with
//                fitting types; a constant global is never stored (`verify-unit.ts`).
import type { Graph } from './graph.ts';
import { InternalError } from './internal-error.ts';
import { printGraph, printUnit } from './print.ts';
import type { Unit } from './unit.ts';
import { flowProblems } from './verify-flow.ts';
import { opProblems } from './verify-ops.ts';
import { unitProblems } from './verify-unit.ts';

/** What is wrong, and with which op, exit, block, graph, global, export or unit. */
export interface Problem {
  readonly place: object;
  readonly message: string;
}

export const verifyGraph = (graph: Graph, level: Unit['level']): readonly Problem[] => [
  ...flowProblems(graph),
  ...opProblems(graph, level),
];

export const verifyUnit = (unit: Unit): readonly Problem[] => [
  ...unitProblems(unit),
  ...[...unit.graphs.values()].flatMap((graph) => verifyGraph(graph, unit.level)),
];

/** Problems as notes for the printer: `error: …` behind the lines concerned. */
export function problemNotes(problems: readonly Problem[]): ReadonlyMap<object, string> {
  const notes = new Map<object, string>();
  for (const { place, message } of problems) {
    const note = notes.get(place);
    notes.set(place, note === undefined ? `error: ${message}` : `${note}; ${message}`);
  }
  return notes;
}

/** Throws an InternalError with the text of the unit if it is ill-formed. */
export function assertValid(unit: Unit, after: string): void {
  const problems = verifyUnit(unit);
  if (problems.length === 0) return;
  const notes = problemNotes(problems);
  const bad = [...unit.graphs.values()].filter(
    (graph) => verifyGraph(graph, unit.level).length > 0,
  );
  const text =
    bad.length > 0
      ? bad.map((graph) => printGraph(graph, { notes })).join('\n')
      : printUnit(unit, { notes });
  throw new InternalError(`ill-formed after ${after}: ${problems[0]?.message}\n\n${text}`);
}

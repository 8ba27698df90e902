// f64 variables that always are integers become integers, so that `number` code without annotations runs on integer
// registers, and loops have a number of iterations that LLVM can compute.
//
// Before:
//   unit "u" low
//   graph "f" -> f64
//   b0(v0: address, v1: f64):
//     goto b1(0:f64, 0:f64)
//   b1(v2: f64, v3: f64):
//     v4: boolean = float_lt v2, 100:f64
//     branch v4, b2, b3
//   b2():
//     v5: isize = float_to_index v2
//     v6: u8 = raw_load v0, v5 {stored: "u8"}
//     v7: f64 = int_to_float v6
//     v8: f64 = float_add v3, v7
//     v9: i32 = float_to_int v8
//     v10: f64 = int_to_float v9
//     v11: f64 = float_add v2, 1:f64
//     goto b1(v11, v10)
//   b3():
//     v12: f64 = float_mul v1, v3
//     return v12
// After:
//   unit "u" low
//   graph "f" -> f64
//   b0(v0: address, v1: f64):
//     goto b1(0:isize, 0:i32)
//   b1(v2: isize, v3: i32):
//     v4: boolean = int_lt v2, 100:isize
//     branch v4, b2, b3
//   b2():
//     v5: u8 = raw_load v0, v2 {stored: "u8"}
//     v6: i32 = int_cast v5
//     v7: i32 = int_add v3, v6
//     v8: isize = int_add v2, 1:isize
//     goto b1(v8, v7)
//   b3():
//     v9: f64 = int_to_float v3
//     v10: f64 = float_mul v1, v9
//     return v10
//
// How: facts of all variables (`unit-facts.ts`, `fixpoint.ts`), which zeros need their sign (`zero-sign.ts`), which
// variables become integers (`choose.ts`), of which type (`machine-types.ts`), the new graph (`rewrite.ts`).
// The arguments for it: `docs/decisions/number-ranges.md`.
import type { Graph } from '../../graph/graph.ts';
import { mapGraphs, type Pass } from '../pass.ts';
import { choose } from './choose.ts';
import type { Analysis } from './fixpoint.ts';
import { Knowledge } from './forms.ts';
import { machineTypes } from './machine-types.ts';
import { rewriteNumbers } from './rewrite.ts';
import { factsOf } from './unit-facts.ts';

export const narrowNumbers: Pass = {
  name: 'narrow-numbers',
  run: (unit) => {
    const facts = factsOf(unit);
    return mapGraphs(unit, (graph) => narrowGraph(facts.analysisOf(graph)));
  },
};

export function narrowGraph(analysis: Analysis): Graph {
  const knowledge = new Knowledge(analysis);
  const choice = choose(knowledge);
  const types = machineTypes(knowledge, choice);
  return rewriteNumbers(knowledge, choice, types);
}

// f64 arithmetic on what are always integers → integer arithmetic:
//
//   graph "sum" -> f64                               graph "sum" -> f64
//   b0(v0: f64):                                     b0(v0: f64):
//     goto b1(0:f64, 0:f64)                            …the ceiling of v0, saturated: v1
//   b1(v1: f64, v2: f64):                              goto b1(0:isize, 0:isize)
//     v3: boolean = float_lt v1, v0                  b1(v2: isize, v3: isize):
//     branch v3, b2, b3                                v4: boolean = int_lt v2, v1
//   b2():                                              branch v4, b2, b3
//     …                                                …
//
// How: facts of all variables (`fixpoint.ts`), which zeros need their sign (`zero-sign.ts`), which variables become
// integers (`choose.ts`), of which type (`machine-types.ts`), the new graph (`rewrite.ts`).
import type { Graph } from '../../graph/graph.ts';
import { mapGraphs, type Pass } from '../pass.ts';
import { choose } from './choose.ts';
import { analyze, NO_SURROUNDINGS, type Surroundings } from './fixpoint.ts';
import { Knowledge } from './forms.ts';
import { machineTypes } from './machine-types.ts';
import { rewriteNumbers } from './rewrite.ts';
import { UnitFacts } from './unit-facts.ts';

export const narrowNumbers: Pass = {
  name: 'narrow-numbers',
  run: (unit) => {
    const facts = new UnitFacts(unit);
    return mapGraphs(unit, (graph) => narrowGraph(graph, facts.of(graph)));
  },
};

export function narrowGraph(graph: Graph, surroundings: Surroundings = NO_SURROUNDINGS): Graph {
  const analysis = analyze(graph, surroundings);
  const knowledge = new Knowledge(analysis);
  const choice = choose(knowledge);
  const types = machineTypes(knowledge, choice);
  return rewriteNumbers(knowledge, choice, types);
}

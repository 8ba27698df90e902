// Removes checks that never raise and comparisons that always come out the same.
//
// Before:
//   unit "u" low
//   graph "f" -> u8
//   b0(v0: address, v1: isize, v2: isize):
//     check_index v2, v1
//     goto b1(v2, 0:u8)
//   b1(v3: isize, v4: u8):
//     v5: boolean = int_lt v3, v1
//     branch v5, b2, b3
//   b2():
//     check_index v3, v1
//     v6: u8 = raw_load v0, v3 {stored: "u8"}
//     v7: u8 = int_add v4, v6
//     v8: isize = int_add v3, 1:isize
//     goto b1(v8, v7)
//   b3():
//     return v4
// After:
//   unit "u" low
//   graph "f" -> u8
//   b0(v0: address, v1: isize, v2: isize):
//     check_index v2, v1
//     goto b1(v2, 0:u8)
//   b1(v3: isize, v4: u8):
//     v5: boolean = int_lt v3, v1
//     branch v5, b2, b3
//   b2():
//     v6: u8 = raw_load v0, v3 {stored: "u8"}
//     v7: u8 = int_add v4, v6
//     v8: isize = int_add v3, 1:isize
//     goto b1(v8, v7)
//   b3():
//     return v4
//
// How: facts of all variables (`unit-facts.ts`, `fixpoint.ts`), order between variables (`order.ts`), and what both say
// about checks and conditions (`decide.ts`). The arguments for it: `docs/decisions/number-ranges.md`.
import { booleanConstant } from '../../graph/constants.ts';
import type { Block, Exit, Graph, Value, Variable } from '../../graph/graph.ts';
import { OPS } from '../../graph/ops.ts';
import { rewriteGraph } from '../../graph/rewrite.ts';
import { BOOLEAN } from '../../program/types.ts';
import { mapGraphs, type Pass } from '../pass.ts';
import { Decider } from './decide.ts';
import type { Analysis } from './fixpoint.ts';
import { factsOf } from './unit-facts.ts';

export const removeProvedChecks: Pass = {
  name: 'remove-proved-checks',
  run: (unit) => {
    const facts = factsOf(unit);
    return mapGraphs(unit, (graph) => removeChecks(graph, facts.analysisOf(graph)));
  },
};

function removeChecks(graph: Graph, analysis: Analysis): Graph {
  const decider = new Decider(analysis);
  const proved = new Map<Block, Set<number>>();
  const decided = new Map<Variable, Value>();
  for (const block of analysis.structure.order) {
    const positions = new Set<number>();
    block.ops.forEach((op, position) => {
      if (OPS[op.name].raises && decider.isProved(op)) positions.add(position);
      const [result] = op.results;
      if (result?.type !== BOOLEAN) return;
      const answer = decider.decide(result, analysis.scopes.before(op));
      if (answer !== null) decided.set(result, booleanConstant(answer));
    });
    proved.set(block, positions);
  }
  const next = new Map<Block, number>();
  return rewriteGraph(graph, {
    op: (op, _emit, block) => {
      // Ops come in order, with operands substituted: their position says which one it is.
      const position = next.get(block) ?? 0;
      next.set(block, position + 1);
      if (proved.get(block)?.has(position)) return [];
      const [result] = op.results;
      const answer = result && decided.get(result);
      return answer ? [answer] : null;
    },
    exit: decidedExit,
  });
}

function decidedExit(exit: Exit): Exit {
  if (exit.kind !== 'branch' || exit.condition.kind !== 'constant') return exit;
  return { kind: 'goto', link: exit.condition.value === true ? exit.whenTrue : exit.whenFalse };
}

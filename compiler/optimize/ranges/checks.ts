// Checks that never raise, and comparisons that always come out the same, are removed:
//
//   b1(v3: isize):                                   b1(v3: isize):
//     v4: boolean = int_lt v3, v1                      v4: boolean = int_lt v3, v1
//     branch v4, b2, b3                                branch v4, b2, b3
//   b2():                                            b2():
//     check_index v3, v1                               v5: u8 = raw_load v0, v3 …
//     v5: u8 = raw_load v0, v3 …
//
// Relies on: results of ops are what `transfer.ts` says, a later equal check is what an earlier one has proved.
import { booleanConstant } from '../../graph/constants.ts';
import type { Block, Exit, Graph, Value, Variable } from '../../graph/graph.ts';
import { OPS } from '../../graph/ops.ts';
import { rewriteGraph } from '../../graph/rewrite.ts';
import { BOOLEAN } from '../../program/types.ts';
import { mapGraphs, type Pass } from '../pass.ts';
import { Decider } from './decide.ts';
import { analyze, NO_SURROUNDINGS, type Surroundings } from './fixpoint.ts';
import { UnitFacts } from './unit-facts.ts';

export const removeProvedChecks: Pass = {
  name: 'remove-proved-checks',
  run: (unit) => {
    const facts = new UnitFacts(unit);
    return mapGraphs(unit, (graph) => removeChecks(graph, facts.of(graph)));
  },
};

export function removeChecks(graph: Graph, surroundings: Surroundings = NO_SURROUNDINGS): Graph {
  const analysis = analyze(graph, surroundings);
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

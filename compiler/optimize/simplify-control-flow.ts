// Takes the detours out of the control flow: decided branches, blocks that only pass on, inputs that are always one value,
// and pairs of blocks that are one.
//
// Before:
//   graph "f" -> i32
//   b0(v0: i32, v1: boolean):
//     branch v1, b1, b2
//   b1():
//     goto b3(true, v0)
//   b2():
//     goto b3(false, v0)
//   b3(v2: boolean, v3: i32):
//     branch v2, b4, b5
//   b4():
//     v4: i32 = int_add v3, 1:i32
//     goto b5
//   b5():
//     return v3
// After:
//   graph "f" -> i32
//   b0(v0: i32, v1: boolean):
//     branch v1, b1, b2
//   b1():
//     v2: i32 = int_add v0, 1:i32
//     goto b2
//   b2():
//     return v0
//
// Relies on nothing. Leaves the order of ops on each way as it is.
import { resolveExit } from './control-flow/resolve-exit.ts';
import { sameInputs } from './control-flow/same-inputs.ts';
import type { Block, Graph } from '../graph/graph.ts';
import { rewriteGraph } from '../graph/rewrite.ts';
import { countEntries } from '../graph/walk.ts';
import { Forwarding } from './control-flow/forwarding.ts';
import { graphPass, type Pass } from './pass.ts';

export const simplifyControlFlow: Pass = graphPass('simplify-control-flow', run);

function run(graph: Graph): Graph {
  let current = graph;
  for (;;) {
    const next = mergeBlocks(shortenWays(dropInputs(current)));
    if (next === current) return current;
    current = next;
  }
}

/** Inputs that every way gives the same value are that value. */
function dropInputs(graph: Graph): Graph {
  const substitute = sameInputs(graph);
  if (substitute.size === 0) return graph;
  return rewriteGraph(graph, { substitute, keepInput: (input) => !substitute.has(input) });
}

function shortenWays(graph: Graph): Graph {
  const forwarding = new Forwarding(graph);
  return rewriteGraph(graph, { exit: (exit) => forwarding.exit(resolveExit(exit, forwarding)) });
}

/** A block that is only entered by a goto is the end of the block that enters it. */
function mergeBlocks(graph: Graph): Graph {
  const entries = countEntries(graph);
  const isAlone = (block: Block): boolean => entries.get(block) === 1 && block !== graph.start;
  return rewriteGraph(graph, { merge: ({ target }) => isAlone(target) });
}

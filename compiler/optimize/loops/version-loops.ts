// Tests before a counted loop whether all its indices are in range, and then runs a copy of it without the checks.
//
// Before:
//   unit "u" low
//   graph "f"
//   b0(v0: address, v1: isize, v2: isize, v3: isize):
//     goto b1(0:isize)
//   b1(v4: isize):
//     v5: boolean = int_lt v4, v2
//     branch v5, b2, b3
//   b2():
//     v6: isize = int_add v3, v4
//     check_index v6, v1
//     raw_store v0, v6, 1:u8 {stored: "u8"}
//     v7: isize = int_add v4, 1:isize
//     goto b1(v7)
//   b3():
//     return
// After:
//   unit "u" low
//   graph "f"
//   b0(v0: address, v1: isize, v2: isize, v3: isize):
//     goto b1
//   b1():
//     v4: boolean = int_lt 0:isize, v2
//     v5: isize = int_sub v2, 1:isize
//     v6: isize = int_sub v5, 0:isize
//     v7: isize = int_add v3, 0:isize
//     v8: isize = int_add v3, v5
//     v9: isize = int_or v7, v8
//     v10: boolean = int_ge v9, 0:isize
//     v11: boolean = int_lt v8, v1
//     v12: usize = int_cast v6
//     v13: boolean = int_le v12, 4611686018427387904:usize
//     v14: boolean = select v4, v10, false
//     v15: boolean = select v14, v11, false
//     v16: boolean = select v15, v13, false
//     branch v16, b2(0:isize), b4(0:isize)
//   b2(v17: isize):
//     v18: boolean = int_lt v17, v2
//     branch v18, b3, b6
//   b3():
//     v19: isize = int_add v3, v17
//     raw_store v0, v19, 1:u8 {stored: "u8"}
//     v20: isize = int_add v17, 1:isize
//     goto b2(v20)
//   b4(v21: isize):
//     v22: boolean = int_lt v21, v2
//     branch v22, b5, b6
//   b5():
//     v23: isize = int_add v3, v21
//     check_index v23, v1
//     raw_store v0, v23, 1:u8 {stored: "u8"}
//     v24: isize = int_add v21, 1:isize
//     goto b4(v24)
//   b6():
//     return
//
// The copy is the loop that LLVM can make vectors of; the other one raises its error at the same point and after the same
// effects as before. What is tested and why it suffices: `entry-tests.ts`.
import type { Block, Graph, Op, Value, Variable } from '../../graph/graph.ts';
import { variable } from '../../graph/builder.ts';
import { forEachUse } from '../../graph/walk.ts';
import { graphPass, type Pass } from '../pass.ts';
import { structureOf, type Structure } from '../ranges/structure.ts';
import { Affine, widened } from './affine.ts';
import { countLoop, holdsIn, isOne, type CountedLoop, type Test } from './counted-loop.ts';
import { copyLoops, exitBlock, type Version } from './copy-loops.ts';
import { EntryTester, type WideCounter } from './entry-tests.ts';
import { innermostLoops, type Loop } from './natural-loop.ts';
import { requirementOf, type Requirement } from './range-checks.ts';

/** Ops of a loop that may be copied; so many more may be added before it. */
const MOST_OPS = 200;
/** Checks that are looked at, the first ones of a loop. */
const MOST_CHECKS = 32;

export const versionLoops: Pass = graphPass('version-loops', versionGraph);

export function versionGraph(graph: Graph): Graph {
  const structure = structureOf(graph);
  if (structure.loops.size === 0) return graph;
  const loops = innermostLoops(structure);
  const loopOf = new Map(loops.flatMap((loop) => [...loop.body].map((block) => [block, loop])));
  const versions = loops.flatMap((loop) => {
    // Values of a loop that is copied itself come to the tests by their inputs.
    const isEasy = loop.entries.length === 1 && !loop.entries.some(({ from }) => loopOf.has(from));
    return versionOf(loop, isEasy, structure) ?? [];
  });
  const possible = withoutManyExits(versions, structure);
  return possible.length === 0 ? graph : copyLoops(structure, possible);
}

interface Check {
  readonly op: Op;
  readonly block: Block;
  readonly requirement: Requirement;
}

function versionOf(loop: Loop, isEasy: boolean, structure: Structure): Version | null {
  const checks = checksOf(loop, structure);
  if (checks.length === 0) return null;
  const counted = countLoop(loop, structure);
  if (!counted) return null;
  const affine = new Affine(counted);
  const fitting = checks.filter(({ requirement }) => canBeTested(requirement, affine));
  const { tests, covered } = commonTests(fitting, counted, structure);
  if (covered.length === 0) return null;
  const inputs = isEasy ? [] : loop.header.inputs.map(({ type, name }) => variable(type, name));
  const starts = isEasy ? (loop.entries[0]?.link.args ?? []) : inputs;
  const tester = new EntryTester(affine, tests, starts);
  for (const { requirement } of covered) tester.require(requirement);
  const entryTests = tester.finish();
  if (entryTests.ops.length > MOST_OPS) return null;
  const wide = entryTests.wide.filter((item) => isReplaced(item, counted, tests, structure));
  const removed = new Set(covered.map(({ op }) => op));
  return { loop, removed, tests: entryTests, inputs, starts, wide };
}

/** The checks of a loop that is small enough to be copied. */
function checksOf({ body }: Loop, structure: Structure): readonly Check[] {
  let size = 0;
  const found: Check[] = [];
  for (const block of body) {
    size += block.ops.length + 1;
    if (size > MOST_OPS) return [];
    for (const op of block.ops) {
      const requirement = requirementOf(op, structure);
      if (requirement && found.length < MOST_CHECKS) found.push({ op, block, requirement });
    }
  }
  return found;
}

function canBeTested(requirement: Requirement, affine: Affine): boolean {
  const { invariants } = affine.counted.loop;
  switch (requirement.kind) {
    case 'true':
      return invariants.has(requirement.condition);
    case 'nonzero':
      return invariants.has(requirement.value);
    case 'range':
      return invariants.has(requirement.limit) && affine.slopeOf(requirement.index) !== null;
  }
}

/** Of the sets of tests that are passed before some check, the one that covers most checks. */
function commonTests(
  checks: readonly Check[],
  { tests }: CountedLoop,
  structure: Structure,
): { readonly tests: readonly Test[]; readonly covered: readonly Check[] } {
  const passed = new Map(
    checks.map((check) => [check, tests.filter((test) => holdsIn(test, check.block, structure))]),
  );
  let best: { tests: readonly Test[]; covered: readonly Check[] } = { tests: [], covered: [] };
  for (const candidate of passed.values()) {
    if (candidate.length === 0) continue;
    const covered = checks.filter((check) =>
      candidate.every((test) => passed.get(check)?.includes(test)),
    );
    const isBetter =
      covered.length > best.covered.length ||
      (covered.length === best.covered.length && candidate.length > best.tests.length);
    if (isBetter) best = { tests: candidate, covered };
  }
  return best;
}

/**
 * In the iteration in which a test fails, only the tested counter is known not to wrap. Widened by steps of one it is left
 * to LLVM, which knows that as well.
 */
function isReplaced(
  { result }: WideCounter,
  { counter }: CountedLoop,
  tests: readonly Test[],
  structure: Structure,
): boolean {
  const definition = structure.definitions.get(result);
  if (!definition?.op) return false;
  if (widened(definition.op)?.source === counter.variable) return !isOne(counter.step);
  return tests.every((test) => holdsIn(test, definition.block, structure));
}

/** Without loops whose values are used where several of their exits meet again. */
function withoutManyExits(versions: readonly Version[], structure: Structure): readonly Version[] {
  if (versions.length === 0) return versions;
  const byBlock = new Map<Block, Version>();
  for (const version of versions)
    for (const block of version.loop.body) byBlock.set(block, version);
  const refused = new Set<Version>();
  const check = (value: Variable, block: Block): void => {
    const definition = structure.definitions.get(value);
    const version = definition && byBlock.get(definition.block);
    if (!version || version.loop.body.has(block)) return;
    if (!exitBlock(block, version.loop, structure)) refused.add(version);
  };
  forEachUse(structure.graph, (value: Value, _user, block) => {
    if (value.kind === 'variable') check(value, block);
  });
  return versions.filter((version) => !refused.has(version));
}

// A graph and what to do with some of its innermost loops → the graph where tests before each of these loops choose
// between the loop as it was and a copy without some checks.
//
// Values that a loop defines and others use later have two definitions then: each block outside that only the loop leads
// to (an exit block) gets an input for each of them, and what it dominates uses that input.
import { variable } from '../../graph/builder.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { mapExit, mapLinks } from '../../graph/rewrite.ts';
import { exitArgs, linksOf } from '../../graph/walk.ts';
import type { Structure } from '../ranges/structure.ts';
import type { EntryTests, WideCounter } from './entry-tests.ts';
import type { Loop } from './natural-loop.ts';

export interface Version {
  readonly loop: Loop;
  readonly removed: ReadonlySet<Op>;
  readonly tests: EntryTests;
  /** The inputs of the block with the tests: one for each of the header's, or none if only one edge enters. */
  readonly inputs: readonly Variable[];
  /** What the header's inputs start with. */
  readonly starts: readonly Value[];
  /** In `tests`, those of which the cast is replaced in the copy. */
  readonly wide: readonly WideCounter[];
}

/**
 * The exit block whose input stands for a value of `loop` where `block` uses it; null if there is none: `block` can be
 * reached from the loop by several exit blocks.
 */
export function exitBlock(block: Block, loop: Loop, structure: Structure): Block | null {
  const { dominators, predecessors } = structure;
  for (let at: Block | null | undefined = block; at; at = dominators.immediate.get(at)) {
    if (loop.body.has(at)) return null;
    const edges = predecessors.get(at) ?? [];
    if (edges.length > 0 && edges.every(({ from }) => loop.body.has(from))) return at;
  }
  return null;
}

export const copyLoops = (structure: Structure, versions: readonly Version[]): Graph =>
  new LoopCopier(structure, versions).run();

class LoopCopier {
  readonly #structure: Structure;
  readonly #versions: readonly Version[];
  /** By the blocks of their loops. */
  readonly #versionOf = new Map<Block, Version>();
  readonly #blocks = new Map<Block, Block>();
  /** The blocks with the tests, by the headers of their loops. */
  readonly #tests: ReadonlyMap<Block, Block>;
  /** Per exit block: the input for a value of the loop. */
  readonly #exitInputs = new Map<Block, Map<Variable, Variable>>();

  constructor(structure: Structure, versions: readonly Version[]) {
    this.#structure = structure;
    this.#versions = versions;
    this.#tests = new Map(versions.map(({ loop, inputs }) => [loop.header, emptyBlock(inputs)]));
    for (const version of versions) {
      for (const block of version.loop.body) this.#versionOf.set(block, version);
    }
  }

  run(): Graph {
    const { graph, order } = this.#structure;
    for (const block of order) this.#findUses(block);
    for (const block of order) this.#blocks.set(block, emptyBlock(this.#inputsOf(block)));
    for (const block of order) {
      const target = this.#blocks.get(block);
      if (!target) continue;
      target.ops = block.ops.map((op) => this.#op(op, block));
      target.exit = mapLinks(this.#exit(block), (link) => this.#toNew(link, block));
    }
    for (const version of this.#versions) this.#choose(version);
    return { ...graph, start: this.#blocks.get(graph.start) ?? graph.start };
  }

  // ---- values that leave a loop ----

  /** Makes the inputs of exit blocks for all that a block uses. */
  #findUses(block: Block): void {
    for (const { args } of block.ops) for (const arg of args) this.#valueIn(arg, block);
    for (const arg of exitArgs(block.exit)) this.#valueIn(arg, block);
    for (const { args } of linksOf(block.exit)) for (const arg of args) this.#valueIn(arg, block);
  }

  /** What stands for a value in a block outside the loop that defines it. */
  #valueIn(value: Value, block: Block): Value {
    if (value.kind === 'constant') return value;
    const definition = this.#structure.definitions.get(value);
    const version = definition && this.#versionOf.get(definition.block);
    if (!version || version.loop.body.has(block)) return value;
    const exit = exitBlock(block, version.loop, this.#structure);
    if (!exit) return value;
    let inputs = this.#exitInputs.get(exit);
    if (!inputs) this.#exitInputs.set(exit, (inputs = new Map()));
    let input = inputs.get(value);
    if (!input) inputs.set(value, (input = variable(value.type, value.name)));
    return input;
  }

  #inputsOf(block: Block): readonly Variable[] {
    return [...block.inputs, ...(this.#exitInputs.get(block)?.values() ?? [])];
  }

  // ---- the graph around the copies ----

  #op(op: Op, block: Block): Op {
    return { ...op, args: op.args.map((arg) => this.#valueIn(arg, block)) };
  }

  #exit(block: Block): Exit {
    return mapExit(block.exit, (value) => this.#valueIn(value, block));
  }

  /**
   * A link of the old graph, its values mapped, to the new blocks: entries of versioned loops go to the tests. `map` is for
   * values that leave the loop with it.
   */
  #toNew({ target, args }: Link, from: Block, map = (value: Value): Value => value): Link {
    const version = this.#versionOf.get(target);
    const tests = this.#tests.get(target);
    if (version && tests && !version.loop.body.has(from)) {
      return { target: tests, args: version.inputs.length > 0 ? args : [] };
    }
    const leaving = [...(this.#exitInputs.get(target)?.keys() ?? [])].map(map);
    return { target: this.#blocks.get(target) ?? target, args: [...args, ...leaving] };
  }

  // ---- tests and copy ----

  #choose(version: Version): void {
    const { loop, starts } = version;
    const tests = this.#tests.get(loop.header);
    if (!tests) return;
    const { ops, condition } = version.tests;
    const context = (value: Value): Value => this.#valueIn(value, loop.header);
    const args = starts.map(context);
    const wide = version.wide.map(({ start }) => context(start));
    tests.ops = ops.map((op) => ({ ...op, args: op.args.map(context) }));
    tests.exit = {
      kind: 'branch',
      condition,
      whenTrue: { target: this.#copy(version), args: [...args, ...wide] },
      whenFalse: { target: this.#blocks.get(loop.header) ?? loop.header, args },
    };
  }

  /** The copy's header. */
  #copy(version: Version): Block {
    const { loop, wide, removed } = version;
    const renamed = new Map<Variable, Variable>();
    const fresh = (old: Variable): Variable => {
      const made = variable(old.type, old.name);
      renamed.set(old, made);
      return made;
    };
    const blocks = new Map<Block, Block>();
    for (const block of loop.body) {
      blocks.set(block, emptyBlock(block.inputs.map(fresh)));
      for (const { results } of block.ops) results.forEach(fresh);
    }
    // The header dominates the rest, so the widened counters and their successors are known everywhere.
    const counters = wide.map(({ result }) => fresh(result));
    const next = wide.map(({ result }) => variable(result.type, result.name));
    const replaced = new Set(wide.map(({ result }) => result));
    const renaming = (value: Value): Value =>
      value.kind === 'variable' ? (renamed.get(value) ?? value) : value;
    for (const block of loop.body) {
      const target = blocks.get(block) ?? block;
      const kept = block.ops.filter(
        (op) => !removed.has(op) && !op.results.some((result) => replaced.has(result)),
      );
      target.ops = kept.map((old) => {
        const op = this.#op(old, block);
        return { ...op, args: op.args.map(renaming), results: op.results.map(rename(renamed)) };
      });
      const exit = mapExit(withoutTry(this.#exit(block), block, removed), renaming);
      target.exit = mapLinks(exit, (link) => {
        const own = blocks.get(link.target);
        if (!own) return this.#toNew(link, block, renaming);
        return link.target === loop.header
          ? { target: own, args: [...link.args, ...next] }
          : { ...link, target: own };
      });
    }
    const header = blocks.get(loop.header) ?? loop.header;
    header.inputs = [...header.inputs, ...counters];
    const context = (value: Value): Value => this.#valueIn(value, loop.header);
    const steps = wide.map(({ step }, index): Op =>
      sum(counters[index], context(step), next[index]),
    );
    header.ops = [...steps, ...header.ops];
    return header;
  }
}

const emptyBlock = (inputs: readonly Variable[]): Block => ({
  inputs,
  ops: [],
  exit: { kind: 'unreachable' },
});

const rename =
  (renamed: ReadonlyMap<Variable, Variable>) =>
  (old: Variable): Variable =>
    renamed.get(old) ?? old;

const sum = (a: Value | undefined, b: Value, result: Variable | undefined): Op => ({
  name: 'int_add',
  args: a ? [a, b] : [],
  results: result ? [result] : [],
  attributes: {},
  span: null,
});

/** Behind a removed check nothing raises. */
function withoutTry(exit: Exit, { ops }: Block, removed: ReadonlySet<Op>): Exit {
  const last = ops.at(-1);
  return exit.kind === 'try' && last && removed.has(last)
    ? { kind: 'goto', link: exit.normal }
    : exit;
}

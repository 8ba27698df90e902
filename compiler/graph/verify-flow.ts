// The invariants of definitions, blocks, links and exits (see `verify.ts`).
import { ERROR_CLASSES } from '../program/error-classes.ts';
import { typeName } from '../program/type-name.ts';
import {
  ADDRESS,
  BOOLEAN,
  derivesFrom,
  INT_TYPES,
  STRING,
  type RtsType,
} from '../program/types.ts';
import { sameConstant } from './constants.ts';
import { dominators, type Dominators } from './dominators.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from './graph.ts';
import { OPS } from './ops.ts';
import type { Problem } from './verify.ts';
import { exceptionOf, exitArgs, linksOf } from './walk.ts';

export function flowProblems(graph: Graph): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (place: object, message: string): void => void problems.push({ place, message });
  const tree = dominators(graph);
  const definitions = findDefinitions(tree.order, report);
  const uses = new UseChecker(tree, definitions, report);
  const normal = withoutException(graph);
  for (const block of tree.order) {
    uses.check(block);
    checkExit(block, graph, report);
    for (const link of linksOf(block.exit)) checkLink(link, graph, block.exit, report);
    if (block.exit.kind === 'reraise' && normal.has(block)) {
      report(block.exit, 'reraise where no exception has come in');
    }
  }
  return problems;
}

type Report = (place: object, message: string) => void;

interface Place {
  readonly block: Block;
  /** -1 for an input, else the position of the op. */
  readonly index: number;
}

function findDefinitions(order: readonly Block[], report: Report): ReadonlyMap<Variable, Place> {
  const places = new Map<Variable, Place>();
  const define = (variables: readonly Variable[], place: Place, on: Block | Op): void => {
    for (const variable of variables) {
      const { type } = variable;
      if (type.kind === 'void' || type.kind === 'never')
        report(on, `a variable of type ${type.kind}`);
      if (places.has(variable)) report(on, 'second definition of a variable');
      else places.set(variable, place);
    }
  };
  for (const block of order) {
    define(block.inputs, { block, index: -1 }, block);
    block.ops.forEach((op, index) => define(op.results, { block, index }, op));
  }
  return places;
}

class UseChecker {
  readonly #tree: Dominators;
  readonly #places: ReadonlyMap<Variable, Place>;
  readonly #report: Report;

  constructor(tree: Dominators, places: ReadonlyMap<Variable, Place>, report: Report) {
    this.#tree = tree;
    this.#places = places;
    this.#report = report;
  }

  check(block: Block): void {
    const { exit } = block;
    block.ops.forEach((op, index) => this.#values(op.args, { block, index }, op));
    const end = { block, index: block.ops.length };
    this.#values(exitArgs(exit), end, exit);
    for (const link of linksOf(exit)) {
      this.#values(link.args, end, exit, exit.kind === 'try' && link === exit.normal);
    }
  }

  #values(values: readonly Value[], use: Place, on: object, isNormalLink = false): void {
    for (const value of values) {
      if (value.kind === 'constant') continue;
      const place = this.#places.get(value);
      if (!place) this.#report(on, 'use of a variable that is not defined');
      else if (!this.#reaches(place, use, isNormalLink)) {
        this.#report(on, 'use of a variable before its definition');
      }
    }
  }

  #reaches({ block, index }: Place, use: Place, isNormalLink: boolean): boolean {
    const { exit } = block;
    const tried = exit.kind === 'try' && index === block.ops.length - 1 && index >= 0;
    if (block === use.block) return index < use.index && (!tried || isNormalLink);
    if (!tried) return this.#tree.dominates(block, use.block);
    return this.#tree.linkDominates(exit.normal, use.block);
  }
}

function checkLink({ target, args }: Link, graph: Graph, exit: Exit, report: Report): void {
  if (target === graph.start) report(exit, 'a link to the start block');
  if (args.length !== target.inputs.length) {
    report(exit, `${args.length} arguments for ${target.inputs.length} inputs`);
    return;
  }
  target.inputs.forEach((input, i) => {
    const type = args[i]?.type;
    if (type && type !== input.type) {
      report(
        exit,
        `argument of type ${typeName(type)} for an input of type ${typeName(input.type)}`,
      );
    }
  });
}

function checkExit(block: Block, graph: Graph, report: Report): void {
  const { exit } = block;
  switch (exit.kind) {
    case 'branch':
      if (exit.condition.type !== BOOLEAN) report(exit, 'branch on something else than a boolean');
      return;
    case 'switch':
      checkSwitch(exit, report);
      return;
    case 'return':
      checkTypes(exit.values, graph.results, exit, report);
      return;
    case 'try': {
      const last = block.ops.at(-1);
      if (!last || !OPS[last.name].raises) report(exit, 'try behind an op that does not raise');
      return;
    }
    case 'raise':
      checkRaise(exit, report);
      return;
    case 'throw':
      checkThrow(exit, report);
      return;
    case 'goto':
    case 'reraise':
    case 'unreachable':
  }
}

function checkSwitch(exit: Exit & { kind: 'switch' }, report: Report): void {
  const { value, cases } = exit;
  if (value.type.kind !== 'int' && value.type !== BOOLEAN) {
    report(exit, `switch on a value of type ${typeName(value.type)}`);
  }
  cases.forEach((item, i) => {
    if (item.value.type !== value.type) report(exit, `a case of type ${typeName(item.value.type)}`);
    if (cases.slice(0, i).some((other) => sameConstant(other.value, item.value))) {
      report(exit, `second case ${String(item.value.value)}`);
    }
  });
}

function checkTypes(
  values: readonly Value[],
  types: readonly RtsType[],
  exit: Exit,
  report: Report,
): void {
  if (values.length !== types.length) {
    report(exit, `${values.length} values for ${types.length} results`);
    return;
  }
  values.forEach(({ type }, i) => {
    const wanted = types[i];
    if (wanted && wanted !== type) {
      report(exit, `value of type ${typeName(type)} for a result of type ${typeName(wanted)}`);
    }
  });
}

function checkThrow(exit: Exit & { kind: 'throw' }, report: Report): void {
  const { type } = exit.object;
  if (type.kind === 'object' && derivesFrom(type, ERROR_CLASSES.Error)) return;
  report(exit, `throw of a value of type ${typeName(type)}`);
}

/** A message of the program's: a string, in low graphs its parts. A template: one number for each placeholder. */
function checkRaise(exit: Exit & { kind: 'raise' }, report: Report): void {
  const { template } = exit.error;
  const types = exit.args.map((arg) => arg.type);
  if (template === null) {
    const isString = types.length === 1 && types[0] === STRING;
    const isParts = types.length === 2 && types[0] === ADDRESS && types[1] === INT_TYPES.isize;
    if (!isString && !isParts) report(exit, 'raise needs one string');
    return;
  }
  const placeholders = new Set(template.match(/\{[01]\}/g)).size;
  if (
    types.length !== placeholders ||
    types.some(({ kind }) => kind !== 'int' && kind !== 'float')
  ) {
    report(exit, `raise needs ${placeholders} numbers`);
  }
}

/** The blocks that can be reached without going through an exception link. */
function withoutException(graph: Graph): ReadonlySet<Block> {
  const seen = new Set<Block>([graph.start]);
  for (const { exit } of seen) {
    const exception = exceptionOf(exit);
    for (const link of linksOf(exit)) if (link !== exception) seen.add(link.target);
  }
  return seen;
}

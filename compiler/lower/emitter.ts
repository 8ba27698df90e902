// Where expanders put low ops: a builder that folds constants, gives every raising op its exception edge while a `try`
// block is expanded, and builds the small pieces of control flow that expansions need.
import type { RaisedName } from '../builtins/errors.ts';
import { link, type GraphBuilder, type OpOptions } from '../graph/builder.ts';
import { constant, isizeConstant } from '../graph/constants.ts';
import type { Constant, Link, Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { OPS, type OpAttributes, type OpName } from '../graph/ops.ts';
import { NOT_FOLDED } from '../graph/ops/op.ts';
import { inferResultTypes } from '../graph/result-types.ts';
import { F64, INT_TYPES, type RtsType } from '../program/types.ts';

export class LowEmitter {
  readonly builder: GraphBuilder;
  /** Where raising ops go, while the last op of a `try` block is expanded. */
  #exception: Link | null = null;
  /** The op just appended raises and its block has no exit yet. */
  #raised = false;

  constructor(builder: GraphBuilder) {
    this.builder = builder;
  }

  // ---- ops ----

  /** An op with one result. `type` is needed where the operands do not give it. */
  value(name: OpName, args: readonly Value[], type?: RtsType, attributes?: OpAttributes): Value {
    const types = type ? [type] : inferResultTypes(name, args);
    const [first] = types ?? [];
    const folded = first && fold(name, args, first);
    if (folded) return folded;
    const [result] = this.results(name, args, types ?? [], attributes);
    if (!result) throw new InternalError(`${name}: no result`);
    return result;
  }

  results(
    name: OpName,
    args: readonly Value[],
    types: readonly RtsType[],
    attributes?: OpAttributes,
  ): readonly Value[] {
    this.#settle();
    const options: OpOptions = attributes ? { types, attributes } : { types };
    const results = this.builder.op(name, args, options);
    this.#raised = this.#exception !== null && OPS[name].raises;
    return results;
  }

  effect(name: OpName, args: readonly Value[], attributes?: OpAttributes): void {
    this.results(name, args, [], attributes);
  }

  /** Raises the error, with `numbers` for its `{0}` and `{1}`, unless `condition` holds. */
  check(condition: Value, error: RaisedName, ...numbers: readonly Value[]): void {
    if (condition.kind === 'constant' && condition.value === true) return;
    this.effect('check', [condition, ...numbers], { error });
  }

  // ---- try ----

  /** What `expand` appends may raise to `exception`; afterwards control goes to `normal()`. */
  inTry(exception: Link, expand: () => void, normal: () => Link): void {
    this.#exception = exception;
    expand();
    // The normal link may need ops of its own (addresses of constant strings), which come behind the raising op.
    const { target, args } = normal();
    if (this.#raised) this.builder.try(link(target, args), this.#edge());
    else this.builder.goto(target, args);
    this.#raised = false;
    this.#exception = null;
  }

  #edge(): Link {
    if (!this.#exception) throw new InternalError('no exception edge');
    return link(this.#exception.target, [...this.#exception.args]);
  }

  /** Ends the block behind a raising op before anything follows it. */
  #settle(): void {
    if (!this.#raised) return;
    const next = this.builder.block();
    this.builder.try(link(next), this.#edge());
    this.builder.continueIn(next);
    this.#raised = false;
  }

  // ---- control ----

  /** The values of one of two ways. */
  choose(
    condition: Value,
    types: readonly RtsType[],
    whenTrue: () => readonly Value[],
    whenFalse: () => readonly Value[],
  ): readonly Value[] {
    this.#settle();
    const [yes, no] = [this.builder.block(), this.builder.block()];
    const after = this.builder.block(types.map((type) => ({ type, name: '' })));
    this.builder.branch(condition, yes, no);
    for (const [block, way] of [
      [yes, whenTrue],
      [no, whenFalse],
    ] as const) {
      this.builder.continueIn(block);
      const values = way();
      this.#settle();
      this.builder.goto(after, values);
    }
    this.builder.continueIn(after);
    return after.inputs;
  }

  /** `body` for each isize from `first` up to but not including `end`. */
  forRange(first: Value, end: Value, body: (index: Value) => void): void {
    this.#settle();
    const head = this.builder.block([{ type: INT_TYPES.isize, name: 'i' }]);
    const [inside, after] = [this.builder.block(), this.builder.block()];
    this.builder.goto(head, [first]);
    this.builder.continueIn(head);
    const index = head.inputs[0] ?? first;
    this.builder.branch(this.value('int_lt', [index, end]), inside, after);
    this.builder.continueIn(inside);
    body(index);
    this.builder.goto(head, [this.value('int_add', [index, isizeConstant(1)])]);
    this.builder.continueIn(after);
  }
}

/** The constant result of an op on constants, or the operand that a `select` takes. */
function fold(name: OpName, args: readonly Value[], type: RtsType): Value | null {
  const [condition] = args;
  if (name === 'select' && condition?.kind === 'constant') {
    return (condition.value === true ? args[1] : args[2]) ?? null;
  }
  const { fold: folder, raises } = OPS[name];
  const constants = args.filter((arg): arg is Constant => arg.kind === 'constant');
  if (!folder || raises || constants.length < args.length) return null;
  const values = constants.map(({ value }) => value);
  const types = constants.map((arg) => arg.type);
  const folded = folder(values, types, type);
  return folded === NOT_FOLDED ? null : constant(type, folded);
}

export const NAN: Constant = constant(F64, Number.NaN);

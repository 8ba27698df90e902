// The state of one function on its way from checked tree to flow graph: the graph under construction and the value that
// each local has at this place. Handlers of statements and expressions work on it and reach their children through it.
import { OPS, NO_ATTRIBUTES, type OpAttributes, type OpName } from '../graph/ops.ts';
import { GraphBuilder, link, variable, type GraphHeader } from '../graph/builder.ts';
import type { Block, Constant, Graph, Link, RaisedError, Value } from '../graph/graph.ts';
import { constant } from '../graph/constants.ts';
import { InternalError } from '../graph/internal-error.ts';
import { representation } from '../graph/representation.ts';
import { ERROR_CLASSES } from '../program/error-classes.ts';
import { STATE_FIELD, STATES } from '../program/generator-fields.ts';
import type {
  MemoryChecks,
  CheckedFunction,
  Expression,
  JumpTarget,
  Local,
  Statement,
} from '../program/nodes.ts';
import { BOOLEAN, cellOf, INT_TYPES, VOID, type RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { CAUGHT_ERROR } from './caught-error.ts';
import type { FlowOptions } from './flow-options.ts';
import { beginGenerator, suspend, throwGiven, type Resumption } from './generators/resumption.ts';
import { LocalValues, type Locals } from './local-values.ts';
import { heldType, SourceLocals } from './source-locals.ts';

/** The value of every void expression: never used, and never in a finished graph. */
export const NOTHING: Constant = { kind: 'constant', type: VOID, value: undefined };

/** A place that several edges lead to. Entered once, when all of them are known (a loop's head: before). */
export interface Join {
  readonly block: Block;
  readonly edges: { readonly args: Value[]; readonly locals: Locals }[];
  /** Of a loop's head: the locals that are its block's inputs. null: found out when the join is entered. */
  readonly carried: readonly Local[] | null;
}

/** An active `try` or `using`. */
interface Handler {
  /** What the ways out run: of a `using`, a `finally`. null: of a `catch`, nothing. */
  readonly leave: (() => void) | null;
  /** Where raising ops of the body go. */
  readonly landing: Join;
  /** Where handlers inside the body go on with their exception. */
  readonly rethrow: Join;
}

interface Jump {
  readonly onBreak: Join;
  /** null for labelled blocks and switches. */
  readonly onContinue: Join | null;
  /** How many handlers are active at the target. */
  readonly depth: number;
}

/** The tables of handlers, given from outside so that no handler imports another. */
export interface Dispatch {
  readonly statement: (flow: FunctionFlow, statement: Statement) => void;
  readonly expression: (flow: FunctionFlow, expression: Expression) => Value;
  readonly condition: (
    flow: FunctionFlow,
    test: Expression,
    whenTrue: Join,
    whenFalse: Join,
  ) => void;
}

export class FunctionFlow {
  /** Of a checked build. */
  readonly checks: MemoryChecks | null;
  readonly #builder: GraphBuilder;
  readonly #dispatch: Dispatch;
  readonly #result: RtsType;
  readonly #locals = new LocalValues();
  /** False behind a jump: what is built then is thrown away, as no edge leaves it. */
  #reachable = true;
  #handlers: readonly Handler[] = [];
  readonly #jumps = new Map<JumpTarget, Jump>();
  #resumption: Resumption | null = null;
  /** Of a debug build. */
  readonly #source: SourceLocals | null;
  /** Of the statement that is being built. */
  #statement: Span | null;

  constructor(
    header: GraphHeader,
    result: RtsType,
    dispatch: Dispatch,
    { checks = null, marks = false }: FlowOptions = {},
  ) {
    this.checks = checks;
    this.#source = marks ? new SourceLocals() : null;
    this.#statement = header.span;
    this.#builder = new GraphBuilder(
      this.#source ? { ...header, locals: this.#source.list } : header,
    );
    this.#result = result;
    this.#dispatch = dispatch;
  }

  get result(): RtsType {
    return this.#result;
  }

  get isReachable(): boolean {
    return this.#reachable;
  }

  /**
   * The function's parameters, as locals. Of a closure: it is the first parameter itself, `self` the local that holds it, and
   * `captures` what it has captured.
   */
  bindParameters(
    locals: readonly Local[],
    { captures, captureFields, self, span }: CheckedFunction,
  ): void {
    const { parameters } = this.#builder;
    const closure = parameters.length > locals.length ? parameters[0] : undefined;
    if (closure && self) this.declare(self, closure);
    let part = 0;
    captures.forEach((local, index) => {
      this.#source?.add(local, span, false);
      const field = captureFields?.get(local);
      const [object] = parameters;
      if (object && field !== undefined)
        return this.declare(
          local,
          this.value('field_get', [object], heldType(local), span, { field }),
        );
      if (!closure) throw new InternalError(`${local.name} is captured by a plain function`);
      const type = heldType(local);
      this.declare(local, this.value('closure_get', [closure], type, span, { index, part }));
      part += representation(type).length;
    });
    parameters.slice(closure ? 1 : 0).forEach((parameter, i) => {
      const local = locals[i];
      if (!local) return;
      this.#source?.add(local, span, true);
      this.declareNew(local, parameter, span);
    });
  }

  finish(): Graph {
    return this.#builder.finish();
  }

  // ---- children ----

  statements(statements: readonly Statement[]): void {
    this.scoped(() => this.statementsOfScope(statements), statements);
  }

  /** Their declarations stay in scope after them. */
  statementsOfScope(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (!this.#reachable) continue;
      const outer = this.#statement;
      this.#statement = statement.span;
      if (this.#source && statement.kind !== 'block')
        this.effect('source_statement', [], statement.span);
      this.#dispatch.statement(this, statement);
      this.#statement = outer;
    }
  }

  expression(expression: Expression): Value {
    return this.#dispatch.expression(this, expression);
  }

  expressions(expressions: readonly Expression[]): readonly Value[] {
    return expressions.map((expression) => this.expression(expression));
  }

  /** Evaluates a boolean for control only: each side knows the assignments on its own way. */
  condition(test: Expression, whenTrue: Join, whenFalse: Join): void {
    this.#dispatch.condition(this, test, whenTrue, whenFalse);
  }

  // ---- ops ----

  value(
    name: OpName,
    args: readonly Value[],
    type: RtsType,
    span: Span,
    attributes: OpAttributes = NO_ATTRIBUTES,
  ): Value {
    this.#openBlock();
    const [result] = this.#builder.op(name, args, { types: [type], attributes, span });
    if (!result) throw new InternalError(`${name} has no result`);
    this.#catchLastOp(name);
    return result;
  }

  effect(
    name: OpName,
    args: readonly Value[],
    span: Span,
    attributes: OpAttributes = NO_ATTRIBUTES,
  ): void {
    this.#openBlock();
    this.#builder.op(name, args, { types: [], attributes, span });
    this.#catchLastOp(name);
  }

  /** `value`, or for void and never `effect`. */
  call(
    name: OpName,
    args: readonly Value[],
    type: RtsType,
    span: Span,
    attributes: OpAttributes,
  ): Value {
    if (type.kind !== 'void' && type.kind !== 'never') {
      return this.value(name, args, type, span, attributes);
    }
    this.effect(name, args, span, attributes);
    return NOTHING;
  }

  #openBlock(): void {
    if (!this.#builder.isOpen) this.#builder.startBlock();
  }

  #catchLastOp(name: OpName): void {
    const handler = this.#handlers.at(-1);
    if (!handler || !this.#reachable || !OPS[name].raises) return;
    const normal = this.#builder.block();
    this.#builder.try(link(normal), this.#edge(handler.landing));
    this.#builder.continueIn(normal);
  }

  // ---- locals ----

  /** `value` null: declared without a value. */
  declare(local: Local, value: Value | null): void {
    this.#locals.declare(local, value);
    if (value) this.#show(local, value);
  }

  /** For debuggers. */
  #show(local: Local, value: Value): void {
    const span = this.#statement;
    const index = span && this.#reachable ? this.#source?.indexOf(local, span) : null;
    if (span && typeof index === 'number') this.effect('source_local', [value], span, { index });
  }

  /** A declaration of the source: what lives in a cell gets its own each time. */
  declareNew(local: Local, value: Value | null, span: Span): void {
    if (!local.cell) return this.declare(local, value);
    const cell = this.value('object_new', [], cellOf(local.type), span);
    if (value) this.effect('field_set', [cell, value], span, { field: 'value' });
    this.declare(local, cell);
  }

  /** The value of the local, or its cell: what a closure captures. */
  held(local: Local): Value {
    const value = this.#locals.read(local);
    if (value) return value;
    if (this.#reachable) throw new InternalError(`${local.name} is read before it has a value`);
    return variable(heldType(local), local.name);
  }

  read(local: Local, span: Span): Value {
    const held = this.held(local);
    return local.cell
      ? this.value('field_get', [held], local.type, span, { field: 'value' })
      : held;
  }

  /** An assignment of the source. */
  assign(local: Local, value: Value, span: Span): void {
    if (!local.cell) return this.write(local, value);
    this.effect('field_set', [this.held(local), value], span, { field: 'value' });
  }

  write(local: Local, value: Value): void {
    this.#locals.write(local, value);
    this.#show(local, value);
  }

  /** Locals declared by `action` are gone after it. `statements`: where else their names mean nothing. */
  scoped<T>(action: () => T, statements: readonly Statement[] = []): T {
    const source = this.#source;
    return this.#locals.scoped(source ? () => source.scoped(statements, action) : action);
  }

  // ---- control ----

  join(): Join {
    return { block: this.#builder.block(), edges: [], carried: null };
  }

  goto(join: Join): void {
    if (this.#reachable) {
      const { target, args } = this.#edge(join);
      this.#builder.goto(target, args);
    }
    this.#reachable = false;
  }

  branch(condition: Value, whenTrue: Join, whenFalse: Join): void {
    if (condition.kind === 'constant') return this.goto(condition.value ? whenTrue : whenFalse);
    if (this.#reachable) {
      this.#builder.branch(condition, this.#edge(whenTrue), this.#edge(whenFalse));
    }
    this.#reachable = false;
  }

  switch(
    value: Value,
    cases: readonly { readonly value: Constant; readonly join: Join }[],
    otherwise: Join,
  ): void {
    if (this.#reachable) {
      const links = cases.map((item) => ({ value: item.value, link: this.#edge(item.join) }));
      this.#builder.switch(value, links, this.#edge(otherwise));
    }
    this.#reachable = false;
  }

  /** Goes on where the edges of `join` meet; unreachable if there are none. */
  enter(join: Join): void {
    this.#reachable = join.edges.length > 0;
    if (this.#reachable) this.#builder.continueIn(join.block);
    const ways = join.edges.map(({ locals }) => locals);
    this.#locals.meet(ways, (local, values) => {
      values.forEach((value, i) => join.edges[i]?.args.push(value));
      return this.#builder.addInput(join.block, heldType(local), local.name);
    });
  }

  /** Goes on in a new loop head whose inputs are those of `assigned` that have a value here. `goto` repeats it. */
  enterLoop(assigned: ReadonlySet<Local>): Join {
    const carried = this.#locals.known().filter((local) => assigned.has(local));
    const head: Join = { block: this.#builder.block(carried), edges: [], carried };
    this.goto(head);
    this.#reachable = true;
    this.#builder.continueIn(head.block);
    carried.forEach((local, i) => {
      const input = head.block.inputs[i];
      if (input) this.#locals.write(local, input);
    });
    return head;
  }

  #edge(join: Join): Link & { readonly args: Value[] } {
    const args = join.carried?.map((local) => this.held(local)) ?? [];
    join.edges.push({ args, locals: this.#locals.snapshot() });
    return { target: join.block, args };
  }

  return(value: Value | null): void {
    if (this.#reachable) this.#builder.return(value ? [value] : []);
    this.#reachable = false;
  }

  raise(error: RaisedError, args: readonly Value[], span: Span): void {
    if (this.#reachable) this.#builder.raise(error, args, span, this.#landing());
    this.#reachable = false;
  }

  /** `object` is of an error class. */
  throw(object: Value, span: Span): void {
    if (this.#reachable) this.#builder.throw(object, span, this.#landing());
    this.#reachable = false;
  }

  /** Where an error that is raised here goes; null: out of the function. */
  #landing(): Link | null {
    const handler = this.#handlers.at(-1);
    return handler ? this.#edge(handler.landing) : null;
  }

  /** Behind a call that never returns. */
  unreachable(): void {
    if (this.#reachable) this.#builder.unreachable();
    this.#reachable = false;
  }

  // ---- generators ----

  /** `body` is that of a generator. It goes on where its frame says; however it is left for good, it says so. */
  generator(body: () => void, span: Span): void {
    const resumption = beginGenerator(this.#builder, span);
    this.#resumption = resumption;
    this.withCleanup(() => {
      const done = constant(INT_TYPES.i32, STATES.done);
      this.effect('field_set', [resumption.frame, done], span, { field: STATE_FIELD });
    }, body);
  }

  suspend(span: Span): void {
    if (!this.#resumption) throw new InternalError('suspend outside of a generator');
    if (!this.#reachable) return;
    this.#openBlock();
    suspend(this.#builder, this.#resumption);
    const [closing, going] = [this.join(), this.join()];
    this.branch(this.#resumption.closing, closing, going);
    this.enter(closing);
    if (this.#reachable) {
      const thrown = throwGiven(this.#builder, this.#resumption.frame);
      if (thrown) {
        this.throw(thrown.error, span);
        this.#builder.continueIn(thrown.otherwise);
        this.#reachable = true;
      }
    }
    this.runCleanups(0);
    this.return(constant(BOOLEAN, false));
    this.enter(going);
    // The frame of the machine is another one.
    for (const local of this.#source ? this.#locals.known() : [])
      this.#show(local, this.held(local));
  }

  // ---- jumps and handlers ----

  /** `break` and `continue` to `target` work inside `body`. */
  jumpsTo(target: JumpTarget, onBreak: Join, onContinue: Join | null, body: () => void): void {
    this.#jumps.set(target, { onBreak, onContinue, depth: this.#handlers.length });
    body();
    this.#jumps.delete(target);
  }

  jump(target: JumpTarget, kind: 'onBreak' | 'onContinue'): void {
    const jump = this.#jumps.get(target);
    const join = jump?.[kind];
    if (!jump || !join) throw new InternalError(`${target.label ?? kind}: no such jump target`);
    this.runCleanups(jump.depth);
    this.goto(join);
  }

  /** `body`, and `cleanup` on every way out of it. The exception stays pending meanwhile: `cleanup` must catch none. */
  withCleanup(cleanup: () => void, body: () => void): void {
    this.#handling(cleanup, body, () => {
      cleanup();
      this.#reraise();
    });
  }

  /** `body`, and `final` on every way out of it; `final` may do what it likes with exceptions. */
  withFinally(final: () => void, body: () => void, span: Span): void {
    this.#handling(final, body, () => {
      const error = this.caughtError(span);
      final();
      this.throw(error, span);
    });
  }

  /** `body`; `caught` goes on with what it raises. */
  withCatch(body: () => void, caught: () => void): void {
    this.#handling(null, body, caught);
  }

  /** The object of the exception that has come in. */
  caughtError(span: Span): Value {
    const callee = CAUGHT_ERROR;
    return this.value('direct_call', [], ERROR_CLASSES.Error, span, { callee });
  }

  #handling(leave: Handler['leave'], body: () => void, raised: () => void): void {
    const handler = { leave, landing: this.join(), rethrow: this.join() };
    const outer = this.#handlers;
    this.#handlers = [...outer, handler];
    body();
    this.runCleanups(outer.length);
    this.#handlers = outer;
    const after = this.join();
    this.goto(after);
    this.enter(handler.landing);
    if (handler.rethrow.edges.length > 0) {
      this.goto(handler.rethrow);
      this.enter(handler.rethrow);
    }
    if (this.#reachable) raised();
    this.goto(after);
    this.enter(after);
  }

  #reraise(): void {
    const outer = this.#handlers.at(-1);
    if (outer) return this.goto(outer.rethrow);
    if (this.#reachable) this.#builder.reraise();
    this.#reachable = false;
  }

  /** On the way out of all but the first `depth` handlers: what each does then, with only those around it active. */
  runCleanups(depth: number): void {
    const active = this.#handlers;
    for (let i = active.length - 1; i >= depth && this.#reachable; i--) {
      this.#handlers = active.slice(0, i);
      active[i]?.leave?.();
    }
    this.#handlers = active;
  }
}

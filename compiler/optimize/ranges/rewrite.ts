// A graph and what was chosen for its numbers → the graph with integer variables. Every block is made anew; conversions
// stand where the two worlds meet, each once in a block, or at the definition if that runs less often.
import { constant, f64Constant } from '../../graph/constants.ts';
import { link, variable } from '../../graph/builder.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from '../../graph/graph.ts';
import { NO_ATTRIBUTES, OPS } from '../../graph/ops.ts';
import { mapExit, mapLinks } from '../../graph/rewrite.ts';
import { linksOf } from '../../graph/walk.ts';
import { F64, INT_TYPES, type IntType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import type { Place } from './branches.ts';
import { weightOf, type Choice } from './choose.ts';
import { cast, type Emit } from './emit.ts';
import { COMPARISONS, type Knowledge } from './forms.ts';
import { emitForm, emitQuotient } from './integer-arithmetic.ts';
import { emitComparison } from './integer-comparison.ts';
import { fits, isSafe, type Fact } from './interval.ts';

/** Where new ops go: the end of a block so far, or behind a definition. */
interface Position {
  readonly block: Block;
  readonly place: Place;
  readonly ops: Op[];
  /** Conversions made here, by value and purpose. */
  readonly made: Map<Value, Map<string, Value>>;
  readonly span: Span | null;
}

export const rewriteNumbers = (
  knowledge: Knowledge,
  choice: Choice,
  types: ReadonlyMap<Variable, IntType>,
): Graph => new NumberRewriter(knowledge, choice, types).run();

class NumberRewriter {
  readonly #knowledge: Knowledge;
  readonly #choice: Choice;
  readonly #types: ReadonlyMap<Variable, IntType>;
  readonly #blocks = new Map<Block, Block>();
  /** What stands for variables of the old graph, where it is not themselves. */
  readonly #values = new Map<Variable, Value>();
  /** Behind each definition of the old graph: what is converted there. */
  readonly #behind = new Map<Variable, Position>();
  #changed = false;

  constructor(knowledge: Knowledge, choice: Choice, types: ReadonlyMap<Variable, IntType>) {
    this.#knowledge = knowledge;
    this.#choice = choice;
    this.#types = types;
  }

  run(): Graph {
    const { graph, order } = this.#knowledge.analysis.structure;
    for (const block of order) this.#blocks.set(block, this.#newBlock(block));
    const pieces = order.map((block) => [block, this.#rewriteBlock(block)] as const);
    for (const [block, ops] of pieces) this.#new(block).ops = ops.flat();
    return this.#changed ? { ...graph, start: this.#new(graph.start) } : graph;
  }

  // ---- blocks ----

  #newBlock(old: Block): Block {
    const inputs = old.inputs.map((input) => {
      const type = this.#held(input);
      if (!type) return input;
      const integer = variable(type, input.name);
      this.#values.set(input, integer);
      this.#changed = true;
      return integer;
    });
    return { inputs, ops: [], exit: { kind: 'unreachable' } };
  }

  #new(old: Block): Block {
    return this.#blocks.get(old) as Block;
  }

  /** The ops in pieces: those behind definitions are still empty and are filled by later blocks. */
  #rewriteBlock(block: Block): readonly (readonly Op[])[] {
    const { scopes } = this.#knowledge.analysis;
    const made: Position['made'] = new Map();
    const pieces: Op[][] = [];
    const position = (place: Place, span: Span | null): Position => {
      const ops: Op[] = [];
      pieces.push(ops);
      return { block, place, ops, made, span };
    };
    const behind = (variables: readonly Variable[], place: Place, span: Span | null): void => {
      if (variables.length === 0) return;
      const here: Position = { ...position(place, span), made: new Map() };
      for (const defined of variables) this.#behind.set(defined, here);
    };
    behind(block.inputs, scopes.entry(block), null);
    const last = block.exit.kind === 'try' ? block.ops.at(-1) : undefined;
    let canRaise = false;
    for (const op of block.ops) {
      const here = position(scopes.before(op), op.span);
      this.#rewriteOp(op, here);
      canRaise = op === last && here.ops.some(({ name }) => OPS[name].raises);
      if (op !== last || !canRaise) behind(op.results, scopes.before(op), op.span);
    }
    this.#rewriteExit(block, canRaise, position);
    return pieces;
  }

  #rewriteExit(
    block: Block,
    canRaise: boolean,
    position: (place: Place, span: Span | null) => Position,
  ): void {
    const old = block.exit;
    const { scopes } = this.#knowledge.analysis;
    const exit: Exit = old.kind === 'try' && !canRaise ? { kind: 'goto', link: old.normal } : old;
    const end = position(scopes.exit(block), block.ops.at(-1)?.span ?? null);
    const valued = mapExit(
      mapLinks(exit, (to) => ({ target: to.target, args: [] })),
      (value) => this.#plain(value, end),
    );
    const links = linksOf(exit).map((to) => this.#newLink(block, to, exit.kind === 'try', end));
    let index = 0;
    this.#new(block).exit = mapLinks(valued, () => links[index++] as Link);
  }

  /** Nothing may stand between the last op of a block and its `try`: conversions get a block of their own there. */
  #newLink(from: Block, old: Link, isTry: boolean, end: Position): Link {
    const place = this.#knowledge.analysis.scopes.edge(from, old);
    const ops = isTry ? [] : end.ops;
    const at: Position = { ...end, place, ops, made: isTry ? new Map() : end.made };
    const args = old.args.map((arg, index) => {
      const input = old.target.inputs[index];
      const type = input && this.#held(input);
      return type ? this.#integer(arg, type, at) : this.#plain(arg, at);
    });
    const target = link(this.#new(old.target), args);
    if (!isTry || ops.length === 0) return target;
    return link({ inputs: [], ops, exit: { kind: 'goto', link: target } });
  }

  // ---- ops ----

  #rewriteOp(op: Op, here: Position): void {
    const [result] = op.results;
    if (op.name === 'float_div' && this.#choice.isIntegerOp(op)) {
      this.#changed = true;
      return;
    }
    const value = result ? this.#integerOp(op, result, this.#emit(here)) : null;
    if (result && value) {
      this.#values.set(result, value);
      this.#changed = true;
    } else {
      here.ops.push({ ...op, args: op.args.map((arg) => this.#plain(arg, here)) });
    }
  }

  /** What stands for the result of an op that is done on integers; null for the others. */
  #integerOp(op: Op, result: Variable, emit: Emit): Value | null {
    const { isInteger, isIntegerOp } = this.#choice;
    const [arg] = op.args;
    if (isInteger(result)) {
      const form = this.#knowledge.formOf(op);
      const type = this.#held(result);
      return form && type ? emitForm(emit, op, form, type) : null;
    }
    if (COMPARISONS.has(op.name)) return isIntegerOp(op) ? emitComparison(emit, op) : null;
    if (!arg || arg.kind === 'constant' || result.type.kind !== 'int') return null;
    const { type } = result;
    switch (op.name) {
      case 'float_to_int': {
        if (this.#held(arg)) return emit.integer(arg, type);
        const form = isIntegerOp(op) ? this.#knowledge.formOf(op) : null;
        return form ? emitQuotient(emit, op.name, form.operands, type) : null;
      }
      case 'float_to_index':
        return isSafe(emit.fact(arg)) ? emit.integer(arg, type) : null;
      case 'float_to_int_exact':
        return this.#held(arg) ? emit.integer(arg, type) : null;
      default:
        return null;
    }
  }

  #emit(at: Position): Emit {
    return {
      op: (name, args, type) => this.#append(at, name, args, type),
      integer: (value, type) => this.#integer(value, type, at),
      plain: (value) => this.#plain(value, at),
      fact: (value) => this.#fact(value, at.place),
      held: (value) => this.#held(value),
      once: (value, purpose, make) =>
        this.#once(value, purpose, at, true, (where) => make(this.#emit(where))),
    };
  }

  #append(at: Position, name: Op['name'], args: readonly Value[], type: RtsType): Variable {
    const result = variable(type);
    at.ops.push({ name, args, results: [result], attributes: NO_ATTRIBUTES, span: at.span });
    return result;
  }

  // ---- values ----

  /** The type of a variable that the new graph holds as an integer: an input, or the result of an integer op. */
  #held(value: Value): IntType | null {
    if (value.kind === 'constant' || !this.#choice.isInteger(value)) return null;
    const { structure } = this.#knowledge.analysis;
    const definition = structure.definitions.get(value);
    if (!definition) return null;
    const { op, block } = definition;
    const isHeld = op ? this.#knowledge.formOf(op) !== null : block !== structure.graph.start;
    return isHeld ? (this.#types.get(value) ?? null) : null;
  }

  #fact(value: Value, place: Place): Fact {
    return this.#knowledge.analysis.facts.at(value, place);
  }

  #plain(value: Value, at: Position): Value {
    if (value.kind === 'constant') return value;
    const held = this.#held(value);
    const current = this.#values.get(value) ?? value;
    if (!held) return current;
    if (current.kind === 'constant') return f64Constant(Number(current.value));
    return this.#once(value, 'f64', at, true, (where) =>
      this.#append(where, 'int_to_float', [current], F64),
    );
  }

  #integer(value: Value, type: IntType, at: Position): Value {
    if (value.kind === 'constant') return constant(type, BigInt(Number(value.value)));
    const current = this.#values.get(value) ?? value;
    const held = this.#held(value);
    if (held) {
      if (current.kind === 'constant') return constant(type, BigInt(Number(current.value)));
      if (current.type === type) return current;
      return this.#once(value, type.name, at, true, (where) =>
        cast(this.#emit(where), current, type),
      );
    }
    // Where the value is safe here only, the conversion must not move to its definition.
    const isAlways = isSafe(this.#knowledge.analysis.facts.ofVariable(value));
    return this.#once(value, type.name, at, isAlways, (where) => {
      const { lo, hi } = this.#fact(value, where.place);
      const exact = fits(type, lo, hi) ? type : INT_TYPES.isize;
      const integer = this.#append(where, 'float_to_int_exact', [current], exact);
      return cast(this.#emit(where), integer, type);
    });
  }

  /** `make` at the use, or at the definition if that may be and runs less often. Not again where it has been made. */
  #once(
    value: Value,
    purpose: string,
    at: Position,
    mayMove: boolean,
    make: (where: Position) => Value,
  ): Value {
    const defined = value.kind === 'variable' ? this.#behind.get(value) : undefined;
    const known = defined?.made.get(value)?.get(purpose) ?? at.made.get(value)?.get(purpose);
    if (known) return known;
    const { analysis } = this.#knowledge;
    const isLighter = defined && weightOf(analysis, defined.block) < weightOf(analysis, at.block);
    const where = mayMove && defined && isLighter ? defined : at;
    const converted = make(where);
    let purposes = where.made.get(value);
    if (!purposes) where.made.set(value, (purposes = new Map()));
    purposes.set(purpose, converted);
    return converted;
  }
}

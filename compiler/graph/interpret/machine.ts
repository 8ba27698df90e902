// Executes graphs: frames, control flow, exceptions. No recursion, so that programs may be deeper than JavaScript's stack.
import { RAISED } from '../../builtins/errors.ts';
import type { Block, Exit, Graph, Link, Op, Value, Variable } from '../graph.ts';
import { InternalError } from '../internal-error.ts';
import { exceptionOf } from '../walk.ts';
import { evaluatorOf } from './evaluators.ts';
import {
  asClosure,
  asObject,
  InterpreterError,
  raise,
  Raise,
  type Held,
  type State,
} from './held.ts';

export interface Limits {
  /** Ops and exits of one call from the host. */
  readonly steps: number;
  /** Frames; one more raises RangeError as a full stack does. */
  readonly depth: number;
}

interface Frame {
  readonly graph: Graph;
  readonly values: Map<Variable, Held>;
  block: Block;
  /** Of the op to be executed next, or executing. */
  index: number;
}

/** Runs `graph` to its end: its results, or the Raise that left it, thrown. */
export function run(
  graph: Graph,
  args: readonly Held[],
  state: State,
  limits: Limits,
): readonly Held[] {
  const frames: Frame[] = [];
  let steps = 0;
  let results = enter(frames, graph, args, limits);
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    if (++steps > limits.steps) throw new InterpreterError(`more than ${limits.steps} steps`);
    try {
      results = step(frame, frames, state, limits) ?? results;
    } catch (error) {
      if (!(error instanceof Raise)) throw located(error, frame);
      unwind(frames, error, state);
    }
  }
  return results;
}

function enter(
  frames: Frame[],
  graph: Graph,
  args: readonly Held[],
  limits: Limits,
): readonly Held[] {
  if (frames.length >= limits.depth) raise(RAISED.stackExhausted);
  const frame: Frame = { graph, values: new Map(), block: graph.start, index: 0 };
  assign(frame, graph.start.inputs, args);
  frames.push(frame);
  return [];
}

/** One op or exit. Gives the results when the outermost frame returns. */
function step(
  frame: Frame,
  frames: Frame[],
  state: State,
  limits: Limits,
): readonly Held[] | undefined {
  const op = frame.block.ops[frame.index];
  if (!op) return leave(frame, frames, state);
  const args = op.args.map((arg) => valueOf(frame, arg));
  const name = calleeOf(op, args, state);
  if (name !== null) {
    const callee = state.unit.graphs.get(name);
    if (!callee) throw new InterpreterError(`no graph ${name}`);
    enter(frames, callee, args, limits);
    return undefined;
  }
  assign(frame, op.results, evaluatorOf(op.name)(args, op, state));
  frame.index++;
  return undefined;
}

/** The graph that a call runs; null for other ops. */
function calleeOf(
  { name, attributes }: Op,
  [first]: readonly Held[],
  { unit }: State,
): string | null {
  switch (name) {
    case 'direct_call':
      return attributes.callee ?? '';
    case 'closure_call':
      return asClosure(first).callee;
    case 'method_call': {
      const type = asObject(first).type.name;
      const found = unit.classes.get(type)?.methods.get(attributes.method ?? '');
      if (found === undefined)
        throw new InterpreterError(`no method ${attributes.method} in ${type}`);
      return found;
    }
    default:
      return null;
  }
}

function leave(frame: Frame, frames: Frame[], state: State): readonly Held[] | undefined {
  const { exit } = frame.block;
  switch (exit.kind) {
    case 'goto':
      follow(frame, exit.link);
      return undefined;
    case 'branch':
      follow(frame, valueOf(frame, exit.condition) === true ? exit.whenTrue : exit.whenFalse);
      return undefined;
    case 'switch':
      follow(frame, chosen(frame, exit));
      return undefined;
    case 'try':
      follow(frame, exit.normal);
      return undefined;
    case 'return':
      return returnTo(
        frames,
        exit.values.map((value) => valueOf(frame, value)),
      );
    case 'raise': {
      const args = exit.args.map((arg) => valueOf(frame, arg));
      return raise(exit.error, ...args);
    }
    case 'throw':
      throw new Raise(asObject(valueOf(frame, exit.object)));
    case 'reraise':
      if (!state.pending) throw new InterpreterError('reraise of nothing');
      throw state.pending;
    case 'unreachable':
      throw new InterpreterError('an unreachable exit was reached');
  }
}

function chosen(frame: Frame, { value, cases, otherwise }: Exit & { kind: 'switch' }): Link {
  const held = valueOf(frame, value);
  return cases.find((item) => item.value.value === held)?.link ?? otherwise;
}

function returnTo(frames: Frame[], values: readonly Held[]): readonly Held[] | undefined {
  frames.pop();
  const caller = frames.at(-1);
  if (!caller) return values;
  assign(caller, caller.block.ops[caller.index]?.results ?? [], values);
  caller.index++;
  return undefined;
}

/** To the nearest `try` whose op raised or called what raised; out of everything if there is none. */
function unwind(frames: Frame[], exception: Raise, state: State): void {
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const { ops, exit } = frame.block;
    // A `raise` and a `throw` stand behind the last op, a raising op before a `try` is it.
    const link = frame.index >= ops.length - Number(exit.kind === 'try') ? exceptionOf(exit) : null;
    if (link) {
      state.pending = exception;
      follow(frame, link);
      return;
    }
    frames.pop();
  }
  throw exception;
}

/** All arguments are read before any input is written: links may swap. */
function follow(frame: Frame, { target, args }: Link): void {
  const values = args.map((arg) => valueOf(frame, arg));
  frame.block = target;
  frame.index = 0;
  assign(frame, target.inputs, values);
}

function assign({ values }: Frame, variables: readonly Variable[], held: readonly Held[]): void {
  if (held.length !== variables.length) {
    throw new InterpreterError(`${held.length} values for ${variables.length} variables`);
  }
  variables.forEach((variable, i) => values.set(variable, held[i]));
}

function valueOf({ values }: Frame, value: Value): Held {
  if (value.kind === 'variable') {
    if (!values.has(value)) throw new InterpreterError(`a variable ${value.name} without a value`);
    return values.get(value);
  }
  const isAddress = value.type.kind === 'address' || value.type.kind === 'ptr';
  return isAddress ? 0 : value.value;
}

/** What went wrong, and in which op of which graph. */
function located(error: unknown, { graph, block, index }: Frame): unknown {
  if (!(error instanceof InterpreterError || error instanceof InternalError)) return error;
  const op: Op | undefined = block.ops[index];
  return new InterpreterError(`${graph.name}, ${op?.name ?? block.exit.kind}: ${error.message}`);
}

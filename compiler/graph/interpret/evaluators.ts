// What each op does: the table that the machine looks up, total over the op table.
import { OPS, type OpName } from '../ops.ts';
import { ARITHMETIC, fold, foldOrRaise, type FoldedOpName } from './arithmetic.ts';
import { ARRAYS } from './arrays.ts';
import { ERRORS } from './errors.ts';
import { GLOBALS, refreshGlobals } from './globals.ts';
import { asNumber, InterpreterError, type Evaluator } from './held.ts';
import { OBJECTS } from './objects.ts';
import { POINTERS } from './pointers.ts';
import { RAW } from './raw.ts';
import { RUNTIME } from './text.ts';
import { VALUES } from './values.ts';
import { RAISED } from '../../builtins/errors.ts';
import type { RuntimeName } from '../../builtins/runtime-functions.ts';

const runtimeFunction: Evaluator = (args, { attributes }, state) => {
  const run = RUNTIME[attributes.runtime as RuntimeName];
  if (!run) throw new InterpreterError(`no runtime function ${attributes.runtime}`);
  return run(args, state);
};

const CALLS = {
  saved_errno: ([alternate], _op, { errno }) => [errno[alternate === true ? 1 : 0]],
  save_errno: ([alternate, value], _op, { errno }) => {
    errno[alternate === true ? 1 : 0] = asNumber(value);
    return [];
  },
  callback_new: () => {
    throw new InterpreterError('C cannot call the interpreter');
  },
  callback_free: () => {
    throw new InterpreterError('C cannot call the interpreter');
  },
  c_call: (_args, { attributes }) => {
    throw new InterpreterError(
      `the C function ${attributes.external?.name} cannot be called by the interpreter`,
    );
  },
  host_call: (_args, _op, state) => {
    const { host, buffers } = state;
    if (!host.call) throw new InterpreterError('JavaScript has given no function');
    buffers.copyAllOut();
    try {
      host.call();
      return [];
    } finally {
      buffers.copyAllIn();
      refreshGlobals(state);
    }
  },
  // Places are never free again here: nothing tells that an object is dead.
  host_hold: ([, place], _op, { host }) => {
    if (host.links) host.links[Number(place)] = -1;
    return [];
  },
  host_collect: () => [],
  runtime_call: runtimeFunction,
  runtime_query: runtimeFunction,
} satisfies Readonly<Record<string, Evaluator>>;

/** The machine's own: they make a frame. */
export type CallOpName = 'direct_call' | 'method_call' | 'closure_call';

const TABLE: { readonly [K in Exclude<OpName, FoldedOpName | CallOpName>]: Evaluator } = {
  ...ARITHMETIC,
  ...VALUES,
  ...ARRAYS,
  ...POINTERS,
  ...RAW,
  ...GLOBALS,
  ...CALLS,
  ...OBJECTS,
  ...ERRORS,
  source_statement: () => [],
  source_local: () => [],
  float_to_index: foldOrRaise(RAISED.notAnIndex),
};

const evaluators: { readonly [name: string]: Evaluator } = TABLE;

export function evaluatorOf(name: OpName): Evaluator {
  const found = evaluators[name];
  if (found) return found;
  if (!OPS[name].fold) throw new InterpreterError(`${name} has neither evaluator nor folder`);
  return fold;
}

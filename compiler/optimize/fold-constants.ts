// Computes what is known at build time: ops on constants, and identities such as `x * 1` that are exact for the type.
//
// Before:
//   graph "f" -> i32, boolean
//   b0(v0: i32):
//     v1: i32 = int_add 2:i32, 3:i32
//     v2: i32 = int_mul v0, 1:i32
//     v3: i32 = int_add v2, v1
//     v4: f64 = int_to_float v0
//     v5: boolean = float_lt v4, 10.5:f64
//     return v3, v5
// After:
//   graph "f" -> i32, boolean
//   b0(v0: i32):
//     v1: i32 = int_add v0, 5:i32
//     v2: f64 = int_to_float v0
//     v3: boolean = int_lt v0, 11:i32
//     return v1, v3
//
// Relies on the folders of the op table, which compute what the ops compute. Math's approximated functions have none.
// Leaves operands that are no longer needed to `remove-dead-code`, branches on constants to `simplify-control-flow`.
import { variable } from '../graph/builder.ts';
import { constant } from '../graph/constants.ts';
import type { Constant, Graph, Op, Value, Variable } from '../graph/graph.ts';
import { NO_ATTRIBUTES, OPS } from '../graph/ops.ts';
import { NOT_FOLDED } from '../graph/ops/op.ts';
import { rewriteGraph, type Emitter } from '../graph/rewrite.ts';
import { ADDRESSES } from './identities/addresses.ts';
import { BOOLEANS } from './identities/booleans.ts';
import { COMPARISONS } from './identities/comparisons.ts';
import { CONVERSIONS } from './identities/conversions.ts';
import { FLOATS } from './identities/floats.ts';
import {
  constantOf,
  integerOf,
  type Identities,
  type IdentityContext,
} from './identities/identity.ts';
import { INTEGERS } from './identities/integers.ts';
import { OBJECTS } from './identities/objects.ts';
import { graphPass, type Pass } from './pass.ts';

export const foldConstants: Pass = graphPass('fold-constants', run);

const IDENTITIES: Identities = {
  ...INTEGERS,
  ...FLOATS,
  ...CONVERSIONS,
  ...COMPARISONS,
  ...BOOLEANS,
  ...ADDRESSES,
  ...OBJECTS,
};

function run(graph: Graph): Graph {
  const made = new Map<Variable, Op>();
  const keep = (op: Op): void => op.results.forEach((result) => made.set(result, op));
  return rewriteGraph(graph, {
    op(op, emit) {
      if (alwaysHolds(op)) return [];
      const value = simplify(op, contextOf(made, op, emit));
      if (value) return [value];
      keep(op);
      return null;
    },
  });
}

function contextOf(made: Map<Variable, Op>, { span }: Op, emit: Emitter): IdentityContext {
  const context: IdentityContext = {
    definition: (value) => (value.kind === 'variable' ? made.get(value) : undefined),
    make(name, args, type) {
      const result = variable(type);
      const op: Op = { name, args, results: [result], attributes: NO_ATTRIBUTES, span };
      const value = simplify(op, context);
      if (value) return value;
      made.set(result, op);
      emit.append(op);
      return result;
    },
  };
  return context;
}

const simplify = (op: Op, context: IdentityContext): Value | null =>
  foldOp(op) ?? IDENTITIES[op.name]?.(op, context) ?? null;

/** The constant that an op on constants gives; null where it raises or is not to be folded. */
function foldOp({ name, args, results }: Op): Constant | null {
  const { fold } = OPS[name];
  const type = results[0]?.type;
  const constants = args.filter((arg): arg is Constant => arg.kind === 'constant');
  if (!fold || !type || constants.length < args.length) return null;
  const value = fold(
    constants.map((arg) => arg.value),
    constants.map((arg) => arg.type),
    type,
  );
  return value === NOT_FOLDED ? null : constant(type, value);
}

/** A check that cannot fail. */
function alwaysHolds({ name, args }: Op): boolean {
  const [a, b] = args;
  switch (name) {
    case 'check':
      return constantOf(a) === true;
    case 'check_nonzero': {
      const value = integerOf(a);
      return value !== undefined && value !== 0n;
    }
    case 'check_index': {
      const [index, length] = [integerOf(a), integerOf(b)];
      return index !== undefined && length !== undefined && index >= 0n && index < length;
    }
    default:
      return false;
  }
}

// Variables as "another variable plus a constant": through additions of constants and conversions that keep the
// value. Two variables with one root differ by a known number, also where one is f64 and the other an index.
// The forms are syntactic; a step holds only where the facts say that it neither wraps nor rounds.
import type { Constant, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { OPS } from '../../graph/ops.ts';
import { F64, type RtsType } from '../../program/types.ts';
import { fits, isSafe, MAX_SAFE, type Fact } from './interval.ts';
import type { Structure } from './structure.ts';

export interface Linear {
  readonly root: Variable;
  readonly offset: number;
}

/** value = operand + offset, if `holds` for the operand's fact. */
interface Step {
  readonly operand: Variable;
  readonly offset: number;
  readonly holds: (operand: Fact) => boolean;
}

const MAX_STEPS = 32;

export class LinearForms {
  readonly #steps = new Map<Variable, Step>();
  /** The first variable with the same pure op on the same operands. */
  readonly #representative = new Map<Variable, Variable>();
  readonly #roots = new Map<Variable, Variable>();

  constructor(structure: Structure) {
    const keys = new Keys();
    for (const block of structure.order) {
      for (const op of block.ops) this.#enter(op, keys);
    }
  }

  #enter(op: Op, keys: Keys): void {
    const [result] = op.results;
    if (!result || op.results.length > 1) return;
    const { pure } = OPS[op.name];
    if (pure) {
      const first = keys.first(op, result, (value) => this.representative(value));
      if (first !== result) this.#representative.set(result, first);
    }
    const step = stepOf(op, result.type);
    if (step) this.#steps.set(result, step);
  }

  representative<V extends Value>(value: V): V | Variable {
    return value.kind === 'variable' ? (this.#representative.get(value) ?? value) : value;
  }

  /** The root whatever the facts say: variables with different ones are never found related. */
  syntacticRoot(variable: Variable): Variable {
    let root = this.#roots.get(variable);
    if (!root) this.#roots.set(variable, (root = this.form(variable, null).root));
    return root;
  }

  /** `factOf` null: every step holds. */
  form(variable: Variable, factOf: ((value: Variable) => Fact) | null): Linear {
    let root = this.representative(variable) as Variable;
    let offset = 0;
    for (let count = 0; count < MAX_STEPS; count++) {
      const step = this.#steps.get(root);
      if (!step || (factOf && !step.holds(factOf(step.operand)))) break;
      offset += step.offset;
      root = this.representative(step.operand) as Variable;
    }
    return { root, offset };
  }
}

/** Ops of equal operands, found again by a text of their numbers. */
class Keys {
  readonly #numbers = new Map<Variable | string, number>();
  readonly #firsts = new Map<string, Variable>();

  first(op: Op, result: Variable, representative: (value: Value) => Value): Variable {
    const args = op.args.map((arg) => this.#number(representative(arg)));
    const { runtime, callee, external, class: type, ...rest } = op.attributes;
    if (runtime !== undefined || callee !== undefined || external || type) return result;
    const key = `${op.name} ${this.#type(result.type)} ${args.join(' ')} ${JSON.stringify(rest)}`;
    const found = this.#firsts.get(key);
    if (!found) this.#firsts.set(key, result);
    return found ?? result;
  }

  #number(value: Value): number {
    const key = value.kind === 'variable' ? value : constantKey(value);
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return number;
  }

  #type(type: RtsType): string {
    return type.kind === 'int' || type.kind === 'float' ? type.name : type.kind;
  }
}

const constantKey = ({ type, value }: Constant): string => {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return `${type.kind === 'int' || type.kind === 'float' ? type.name : type.kind}:${text}`;
};

const number = (value: Value | undefined): number | null => {
  if (value?.kind !== 'constant') return null;
  const n = Number(value.value);
  return Number.isSafeInteger(n) ? n : null;
};

/** operand + constant stays in the type, or in the safe integers of f64. */
const staysIn =
  (type: RtsType, offset: number) =>
  (a: Fact): boolean => {
    if (type.kind === 'int') return fits(type, a.lo + offset, a.hi + offset);
    return isSafe(a) && a.lo + offset >= -MAX_SAFE && a.hi + offset <= MAX_SAFE;
  };

type MakeStep = (op: Op, type: RtsType) => Step | null;

const sum =
  (sign: 1 | -1): MakeStep =>
  ({ args: [a, b] }, type) => {
    if (type.kind !== 'int' && type !== F64) return null;
    const second = number(b);
    if (a?.kind === 'variable' && second !== null) {
      const offset = sign * second;
      return { operand: a, offset, holds: staysIn(type, offset) };
    }
    const first = sign === 1 ? number(a) : null;
    if (b?.kind !== 'variable' || first === null) return null;
    return { operand: b, offset: first, holds: staysIn(type, first) };
  };

const kept =
  (holds: (a: Fact, type: RtsType) => boolean): MakeStep =>
  ({ args: [a] }, type) =>
    a?.kind === 'variable' ? { operand: a, offset: 0, holds: (fact) => holds(fact, type) } : null;

const always = (): boolean => true;
const fitsType = (a: Fact, type: RtsType): boolean =>
  type.kind === 'int' && a.integral && !a.nan && fits(type, a.lo, a.hi);
const isIntegral = (a: Fact): boolean => a.integral;

const STEPS: { readonly [K in OpName]?: MakeStep } = {
  int_add: sum(1),
  int_sub: sum(-1),
  float_add: sum(1),
  float_sub: sum(-1),
  int_cast: kept(fitsType),
  int_to_float: kept((a, type) => type === F64 && isSafe(a)),
  float_to_int: kept(fitsType),
  float_to_int_exact: kept(always),
  // It raises unless it keeps the value, and has no result then.
  float_to_index: kept(always),
  float_floor: kept(isIntegral),
  float_ceil: kept(isIntegral),
  float_trunc: kept(isIntegral),
  float_round: kept(isIntegral),
};

const stepOf = (op: Op, type: RtsType): Step | null => STEPS[op.name]?.(op, type) ?? null;

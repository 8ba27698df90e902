// Facts of variables where they are defined + the constraints that hold at a place → their facts at that place.
import type { Value, Variable } from '../../graph/graph.ts';
import type { Constraint, Place, Relation, Scope } from './branches.ts';
import {
  clamp,
  constantFact,
  EMPTY,
  hasNumbers,
  meet,
  typeFact,
  withoutNaN,
  type Fact,
} from './interval.ts';
import type { Concerned } from './concerned.ts';
import type { LinearForms } from './linear.ts';
import { SAFE_INTEGERS } from './transfer-float.ts';

/** How far the other side of a constraint is itself looked up in the constraints around it. */
const MAX_DEPTH = 3;

export class Facts {
  /** Where defined. Missing: not reached so far, or not a number. */
  readonly base = new Map<Variable, Fact>();
  readonly #forms: LinearForms;
  /** Roots of what constraints speak of: nothing is known of other values but where they are defined. */
  readonly #constrained: ReadonlySet<Variable>;

  readonly #concerned: Concerned;
  /** Is told of each variable whose fact is looked up. */
  onRead: ((variable: Variable) => void) | null = null;

  /** `concerned`: of the same forms. */
  constructor(forms: LinearForms, constrained: ReadonlySet<Variable>, concerned: Concerned) {
    this.#forms = forms;
    this.#constrained = constrained;
    this.#concerned = concerned;
  }

  get forms(): LinearForms {
    return this.#forms;
  }

  ofVariable(variable: Variable): Fact {
    this.onRead?.(variable);
    return this.base.get(variable) ?? EMPTY;
  }

  at(value: Value, place: Place): Fact {
    return this.#at(value, place, MAX_DEPTH);
  }

  #at(value: Value, place: Place, depth: number): Fact {
    if (value.kind === 'constant') return constantFact(value.value) ?? EMPTY;
    let fact = this.ofVariable(value);
    if (depth === 0 || !place || !typeFact(value.type)) return fact;
    if (!this.isConstrained(value)) return fact;
    const root = this.#forms.syntacticRoot(value);
    let scope = this.#concerned.nearest(root, place);
    while (scope) {
      fact = this.#narrow(value, root, fact, scope, depth);
      scope = this.#concerned.nearest(root, scope.parent);
    }
    return fact;
  }

  /** `place` or the nearest around it that may say something of the variable. */
  concerning(variable: Variable, place: Place): Place {
    return this.#concerned.nearest(this.#forms.syntacticRoot(variable), place);
  }

  /** A constraint may speak of the value, or of another at a known distance from it. */
  isConstrained(value: Variable): boolean {
    return this.#constrained.has(this.#forms.syntacticRoot(value));
  }

  #narrow(value: Variable, root: Variable, fact: Fact, scope: Scope, depth: number): Fact {
    const { constraint } = scope;
    if (constraint.relation === 'safe') {
      const distance = this.#distance(value, root, constraint.a);
      return distance === 0 ? meet(withoutNaN(fact), SAFE_INTEGERS) : fact;
    }
    const { a, b } = constraint;
    const toA = this.#distance(value, root, a);
    let result = fact;
    if (toA !== null) {
      const other = this.#at(b, scope.parent, depth - 1);
      result = narrowBy(result, toA, constraint, 'left', other);
    }
    const toB = this.#distance(value, root, b);
    if (toB !== null) {
      const other = this.#at(a, scope.parent, depth - 1);
      result = narrowBy(result, toB, constraint, 'right', other);
    }
    return result;
  }

  /** `to` - `value` where both are numbers and it is known. */
  distance(value: Value, to: Value): number | null {
    if (to === value) return 0;
    if (value.kind === 'variable') {
      return this.#distance(value, this.#forms.syntacticRoot(value), to);
    }
    return null;
  }

  #distance(value: Variable, root: Variable, to: Value): number | null {
    if (to === value) return 0;
    if (to.kind === 'constant' || this.#forms.syntacticRoot(to) !== root) return null;
    const factOf = (variable: Variable): Fact => this.ofVariable(variable);
    const one = this.#forms.form(value, factOf);
    const other = this.#forms.form(to, factOf);
    return one.root === other.root ? other.offset - one.offset : null;
  }
}

type Comparison = Extract<Constraint, { readonly ordered: boolean }>;

/** `fact` of a value of which value + distance stands on a side of the comparison, `other` on the other. */
function narrowBy(
  fact: Fact,
  distance: number,
  { relation, ordered, unsigned }: Comparison,
  side: 'left' | 'right',
  other: Fact,
): Fact {
  if (unsigned) {
    if (side === 'right' || other.lo < 0 || !hasNumbers(other)) return fact;
    return clamp(ordering(fact, distance, relation, side, other), -distance, Infinity);
  }
  if (ordered ? !hasNumbers(other) : other.nan || !hasNumbers(other)) {
    return ordered && other.nan ? EMPTY : fact;
  }
  const own = ordered ? withoutNaN(fact) : fact;
  if (relation === 'ne') return without(own, other, distance);
  if (relation === 'eq') {
    const same = meetNumbers(own, other.lo - distance, other.hi - distance);
    return other.integral && distance === 0 ? meet(same, { ...ANY_INTEGER, nan: same.nan }) : same;
  }
  return ordering(own, distance, relation, side, other);
}

const ANY_INTEGER: Fact = {
  lo: -Infinity,
  hi: Infinity,
  integral: true,
  nan: false,
  negZero: true,
};

function ordering(
  own: Fact,
  distance: number,
  relation: Relation,
  side: 'left' | 'right',
  other: Fact,
): Fact {
  // Below an integer means at most one less, if the value itself is one.
  const less = relation === 'lt' && own.integral;
  if (side === 'left') {
    const hi = less ? Math.ceil(other.hi) - 1 : other.hi;
    return meetNumbers(own, -Infinity, hi - distance);
  }
  const lo = less ? Math.floor(other.lo) + 1 : other.lo;
  return meetNumbers(own, lo - distance, Infinity);
}

/** Bounds that are not safe may be rounded, and a difference to them: they are not used. */
function meetNumbers(fact: Fact, lo: number, hi: number): Fact {
  return clamp(fact, usable(lo, -Infinity), usable(hi, Infinity));
}
const usable = (bound: number, otherwise: number): number =>
  Number.isNaN(bound) || (Number.isInteger(bound) && !Number.isSafeInteger(bound))
    ? otherwise
    : bound;

/** The value differs from `other`, if that is one number: an end of the range goes. */
function without(fact: Fact, other: Fact, distance: number): Fact {
  if (other.lo !== other.hi || !Number.isSafeInteger(other.lo)) return fact;
  const excluded = other.lo - distance;
  let result = fact;
  if (excluded === 0 && result.negZero) result = { ...result, negZero: false };
  if (!result.integral) return result;
  if (result.lo === excluded) result = clamp(result, excluded + 1, Infinity);
  if (result.hi === excluded) result = clamp(result, -Infinity, excluded - 1);
  return result;
}

// Conditions and checks that always come out the same way, as far as facts and order can tell.
import { constant } from '../../graph/constants.ts';
import type { Op, Value } from '../../graph/graph.ts';
import { F64, INT_TYPES } from '../../program/types.ts';
import { RELATIONS, signedSource, type Place, type Relation } from './branches.ts';
import type { Analysis } from './fixpoint.ts';
import { containsZero, hasNumbers, type Fact } from './interval.ts';
import { Order } from './order.ts';
import { definingOp } from './structure.ts';

const ZERO = constant(INT_TYPES.isize, 0n);

export class Decider {
  readonly #analysis: Analysis;
  readonly #order: Order;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#order = new Order(analysis);
  }

  /** A check that never raises. */
  isProved(op: Op): boolean {
    const place = this.#analysis.scopes.before(op);
    const [a, b] = op.args;
    if (!a) return false;
    switch (op.name) {
      case 'check':
        return this.decide(a, place) === true;
      case 'check_index':
        return b !== undefined && this.#isFromZero(a, place) && this.#isBelow(a, b, place);
      case 'check_nonzero': {
        const fact = this.#fact(a, place);
        return hasNumbers(fact) && !containsZero(fact);
      }
      default:
        return false;
    }
  }

  /** null: may be either. */
  decide(condition: Value, place: Place): boolean | null {
    if (condition.kind === 'constant') return condition.value === true;
    const op = definingOp(this.#analysis.structure, condition);
    if (!op) return null;
    const [a, b, c] = op.args;
    if (op.name === 'bool_not' && a) return negated(this.decide(a, place));
    if (op.name === 'select' && a && b && c) return this.#decideSelect(a, b, c, place);
    const row = RELATIONS[op.name];
    if (!row || !a || !b || (a.type.kind === 'float' && a.type !== F64)) return null;
    const [relation, order] = row;
    return order === 'as is'
      ? this.#compare(relation, a, b, place)
      : this.#compare(relation, b, a, place);
  }

  #decideSelect(condition: Value, yes: Value, no: Value, place: Place): boolean | null {
    const which = this.decide(condition, place);
    if (which !== null) return this.decide(which ? yes : no, place);
    const sides = [this.decide(yes, place), this.decide(no, place)];
    return sides[0] === sides[1] ? (sides[0] ?? null) : null;
  }

  #compare(relation: Relation, a: Value, b: Value, place: Place): boolean | null {
    if (this.#mayBeNaN(a, place) || this.#mayBeNaN(b, place)) return null;
    switch (relation) {
      case 'lt':
        return this.#isBelow(a, b, place) ? true : this.#isAtMost(b, a, place) ? false : null;
      case 'le':
        return this.#isAtMost(a, b, place) ? true : this.#isBelow(b, a, place) ? false : null;
      case 'eq':
        return this.#isEqual(a, b, place);
      case 'ne':
        return negated(this.#isEqual(a, b, place));
    }
  }

  #isEqual(a: Value, b: Value, place: Place): boolean | null {
    if (this.#isBelow(a, b, place) || this.#isBelow(b, a, place)) return false;
    return this.#isAtMost(a, b, place) && this.#isAtMost(b, a, place) ? true : null;
  }

  #isBelow(a: Value, b: Value, place: Place): boolean {
    const [x, y] = [this.#fact(a, place), this.#fact(b, place)];
    if (x.hi < y.lo && hasNumbers(x) && hasNumbers(y)) return true;
    if (this.#isUnsigned(a, b, place, -1)) return true;
    return x.integral && y.integral && this.#order.isAtMost(a, b, -1, place);
  }

  #isAtMost(a: Value, b: Value, place: Place): boolean {
    return this.#isUnsigned(a, b, place, 0) || this.#order.isAtMost(a, b, 0, place);
  }

  /** Unsigned forms of 0 <= a <= b + c. */
  #isUnsigned(a: Value, b: Value, place: Place, c: number): boolean {
    const { structure } = this.#analysis;
    const [x, y] = [signedSource(a, structure), signedSource(b, structure)];
    return (
      x !== null && y !== null && this.#isFromZero(x, place) && this.#order.isAtMost(x, y, c, place)
    );
  }

  #isFromZero(a: Value, place: Place): boolean {
    return this.#fact(a, place).lo >= 0 || this.#order.isAtMost(ZERO, a, 0, place);
  }

  #mayBeNaN(value: Value, place: Place): boolean {
    return this.#fact(value, place).nan;
  }

  #fact(value: Value, place: Place): Fact {
    return this.#analysis.facts.at(value, place);
  }
}

const negated = (answer: boolean | null): boolean | null => (answer === null ? null : !answer);

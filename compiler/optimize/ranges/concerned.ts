// Which of the constraints that hold at a place speak of a value: the others are passed over. In a graph that much has been inlined into, a
// place has thousands of constraints, and nearly all are of other values.
import type { Value, Variable } from '../../graph/graph.ts';
import type { Place, Scope } from './branches.ts';
import type { LinearForms } from './linear.ts';

export class Concerned {
  readonly #forms: LinearForms;
  /** By root: for scopes that have been asked for, the nearest that speaks of it. It does not depend on facts. */
  readonly #nearest = new Map<Variable, Map<Scope, Place>>();

  constructor(forms: LinearForms) {
    this.#forms = forms;
  }

  /** `place` or the nearest around it whose constraint speaks of a value with this syntactic root. */
  nearest(root: Variable, place: Place): Place {
    if (!place) return null;
    const known = this.#of(root);
    let found = known.get(place);
    if (found === undefined) known.set(place, (found = this.#find(root, place, known)));
    return found;
  }

  #of(root: Variable): Map<Scope, Place> {
    let known = this.#nearest.get(root);
    if (!known) this.#nearest.set(root, (known = new Map()));
    return known;
  }

  #find(root: Variable, place: Place, known: ReadonlyMap<Scope, Place>): Place {
    for (let scope = place; scope; scope = scope.parent) {
      const above = known.get(scope);
      if (above !== undefined) return above;
      const { constraint } = scope;
      if (this.#isOf(constraint.a, root)) return scope;
      if (constraint.relation !== 'safe' && this.#isOf(constraint.b, root)) return scope;
    }
    return null;
  }

  #isOf(value: Value, root: Variable): boolean {
    return value.kind === 'variable' && this.#forms.syntacticRoot(value) === root;
  }
}

'use mixmod';
// DeltaBlue: an incremental solver of constraints of different strengths. Classes that override abstract methods, lists of
// them, closures that are passed down.
import { Vector } from './som.ts';
import {
  DEFAULT,
  PREFERRED,
  REQUIRED,
  REQUIRED_STRENGTH,
  STRONG_DEFAULT,
  Strength,
  type Sym,
  WEAKEST,
} from './strength.ts';

class Variable {
  value: number;
  readonly constraints = new Vector<Constraint>(2);
  determinedBy: Constraint | null = null;
  walkStrength = WEAKEST;
  stay = true;
  mark = 0;

  constructor(value: number) {
    this.value = value;
  }

  addConstraint(constraint: Constraint): void {
    this.constraints.append(constraint);
  }

  removeConstraint(constraint: Constraint): void {
    this.constraints.remove(constraint);
    if (this.determinedBy === constraint) this.determinedBy = null;
  }
}

abstract class Constraint {
  readonly strength: Strength;

  constructor(strength: Sym) {
    this.strength = Strength.of(strength);
  }

  abstract isSatisfied(): boolean;
  abstract markUnsatisfied(): void;
  abstract addToGraph(): void;
  abstract removeFromGraph(): void;
  /** Decides which variable is to be set, if any. */
  abstract chooseMethod(mark: number): void;
  abstract execute(): void;
  abstract output(): Variable;
  abstract recalculate(): void;
  abstract inputsDo(action: (input: Variable) => void): void;
  abstract hasInput(condition: (input: Variable) => boolean): boolean;

  /** Whether its value comes from outside. */
  isInput(): boolean {
    return false;
  }

  add(planner: Planner): void {
    this.addToGraph();
    planner.incrementalAdd(this);
  }

  destroy(planner: Planner): void {
    if (this.isSatisfied()) planner.incrementalRemove(this);
    this.removeFromGraph();
  }

  inputsKnown(mark: number): boolean {
    return !this.hasInput(
      (input) => !(input.mark === mark || input.stay || input.determinedBy === null),
    );
  }

  /** The constraint that had to give way, if one had. */
  satisfy(mark: number, planner: Planner): Constraint | null {
    this.chooseMethod(mark);
    if (!this.isSatisfied()) {
      if (this.strength.isSame(REQUIRED_STRENGTH)) {
        throw new Error('a required constraint cannot be satisfied');
      }
      return null;
    }
    // Marks on inputs show cycles to addPropagate.
    this.inputsDo((input) => {
      input.mark = mark;
    });
    const output = this.output();
    const overridden = output.determinedBy;
    if (overridden !== null) overridden.markUnsatisfied();
    output.determinedBy = this;
    if (!planner.addPropagate(this, mark)) throw new Error('the constraints have a cycle');
    output.mark = mark;
    return overridden;
  }
}

abstract class UnaryConstraint extends Constraint {
  private readonly variable: Variable;
  private satisfied = false;

  constructor(variable: Variable, strength: Sym, planner: Planner) {
    super(strength);
    this.variable = variable;
    this.add(planner);
  }

  override isSatisfied(): boolean {
    return this.satisfied;
  }

  override markUnsatisfied(): void {
    this.satisfied = false;
  }

  override addToGraph(): void {
    this.variable.addConstraint(this);
    this.satisfied = false;
  }

  override removeFromGraph(): void {
    this.variable.removeConstraint(this);
    this.satisfied = false;
  }

  override chooseMethod(mark: number): void {
    const variable = this.variable;
    this.satisfied = variable.mark !== mark && this.strength.isStronger(variable.walkStrength);
  }

  override output(): Variable {
    return this.variable;
  }

  override recalculate(): void {
    this.variable.walkStrength = this.strength;
    this.variable.stay = !this.isInput();
    if (this.variable.stay) this.execute();
  }

  override inputsDo(_action: (input: Variable) => void): void {}

  override hasInput(_condition: (input: Variable) => boolean): boolean {
    return false;
  }
}

/** A variable that is set from outside. */
class EditConstraint extends UnaryConstraint {
  override isInput(): boolean {
    return true;
  }

  override execute(): void {}
}

/** A variable that should stay what it is. */
class StayConstraint extends UnaryConstraint {
  override execute(): void {}
}

const NONE = 0;
const FORWARD = 1;
const BACKWARD = 2;

abstract class BinaryConstraint extends Constraint {
  protected readonly v1: Variable;
  protected readonly v2: Variable;
  protected direction = NONE;

  constructor(v1: Variable, v2: Variable, strength: Sym) {
    super(strength);
    this.v1 = v1;
    this.v2 = v2;
  }

  override isSatisfied(): boolean {
    return this.direction !== NONE;
  }

  override markUnsatisfied(): void {
    this.direction = NONE;
  }

  override addToGraph(): void {
    this.v1.addConstraint(this);
    this.v2.addConstraint(this);
    this.direction = NONE;
  }

  override removeFromGraph(): void {
    this.v1.removeConstraint(this);
    this.v2.removeConstraint(this);
    this.direction = NONE;
  }

  override chooseMethod(mark: number): void {
    const v1 = this.v1;
    const v2 = this.v2;
    if (v1.mark === mark) {
      this.direction = v2.mark !== mark ? this.directionTo(v2, FORWARD) : NONE;
    } else if (v2.mark === mark) {
      this.direction = this.directionTo(v1, BACKWARD);
    } else if (v1.walkStrength.isWeaker(v2.walkStrength)) {
      this.direction = this.directionTo(v1, BACKWARD);
    } else {
      this.direction = this.directionTo(v2, FORWARD);
    }
  }

  private directionTo(output: Variable, direction: number): number {
    return this.strength.isStronger(output.walkStrength) ? direction : NONE;
  }

  protected input(): Variable {
    return this.direction === FORWARD ? this.v1 : this.v2;
  }

  override output(): Variable {
    return this.direction === FORWARD ? this.v2 : this.v1;
  }

  override inputsDo(action: (input: Variable) => void): void {
    action(this.input());
  }

  override hasInput(condition: (input: Variable) => boolean): boolean {
    return condition(this.input());
  }

  override recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength.weakest(input.walkStrength);
    output.stay = input.stay;
    if (output.stay) this.execute();
  }
}

/** v2 = v1. */
class EqualityConstraint extends BinaryConstraint {
  constructor(v1: Variable, v2: Variable, strength: Sym, planner: Planner) {
    super(v1, v2, strength);
    this.add(planner);
  }

  override execute(): void {
    this.output().value = this.input().value;
  }
}

/** v2 = v1 * scale + offset. */
class ScaleConstraint extends BinaryConstraint {
  private readonly scale: Variable;
  private readonly offset: Variable;

  constructor(
    source: Variable,
    scale: Variable,
    offset: Variable,
    destination: Variable,
    strength: Sym,
    planner: Planner,
  ) {
    super(source, destination, strength);
    this.scale = scale;
    this.offset = offset;
    this.add(planner);
  }

  override addToGraph(): void {
    super.addToGraph();
    this.scale.addConstraint(this);
    this.offset.addConstraint(this);
  }

  override removeFromGraph(): void {
    super.removeFromGraph();
    this.scale.removeConstraint(this);
    this.offset.removeConstraint(this);
  }

  override execute(): void {
    const scale = this.scale.value;
    const offset = this.offset.value;
    if (this.direction === FORWARD) this.v2.value = this.v1.value * scale + offset;
    else this.v1.value = (this.v2.value - offset) / scale;
  }

  override inputsDo(action: (input: Variable) => void): void {
    super.inputsDo(action);
    action(this.scale);
    action(this.offset);
  }

  override recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength.weakest(input.walkStrength);
    output.stay = input.stay && this.scale.stay && this.offset.stay;
    if (output.stay) this.execute();
  }
}

/** Constraints in an order in which executing them sets all variables. */
class Plan extends Vector<Constraint> {
  constructor() {
    super(15);
  }

  execute(): void {
    this.forEach((constraint) => constraint.execute());
  }
}

class Planner {
  private currentMark = 1;

  incrementalAdd(constraint: Constraint): void {
    const mark = this.newMark();
    let overridden = constraint.satisfy(mark, this);
    while (overridden !== null) overridden = overridden.satisfy(mark, this);
  }

  incrementalRemove(constraint: Constraint): void {
    const output = constraint.output();
    constraint.markUnsatisfied();
    constraint.removeFromGraph();
    const unsatisfied = this.removePropagateFrom(output);
    unsatisfied.forEach((one) => this.incrementalAdd(one));
  }

  /** False if the constraint is part of a cycle; it is taken out again then. */
  addPropagate(constraint: Constraint, mark: number): boolean {
    const todo = Vector.of<Constraint>(constraint);
    while (!todo.isEmpty()) {
      const next = todo.removeFirst();
      if (next.output().mark === mark) {
        this.incrementalRemove(constraint);
        return false;
      }
      next.recalculate();
      this.addConsumers(next.output(), todo);
    }
    return true;
  }

  extractPlan(constraints: Vector<Constraint>): Plan {
    const sources = new Vector<Constraint>();
    constraints.forEach((constraint) => {
      if (constraint.isInput() && constraint.isSatisfied()) sources.append(constraint);
    });
    return this.makePlan(sources);
  }

  change(variable: Variable, value: number): void {
    const edit = new EditConstraint(variable, PREFERRED, this);
    const plan = this.extractPlan(Vector.of<Constraint>(edit));
    for (let i = 0; i < 10; i++) {
      variable.value = value;
      plan.execute();
    }
    edit.destroy(this);
  }

  private newMark(): number {
    this.currentMark++;
    return this.currentMark;
  }

  private makePlan(sources: Vector<Constraint>): Plan {
    const mark = this.newMark();
    const plan = new Plan();
    const todo = sources;
    while (!todo.isEmpty()) {
      const constraint = todo.removeFirst();
      const output = constraint.output();
      if (output.mark === mark || !constraint.inputsKnown(mark)) continue;
      plan.append(constraint);
      output.mark = mark;
      this.addConsumers(output, todo);
    }
    return plan;
  }

  private addConsumers(variable: Variable, todo: Vector<Constraint>): void {
    this.forEachConsumer(variable, (constraint) => todo.append(constraint));
  }

  private forEachConsumer(variable: Variable, action: (constraint: Constraint) => void): void {
    const determining = variable.determinedBy;
    variable.constraints.forEach((constraint) => {
      if (constraint !== determining && constraint.isSatisfied()) action(constraint);
    });
  }

  /** The constraints that may be satisfied now, strongest first. */
  private removePropagateFrom(output: Variable): Vector<Constraint> {
    const unsatisfied = new Vector<Constraint>();
    output.determinedBy = null;
    output.walkStrength = WEAKEST;
    output.stay = true;
    const todo = Vector.of<Variable>(output);
    while (!todo.isEmpty()) {
      const variable = todo.removeFirst();
      variable.constraints.forEach((constraint) => {
        if (!constraint.isSatisfied()) unsatisfied.append(constraint);
      });
      this.forEachConsumer(variable, (constraint) => {
        constraint.recalculate();
        todo.append(constraint.output());
      });
    }
    unsatisfied.sort((a, b) => a.strength.isStronger(b.strength));
    return unsatisfied;
  }
}

/** Equalities in a chain: a value put in at one end comes out at the other. */
function chainTest(length: number): void {
  const planner = new Planner();
  const variables: Variable[] = [];
  for (let i = 0; i <= length; i++) variables.push(new Variable(0));
  for (let i = 0; i < length; i++) {
    new EqualityConstraint(variables[i], variables[i + 1], REQUIRED, planner);
  }
  new StayConstraint(variables[length], STRONG_DEFAULT, planner);
  const edit = new EditConstraint(variables[0], PREFERRED, planner);
  const plan = planner.extractPlan(Vector.of<Constraint>(edit));
  for (let i = 0; i < 100; i++) {
    variables[0].value = i;
    plan.execute();
    if (variables[length].value !== i) throw new Error('the chain test failed');
  }
  edit.destroy(planner);
}

/** Pairs of variables that one scale and one offset connect: each of the four is changed. */
function projectionTest(pairs: number): void {
  const planner = new Planner();
  const scale = new Variable(10);
  const offset = new Variable(1000);
  const destinations = new Vector<Variable>();
  let source = new Variable(0);
  let destination = new Variable(0);
  for (let i = 1; i <= pairs; i++) {
    source = new Variable(i);
    destination = new Variable(i);
    destinations.append(destination);
    new StayConstraint(source, DEFAULT, planner);
    new ScaleConstraint(source, scale, offset, destination, REQUIRED, planner);
  }
  planner.change(source, 17);
  if (destination.value !== 1170) throw new Error('a change of the source went wrong');
  planner.change(destination, 1050);
  if (source.value !== 5) throw new Error('a change of the destination went wrong');
  planner.change(scale, 5);
  expectProjection(destinations, 5, 1000);
  planner.change(offset, 2000);
  expectProjection(destinations, 5, 2000);
}

/** The last pair was changed. */
function expectProjection(destinations: Vector<Variable>, scale: number, offset: number): void {
  for (let i = 0; i < destinations.size - 1; i++) {
    if (destinations.at(i).value !== (i + 1) * scale + offset) {
      throw new Error(`destination ${i} is wrong`);
    }
  }
}

/** The inner iterations are the size of the problems, at least one. The tests throw if they fail. */
export function run(innerIterations: number): boolean {
  chainTest(innerIterations);
  projectionTest(innerIterations);
  return true;
}

// Which members of exported classes compiled code calls by itself. A class of JavaScript that has others in their place is refused when it
// makes an object: else its methods would be called by some and not by others.
import { expressionsOf } from '../../program/children.ts';
import type { CheckedClass, CheckedFunction, CheckedModule } from '../../program/nodes.ts';
import { accessorParts } from '../classes/class-declaration.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import type { ProgramState } from '../program-state.ts';

/** Fills in what the exported classes say of it; everything has been checked. */
export function findDirectCalls(
  modules: readonly CheckedModule[] | null,
  classes: readonly CheckedClass[],
  { run }: ProgramState,
): void {
  if (run.crossingClasses.size === 0) return;
  const called = modules && calledIn(modules, classes);
  for (const [type, crossing] of run.crossingClasses) {
    const instance = run.instances.get(type);
    if (!instance) continue;
    const virtual = new Set(run.javascriptClasses.get(type)?.members.map(({ key }) => key));
    const keys = chainOf(instance)
      .flatMap(({ declaration }) => [...declaration.methods.keys()])
      .filter((key) => !virtual.has(key) && (!called || isCalled(key, instance, called)));
    crossing.direct = [...new Set(keys.map((key) => accessorParts(key)[1]))];
  }
}

interface Called {
  readonly functions: ReadonlySet<CheckedFunction>;
  readonly slots: ReadonlySet<string>;
}

function isCalled(key: string, instance: ClassInstance, { functions, slots }: Called): boolean {
  const method = instance.method(key);
  if (!method) return false;
  const own = chainOf(instance).flatMap((one) => one.ownMethod(key) ?? []);
  return (
    own.some((one) => functions.has(one.function)) ||
    // By an interface: its slots are named after it.
    [...instance.vtable].some(
      ([slot, one]) => one === method.function && slot !== method.slot && slots.has(slot),
    )
  );
}

function chainOf(instance: ClassInstance): readonly ClassInstance[] {
  return instance.base ? [instance, ...chainOf(instance.base)] : [instance];
}

function calledIn(modules: readonly CheckedModule[], classes: readonly CheckedClass[]): Called {
  const functions = new Set<CheckedFunction>();
  const slots = new Set<string>();
  const bodies = [
    ...modules.flatMap((module) => module.functions),
    ...classes.flatMap(({ methods }) => [...methods.values()]),
  ].filter(({ isOfBoundary }) => !isOfBoundary);
  const statements = [
    ...new Set(bodies.map(({ body }) => body)),
    ...modules.map(({ initializer }) => initializer),
  ];
  for (const expression of statements.flatMap(expressionsOf)) {
    if (expression.kind === 'call' || expression.kind === 'method-call')
      functions.add(expression.callee);
    if (expression.kind === 'method-call') slots.add(expression.method);
  }
  return { functions, slots };
}

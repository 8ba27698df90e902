// Which members of exported classes compiled code calls by itself. A class of JavaScript that has others in their place is refused when it
// makes an object: else its methods would be called by some and not by others.
import { expressionsOf } from '../../program/children.ts';
import type { CheckedClass, CheckedModule } from '../../program/nodes.ts';
import { accessorParts } from '../classes/class-declaration.ts';
import type { ClassInstance } from '../classes/class-instance.ts';
import type { ProgramState } from '../program-state.ts';

/** Fills in what the exported classes say of it; everything has been checked. */
export function findDirectCalls({ functions, slots }: CalledMethods, { run }: ProgramState): void {
  const called = { functions: new Set(functions), slots: new Set(slots) };
  for (const [type, crossing] of run.crossingClasses) {
    const instance = run.instances.get(type);
    if (!instance) continue;
    const virtual = new Set(run.javascriptClasses.get(type)?.members.map(({ key }) => key));
    const keys = chainOf(instance)
      .flatMap(({ declaration }) => [...declaration.methods.keys()])
      .filter((key) => !virtual.has(key) && isCalled(key, instance, called));
    crossing.direct = [...new Set(keys.map((key) => accessorParts(key)[1]))];
  }
}

/** Methods that are called: ids of functions, and slots of vtables. */
export interface CalledMethods {
  readonly functions: readonly string[];
  readonly slots: readonly string[];
}

export const mergeCalled = (all: readonly CalledMethods[]): CalledMethods => ({
  functions: [...new Set(all.flatMap(({ functions }) => functions))].sort(),
  slots: [...new Set(all.flatMap(({ slots }) => slots))].sort(),
});

interface Called {
  readonly functions: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
}

function isCalled(key: string, instance: ClassInstance, { functions, slots }: Called): boolean {
  const method = instance.method(key);
  if (!method) return false;
  const own = chainOf(instance).flatMap((one) => one.ownMethod(key) ?? []);
  return (
    own.some((one) => functions.has(one.function.id)) ||
    // By an interface: its slots are named after it.
    chainOf(instance).some(({ vtable }) =>
      [...vtable].some(
        ([slot, one]) => one === method.function && slot !== method.slot && slots.has(slot),
      ),
    )
  );
}

function chainOf(instance: ClassInstance): readonly ClassInstance[] {
  return instance.base ? [instance, ...chainOf(instance.base)] : [instance];
}

export function calledMethods(
  modules: readonly CheckedModule[],
  classes: readonly CheckedClass[],
): CalledMethods {
  const functions = new Set<string>();
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
    if (expression.kind !== 'call' && expression.kind !== 'method-call') continue;
    // Only methods have an object for their first parameter.
    const [self] = expression.callee.parameters;
    if (self?.local.name === 'this') functions.add(expression.callee.id);
    if (expression.kind === 'method-call') slots.add(expression.method);
  }
  return { functions: [...functions].sort(), slots: [...slots].sort() };
}

// The graphs that can be entered again while they run: those on a cycle of the call graph (Tarjan's strongly connected
// components). They check the stack.
import { calledGraphs } from '../graph/calls.ts';
import type { Unit } from '../graph/unit.ts';

type Calls = ReadonlyMap<string, ReadonlySet<string>>;

export function recursiveGraphs(unit: Unit): ReadonlySet<string> {
  const calls = calledGraphs(unit);
  const components = stronglyConnected(calls);
  return new Set(components.filter((names) => isCycle(names, calls)).flat());
}

/** One graph alone is a cycle only if it calls itself. */
function isCycle(names: readonly string[], calls: Calls): boolean {
  const [first] = names;
  return names.length > 1 || (first !== undefined && calls.get(first)?.has(first) === true);
}

/** Callees before callers. Without recursion, so that a long chain of functions needs no deep stack. */
function stronglyConnected(calls: Calls): readonly (readonly string[])[] {
  const components: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const visits: { readonly name: string; readonly callees: Iterator<string> }[] = [];
  const visit = (name: string): void => {
    index.set(name, index.size);
    lowest.set(name, index.size - 1);
    open.push(name);
    isOpen.add(name);
    visits.push({ name, callees: (calls.get(name) ?? new Set<string>()).values() });
  };
  const reach = (name: string, position: number | undefined): void => {
    lowest.set(name, Math.min(lowest.get(name) ?? 0, position ?? 0));
  };
  const close = (name: string): void => {
    const component = open.splice(open.indexOf(name));
    component.forEach((member) => isOpen.delete(member));
    components.push(component);
  };
  for (const root of calls.keys()) {
    if (index.has(root)) continue;
    visit(root);
    for (let top = visits.at(-1); top; top = visits.at(-1)) {
      const { value: callee, done } = top.callees.next();
      if (done) {
        visits.pop();
        const caller = visits.at(-1);
        if (caller) reach(caller.name, lowest.get(top.name));
        if (lowest.get(top.name) === index.get(top.name)) close(top.name);
      } else if (!index.has(callee)) visit(callee);
      else if (isOpen.has(callee)) reach(top.name, index.get(callee));
    }
  }
  return components;
}

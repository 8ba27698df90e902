// A directed graph → its strongly connected components (Tarjan), without recursion.

/** Only components with a cycle. Each node's successors are asked for once. */
export function cyclicComponents<T>(
  nodes: Iterable<T>,
  successors: (node: T) => readonly T[],
): readonly ReadonlySet<T>[] {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found: Set<T>[] = [];
  const frames: { readonly node: T; readonly next: readonly T[]; position: number }[] = [];

  const enter = (node: T): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    frames.push({ node, next: successors(node), position: 0 });
  };
  const lower = (node: T, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  const leave = (node: T, next: readonly T[]): void => {
    const parent = frames.at(-1);
    if (parent) lower(parent.node, low.get(node) ?? 0);
    if (low.get(node) !== index.get(node)) return;
    const component = new Set<T>();
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component.add(member);
      isOpen.delete(member);
      if (member === node) break;
    }
    if (component.size > 1 || next.includes(node)) found.push(component);
  };

  for (const node of nodes) {
    if (index.has(node)) continue;
    enter(node);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      if (frame.position === frame.next.length) {
        frames.pop();
        leave(frame.node, frame.next);
        continue;
      }
      const successor = frame.next[frame.position++] as T;
      if (!index.has(successor)) enter(successor);
      else if (isOpen.has(successor)) lower(frame.node, index.get(successor) ?? 0);
    }
  }
  return found;
}

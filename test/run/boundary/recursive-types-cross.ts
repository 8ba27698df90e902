'use mixmod';
interface Tree { value: number; children: Tree[] }
interface Link { value: string; next: Link | null }
export function total(tree: Tree): number { let s = tree.value; for (const one of tree.children) s += total(one); return s; }
export function chain(n: number): Link | null { let made: Link | null = null; for (let i = 0; i < n; i++) made = { value: `v${i}`, next: made }; return made; }
export function length(first: Link | null): number { let n = 0; for (let at = first; at !== null; at = at.next) n++; return n; }
export function circle(): Link { const a: Link = { value: 'a', next: null }; a.next = { value: 'b', next: a }; return a; }
export function twice(tree: Tree): Tree { return { value: 0, children: [tree, tree] }; }
// total({ value: 1, children: [{ value: 2, children: [] }, { value: 3, children: [{ value: 4, children: [] }] }] }) → 10
// chain(2) → { value: 'v1', next: { value: 'v0', next: null } }
// length(chain(900)) → 900
// chain(3000) → RangeError: chain: the result is nested deeper than 2000 levels, or contains itself
// circle() → RangeError: circle: the result is nested deeper than 2000 levels, or contains itself
// ring = { value: 'x', next: null } → { value: 'x', next: null }
// (ring.next = ring, length(ring)) → RangeError: length: argument 1 (first) is nested deeper than 2000 levels, or contains itself
// length({ value: 'a', next: { value: 2, next: null } }) → TypeError: length: argument 1 (first).next.value must be a string, got number
// t = twice({ value: 1, children: [] }) → { value: 0, children: [ { value: 1, children: [] }, { value: 1, children: [] } ] }
// t.children[0] === t.children[1] → false

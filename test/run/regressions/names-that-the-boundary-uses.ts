'use mixmod';
// The boundary's own variables and functions have names that no program has.
const words = ['a', 'b'];
const places = new Map<string, number>([['c', 3]]);
const text = 'text';
export class Holder { count = 0; drop(): number { return ++this.count; } }
export function drop(all: string[]): string[] { return [...all, ...words, text]; }
export function keep(f: (all: string[]) => number): number { return f(words) + (places.get('c') ?? 0); }
// drop(['x']) → [ 'x', 'a', 'b', 'text' ]
// keep((all) => all.length) → 5
// [new Holder().drop(), new Holder().count] → [ 1, 0 ]

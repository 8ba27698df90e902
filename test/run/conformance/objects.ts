'use mixmod';
// Objects as arguments: own, inherited and computed properties, in the order of the declaration; symbols and others are ignored.
interface Point { x: number; y: number }
interface Options { verbose?: boolean; 'max-size': number; $: string; nested: Point | null }
export function point(p: Point): number { return p.x * 10 + p.y; }
export function same(p: Point): Point { return p; }
export function options(o: Options): string { return `${o.verbose ?? 'unset'} ${o.$} ${o.nested === null ? 'null' : o.nested.x}`; }
export function entries(m: Map<string, number>): string { let text = ''; for (const [key, value] of m) text += `${key}=${value};`; return text; }
export function keys(s: Set<string>): string[] { return [...s]; }
// point({ x: 1, y: 2 }) → 12
// point(Object.create({ x: 3, y: 4 })) → 34
// point({ get x() { return 5; }, get y() { return 6; } }) → 56
// point(Object.assign(Object.create(null), { x: 1, y: 1 })) → 11
// point(new (class { x = 7; #y = 8; get y() { return this.#y; } })()) → 78
// point(new Proxy({}, { get: (_, name) => ({ x: 2, y: 3 })[name] })) → 23
// point(Object.assign(() => {}, { x: 1, y: 2 })) → TypeError: point: argument 1 (p) must be an object, got function
// same({ y: 1, x: 2, z: 3, [Symbol('s')]: 4 }) → { x: 2, y: 1 }
// Object.getOwnPropertySymbols(same({ x: 1, y: 2, [Symbol('s')]: 1 })) → []
// options({ 'max-size': 1, $: 'd', nested: null }) → 'unset d null'
// options({ verbose: undefined, 'max-size': 1, $: 'd', nested: { x: 1, y: 2 } }) → 'unset d 1'
// options({ verbose: false, 'max-size': NaN, $: '', nested: null }) → 'false  null'
// p = Object.freeze({ x: 1, y: 2 }), same(p) → { x: 1, y: 2 }
// Object.isFrozen(same(p)) → false
// point(new Map([['x', 1], ['y', 2]])) → TypeError: point: argument 1 (p).x must be a number, got undefined
// point({ x: Symbol('s'), y: 1 }) → TypeError: point: argument 1 (p).x must be a number, got symbol
// entries(new Map([['a', 1], ['b', 2]])) → 'a=1;b=2;'
// entries(new (class extends Map { get(key) { return 9; } *[Symbol.iterator]() {} })([['a', 1]])) → 'a=1;'
// keys(new Set(['b', 'a', 'b'])) → [ 'b', 'a' ]
// keys(new (class extends Set { forEach() {} })(['x'])) → [ 'x' ]

'use mixmod';
interface Pair { second: number; first: string }
export function flat(p: Pair): string { return p.first + String(p.second); }
export function list(all: Pair[]): string { let s = ''; for (const p of all) s += p.first + String(p.second); return s; }
export function sum(all: number[]): number { let s = 0; for (const x of all) s += x; return s; }
// seen = [] → []
// pair = () => ({ get first() { seen.push('first'); return 'a'; }, get second() { seen.push('second'); return 1; } }) → [Function: pair]
// flat(pair()) → 'a1'
// seen.splice(0) → [ 'second', 'first' ]
// list([pair(), pair()]) → 'a1a1'
// seen.splice(0) → [ 'second', 'first', 'second', 'first' ]
// list([{ get second() { throw new EvalError('mine'); }, first: '' }]) → EvalError: mine
// list([{ get second() { return sum([1, 2, 3]) + Number(list([{ first: '', second: 4 }])); }, first: 'x' }, { first: 'y', second: 5 }]) → 'x10y5'
// list([{ get second() { try { sum(['a']); } catch {} return sum(Array(5000).fill(1)); }, first: 'x' }]) → 'x5000'
// shrinking = [1, 2, 3] → [ 1, 2, 3 ]
// Object.defineProperty(shrinking, 0, { get() { shrinking.length = 1; return 1; } }).length → 3
// sum(shrinking) → TypeError: sum: argument 1 (all)[1] must be a number, got undefined
// sum(new Proxy([1, 2], {})) → 3
// sum(new Proxy([1, 2], { get(target, name) { if (name === '1') throw new URIError('no'); return target[name]; } })) → URIError: no

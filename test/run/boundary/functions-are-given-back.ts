'use mixmod';
// A function of JavaScript that the program gives back is itself, from wherever the program has kept it.
type Listener = (text: string) => void;
type Numeric = (x: number) => number;
interface Pair { readonly first: Numeric; second: Numeric | null }
const kept = new Map<string, Listener>();
let last: Numeric | null | undefined = null;
export class Holder {
  run: Numeric;
  constructor(run: Numeric) { this.run = run; }
}
export function same(f: Numeric): Numeric { return f; }
export function keep(name: string, listener: Listener): void { kept.set(name, listener); }
export function get(name: string): Listener | undefined { return kept.get(name); }
export function all(): Listener[] { return [...kept.values()]; }
export function pair(first: Numeric): Pair { return { first, second: first }; }
export function setLast(f: Numeric | null | undefined): void { last = f; }
export function getLast(): Numeric | null | undefined { return last; }
export function calledWith(f: (given: Numeric) => boolean, given: Numeric): boolean { return f(given); }
export function doubled(f: Numeric): Numeric { return (x) => 2 * f(x); }
/** Of another type: a function of its own. */
export function quiet(f: Numeric): (x: number) => void { return (x) => { f(x); }; }
// f = (x) => x + 1 → [Function: f]
// same(f) === f → true
// same(same(f)) === f → true
// g = (text) => text, keep('g', g), get('g') === g → true
// get('h') → undefined
// keep('f', f), all().map((one) => [g, f].indexOf(one)) → [ 0, 1 ]
// one = pair(f), [one.first === f, one.second === f] → [ true, true ]
// (setLast(f), getLast() === f) → true
// (setLast(null), getLast()) → null
// (setLast(undefined), getLast()) → undefined
// calledWith((given) => given === f, f) → true
// new Holder(f).run === f → true
// twice = doubled(f), [twice(1), same(twice) === twice, twice === f] → [ 4, true, false ]
// quiet(f) === f → false
// Array.from({ length: 300 }, (_, i) => { const own = (x) => x + i; return same(own) === own && doubled(own)(1) === 2 * (1 + i); }).every(Boolean) → true
// [get('g') === g, getLast()] → [ true, undefined ]

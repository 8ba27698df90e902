'use mixmod';
class Counter { n = 0; }
interface Job { name: string; run: (by: Counter) => void }
// error RTS2012: the parameter all of the exported function f is of type Counter[], which holds Counter
export function f(all: Counter[]): void {}
// error RTS2012: the parameter job of the exported function g is of type { name: string; run: (Counter) => void } | null, which holds Counter
export function g(job: Job | null): void {}
// error RTS2012: the result of the exported function h is of type Map<string, { name: string; run: (Counter) => void }[]>, which holds Counter
export function h(): Map<string, Job[]> { return new Map(); }
// error RTS2012: the parameter all of the exported function walk is of type Iterable<Counter>
export function walk(all: Iterable<Counter>): void {}
// error RTS2012: the parameter all of the exported function step is of type Iterator<f64>
export function step(all: Iterator<number>): void {}
// error RTS2012: the parameter all of the exported function some is of type Iterable<f64> | undefined, which holds Iterable<f64>
export function some(all?: Iterable<number>): void {}
// error RTS2012: the value of the exported constant table is of type Counter[], which holds Counter
export const table: readonly Counter[] = [];

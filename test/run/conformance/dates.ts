'use mixmod';
// Dates are copied.
export function make(time: number): Date { return new Date(time); }
export function time(date: Date): number { return date.getTime(); }
export function isDate(x: Date | number): boolean { return typeof x !== 'number'; }
export function later(date: Date, by: number): Date { date.setTime(date.getTime() + by); return date; }
// make(1549183351) → 1970-01-18T22:19:43.351Z
// make(1549183351) instanceof Date → true
// time(new Date(1000000000)) → 1000000000
// time(new Date(-1)) → -1
// time(new Date(NaN)) → NaN
// make(NaN) → Invalid Date
// make(8.64e15).toISOString() → '+275760-09-13T00:00:00.000Z'
// make(8.64e15 + 1) → Invalid Date
// time(make(1.9)) → 1
// Object.is(time(make(-0)), 0) → true
// d = new Date(5), e = later(d, 10), [d.getTime(), e.getTime(), d === e] → [ 5, 15, false ]
// [isDate(new Date()), isDate(0)] → [ true, false ]
// time(0) → TypeError: time: argument 1 (date) must be a Date, got number
// time({ getTime: () => 1 }) → TypeError: time: argument 1 (date) must be a Date, got Object
// time(new (class extends Date { getTime() { return 3; } })(7)) → 7
// time(Object.setPrototypeOf({}, Date.prototype)) → TypeError: time: argument 1 (date) must be a Date, got Object

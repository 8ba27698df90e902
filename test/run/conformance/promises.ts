'use mixmod';
// Calls that give promises: functions on other threads.
import { offthread } from 'mixmod';
export const resolved = offthread((x: number): number => x * 2);
export const rejected = offthread((message: string): number => { throw new RangeError(message); });
export const nothing = offthread((): void => {});
export const echo = offthread((data: { text: string; list: number[]; bytes: Uint8Array }): { text: string; list: number[]; bytes: Uint8Array } => data);
// resolved(21) instanceof Promise → true
// resolved(21) → 42
// rejected('no') → RangeError: no
// nothing() → undefined
// resolved('1') → TypeError: resolved: argument 1 (x) must be a number, got string
// (() => { try { return resolved('1').catch(() => 'rejected') instanceof Promise; } catch { return 'thrown'; } })() → true
// Promise.all(Array.from({ length: 50 }, (_, i) => resolved(i))).then((all) => all.reduce((a, b) => a + b)) → 2450
// Promise.race([resolved(1), new Promise(() => {})]) → 2
// Promise.allSettled([resolved(1), rejected('x')]).then((all) => all.map((one) => one.status)) → [ 'fulfilled', 'rejected' ]
// bytes = Uint8Array.of(1), echo({ text: 'ü😀', list: [1], bytes }).then((r) => [r.text, r.list, r.bytes[0], r.bytes.buffer === bytes.buffer]) → [ 'ü😀', [ 1 ], 1, false ]
// order = [], p = resolved(1).then(() => order.push('call')), order.push('behind'), p.then(() => order) → [ 'behind', 'call' ]

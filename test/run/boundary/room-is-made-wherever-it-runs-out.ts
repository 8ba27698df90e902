'use mixmod';
import { i64 } from 'mixmod';
interface Part { name: string; list: number[]; pixels: Uint8Array; big: i64; map: Map<string, number>; at: [number[], boolean, string | null]; more: number | string }
export function same(before: number[], part: Part, rest: (Part | null)[]): (Part | null)[] { return [part, ...rest]; }
// part = (i) => ({ name: `n${i}`, list: Array(i % 7).fill(i), pixels: new Uint8Array(1), big: BigInt(i), map: new Map([['a', i]]), at: [[i], true, null], more: i % 2 ? i : 'm' }) → [Function: part]
// text = (value) => JSON.stringify(value, (_, x) => typeof x === 'bigint' ? `${x}n` : x instanceof Map ? [...x] : x) → [Function: text]
// right = (i) => { const all = [part(i), null, part(i + 1), part(i + 2)]; return text(same(Array(i).fill(0), all[0], all.slice(1))) === text(all); } → [Function: right]
// Array.from({ length: 80 }, (_, i) => right(950 + i)).every(Boolean) → true
// Array.from({ length: 80 }, (_, i) => right(1970 + i)).every(Boolean) → true
// right(0) → true

'use mixmod';
// What the program keeps between calls: values of all kinds, functions, objects, memory. It lives for as long as it is kept.
export class Box { constructor(public value: number) {} }
interface Kept { text: string; list: number[]; data: Uint8Array | null; box: Box | null; call: (() => string) | null }
let kept: Kept = { text: '', list: [], data: null, box: null, call: null };
let view: Uint8Array | null = null;
const boxes = new Map<string, Box>();
export function keep(one: Kept): void { kept = one; }
export function get(): Kept { return kept; }
export function keepView(data: Uint8Array | null): void { view = data; }
export function getView(): Uint8Array | null { return view; }
export function put(name: string, box: Box): void { boxes.set(name, box); }
export function take(name: string): Box | null { const box = boxes.get(name) ?? null; boxes.delete(name); return box; }
export function called(): string { return kept.call === null ? 'none' : kept.call(); }
export function count(): number { return boxes.size; }
// box = new Box(1), data = Uint8Array.of(1, 2), f = () => 'called', keep({ text: 'a', list: [1], data, box, call: f }) → undefined
// k = get(), [k.text, k.list, k.box === box, k.data.buffer === data.buffer, k.call !== null] → [ 'a', [ 1 ], true, true, true ]
// get() === k → false
// called() → 'called'
// (data[0] = 9, get().data[0]) → 9
// (keepView(data), getView().buffer === data.buffer) → true
// keepView(null), getView() → null
// Array.from({ length: 2000 }, (_, i) => put('b' + i, new Box(i))).length → 2000
// [count(), take('b1999').value, take('b1999'), count()] → [ 2000, 1999, null, 1999 ]
// take('b0') instanceof Box → true
// keep({ text: '', list: [], data: null, box: null, call: null }), called() → 'none'

'use mixmod';
// What the scripts beside it do in several environments: variables, objects, memory, functions both ways, calls on other threads.
import { type i32, offthread, progress } from 'mixmod';

let data: i32 = 0;
let view = new Uint8Array(0);
let listener: (text: string) => void = () => {};
const log: string[] = ['loaded'];

export class Item {
  static made: i32 = 0;
  readonly id: i32;
  next: Item | null = null;
  constructor(id: i32) {
    this.id = id;
    Item.made++;
  }
  link(next: Item): Item {
    this.next = next;
    return this;
  }
  length(): i32 {
    let n: i32 = 1;
    for (let at = this.next; at !== null; at = at.next) n++;
    return n;
  }
}
let first: Item | null = null;

export function increment(): i32 {
  return ++data;
}
export function logged(text: string): string {
  log.push(text);
  return log.join(' ');
}
export function keepItem(item: Item | null): void {
  first = item;
}
export function item(): Item | null {
  return first;
}
export function keepView(data: Uint8Array): void {
  view = data;
}
export function viewLength(): number {
  return view.length;
}
export function filled(length: i32, byte: i32): Uint8Array {
  return new Uint8Array(length).fill(byte);
}
export function total(data: Uint8Array): number {
  let sum = 0;
  for (const byte of data) sum += byte;
  return sum;
}
export function listen(f: (text: string) => void): void {
  listener = f;
}
export function emit(text: string): void {
  listener(text);
}
export function counter(): () => i32 {
  let n: i32 = 0;
  return () => ++n;
}
export function call(f: () => void): string {
  try {
    f();
    return 'returned';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : '';
  }
}
export function through(f: () => void): void {
  f();
}
export function raise(text: string): void {
  throw new RangeError(text);
}
export function maps(m: Map<string, i32>, s: Set<string>, d: Date, list: i32[]): string {
  return `${m.get('a') ?? -1} ${s.has('b')} ${d.getTime()} ${list.length}`;
}
export function textLength(text: string): number {
  return text.length;
}
export function lastUnit(text: string): number {
  return text.charCodeAt(text.length - 1);
}
export function repeated(text: string, count: i32): string {
  return text.repeat(count);
}
export const later = offthread((steps: i32): i32 => {
  for (let i: i32 = 0; i < steps; i++) progress(i);
  return steps;
});

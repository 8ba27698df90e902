'use mixmod';
interface Point {
  x: number;
  y: number;
}
interface Person {
  name: string;
  age: number;
  email: string;
  scores: number[];
}
export function length(p: Point): number {
  return p.x * p.x + p.y * p.y;
}
export function added(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}
export function total(all: number[]): number {
  let s = 0;
  for (const x of all) s += x;
  return s;
}
export function doubled(all: number[]): number[] {
  return all.map((x) => x * 2);
}
export function centre(all: Point[]): Point {
  let x = 0;
  let y = 0;
  for (const p of all) {
    x += p.x;
    y += p.y;
  }
  return { x: x / all.length, y: y / all.length };
}
export function moved(all: Point[]): Point[] {
  return all.map((p) => ({ x: p.x + 1, y: p.y + 1 }));
}
export function person(p: Person): number {
  return p.name.length + p.age + p.email.length + p.scores.length;
}
export function texts(all: string[]): number {
  let n = 0;
  for (const s of all) n += s.length;
  return n;
}

// A program of modules that use each other in every way does the same compiled module by module as compiled together, after each of a
// list of changes: what is left from before never shows.
import { afterAll, expect, test } from 'vitest';
import { Project } from './project.ts';

const FILES = {
  'base.ts': `
    export abstract class Animal {
      static made: i32 = 0;
      name: string;
      constructor(name: string) { this.name = name; Animal.made = Animal.made + 1; }
      abstract sound(): string;
      speak(): string { return this.name + ' says ' + this.sound(); }
      get loud(): string { return this.sound().toUpperCase(); }
    }
    export interface Named { readonly name: string; greet(other: string): string }
    export type Size = 'small' | 'big';
    export enum Color { Red = 1, Green, Blue = 7 }
    export class Fault extends Error { readonly code: i32; constructor(message: string, code: i32) { super(message); this.code = code; } }`,
  'animals.ts': `
    import { Animal, Fault, type Size } from './base.ts';
    export class Dog extends Animal {
      size: Size = 'small';
      sound(): string { return this.size === 'big' ? 'WOOF' : 'woof'; }
      greet(other: string): string { return 'hello ' + other + ' from ' + this.name; }
    }
    export class Cat extends Animal { lives: i32 = 9; sound(): string { if (this.lives < 1) throw new Fault('no lives', 3); return 'meow'; } }
    export default function zoo(): Animal[] { return [new Dog('Rex'), new Cat('Tom')]; }`,
  'boxes.ts': `
    export class Box<T> { #value: T; constructor(value: T) { this.#value = value; } get(): T { return this.#value; } map<U>(f: (value: T) => U): Box<U> { return new Box(f(this.#value)); } }
    export function* upTo(n: i32): Generator<i32> { for (let i: i32 = 0; i < n; i++) yield i; }
    export function pairOf<A, B>(a: A, b: B): { first: A; second: B } { return { first: a, second: b }; }
    export let log: string[] = [];
    export let text: string;
    export const table: Map<string, f64> = new Map<string, f64>();
    export function note(line: string): void { log.push(line); text = text + line; table.set(line, log.length); }
    let view: Float64Array = new Float64Array(3);
    export function keep(given: Float64Array): f64 { view = given; return view.length; }
    export function kept(): f64 { return view[0] ?? -1; }
    export function makeCounter(): () => i32 { let n: i32 = 0; return () => { n = n + 1; return n; }; }`,
  'middle.ts': `
    export * as boxes from './boxes.ts';
    export { Color } from './base.ts';
    import { type Named } from './base.ts';
    import { Dog } from './animals.ts';
    import * as all from './boxes.ts';
    export function introduce(one: Named): string { return one.greet('you'); }
    export function dogs(): string { return introduce(new Dog('Ada')) + introduce({ name: 'x', greet: (other: string): string => other + '!' }); }
    export function sum(n: i32): i32 { let s: i32 = 0; for (const one of all.upTo(n)) s += one; return s; }
    export type Value = f64 | string | { readonly items: Value[] };
    export function depth(value: Value): i32 { return typeof value === 'object' ? 1 + (value.items.length > 0 ? depth(value.items[0]) : 0) : 0; }`,
  'main.ts': `
    import zoo, { Cat, Dog } from './animals.ts';
    import { Animal, Fault, type Named } from './base.ts';
    import { boxes, Color, depth, dogs, introduce, sum, type Value } from './middle.ts';
    import { Box, keep, kept, log, makeCounter, note, pairOf, table, text } from './boxes.ts';
    const shared: Animal[] = zoo();
    function caught(f: () => string): string { try { return f(); } catch (error) { return error instanceof Fault ? error.message + error.code : 'other'; } }
    export function main(): string {
      const out: string[] = [];
      for (const one of shared) out.push(one.speak(), one.loud, one instanceof Dog ? 'dog' : one instanceof Cat ? 'cat' : '?');
      const cat = new Cat('Kit');
      cat.lives = 0;
      out.push(caught(() => cat.speak()), String(Animal.made), dogs(), String(sum(5)), String(Color.Blue), String(Color.Green));
      const box = new Box<i32>(4).map((x) => 'n' + String(x));
      out.push(box.get(), String(new Box([1, 2]).get().length));
      note('a'); note('b');
      out.push(log.join(), text, String(table.get('b') ?? 0));
      const counter = makeCounter();
      counter();
      out.push(String(counter()), String(pairOf(2, 'z').second), String(depth({ items: [{ items: ['leaf'] }] })));
      const named: Named = new Dog('Bo');
      out.push(introduce(named));
      for (const one of boxes.upTo(3)) out.push(String(one));
      return out.join('|');
    }
    export function views(given: Float64Array): string { keep(given); return String(kept()); }
    export function calls(f: (x: f64) => f64): f64 { let s: f64 = 0; for (let i: i32 = 0; i < 3; i++) s += f(i); return s; }
    export function nested(value: Value): i32 { return depth(value); }
    export { Dog } from './animals.ts';
    export { sum, Fault } from './middle2.ts';`,
  'middle2.ts': `
    export { sum } from './middle.ts';
    export function Fault(): i32 { return 5; }`,
};

/** Each is made, and stays. */
const CHANGES: readonly (readonly [file: string, from: string, to: string])[] = [
  ['animals.ts', "'woof'", "'wuff'"],
  ['base.ts', "' says '", "' said '"],
  ['base.ts', 'name: string;\n', 'name: string;\n      age: i32 = 3;\n'],
  [
    'animals.ts',
    'lives: i32 = 9;',
    'color: string = "grey"; lives: i32 = 9; get loud(): string { return "LOUD"; }',
  ],
  ['boxes.ts', 'let n: i32 = 0;', 'let n: i32 = 100;'],
  ['boxes.ts', 'for (let i: i32 = 0; i < n; i++)', 'for (let i: i32 = 1; i < n; i++)'],
  ['middle.ts', 'let s: i32 = 0;', 'let s: i32 = 1000;'],
  ['base.ts', 'Blue = 7', 'Blue = 8'],
  [
    'boxes.ts',
    'export let log: string[] = [];',
    'export let log: string[] = ["first"];\n    export const extra: string = "e";',
  ],
  [
    'animals.ts',
    'export class Cat',
    "export class Cow extends Animal { sound(): string { return 'moo'; } }\n    export class Cat",
  ],
  ['animals.ts', "new Cat('Tom')]", "new Cat('Tom'), new Cow('Bess')]"],
  [
    'base.ts',
    'speak(): string {',
    'speak(times: i32 = 2): string { if (times > 1) return this.speak(times - 1) + "+" + this.sound();',
  ],
  ['middle.ts', "one.greet('you')", "one.greet('them') + one.name"],
];

const project = new Project(FILES);
afterAll(() => project.remove());

async function expectSame(): Promise<string> {
  const parts = project.load(await project.build());
  const whole = project.whole();
  const all = (exports: typeof parts): unknown => {
    const { Dog, main, views, calls, nested, sum, Fault } = exports as Record<string, unknown>;
    const dog = new (
      Dog as new (name: string) => { greet(other: string): string; speak(): string }
    )('Js');
    const call = (f: unknown, ...args: readonly unknown[]): unknown =>
      (f as (...args: readonly unknown[]) => unknown)(...args);
    return [
      call(main),
      call(views, new Float64Array([7, 8])),
      call(calls, (x: number) => x * 2),
      call(nested, { items: [{ items: [] }] }),
      call(sum, 7),
      call(Fault),
      dog.greet('you'),
      dog.speak(),
    ];
  };
  const found = all(parts);
  expect(found).toEqual(all(whole));
  return JSON.stringify(found);
}

test('compiled module by module and together, at first', async () => {
  expect(await expectSame()).toContain('Rex says woof');
});

test.each(CHANGES)('%s: %s → %s', async (file, from, to) => {
  project.edit(file, from, to);
  await expectSame();
});

// JSON.stringify of values whose types are known: what plain Node gives.
'use mixmod';
import type { f32, i32, isize, u8 } from 'mixmod';
interface Point {
  x: number;
  y: number;
}
interface Item {
  name: string;
  at: Point;
  tags: string[];
  parent: Item | null;
  note?: string;
}
interface Loose {
  a?: number;
  b?: string | null;
  f: (x: number) => number;
  c?: boolean;
}
class Money {
  #cents: number;
  constructor(cents: number) {
    this.#cents = cents;
  }
  toJSON(): { amount: string; currency: string } {
    return { amount: (this.#cents / 100).toFixed(2), currency: 'EUR' };
  }
}
class Tagged extends Money {
  readonly tag = 'x';
  override toJSON(): { amount: string; currency: string } {
    return { amount: this.tag, currency: super.toJSON().amount };
  }
}
const item = (name: string, x: number): Item => ({ name, at: { x, y: -x }, tags: [], parent: null });
const double = (x: number): number => x * 2;
export function scalars(x: number, s: string, b: boolean, n: string | null): string {
  return [JSON.stringify(x), JSON.stringify(s), JSON.stringify(b), JSON.stringify(n), JSON.stringify(null), JSON.stringify(1), JSON.stringify('a"b')].join('|');
}
export function integers(a: i32, b: u8, c: isize, d: f32): string {
  return JSON.stringify([a, a]) + JSON.stringify([b]) + JSON.stringify({ a, b, c, d });
}
export function arrays(n: number): string {
  const numbers: number[] = [];
  const noTexts: string[] = [];
  const nested: (number | undefined)[][] = [[], [1, undefined]];
  const pair: [number, string, boolean | undefined] = [n, 'p', undefined];
  for (let i = 0; i < n; i++) numbers.push(i / 2);
  return JSON.stringify(numbers) + JSON.stringify(nested) + JSON.stringify(pair) + JSON.stringify([pair]) + JSON.stringify(noTexts);
}
export function records(name: string, x: number): string {
  const child = item(name, x);
  child.parent = item('root', 1 / 3);
  child.tags.push('a', '\u2020', 'ß');
  if (x > 1) child.note = 'n';
  return JSON.stringify(child) + JSON.stringify([child.at]);
}
export function loose(a: number | undefined, b: string | null | undefined, c: boolean | undefined): string {
  const value: Loose = { a, b, f: double, c };
  return JSON.stringify(value) + JSON.stringify(value, null, 2) + JSON.stringify({ '2': a, b: 1, '1': c, 'a b"': 'x', '01': 2 });
}
export function indented(space: number, text: string): string {
  const none: Loose = { f: double };
  const pair: [string, null | string] = ['x', null];
  const value = { p: item('a', 1), e: none, l: [[1, 2], []], t: pair };
  return JSON.stringify(value, null, space) + JSON.stringify(value, null, text) + JSON.stringify([1], undefined, 3) + JSON.stringify({ a: 'b' }, null, '--');
}
export function classes(cents: number): string {
  const all: Money[] = [new Money(cents), new Tagged(cents)];
  return JSON.stringify(all) + JSON.stringify({ price: all[0] }, null, 1);
}
export function strings(text: string): string {
  return JSON.stringify(text) + JSON.stringify({ [' k']: text + text });
}
// scalars(1.5, 'x', true, null) → '1.5|"x"|true|null|null|1|"a\\"b"'
// scalars(NaN, '\n\t\b\f\r\v\u0000\u001f"\\/', false, 'null') → 'null|"\\n\\t\\b\\f\\r\\u000b\\u0000\\u001f\\"\\\\/"|false|"null"|null|1|"a\\"b"'
// scalars(-0, '', true, '') → '0|""|true|""|null|1|"a\\"b"'
// scalars(-Infinity, 'é\ud800', true, '\udc00\ud800\udc00\u{1f600}') → 'null|"é\\ud800"|true|"\\udc00𐀀😀"|null|1|"a\\"b"'
// scalars(1e21, 'z', true, '\u2020') → '1e+21|"z"|true|"†"|null|1|"a\\"b"'
// integers(-5, 255, 9007199254740991, 0.5) → '[-5,-5][255]{"a":-5,"b":255,"c":9007199254740991,"d":0.5}'
// arrays(0) → '[][[],[1,null]][0,"p",null][[0,"p",null]][]'
// arrays(3) → '[0,0.5,1][[],[1,null]][3,"p",null][[3,"p",null]][]'
// records('n"n', 2) → '{"name":"n\\"n","at":{"x":2,"y":-2},"tags":["a","†","ß"],"parent":{"name":"root","at":{"x":0.3333333333333333,"y":-0.3333333333333333},"tags":[],"parent":null},"note":"n"}[{"x":2,"y":-2}]'
// records('', 0) → '{"name":"","at":{"x":0,"y":0},"tags":["a","†","ß"],"parent":{"name":"root","at":{"x":0.3333333333333333,"y":-0.3333333333333333},"tags":[],"parent":null}}[{"x":0,"y":0}]'
// loose(undefined, undefined, undefined) → '{}{}{"b":1,"a b\\"":"x","01":2}'
// loose(1, null, true) → '{"a":1,"b":null,"c":true}{\n  "a": 1,\n  "b": null,\n  "c": true\n}{"1":true,"2":1,"b":1,"a b\\"":"x","01":2}'
// loose(undefined, 'x', false) → '{"b":"x","c":false}{\n  "b": "x",\n  "c": false\n}{"1":false,"b":1,"a b\\"":"x","01":2}'
// loose(undefined, undefined, false) → '{"c":false}{\n  "c": false\n}{"1":false,"b":1,"a b\\"":"x","01":2}'
// indented(2, '') → '{\n  "p": {\n    "name": "a",\n    "at": {\n      "x": 1,\n      "y": -1\n    },\n    "tags": [],\n    "parent": null\n  },\n  "e": {},\n  "l": [\n    [\n      1,\n      2\n    ],\n    []\n  ],\n  "t": [\n    "x",\n    null\n  ]\n}{"p":{"name":"a","at":{"x":1,"y":-1},"tags":[],"parent":null},"e":{},"l":[[1,2],[]],"t":["x",null]}[\n   1\n]{\n--"a": "b"\n}'
// indented(0, '\t') → '{"p":{"name":"a","at":{"x":1,"y":-1},"tags":[],"parent":null},"e":{},"l":[[1,2],[]],"t":["x",null]}{\n\t"p": {\n\t\t"name": "a",\n\t\t"at": {\n\t\t\t"x": 1,\n\t\t\t"y": -1\n\t\t},\n\t\t"tags": [],\n\t\t"parent": null\n\t},\n\t"e": {},\n\t"l": [\n\t\t[\n\t\t\t1,\n\t\t\t2\n\t\t],\n\t\t[]\n\t],\n\t"t": [\n\t\t"x",\n\t\tnull\n\t]\n}[\n   1\n]{\n--"a": "b"\n}'
// indented(NaN, 'abcdefghijklmnop') → '{"p":{"name":"a","at":{"x":1,"y":-1},"tags":[],"parent":null},"e":{},"l":[[1,2],[]],"t":["x",null]}{\nabcdefghij"p": {\nabcdefghijabcdefghij"name": "a",\nabcdefghijabcdefghij"at": {\nabcdefghijabcdefghijabcdefghij"x": 1,\nabcdefghijabcdefghijabcdefghij"y": -1\nabcdefghijabcdefghij},\nabcdefghijabcdefghij"tags": [],\nabcdefghijabcdefghij"parent": null\nabcdefghij},\nabcdefghij"e": {},\nabcdefghij"l": [\nabcdefghijabcdefghij[\nabcdefghijabcdefghijabcdefghij1,\nabcdefghijabcdefghijabcdefghij2\nabcdefghijabcdefghij],\nabcdefghijabcdefghij[]\nabcdefghij],\nabcdefghij"t": [\nabcdefghijabcdefghij"x",\nabcdefghijabcdefghijnull\nabcdefghij]\n}[\n   1\n]{\n--"a": "b"\n}'
// indented(12.9, ' ') → '{\n          "p": {\n                    "name": "a",\n                    "at": {\n                              "x": 1,\n                              "y": -1\n                    },\n                    "tags": [],\n                    "parent": null\n          },\n          "e": {},\n          "l": [\n                    [\n                              1,\n                              2\n                    ],\n                    []\n          ],\n          "t": [\n                    "x",\n                    null\n          ]\n}{\n "p": {\n  "name": "a",\n  "at": {\n   "x": 1,\n   "y": -1\n  },\n  "tags": [],\n  "parent": null\n },\n "e": {},\n "l": [\n  [\n   1,\n   2\n  ],\n  []\n ],\n "t": [\n  "x",\n  null\n ]\n}[\n   1\n]{\n--"a": "b"\n}'
// indented(-3, '🎉') → '{"p":{"name":"a","at":{"x":1,"y":-1},"tags":[],"parent":null},"e":{},"l":[[1,2],[]],"t":["x",null]}{\n🎉"p": {\n🎉🎉"name": "a",\n🎉🎉"at": {\n🎉🎉🎉"x": 1,\n🎉🎉🎉"y": -1\n🎉🎉},\n🎉🎉"tags": [],\n🎉🎉"parent": null\n🎉},\n🎉"e": {},\n🎉"l": [\n🎉🎉[\n🎉🎉🎉1,\n🎉🎉🎉2\n🎉🎉],\n🎉🎉[]\n🎉],\n🎉"t": [\n🎉🎉"x",\n🎉🎉null\n🎉]\n}[\n   1\n]{\n--"a": "b"\n}'
// classes(1999) → '[{"amount":"19.99","currency":"EUR"},{"amount":"x","currency":"19.99"}]{\n "price": {\n  "amount": "19.99",\n  "currency": "EUR"\n }\n}'
// strings('a'.repeat(300)) → '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"{" k":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}'
// strings('"'.repeat(70) + 'ü') → '"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"ü"{" k":"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"ü\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"ü"}'
// strings('ab\u0100\u0007') → '"abĀ\\u0007"{" k":"abĀ\\u0007abĀ\\u0007"}'

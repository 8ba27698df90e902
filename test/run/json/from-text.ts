// JSON.parse with a static type: values as plain Node gives them. What it refuses: refused-texts.ts.
'use mixmod';
import type { f32, i32, u8 } from 'mixmod';
interface Point {
  x: number;
  y: number;
}
interface Node {
  name: string;
  at: Point;
  tags: string[];
  parent: Node | null;
  note?: string;
  flags?: boolean[] | null;
}
interface Wide {
  a: i32;
  b: u8;
  c: f32;
  'd e': boolean;
  f: [number, string, Point];
}
export function number(text: string): number {
  return JSON.parse(text);
}
export function text(json: string): string {
  return JSON.parse(json);
}
export function boolean(json: string): boolean {
  return JSON.parse(json);
}
export function maybe(json: string): string {
  const value = JSON.parse(json) as number | null;
  return value === null ? 'none' : `${value}`;
}
export function numbers(json: string): string {
  const values: number[] = JSON.parse(json);
  return `${values.length}: ${values.join(' ')}`;
}
export function matrix(json: string): string {
  const rows = JSON.parse(json) as (number | null)[][];
  return rows.map((row) => row.map((x) => `${x}`).join(',')).join(';');
}
function shown(node: Node): string {
  const { name, at, tags, parent, note, flags } = node;
  const above = parent === null ? '-' : shown(parent);
  const seen = flags === undefined ? 'none' : flags === null ? 'null' : flags.join('');
  return `${name}(${at.x},${at.y})[${tags.join('|')}]${note}/${seen}<${above}>`;
}
export function node(json: string): string {
  const parsed: Node = JSON.parse(json);
  return shown(parsed);
}
export function wide(json: string): string {
  const { a, b, c, 'd e': d, f } = JSON.parse(json) as Wide;
  const [first, second, { x, y }] = f;
  return `${a} ${b} ${c} ${d} ${first} ${second} ${x} ${y}`;
}
const total = (points: Point[]): number => points.reduce((sum, { x, y }) => sum + x * y, 0);
export function passed(json: string): number {
  return total(JSON.parse(json));
}
export function roundTrip(n: number): boolean {
  const made: Node[] = [];
  for (let i = 0; i < n; i++) {
    const at = { x: i / 7, y: -i * 1e15 };
    made.push({ name: `n${i}\n"ü\u{1f600}`, at, tags: ['', `${i}`], parent: i % 3 === 0 ? null : made[i - 1] });
  }
  const json = JSON.stringify(made);
  const back: Node[] = JSON.parse(JSON.stringify(made, null, 2));
  return JSON.stringify(back) === json && JSON.stringify(JSON.parse(json) as Node[]) === json;
}
// number('1') → 1
// number(' -0 ') → -0
// number('0') → 0
// number('-12.5e3') → -12500
// number('1E400') → Infinity
// number('0.1') → 0.1
// number('123456789012345678') → 123456789012345680
// number('0.30000000000000004') → 0.30000000000000004
// number('123456789.0123456789') → 123456789.01234567
// number('9007199254740993') → 9007199254740992
// number('1e-7') → 1e-7
// number('4.35') → 4.35
// number('\t\n\r 7\n') → 7
// text('""') → ''
// text('"a b"') → 'a b'
// text('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00\\uD800x"') → '"\\/\b\f\n\r\tA😀\ud800x'
// text('"ü\u{1f600}"') → 'ü😀'
// text('"\\u00e9' + 'z'.repeat(80) + '\\u20ac"').length → 82
// boolean('true') → true
// boolean(' false') → false
// maybe('null') → 'none'
// maybe('3') → '3'
// numbers('[]') → '0: '
// numbers(' [ ] ') → '0: '
// numbers('[1,2.5 , -3]') → '3: 1 2.5 -3'
// matrix('[[1,null],[],[null]]') → '1,null;;null'
// node('{"name":"a","at":{"x":1,"y":2},"tags":["t"],"parent":null}') → 'a(1,2)[t]undefined/none<->'
// node('{ "name" : "a" , "at" : { "y" : 2 , "x" : 1 } , "tags" : [ ] , "parent" : null , "note" : "n" , "flags" : [ true , false ] }') → 'a(1,2)[]n/truefalse<->'
// node('{"flags":null,"extra":{"a":[1,{}]},"parent":{"name":"p","at":{"x":0,"y":0,"z":1},"tags":["u","v"],"parent":null},"tags":[],"at":{"x":1,"y":2},"name":"\\u0061"}') → 'a(1,2)[]undefined/null<p(0,0)[u|v]undefined/none<->>'
// node('{"n\\u0061me":"a","name":"b","at":{"x":1,"x":5,"y":2},"tags":["t"],"parent":null,"__proto__":1}') → 'b(5,2)[t]undefined/none<->'
// wide('{"a":-2147483648,"b":255,"c":0.5,"d e":true,"f":[1.5,"s",{"x":1,"y":2}]}') → '-2147483648 255 0.5 true 1.5 s 1 2'
// wide('{"f":[ 1.5 , "s" , {"x":1,"y":2} ],"d e":false,"c":-1,"b":0,"a":7}') → '7 0 -1 false 1.5 s 1 2'
// passed('[{"x":2,"y":3},{"x":4,"y":5}]') → 26
// roundTrip(0) → true
// roundTrip(50) → true

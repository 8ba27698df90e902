// Ropes: deep on the left, on the right and on both sides; appended to, read between, wider in the middle, shared by several longer ones.
'use mixmod';
function hash(text: string): number {
  let h = 7;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return h;
}
export function appended(n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text += i % 1000 === 999 ? '€' : 'ab';
  return hash(text) + text.length;
}
export function prepended(n: number): number {
  let text = '';
  for (let i = 0; i < n; i++) text = 'ab' + text;
  return hash(text) + text.length;
}
export function both(n: number): number {
  let text = 'middle';
  for (let i = 0; i < n; i++) text = i % 2 === 0 ? 'left' + text : text + 'right';
  return hash(text) + text.length;
}
export function doubled(n: number): number {
  let text = 'x-';
  for (let i = 0; i < n; i++) text += text;
  return hash(text) + text.length;
}
export function balanced(depth: number): string {
  return depth === 0 ? '<leaf>' : balanced(depth - 1) + balanced(depth - 1);
}
export function readBetween(n: number): number {
  let text = '';
  let sum = 0;
  for (let i = 0; i < n; i++) {
    text += 'abc';
    sum += text.charCodeAt(text.length - 1) + text.charCodeAt(0);
  }
  return sum;
}
/** Each string stays what it was when a longer one is made of it. */
export function shared(): string {
  const base = 'shared '.repeat(20);
  let out = '';
  let a = base + '1';
  let b = base + '2';
  const c = a + b;
  for (let i = 0; i < 100; i++) {
    a += 'a';
    b = b + 'b' + a.charAt(3);
  }
  out += `${base.length} ${a.length} ${b.length} ${c.length} ${hash(base)} ${hash(a)} ${hash(b)} ${hash(c)} `;
  const kept = a;
  const left = kept + 'left';
  const right = kept + 'right€';
  return out + `${hash(kept)} ${hash(left)} ${hash(right)} ${left === right} ${kept + 'left' === left}`;
}
export function zigzag(n: number): number {
  let text = 'z';
  for (let i = 0; i < n; i++) {
    const part = '[' + text.length + ']'.repeat(i % 70);
    text = i % 3 === 0 ? part + text + part : i % 3 === 1 ? text + (part + part) : part + part + text;
  }
  return hash(text) + text.length;
}
export function nulls(n: number): string {
  let text = '';
  for (let i = 0; i < n; i++) text += '\0';
  return `${text.length} ${text === '\0'.repeat(n)} ${text.indexOf('\0', 5)} ${text + '€' < text + '\0€'}`;
}
export function tooLong(): number {
  let text = 'x'.repeat(2 ** 28);
  text += text;
  return text.length;
}
export function compared(n: number): string {
  let a = '';
  let b = 'start';
  for (let i = 0; i < n; i++) {
    a += 'xy';
    b += 'xy';
  }
  const c = b.substring(5);
  return `${a === c} ${a < b} ${a > c} ${a + 'é' === c + 'é'} ${a + '€' === c + 'é'} ${a >= c + 'a'}`;
}
export function pass(text: string, n: number): string {
  let out = text;
  for (let i = 0; i < n; i++) out = out + text;
  return out;
}
// appended(15000) → 979892831
// prepended(15000) → 435893199
// both(10000) → -581334302
// doubled(14) → 862306311
// balanced(8).length → 1536
// balanced(5) → '<leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf><leaf>'
// readBetween(20000) → 3920000
// shared() → '140 241 341 282 633031111 1285806218 -1455193205 -1590602520 1285806218 784540561 -1795265766 false true'
// zigzag(300) → 248015752
// nulls(1000) → '1000 true 5 false'
// tooLong() → RangeError: Invalid string length
// compared(1000) → 'true false false true false false'
// pass('0123456789€', 10) → '0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€0123456789€'
// pass('ab', 100).length → 202

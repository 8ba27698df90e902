// A tag is called with the strings of its template and the values between them; the strings are one array for each place.
'use mixmod';
import type { i32 } from 'mixmod';

function html(strings: TemplateStringsArray, ...values: string[]): string {
  let out = strings[0];
  values.forEach((value, i) => {
    out += value.replaceAll('<', '&lt;') + strings[i + 1];
  });
  return out;
}
const join = <T>(strings: readonly string[], ...values: T[]): string =>
  strings.join('|') + values.map((value) => `(${value})`).join('');
function two(strings: TemplateStringsArray, a: number, b: string): string {
  return `${strings.length}:${a}${b}`;
}
class Query {
  log: string[] = [];
  sql(strings: TemplateStringsArray, ...values: number[]): this {
    this.log.push(strings.join('?') + values.join());
    return this;
  }
}
export function all(n: i32): string {
  const q = new Query();
  q.sql`a = ${1} and b = ${n}`.sql`c`;
  const upper = (strings: TemplateStringsArray): string => strings[0].toUpperCase();
  const parts = [
    html`<b>${'x<y'}</b>${'z'}`,
    html`plain`,
    join`${n}-${n + 1}`,
    join`a${'t'}b`,
    two`${n}${'!'}`,
    q.log.join(';'),
    upper`tab\tq`,
  ];
  return parts.join(' ');
}
const seen: (readonly string[])[] = [];
const remember = (strings: TemplateStringsArray): number => {
  if (seen.some((one) => one === strings)) return seen.length;
  seen.push(strings);
  return seen.length;
};
export function identity(): string {
  let out = '';
  for (let i = 0; i < 3; i++) out += remember`same`;
  return out + remember`same`;
}
export function raw(n: number): string {
  return String.raw`a\n${n}\${b}\u0041` + String.raw`\\`.length;
}
// all(3) → '<b>x&lt;y</b>z plain |-|(3)(4) a|b(t) 3:3! a = ? and b = ?1,3;c TAB\tQ'
// identity() → '1112'
// raw(1) → 'a\\n1\\${b}\\u00412'

'use mixmod';
// Every method of strings as a function, for the comparison with Node's own.
export function concat(a: string, b: string): string {
  return a + b;
}
export function at(text: string, i: number): string | undefined {
  return text.at(i);
}
export function charAt(text: string, i: number): string {
  return text.charAt(i);
}
export function charCodeAt(text: string, i: number): number {
  return text.charCodeAt(i);
}
export function codePointAt(text: string, i: number): number | undefined {
  return text.codePointAt(i);
}
export function indexOf(text: string, search: string, i: number): number {
  return text.indexOf(search, i);
}
export function lastIndexOf(text: string, search: string, i: number): number {
  return text.lastIndexOf(search, i);
}
export function includes(text: string, search: string, i: number): boolean {
  return text.includes(search, i);
}
export function startsWith(text: string, search: string, i: number): boolean {
  return text.startsWith(search, i);
}
export function endsWith(text: string, search: string, i: number): boolean {
  return text.endsWith(search, i);
}
export function substring(text: string, i: number, j: number): string {
  return text.substring(i, j);
}
export function slice(text: string, i: number, j: number): string {
  return text.slice(i, j);
}
export function substr(text: string, i: number, j: number): string {
  return text.substr(i, j);
}
export function padStart(text: string, i: number, filler: string): string {
  return text.padStart(i, filler);
}
export function padEnd(text: string, i: number, filler: string): string {
  return text.padEnd(i, filler);
}
export function repeat(text: string, i: number): string {
  return text.repeat(i);
}
export function replace(text: string, search: string, by: string): string {
  return text.replace(search, by);
}
export function replaceAll(text: string, search: string, by: string): string {
  return text.replaceAll(search, by);
}
export function trim(text: string): string {
  return text.trim();
}
export function trimStart(text: string): string {
  return text.trimStart();
}
export function trimEnd(text: string): string {
  return text.trimEnd();
}
export function toUpperCase(text: string): string {
  return text.toUpperCase();
}
export function toLowerCase(text: string): string {
  return text.toLowerCase();
}
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}
export function toWellFormed(text: string): string {
  return text.toWellFormed();
}
export function compare(a: string, b: string): number {
  return (
    (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a === b ? 4 : 0) + (a > b ? 8 : 0) + (a >= b ? 16 : 0)
  );
}
export function split(text: string, separator: string): string {
  let out = '';
  for (const part of text.split(separator)) out += part.length + ':' + part;
  return out;
}
export function points(text: string): string {
  let out = '';
  for (const one of text) out += one.length + one;
  return out;
}

// ---- strings that are made in many steps ----

let made = '';
let other = '';
export function reset(): void {
  made = '';
  other = '';
}
export function append(text: string): void {
  made += text;
}
export function prepend(text: string): void {
  made = text + made;
}
export function both(text: string): void {
  made = made + (text + made) + text;
}
export function keep(): void {
  other = made;
}
export function appendOther(text: string): void {
  other = other + text;
}
export function look(i: number): number {
  return made.charCodeAt(i) + other.charCodeAt(i);
}
export function cut(i: number, j: number): void {
  made = made.slice(i, j);
}
export function results(): string {
  return made + '|' + other + '|' + (made === other);
}

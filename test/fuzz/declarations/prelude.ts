// What every generated module begins with: the trace, and functions that programs use.
import { NUMERICS } from '../generate/types.ts';

const conversions = Object.keys(NUMERICS)
  .filter((name) => name !== 'number')
  .join(', ');

export const HEADER = `'use mixmod';
import { f64, ${conversions} } from 'mixmod';
`;

export const PRELUDE = `
let trace = '';
let calls = 0;
class Problem extends Error {
  code: number;
  constructor(message: string) {
    super(message);
    this.name = 'Problem';
    this.code = message.length;
  }
}
function start(): void { trace = ''; calls = 0; }
function finish(): string { return trace; }
function note(text: string): void {
  if (trace.length < 4000) trace += text.slice(0, 200) + '\\n';
}
function enter(): void {
  calls++;
  if (calls > 300) throw new Error('too many calls');
}
function described(error: Error): string { return error.name + ': ' + error.message; }
function showNumber(value: number): string { return value === 0 && 1 / value < 0 ? '-0' : \`\${value}\`; }
function clip(text: string): string { return text.length > 60 ? text.slice(0, 60) : text; }
function tap<T>(name: string, value: T): T { note(name); return value; }
function either<T>(first: boolean, a: T, b: T): T { return first ? a : b; }
function sameBoolean(a: boolean, b: boolean): boolean { return a === b; }
function order(a: number, b: number): number {
  if (a !== a) return b !== b ? 0 : 1;
  return b !== b || a < b ? -1 : a > b ? 1 : 0;
}
`;

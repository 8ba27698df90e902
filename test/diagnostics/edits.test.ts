// Every edit that a diagnostic brings with it repairs the program that has the error.
import { describe, expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { E } from '../../compiler/diagnostics/codes.ts';
import type { Diagnostic, DiagnosticCode } from '../../compiler/diagnostics/diagnostic.ts';
import { nodeHost } from '../../compiler/host.ts';

/** Each code: a text with the error, and what the edit makes of it. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  anyType: [
    ['function f(x: any): number { return x; }', 'function f(x: number): number { return x; }'],
  ],
  unknownType: [['let x: unknown = 1;', 'let x: number = 1;']],
  plainBigint: [['let x: bigint = 1n;', 'let x: i64 = 1n;']],
  throwOther: [
    ["function f(): void { throw 'no'; }", "function f(): void { throw new Error('no'); }"],
  ],
  forIn: [
    [
      'function f(items: number[]): void { for (const i in items) f(items); }',
      'function f(items: number[]): void { for (let i = 0; i < items.length; i++) f(items); }',
    ],
    [
      'function f(items: number[]): void {\n  for (const i in items) {\n    f(items);\n  }\n}',
      'function f(items: number[]): void {\n  for (let i = 0; i < items.length; i++) {\n    f(items);\n  }\n}',
    ],
  ],
  debuggerStatement: [['function f(): void { debugger; }', 'function f(): void {  }']],
  varDeclaration: [['var x = 1;', 'let x = 1;']],
  notAssignable: [
    ['function f(x: number): i32 { return x; }', 'function f(x: number): i32 { return i32(x); }'],
    [
      'function f(x: number): i32 { return x +\n  1; }',
      'function f(x: number): i32 { return i32(x +\n  1); }',
    ],
    ['function f(x: i64): number { return x; }', 'function f(x: i64): number { return f64(x); }'],
  ],
  lossyAssertion: [
    [
      'function f(x: number): i32 { return x as i32; }',
      'function f(x: number): i32 { return i32(x); }',
    ],
    [
      'function f(x: number): i32 { return <i32>x; }',
      'function f(x: number): i32 { return i32(x); }',
    ],
  ],
  importSpecifier: [
    ["import { f } from './other';", "import { f } from './other.ts';"],
    ["import { f } from './other.js';", "import { f } from './other.ts';"],
  ],
};

const HEAD = "'use mixmod';\nimport { f64, i32, i64 } from 'mixmod';\n";
const FILES: Readonly<Record<string, string>> = {
  '/other.ts': 'export function f(): void {}\n',
};

function diagnosticsOf(text: string): readonly Diagnostic[] {
  const files: Readonly<Record<string, string>> = { ...FILES, '/program.ts': HEAD + text };
  const readText = (path: string): string | undefined => files[path] ?? nodeHost.readText(path);
  return check('/program.ts', { ...nodeHost, readText }).diagnostics;
}

const rows = Object.entries(E) as readonly (readonly [string, DiagnosticCode<never>])[];
const withEdits = rows.filter(([, { edit }]) => edit !== undefined);

test('each code with an edit has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual(withEdits.map(([name]) => name).sort());
});

describe.each(withEdits.map(([name, { code }]) => ({ name, code })))(
  '$code $name',
  ({ name, code }) => {
    test.each(CASES[name] ?? [])('%s', (wrong, right) => {
      const found = diagnosticsOf(wrong).find((one) => one.code === code);
      if (!found?.edit) throw new Error(`${code} has no edit`);
      const { span, text } = found.edit;
      const { text: before } = span.file;
      expect(before.slice(0, span.start) + text + before.slice(span.end)).toBe(HEAD + right);
      expect(diagnosticsOf(right)).toEqual([]);
    });
  },
);

test('a text of another form has no edit', () => {
  const edits = [
    "import { f } from 'package';",
    'function f(items: number[]): void { for (const i in items.slice(1)) f(items); }',
    'function f(x: number): void { throw x; }',
    'function f(x: number): string { return x; }',
  ].map((text) => diagnosticsOf(text).map(({ edit }) => edit));
  expect(edits.flat().filter((edit) => edit !== null)).toEqual([]);
  expect(edits.every((some) => some.length > 0)).toBe(true);
});

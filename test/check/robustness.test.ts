// Arbitrary TypeScript gives a program or reports with codes, never an exception.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, type CheckResult } from '../../compiler/check/check.ts';
import { E } from '../../compiler/diagnostics/codes.ts';
import { nodeHost } from '../../compiler/host.ts';
import { lineColumn } from '../../compiler/source/source-file.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { checkText as checkAlone } from './check-text.ts';

const CODES: ReadonlySet<string> = new Set(Object.values(E).map(({ code }) => code));

/** Checks a text as the only file there is. */
const checkText = (text: string): CheckResult => sound(checkAlone(text));

/** The result, if it is one that users may see. */
function sound(result: CheckResult): CheckResult {
  const { program, diagnostics } = result;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if ((program === null) !== errors.length > 0)
    throw new Error('a program iff there are no errors');
  for (const { code, message, span } of diagnostics) {
    if (!CODES.has(code)) throw new Error(`${code} is not in the registry`);
    if (!span) throw new Error(`${code} has no place: ${message}`);
    if (span.start < 0 || span.end < span.start || span.end > span.file.text.length)
      throw new Error(`${code} stands outside of its file: ${span.start} to ${span.end}`);
  }
  return result;
}

const codesOf = (text: string): readonly string[] =>
  checkText(text).diagnostics.map(({ code }) => code);

describe('TypeScript that others have written', () => {
  /** Those of this repository import each other: each is checked alone. */
  const folders = ['node_modules', 'compiler', 'runtime', 'test'];
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.[cm]?tsx?$/.test(name) && !name.startsWith('.cache'))
      .map((name) => join(REPOSITORY, folder, name))
      .filter((path) => statSync(path).isFile())
      .sort();

  test.each(folders)('every file in %s', (folder) => {
    const wrong: string[] = [];
    const files = filesIn(folder);
    const start = performance.now();
    let lines = 0;
    for (const path of files)
      try {
        const text = readFileSync(path, 'utf8');
        if (folder === 'node_modules') sound(check(path, nodeHost));
        else checkText(text);
        lines += text.split('\n').length;
      } catch (error) {
        wrong.push(`${path}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    const time = ((performance.now() - start) / lines) * 1000;
    console.log(`${folder}: ${files.length} files, ${time.toFixed(1)} ms for a thousand lines`);
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });

  test('with all that it imports', () => {
    const { program, files: read } = sound(
      check(join(REPOSITORY, 'compiler/diagnostics/render.ts'), nodeHost),
    );
    expect(program).toBeNull();
    expect(read.length).toBeGreaterThan(1);
  });
});

describe('files that are no programs', () => {
  test('an empty file is an empty program', () => {
    expect(checkText('').program?.modules).toHaveLength(1);
    expect(checkText('\n\n').program).not.toBeNull();
  });

  test('a binary file', () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff));
    expect(codesOf(bytes.toString('utf8'))).toContain('RTS1001');
    expect(codesOf(bytes.toString('latin1'))).toContain('RTS1001');
    expect(codesOf('\0'.repeat(100))).toContain('RTS1001');
  });

  test('surrogates without their other half', () => {
    const text = "export function f(a: string): boolean { return a === '\ud800'; }\n";
    expect(codesOf(text)).toEqual([]);
    expect(codesOf('export const \udc00 = 1;')).toContain('RTS1001');
  });
});

describe('places in files of every form', () => {
  const text =
    'export function f(a: number): string {\n  return a;\n}\nexport function g(a: any): void {}\n';
  const places = (of: string): readonly string[] =>
    checkText(of).diagnostics.map(({ code, span }) => {
      const { line, column } = span ? lineColumn(span.file, span.start) : { line: 0, column: 0 };
      return `${code} ${line}:${column}`;
    });
  const expected = ['RTS2005 2:10', 'RTS1002 4:22'];

  test('lines end in LF', () => expect(places(text)).toEqual(expected));
  test('lines end in CR LF', () => expect(places(text.replaceAll('\n', '\r\n'))).toEqual(expected));
  test('the file begins with a byte order mark', () =>
    expect(places(`\ufeff${text}`)).toEqual(expected));
});

describe('nesting beyond every measure', () => {
  const deep = (before: string, count: number, after = ''): string =>
    before.repeat(count) + 'a' + after.repeat(count);
  const programs: readonly (readonly [name: string, body: string])[] = [
    ['parentheses', `return ${deep('(', 10_000, ')')};`],
    ['signs', `return ${deep('- ', 10_000)};`],
    ['additions', `return a${' + a'.repeat(5000)};`],
    ['commas', `return a${', a'.repeat(5000)};`],
    ['literals', `return 1${' + 1'.repeat(5000)};`],
    ['assertions', `return a${' as number'.repeat(5000)};`],
    ['conditionals', `return ${'a === 1 ? 2 : '.repeat(5000)} 3;`],
    ['calls', `return ${deep('f(', 5000, ')')};`],
    ['assignments', `return ${deep('a = ', 5000)};`],
    ['templates', `return ${deep('`${', 5000, '}`')};`],
    ['blocks', `${deep('{', 5000, '}')} return a;`],
    ['tests', `${'if (a) '.repeat(5000)} a; return a;`],
    ['alternatives', `${'if (a === 1) return 2; else '.repeat(5000)} return a;`],
    ['loops', `${'while (a) '.repeat(5000)} a; return a;`],
    ['types', `let b: ${'('.repeat(5000)}number${')'.repeat(5000)} = a; return b;`],
  ];

  test.each(programs)('%s', (_, body) => {
    expect(codesOf(`export function f(a: number): number { ${body} }`)).toEqual(['RTS1074']);
  });

  test('a chain of constants', () => {
    const lines = Array.from({ length: 5000 }, (_, i) => `const v${i} = v${i + 1} + 1;\n`);
    expect(codesOf(`${lines.join('')}const v5000 = 1;\n`)).toEqual(['RTS1074']);
  });

  test('a chain of functions without result types', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `function f${i}(a: number) { return f${i + 1}(a); }\n`,
    );
    expect(codesOf(`${lines.join('')}function f5000(a: number) { return a; }\n`)).toEqual([
      'RTS1074',
    ]);
  });

  test('what is only long is no problem', () => {
    const body = 'a = a + 1;\n'.repeat(5000);
    expect(codesOf(`export function f(a: number): number {\n${body}return a;\n}`)).toEqual([]);
    const cases = Array.from({ length: 1000 }, (_, i) => `case ${i}: let x${i} = a; return x${i};`);
    expect(
      codesOf(
        `export function f(a: number): number { switch (a) { ${cases.join(' ')} } return 0; }`,
      ),
    ).toEqual([]);
  });
});

describe('programs that end too early', () => {
  test.each(['examples/01-checksums/base64.ts', 'examples/02-zlib/zlib.ts'])('%s', (name) => {
    const text = readFileSync(join(REPOSITORY, name), 'utf8');
    for (let end = 0; end < text.length; end += 7) checkText(text.slice(0, end));
    expect(checkText(text).program).not.toBeNull();
  });
});

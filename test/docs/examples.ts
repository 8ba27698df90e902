// README.md and the documents under docs/ → their ```ts blocks, each with how it is tested. Every block is of one kind:
//   program    begins with 'use mixmod'; comments `// expression → result` say what it gives (test/harness/run-case.ts).
//   refused    a program with comments `// error RTS…: …` (test/harness/error-fixture.ts).
//   host       begins with `// host` (or `// host, untranslated`): run by `mixmod run`; what it prints stands in
//              comments `// → …`.
//   library    a program that other blocks of the document import: it begins with a line `// file: name.ts`.
//   app file   plain TypeScript that other blocks import: it begins with a line `// app file: name.ts`.
//   generated  below a marker comment of test/tour.test.ts, which tests it.
//   not run    begins with `// not run: reason`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { REPOSITORY } from '../harness/source-snapshot.ts';

export type ExampleKind =
  'program' | 'refused' | 'host' | 'library' | 'app file' | 'generated' | 'not run';

export interface Example {
  readonly kind: ExampleKind;
  /** Path of the document from the repository root. */
  readonly document: string;
  /** Of the block's first line, from 1. */
  readonly line: number;
  readonly text: string;
  /** Where the tests write it: its document's folder and its own name, which other blocks import. */
  readonly file: string;
}

const BLOCK = /^(<!-- (?:file|stage): \S+ -->\n)?```(?:ts|typescript)\b[^\n]*\n([\s\S]*?)^```$/gm;

export function documents(): readonly string[] {
  const pages = readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`)
    .sort();
  return ['README.md', ...pages];
}

export const readDocument = (document: string): string =>
  readFileSync(join(REPOSITORY, document), 'utf8');

export function examplesOf(document: string, text: string): readonly Example[] {
  return [...text.matchAll(BLOCK)].map((match) => {
    const [whole = '', marker = '', body = ''] = match;
    const start = match.index + whole.indexOf('\n', marker.length) + 1;
    const line = text.slice(0, start).split('\n').length;
    const kind = marker ? 'generated' : kindOf(body);
    if (kind === null) throw new Error(`${document}:${line}: ${UNCLEAR}`);
    return { kind, document, line, text: body, file: fileOf(document, line, body) };
  });
}

const UNCLEAR =
  "a ts block begins with 'use mixmod', `// file: name.ts`, `// host` or `// not run: reason`";

function kindOf(text: string): ExampleKind | null {
  if (/^\/\/ not run: \S/.test(text)) return 'not run';
  if (/^\/\/ host(, untranslated)?$/m.test(firstLine(text))) return 'host';
  if (APP_FILE.test(text)) return 'app file';
  const named = FILE.test(text);
  if (!/^(['"])use mixmod\1/.test(named ? text.slice(text.indexOf('\n') + 1) : text)) return null;
  if (/\/\/ error RTS\d{4}: /.test(text)) return 'refused';
  return named ? 'library' : 'program';
}

const FILE = /^\/\/ file: ([\w-]+\.ts)\n/;
const APP_FILE = /^\/\/ app file: ([\w-]+\.ts)\n/;

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

function fileOf(document: string, line: number, text: string): string {
  const stem = document.replaceAll('/', '-').replace(/\.md$/, '');
  return `${stem}/${(FILE.exec(text) ?? APP_FILE.exec(text))?.[1] ?? `${basename(stem)}-${line}.ts`}`;
}

/** The document with another text for one of its blocks. */
export function withBlock(document: string, { line, text }: Example, updated: string): string {
  const lines = document.split('\n');
  const length = text.split('\n').length - 1;
  lines.splice(line - 1, length, ...updated.replace(/\n$/, '').split('\n'));
  return lines.join('\n');
}

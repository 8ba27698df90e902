// Every code has a page that `mixmod explain` prints: its first program gets the code, its last one is accepted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../compiler/check/check.ts';
import { E, RETIRED } from '../../compiler/diagnostics/codes.ts';
import { nodeHost, type Host } from '../../compiler/host.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';
import { cDiagnostics } from './c-diagnostics.ts';

const FOLDER = join(REPOSITORY, 'compiler/diagnostics/explain');
const codes: readonly string[] = Object.values(E).map(({ code }) => code);
const pages = readdirSync(FOLDER).sort();

/** Pages without programs, each with the reason. */
const WITHOUT_PROGRAM: Readonly<Record<string, string>> = {
  RTS1062: 'a net below the handlers of `check`: no program is known to reach it',
  RTS1074: 'its program has a thousand levels',
  RTS3001: 'the entry file itself is missing',
  RTS3004: 'a file cannot be written',
  RTS3136: 'there is no C compiler',
  RTS3201: 'of a folder',
  RTS3202: 'of a manifest',
  RTS3203: 'of a manifest',
  RTS3204: 'of a manifest',
  RTS3205: 'of the files of a mixed module',
  RTS3206: 'of several manifests',
  RTS4001: 'a tool of the build is missing',
  RTS4002: 'a tool of the build failed',
  RTS4003: 'of another target than this machine',
  RTS4004: 'of a machine for which nothing is built',
};

test('every code has a page and every page a code', () => {
  expect(pages).toEqual(codes.map((code) => `${code}.md`).sort());
});

test('codes are permanent: none is there twice or used again', () => {
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => RETIRED.includes(code))).toEqual([]);
});

test.each(codes)('%s', (code) => {
  const page = readFileSync(join(FOLDER, `${code}.md`), 'utf8');
  const [title, empty, why] = page.split('\n');
  expect(title).toMatch(new RegExp(`^# ${code}: .{3,70}[^.]$`));
  expect(empty).toBe('');
  expect(why).toMatch(/^.{60,}\.$/);
  const programs = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = '']) => text);
  if (code in WITHOUT_PROGRAM) return expect(programs).toEqual([]);
  const [wrong, right, ...rest] = programs.map(codesOf);
  expect(rest).toEqual([]);
  expect(wrong).toContain(code);
  expect(right).toEqual([]);
});

/** The codes reported for a program beside which stands `one.ts`, which exports a function `one`. */
function codesOf(text: string): readonly string[] {
  const files = new Map([
    [join(FOLDER, 'program.ts'), text],
    [join(FOLDER, 'one.ts'), 'export function one(): number { return 1; }\n'],
  ]);
  const host: Host = {
    ...nodeHost,
    readText: (path) => files.get(path) ?? nodeHost.readText(path),
    exists: (path) => files.has(path) || nodeHost.exists(path),
  };
  const { program, diagnostics } = check(join(FOLDER, 'program.ts'), host);
  const linked = program ? cDiagnostics(program, host) : [];
  return [...diagnostics, ...linked].map((one) => one.code);
}

// The compiler that `mixmod run --watch` keeps for the processes it starts.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CompileServer, compiledBy } from '../../compiler/register/compile-server.ts';
import type { LoadedSource } from '../../compiler/register/loaded-source.ts';
import type { RunMode } from '../../compiler/register/mode.ts';

const folder = mkdtempSync(join(tmpdir(), 'mixmod-server-'));
const entry = join(folder, 'entry.ts');
const other = join(folder, 'other.ts');
let server: CompileServer;

const HEAD = "'use mixmod';\nimport type { i32 } from 'mixmod';\n";
const writeOther = (result: string): void =>
  writeFileSync(other, `${HEAD}export function other(): i32 { return ${result}; }\n`);

beforeAll(() => {
  process.env['MIXMOD_CACHE'] = join(folder, 'cache');
  writeFileSync(
    entry,
    `${HEAD}import { other } from './other.ts';\nexport function entry(): i32 { return other() + 1; }\n`,
  );
  server = new CompileServer();
});
afterAll(() => {
  server.close();
  delete process.env['MIXMOD_CACHE'];
  rmSync(folder, { recursive: true });
});

async function compiled(mode: RunMode): Promise<LoadedSource> {
  const made = await compiledBy(server.socket, { path: entry, mode });
  if (!made) throw new Error('the server does not answer');
  return made;
}

async function resultOf({ code, failure }: LoadedSource): Promise<number> {
  expect(failure).toBe('');
  const path = join(folder, `${process.hrtime.bigint()}.mjs`);
  writeFileSync(path, code);
  const { entry: run } = (await import(path)) as { readonly entry: () => number };
  return run();
}

test.each(['watch', 'debug', 'release', 'untranslated'] as const)(
  '%s: each request gets what the files say now, and what is wrong with them',
  async (mode) => {
    writeOther('4');
    const first = await compiled(mode);
    expect(await resultOf(first)).toBe(5);
    expect([...first.inputs].sort()).toEqual([entry, other]);
    writeOther('"text"');
    const { code, failure, inputs } = await compiled(mode);
    expect(code).toBe('');
    expect(failure).toContain('RTS2005');
    expect(failure).toContain('other.ts:3');
    expect(inputs).toContain(other);
    writeOther('40');
    expect(await resultOf(await compiled(mode))).toBe(41);
  },
);

test('requests at once are answered each', async () => {
  writeOther('6');
  const made = await Promise.all(
    (['watch', 'release', 'watch', 'untranslated'] as const).map((mode) => compiled(mode)),
  );
  expect(await Promise.all(made.map(resultOf))).toEqual([7, 7, 7, 7]);
});

test('what it fails at it does not answer, and goes on', async () => {
  const wrong = { path: entry, mode: 'no such mode' as RunMode };
  expect(await compiledBy(server.socket, wrong)).toBeNull();
  writeOther('8');
  expect(await resultOf(await compiled('watch'))).toBe(9);
});

test('without a server there is no answer', async () => {
  const gone = new CompileServer();
  gone.close();
  expect(await compiledBy(gone.socket, { path: entry, mode: 'watch' })).toBeNull();
});

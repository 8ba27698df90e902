// What makes objects in processes beside: objects as the tools make them, and an error whatever happens to LLVM.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODE_GENERATOR, CodeServer } from '../../compiler/beside/code-server.ts';
import { ofScript, Server } from '../../compiler/beside/server.ts';
import { compile } from '../../compiler/compile.ts';
import { DiagnosticSink } from '../../compiler/diagnostics/diagnostic.ts';
import { nodeHost, type CodeRequest, type Host } from '../../compiler/host.ts';
import { startObject } from '../../compiler/link/object.ts';
import { WATCH } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';

const SOURCE = `'use mixmod';
import type { i32 } from 'mixmod';
export function twice(x: i32): i32 { return x * 2; }
`;
const UNOPTIMISED = {
  passes: 'globaldce,always-inline,globaldce',
  cpu: { name: 'x86-64', features: '' },
  level: 0,
};

const folder = mkdtempSync(join(tmpdir(), 'mixmod-code-'));
const server = new CodeServer(join(packageRoot, CODE_GENERATOR));
let bitcode = new Uint8Array();

beforeAll(() => {
  const source = join(folder, 'twice.ts');
  writeFileSync(source, SOURCE);
  bitcode = Uint8Array.from(compile(source, WATCH, nodeHost).emitted?.bitcode ?? []);
});
afterAll(() => rmSync(folder, { recursive: true }));

const request = (changes: Partial<CodeRequest> = {}): CodeRequest => ({
  bitcode,
  ...UNOPTIMISED,
  ...changes,
});

/** Names that an object defines or asks for, sorted: `nm` prints them so. */
function symbols(object: Uint8Array | null | undefined): string {
  const path = join(folder, 'symbols.o');
  writeFileSync(path, object ?? '');
  const { stdout } = nodeHost.run('nm', ['-f', 'posix', path]);
  return stdout.replace(/ [0-9a-f ]*$/gm, '');
}

test('an object has what the object of the tools has', async () => {
  const made = await server.generate(request());
  const host: Host = { ...nodeHost, generate: () => Promise.resolve(null) };
  const sink = new DiagnosticSink();
  const byTools = await startObject(folder, bitcode, WATCH, { host, sink, timings: {} });
  expect(made?.message).toBe('');
  expect(symbols(made?.object)).toMatch(/^napi_register_module_v1 T/m);
  expect(symbols(made?.object)).toBe(symbols(byTools));
});

test('for the machine itself', async () => {
  const made = await server.generate(request({ cpu: { name: 'native', features: '' } }));
  expect(made?.object?.length).toBeGreaterThan(100);
});

test.each([
  ['bitcode that is none', { bitcode: Uint8Array.of(1, 2, 3, 4) }, /bitcode header/],
  ['a pass that there is not', { passes: 'no-such-pass' }, /no-such-pass/],
  [
    'what LLVM ends the process for',
    { cpu: { name: 'no-such-cpu', features: '' } },
    /64-bit code .*\(SIGABRT\)/s,
  ],
])('%s is an error', async (_, changes, message) => {
  expect(await server.generate(request(changes))).toEqual({
    object: null,
    message: expect.stringMatching(message),
  });
  // And the next module is translated.
  expect((await server.generate(request()))?.object?.length).toBeGreaterThan(100);
});

test('a build tells of it', async () => {
  const sink = new DiagnosticSink();
  const host: Host = { ...nodeHost, generate: (wanted) => server.generate(wanted) };
  const damaged = Uint8Array.of(1, 2, 3, 4);
  expect(await startObject(folder, damaged, WATCH, { host, sink, timings: {} })).toBeNull();
  expect(sink.sorted().map(({ message }) => message)).toEqual([
    expect.stringContaining('bitcode header'),
  ]);
});

test('without the addon or its library there is no code generator', async () => {
  const missing = new CodeServer(join(folder, 'missing.node'));
  expect(await missing.generate(request())).toBeNull();
});

test('modules are translated at once, each by a process', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => server.generate(request())));
  const [first] = made;
  expect(first?.object?.length).toBeGreaterThan(100);
  expect(new Set(made.map((one) => Buffer.from(one?.object ?? []).toString('hex'))).size).toBe(1);
});

test('a process that ends answers all that wait for it', async () => {
  const dying = new Server<{ readonly ends: boolean }, { readonly answer: number }>(
    ofScript(`process.on('message', ({ id, ends }) => {
       if (!ends) process.send({ id, answer: process.pid });
       else process.stderr.write('last words', () => process.kill(process.pid, 'SIGKILL'));
     });`),
  );
  const before = await dying.ask({ ends: false });
  const both = await Promise.all([dying.ask({ ends: true }), dying.ask({ ends: true })]);
  expect(both).toEqual([{ ended: 'last words (SIGKILL)' }, { ended: 'last words (SIGKILL)' }]);
  const after = await dying.ask({ ends: false });
  expect(after).toEqual({ answer: expect.any(Number) });
  expect(after).not.toEqual(before);
});

// What does not throw runs the same instructions inside of a `try` as outside: the handlers are found by tables.
import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { emitText } from './compiled.ts';

/** Adds up what `work` gives; where it raises, the loop is left with -1. */
const loop = (name: string, exit: string, handler: string): string => `graph "${name}" -> i32
b0(v0: i32):
  goto b1(0:i32, 0:i32)
b1(v1: i32, v2: i32):
  v3: boolean = int_lt v1, v0
  branch v3, b2, b3
b2():
  v4: i32 = direct_call v1 {callee: "work"}
  ${exit}
b3():
  return v2
b4():
  v5: i32 = int_add v2, v4
  v6: i32 = int_add v1, 1:i32
  goto b1(v6, v5)
${handler}
`;

const TEXT = `unit "m" low
export function "plain" = "plain"(n: i32) -> i32
export function "tried" = "tried"(n: i32) -> i32
export function "plain2" = "plain"(n: i32) -> i32
export function "tried2" = "tried"(n: i32) -> i32

graph "work" -> i32
b0(v0: i32):
  check_nonzero v0
  v1: i32 = int_div_nonzero 1000:i32, v0
  return v1

${loop('plain', 'goto b4', '')}
${loop('tried', 'try b4 catch b5', 'b5():\n  return -1:i32')}`;

function run(command: string, args: readonly string[], input: string | Uint8Array): string {
  const { stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

/** The mnemonics of each function up to its landing pad, without labels and directives. */
let code: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  const { bitcode } = emitText(TEXT);
  const passes = ['-passes=default<O3>', '-inline-threshold=0', '-S', '-'];
  const assembly = run('llc-14', ['-O3', '-'], run('opt-14', passes, bitcode));
  const bodies = [...assembly.matchAll(/^rts\.(\w+):([^]*?)^\.Lfunc_end/gm)];
  code = new Map(
    bodies.map(([, name = '', body = '']) => {
      const [path = ''] = body.split(/# %pad\b|-- Begin catch/);
      const lines = path.split('\n').filter((line) => /^\t[a-z]/.test(line));
      return [name, lines.map((line) => line.trim().split(/\s+/)[0] ?? '')];
    }),
  );
});

it('runs the same instructions', () => {
  const [plain = [], tried = []] = [code.get('plain'), code.get('tried')];
  expect(plain.length).toBeGreaterThan(8);
  expect(plain).toContain('callq');
  expect([...tried].sort()).toEqual([...plain].sort());
});

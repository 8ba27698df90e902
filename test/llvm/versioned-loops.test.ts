// Loops whose indices are offset from their counter: tests before the loop leave one that LLVM makes vectors of.
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../compiler/host.ts';
import { emitModule } from '../../compiler/llvm/module.ts';
import { RELEASE } from '../../compiler/options.ts';
import { compiled } from '../passes/ranges/compiled.ts';

const PROGRAM = `import { i32, isize } from 'mixmod';
export function add(result: Float64Array, b: Float64Array, base: isize, other: isize, n: isize, factor: number): void {
  for (let j: isize = 0; j < n; j++) result[base + j] += factor * b[other + j];
}
export function add32(result: Float64Array, b: Float64Array, base: i32, other: i32, n: i32, factor: number): void {
  for (let j: i32 = 0; j < n; j++) result[base + j] += factor * b[other + j];
}
export function multiply(a: Float64Array, b: Float64Array, result: Float64Array, n: i32): void {
  for (let i: i32 = 0; i < n; i++) {
    for (let k: i32 = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j: i32 = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  }
}
export function mark(composite: Uint8Array, i: isize, limit: isize): void {
  for (let j: isize = i * i; j < limit; j += i) composite[j] = 1;
}
`;

let functions: Map<string, string>;

beforeAll(() => {
  const { bitcode } = emitModule(compiled(PROGRAM).optimized, RELEASE, nodeHost);
  const { stdout, stderr } = spawnSync(
    'opt-14',
    ['-passes=default<O3>', '-mcpu=x86-64', '-S', '-'],
    { input: bitcode, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  // Of several callers, the wrapper and the entry of the fast lane, none has it inlined.
  const bodies = [...stdout.matchAll(/^define [^@]*@"?(?:wrapper|rts)\.(\w+)"?\([^]*?^}/gm)];
  functions = new Map();
  for (const [body, name = ''] of bodies)
    functions.set(name, `${functions.get(name) ?? ''}${body}\n\n`);
});

const body = (name: string): string => functions.get(name) ?? '';

/** Blocks that lead to themselves. */
const tightLoops = (name: string): readonly string[] =>
  body(name)
    .split(/\n\n/)
    .filter((block) => {
      const label = /^([\w.]+):/.exec(block)?.[1];
      return label !== undefined && new RegExp(`br i1 .*label %${label}(?![\\w.])`).test(block);
    });

describe.each(['add', 'add32', 'multiply'])('%s', (name) => {
  it('has a loop over vectors', () => {
    const loops = tightLoops(name).filter((block) => block.includes('fmul <2 x double>'));
    expect(loops.length).toBeGreaterThan(0);
    for (const loop of loops) expect(loop).toContain('store <2 x double>');
  });
  it('still raises', () => expect(body(name)).toContain('@mm.raise'));
});

it('a loop by a variable step is a store, a sum and a comparison', () => {
  const loops = tightLoops('mark').filter((block) => block.includes('store i8 1'));
  expect(loops.map((block) => block.trim().split('\n').length)).toContain(7);
});

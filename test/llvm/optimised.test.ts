// What LLVM must be able to make of our code: the prelude's alias classes, bounds and hints are there for these.
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitText } from './compiled.ts';

/** A loop over `data` with the given body; v4 is the index, v6 its offset in bytes. */
const loop = (name: string, parameters: string, body: string): string => `graph "${name}"
b0(v0: address, v1: isize, v2: address${parameters}):
  goto b1(0:isize)
b1(v4: isize):
  v5: boolean = int_lt v4, v1
  branch v5, b2, b3
b2():
  check_index v4, v1
  v6: isize = int_mul v4, 4:isize
${body}
  v9: isize = int_add v4, 1:isize
  goto b1(v9)
b3():
  return
`;

const TEXT = `unit "m" low
global "total": i32 mutable
global "step": i32 mutable
export function "add" = "add"(data: Int32Array, k: i32) -> void
export function "twice" = "twice"(data: Int32Array, k: i32) -> void
export function "also" = "twice"(data: Int32Array, k: i32) -> void
export function "total" = "total"(data: Int32Array) -> void
export function "multiply" = "multiply"(data: Float32Array, other: Float32Array) -> void

${loop(
  'add',
  ', v3: i32',
  `  v7: i32 = raw_load v0, v6 {stored: "i32"}
  v8: i32 = int_add v7, v3
  check_index v4, v1
  raw_store v0, v6, v8 {stored: "i32"}`,
)}
${loop(
  'twice',
  ', v3: i32',
  `  v7: i32 = raw_load v0, v6 {stored: "i32"}
  v8: i32 = int_add v7, v3
  v30: i32 = int_mul v8, v3
  v31: i32 = int_xor v30, v8
  v32: i32 = int_mul v31, v30
  raw_store v0, v6, v32 {stored: "i32"}`,
)}
${loop(
  'total',
  '',
  `  v7: i32 = raw_load v0, v6 {stored: "i32"}
  v8: i32 = global_load {global: "total", part: 0}
  v30: i32 = global_load {global: "step", part: 0}
  v31: i32 = int_add v8, v7
  v32: i32 = int_add v31, v30
  raw_store v0, v6, v32 {stored: "i32"}
  global_store v32 {global: "total", part: 0}`,
)}
${loop(
  'multiply',
  ', v10: address, v11: isize, v12: address',
  `  v7: f32 = raw_load v0, v6 {stored: "f32"}
  check_index v4, v11
  v8: f32 = raw_load v10, v6 {stored: "f32"}
  v30: f32 = float_mul v7, v8
  raw_store v0, v6, v30 {stored: "f32"}`,
)}`;

let functions: ReadonlyMap<string, string>;

beforeAll(() => {
  const { bitcode } = emitText(TEXT);
  const { stdout, stderr } = spawnSync(
    'opt-14',
    ['-passes=default<O3>', '-mcpu=x86-64', '-S', '-'],
    { input: bitcode, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const bodies = [...stdout.matchAll(/^define [^@]*@([\w.]+)\([^]*?^}/gm)];
  functions = new Map(bodies.map(([body, name = '']) => [name, body]));
});

/** The wrapper, into which a function that nobody else calls is inlined. */
const wrapper = (name: string): string => functions.get(`wrapper.${name}`) ?? '';

describe('a loop over a typed array', () => {
  it('has no bounds check left', () => {
    expect(wrapper('add')).toContain('napi_get_typedarray_info');
    expect(wrapper('add')).not.toContain('@mm.raise');
  });
  it('is vectorised', () => expect(wrapper('add')).toContain('add <4 x i32>'));
  it('is vectorised in a function that is not inlined', () => {
    const standing = functions.get('rts.twice') ?? wrapper('twice');
    expect(standing).toContain('mul <4 x i32>');
    expect(standing).not.toContain('@mm.raise');
  });
  it('is vectorised where a second array has its own check', () =>
    expect(wrapper('multiply')).toContain('fmul <4 x float>'));
});

it('keeps variables of the module in registers while elements are stored', () => {
  const blocks = wrapper('total').split(/\n\n/);
  const inLoop = blocks.filter((block) => {
    const label = /^([\w.]+):/.exec(block)?.[1];
    return label !== undefined && new RegExp(`br i1 .*label %${label}(?![\\w.])`).test(block);
  });
  expect(inLoop.length).toBeGreaterThan(0);
  // Elements have an alignment of 1, variables their own.
  for (const block of inLoop) expect(block).not.toMatch(/load i32, i32\* %[\w.]+, align 4/);
});

it('declares nothing that may unwind but calls that raise', () => {
  expect(wrapper('add')).not.toContain('invoke');
  expect(wrapper('add')).not.toContain('landingpad');
});

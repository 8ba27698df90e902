// Loops of caller.c in a program that has callbacks: after each call of C it must look for what a callback has thrown.
'use mixmod';
import { i32, lltype, rffi } from 'mixmod';

const info = {
  compilation_info: rffi.ExternalCompilationInfo({
    includes: ['./library.h'],
    libraries: ['calls'],
    library_dirs: ['../../../build/bench-calls'],
  }),
};
const BINARY = rffi.CCallback([rffi.INT, rffi.INT], rffi.INT);
const STEP = rffi.CCallback([rffi.INT, rffi.VOIDP], rffi.INT);

const start_count = rffi.llexternal('start_count', [], rffi.VOID, info);
const end_count = rffi.llexternal('end_count', [rffi.INT], rffi.INT, info);
const chosen = rffi.llexternal('chosen', [], BINARY, info);
const repeat = rffi.llexternal('repeat', [rffi.INT, STEP, rffi.VOIDP], rffi.INT, info);
const add = rffi.llexternal('add', [rffi.INT, rffi.INT], rffi.INT, info);
const leaf = { ...info, random_effects_on_gcobjs: false };
const add_as_leaf = rffi.llexternal('add', [rffi.INT, rffi.INT], rffi.INT, leaf);

export function loop_chosen(n: i32): i32 {
  const f = chosen();
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = f(sum, i);
  return end_count(sum);
}
export function loop_add(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add(sum, i);
  return end_count(sum);
}
export function loop_add_as_leaf(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_as_leaf(sum, i);
  return end_count(sum);
}
function step(i: i32, data: lltype.Ptr<typeof rffi.VOIDP.to>): i32 {
  return i + rffi.cast(rffi.INTP, data)[0];
}
export function loop_repeat(n: i32): i32 {
  using by = lltype.scoped_alloc(rffi.INTP.to, 1);
  by.ptr[0] = n;
  start_count();
  const sum = repeat(n, step, by.ptr);
  return end_count(sum);
}
export function loop_repeat_closure(n: i32): i32 {
  start_count();
  const sum = repeat(n, (i) => i + n, null);
  return end_count(sum);
}

'use mixmod';
// A frame of registers in memory that JavaScript shares → one call of C, and back: what the generated functions of `_ffi` are made of.
// Nothing is converted here.
export { attach } from './interp_words.ts';
export { call, closed_code } from './interp_calls.ts';
export { call_extended, call_released } from './interp_released.ts';
export { free_callback, make_callback, retire_callback } from './interp_callbacks.ts';
export { take_holder, use_v8 } from './interp_enter.ts';

// What `import … from 'mixmod'` gives on Node: build-time data and untranslated execution. Its types for users are in
// `mixmod.d.ts`.
export { f32, f64, i16, i32, i64, i8, isize, u16, u32, u64, u8, usize } from './numbers.ts';
export { lltype } from './lltype/lltype.ts';
export { comptime } from './comptime.ts';
export { mixedModule } from './mixed/mixed-module.ts';
export { intmask, ovfcheck, rarithmetic } from './rarithmetic.ts';
export { aborted, offthread, progress } from './offthread.ts';
export { rposix } from './rffi/errno.ts';
export { rffi_platform } from './rffi_platform/rffi_platform.ts';
export { space } from './space.ts';
export { rffi } from './rffi/rffi.ts';

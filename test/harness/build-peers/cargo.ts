// The module in Rust, with Node-API as it is: crates around it take longer.
import { spawnSync } from 'node:child_process';
import { checkNative, type Peer } from './peer.ts';

const source = (greeting: string): string => `use std::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};

type Value = *mut c_void;
type Callback = extern "C" fn(Value, Value) -> Value;

extern "C" {
    fn napi_get_cb_info(env: Value, info: Value, count: *mut usize, args: *mut Value, this: *mut Value, data: *mut Value) -> i32;
    fn napi_get_value_int32(env: Value, value: Value, result: *mut i32) -> i32;
    fn napi_create_int32(env: Value, value: i32, result: *mut Value) -> i32;
    fn napi_create_double(env: Value, value: f64, result: *mut Value) -> i32;
    fn napi_get_typedarray_info(env: Value, array: Value, kind: *mut i32, length: *mut usize, data: *mut *const f64, buffer: *mut Value, offset: *mut usize) -> i32;
    fn napi_get_value_string_utf8(env: Value, value: Value, text: *mut u8, size: usize, length: *mut usize) -> i32;
    fn napi_create_string_utf8(env: Value, text: *const c_char, length: usize, result: *mut Value) -> i32;
    fn napi_create_function(env: Value, name: *const c_char, length: usize, function: Callback, data: *const c_void, result: *mut Value) -> i32;
    fn napi_set_named_property(env: Value, object: Value, name: *const c_char, value: Value) -> i32;
}

fn arguments<const N: usize>(env: Value, info: Value) -> [Value; N] {
    let mut args = [null_mut(); N];
    let mut count = N;
    unsafe { napi_get_cb_info(env, info, &mut count, args.as_mut_ptr(), null_mut(), null_mut()) };
    args
}

extern "C" fn add(env: Value, info: Value) -> Value {
    let args = arguments::<2>(env, info);
    let (mut a, mut b, mut result) = (0, 0, null_mut());
    unsafe {
        napi_get_value_int32(env, args[0], &mut a);
        napi_get_value_int32(env, args[1], &mut b);
        napi_create_int32(env, a.wrapping_add(b), &mut result);
    }
    result
}

extern "C" fn sum(env: Value, info: Value) -> Value {
    let [array] = arguments::<1>(env, info);
    let (mut length, mut data, mut result) = (0, null(), null_mut());
    unsafe {
        napi_get_typedarray_info(env, array, null_mut(), &mut length, &mut data, null_mut(), null_mut());
        let values = std::slice::from_raw_parts(data, length);
        napi_create_double(env, values.iter().sum(), &mut result);
    }
    result
}

extern "C" fn greet(env: Value, info: Value) -> Value {
    let [value] = arguments::<1>(env, info);
    let (mut length, mut result) = (0, null_mut());
    unsafe {
        napi_get_value_string_utf8(env, value, null_mut(), 0, &mut length);
        let mut bytes = vec![0; length + 1];
        napi_get_value_string_utf8(env, value, bytes.as_mut_ptr(), length + 1, &mut length);
        let name = String::from_utf8_lossy(&bytes[..length]);
        let text = format!("${greeting}, {name}!");
        napi_create_string_utf8(env, text.as_ptr().cast(), text.len(), &mut result);
    }
    result
}

#[no_mangle]
pub extern "C" fn napi_register_module_v1(env: Value, exports: Value) -> Value {
    let all: [(&[u8], Callback); 3] = [(b"add\\0", add), (b"sum\\0", sum), (b"greet\\0", greet)];
    for (name, function) in all {
        let mut made = null_mut();
        unsafe {
            napi_create_function(env, name.as_ptr().cast(), name.len() - 1, function, null(), &mut made);
            napi_set_named_property(env, exports, name.as_ptr().cast(), made);
        }
    }
    exports
}
`;

export const cargo = (): Peer => ({
  name: 'cargo, Rust',
  missing: () => (spawnSync('cargo', ['--version']).status === 0 ? null : 'apt-get install cargo'),
  version: ['cargo', '--version'],
  files: (greeting) => ({
    'Cargo.toml': `[package]
name = "small"
version = "1.0.0"
edition = "2021"
[lib]
crate-type = ["cdylib"]
`,
    'src/lib.rs': source(greeting),
  }),
  outputs: ['target'],
  build: ['cargo', 'build', '--release', '--offline', '--quiet'],
  check: checkNative('target/release/libsmall.so'),
});

; From JavaScript values to machine values: the wrappers' arguments. Each function gives the value, and i1 false as its last part
; if the JavaScript value is not of the type; then the wrapper calls mm.argument_error.

declare i32 @napi_get_cb_info(i8*, i8*, i64*, i8**, i8**, i8**) nounwind
declare i32 @napi_typeof(i8*, i8*, i32*) nounwind
declare i32 @napi_get_value_double(i8*, i8*, double*) nounwind
declare i32 @napi_get_value_bool(i8*, i8*, i8*) nounwind
declare i32 @napi_get_value_bigint_int64(i8*, i8*, i64*, i8*) nounwind
declare i32 @napi_get_value_bigint_uint64(i8*, i8*, i64*, i8*) nounwind
declare i32 @napi_get_value_string_utf16(i8*, i8*, i16*, i64, i64*) nounwind
declare i32 @napi_get_typedarray_info(i8*, i8*, i32*, i64*, i8**, i8**, i64*) nounwind
declare i32 @napi_is_arraybuffer(i8*, i8*, i8*) nounwind
declare i32 @napi_get_arraybuffer_info(i8*, i8*, i8**, i64*) nounwind
declare i32 @napi_get_dataview_info(i8*, i8*, i64*, i8**, i8**, i64*) nounwind
declare i32 @napi_is_dataview(i8*, i8*, i8*) nounwind
declare i32 @napi_is_detached_arraybuffer(i8*, i8*, i8*) nounwind

; Start of a wrapper: the arguments (undefined for missing ones) and the environment.
define internal i8* @mm.enter(i8* %napi, i8* %info, i64 %count, i8** %values) alwaysinline nounwind {
  %count.slot = alloca i64
  %env.slot = alloca i8*
  store i64 %count, i64* %count.slot
  %status = call i32 @napi_get_cb_info(i8* %napi, i8* %info, i64* %count.slot, i8** %values, i8** null, i8** %env.slot)
  %env = load i8*, i8** %env.slot
  ret i8* %env
}

; napi_valuetype: 0 undefined, 1 null.
define internal i32 @mm.typeof(i8* %napi, i8* %value) alwaysinline nounwind {
  %slot = alloca i32
  %status = call i32 @napi_typeof(i8* %napi, i8* %value, i32* %slot)
  %type = load i32, i32* %slot
  ret i32 %type
}

define internal { double, i1 } @mm.argument.f64(i8* %napi, i8* %value) alwaysinline nounwind {
  %slot = alloca double
  %status = call i32 @napi_get_value_double(i8* %napi, i8* %value, double* %slot)
  %ok = icmp eq i32 %status, 0
  %x = load double, double* %slot
  %r.0 = insertvalue { double, i1 } undef, double %x, 0
  %r.1 = insertvalue { double, i1 } %r.0, i1 %ok, 1
  ret { double, i1 } %r.1
}

; An integral number that 32 bits hold; the wrapper tests the range of narrower types. The machine's own conversion gives
; another number for what does not fit, so one comparison tells all.
define internal { i32, i1 } @mm.argument.integer32(i8* %napi, i8* %value) alwaysinline nounwind {
  %got = call { double, i1 } @mm.argument.f64(i8* %napi, i8* %value)
  %x = extractvalue { double, i1 } %got, 0
  %is.number = extractvalue { double, i1 } %got, 1
  %i = call i32 @mm.machine.integer32(double %x)
  %back = sitofp i32 %i to double
  %integral = fcmp oeq double %back, %x
  %ok = and i1 %is.number, %integral
  %r.0 = insertvalue { i32, i1 } undef, i32 %i, 0
  %r.1 = insertvalue { i32, i1 } %r.0, i1 %ok, 1
  ret { i32, i1 } %r.1
}

; An integral number of magnitude up to 2^63; the wrapper tests the range of the type.
define internal { i64, i1 } @mm.argument.integer64(i8* %napi, i8* %value) alwaysinline nounwind {
  %got = call { double, i1 } @mm.argument.f64(i8* %napi, i8* %value)
  %x = extractvalue { double, i1 } %got, 0
  %is.number = extractvalue { double, i1 } %got, 1
  %i = call i64 @mm.machine.integer64(double %x)
  %back = sitofp i64 %i to double
  %integral = fcmp oeq double %back, %x
  %ok = and i1 %is.number, %integral
  %r.0 = insertvalue { i64, i1 } undef, i64 %i, 0
  %r.1 = insertvalue { i64, i1 } %r.0, i1 %ok, 1
  ret { i64, i1 } %r.1
}

define internal { i1, i1 } @mm.argument.boolean(i8* %napi, i8* %value) alwaysinline nounwind {
  %slot = alloca i8
  %status = call i32 @napi_get_value_bool(i8* %napi, i8* %value, i8* %slot)
  %ok = icmp eq i32 %status, 0
  %byte = load i8, i8* %slot
  %bit = icmp ne i8 %byte, 0
  %r.0 = insertvalue { i1, i1 } undef, i1 %bit, 0
  %r.1 = insertvalue { i1, i1 } %r.0, i1 %ok, 1
  ret { i1, i1 } %r.1
}

define internal { i64, i1 } @mm.argument.i64(i8* %napi, i8* %value) alwaysinline nounwind {
  %slot = alloca i64
  %lossless.slot = alloca i8
  %status = call i32 @napi_get_value_bigint_int64(i8* %napi, i8* %value, i64* %slot, i8* %lossless.slot)
  %is.bigint = icmp eq i32 %status, 0
  %lossless.8 = load i8, i8* %lossless.slot
  %lossless = icmp ne i8 %lossless.8, 0
  %ok = and i1 %is.bigint, %lossless
  %i = load i64, i64* %slot
  %r.0 = insertvalue { i64, i1 } undef, i64 %i, 0
  %r.1 = insertvalue { i64, i1 } %r.0, i1 %ok, 1
  ret { i64, i1 } %r.1
}
define internal { i64, i1 } @mm.argument.u64(i8* %napi, i8* %value) alwaysinline nounwind {
  %slot = alloca i64
  %lossless.slot = alloca i8
  %status = call i32 @napi_get_value_bigint_uint64(i8* %napi, i8* %value, i64* %slot, i8* %lossless.slot)
  %is.bigint = icmp eq i32 %status, 0
  %lossless.8 = load i8, i8* %lossless.slot
  %lossless = icmp ne i8 %lossless.8, 0
  %ok = and i1 %is.bigint, %lossless
  %i = load i64, i64* %slot
  %r.0 = insertvalue { i64, i1 } undef, i64 %i, 0
  %r.1 = insertvalue { i64, i1 } %r.0, i1 %ok, 1
  ret { i64, i1 } %r.1
}

; Memory that this thread alone may write: a SharedArrayBuffer is not an ArrayBuffer.
define internal i1 @mm.is_own_memory(i8* %napi, i8* %buffer, i64 %length) alwaysinline nounwind {
  %slot = alloca i8
  store i8 0, i8* %slot
  %status = call i32 @napi_is_arraybuffer(i8* %napi, i8* %buffer, i8* %slot)
  %answer = load i8, i8* %slot
  %own = icmp ne i8 %answer, 0
  %attached = call i1 @mm.is_attached(i8* %napi, i8* %buffer, i64 %length)
  %ok = and i1 %own, %attached
  ret i1 %ok
}

; A view on a detached buffer has length 0, and is refused.
define internal i1 @mm.is_attached(i8* %napi, i8* %buffer, i64 %length) alwaysinline nounwind {
  %some = icmp ne i64 %length, 0
  br i1 %some, label %yes, label %ask
ask:
  %attached = call i1 @mm.is_attached_empty(i8* %napi, i8* %buffer)
  ret i1 %attached
yes:
  ret i1 true
}
define internal i1 @mm.is_attached_empty(i8* %napi, i8* %buffer) noinline nounwind {
  %slot = alloca i8
  store i8 0, i8* %slot
  %status = call i32 @napi_is_detached_arraybuffer(i8* %napi, i8* %buffer, i8* %slot)
  %detached = load i8, i8* %slot
  %attached = icmp eq i8 %detached, 0
  ret i1 %attached
}

; A typed array of exactly the type (napi_typedarray_type): address, length, ArrayBuffer.
define internal { i8*, i64, i8*, i1 } @mm.argument.typedarray(i8* %napi, i8* %value, i32 %type) alwaysinline nounwind {
  %type.slot = alloca i32
  %length.slot = alloca i64
  %data.slot = alloca i8*
  %buffer.slot = alloca i8*
  %status = call i32 @napi_get_typedarray_info(i8* %napi, i8* %value, i32* %type.slot, i64* %length.slot, i8** %data.slot, i8** %buffer.slot, i64* null)
  %is.array = icmp eq i32 %status, 0
  %got = load i32, i32* %type.slot
  %same = icmp eq i32 %got, %type
  %right = and i1 %is.array, %same
  br i1 %right, label %test, label %done
test:
  %length.1 = load i64, i64* %length.slot, !range !5
  %buffer.1 = load i8*, i8** %buffer.slot
  %attached = call i1 @mm.is_own_memory(i8* %napi, i8* %buffer.1, i64 %length.1)
  br label %done
done:
  %ok = phi i1 [ false, %0 ], [ %attached, %test ]
  %data = load i8*, i8** %data.slot
  %length = load i64, i64* %length.slot, !range !5
  %buffer = load i8*, i8** %buffer.slot
  %r.0 = insertvalue { i8*, i64, i8*, i1 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64, i8*, i1 } %r.0, i64 %length, 1
  %r.2 = insertvalue { i8*, i64, i8*, i1 } %r.1, i8* %buffer, 2
  %r.3 = insertvalue { i8*, i64, i8*, i1 } %r.2, i1 %ok, 3
  ret { i8*, i64, i8*, i1 } %r.3
}

define internal { i8*, i64, i8*, i1 } @mm.argument.arraybuffer(i8* %napi, i8* %value) alwaysinline nounwind {
  %length.slot = alloca i64
  %data.slot = alloca i8*
  %status = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %value, i8** %data.slot, i64* %length.slot)
  %is.buffer = icmp eq i32 %status, 0
  br i1 %is.buffer, label %test, label %done
test:
  %length.1 = load i64, i64* %length.slot, !range !5
  ; Newer Node versions give a SharedArrayBuffer's memory too.
  %attached = call i1 @mm.is_own_memory(i8* %napi, i8* %value, i64 %length.1)
  br label %done
done:
  %ok = phi i1 [ false, %0 ], [ %attached, %test ]
  %data = load i8*, i8** %data.slot
  %length = load i64, i64* %length.slot, !range !5
  %r.0 = insertvalue { i8*, i64, i8*, i1 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64, i8*, i1 } %r.0, i64 %length, 1
  %r.2 = insertvalue { i8*, i64, i8*, i1 } %r.1, i8* %value, 2
  %r.3 = insertvalue { i8*, i64, i8*, i1 } %r.2, i1 %ok, 3
  ret { i8*, i64, i8*, i1 } %r.3
}

define internal { i8*, i64, i8*, i1 } @mm.argument.dataview(i8* %napi, i8* %value) alwaysinline nounwind {
  %length.slot = alloca i64
  %view.slot = alloca i8
  %data.slot = alloca i8*
  %buffer.slot = alloca i8*
  %status = call i32 @napi_get_dataview_info(i8* %napi, i8* %value, i64* %length.slot, i8** %data.slot, i8** %buffer.slot, i64* null)
  %is.info = icmp eq i32 %status, 0
  br i1 %is.info, label %ask, label %done
ask:
  ; Bun tells of typed arrays too.
  store i8 0, i8* %view.slot
  %asked = call i32 @napi_is_dataview(i8* %napi, i8* %value, i8* %view.slot)
  %answer = load i8, i8* %view.slot
  %is.view = icmp ne i8 %answer, 0
  br i1 %is.view, label %test, label %done
test:
  %length.1 = load i64, i64* %length.slot, !range !5
  %buffer.1 = load i8*, i8** %buffer.slot
  %attached = call i1 @mm.is_own_memory(i8* %napi, i8* %buffer.1, i64 %length.1)
  br label %done
done:
  %ok = phi i1 [ false, %0 ], [ false, %ask ], [ %attached, %test ]
  %data = load i8*, i8** %data.slot
  %length = load i64, i64* %length.slot, !range !5
  %buffer = load i8*, i8** %buffer.slot
  %r.0 = insertvalue { i8*, i64, i8*, i1 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64, i8*, i1 } %r.0, i64 %length, 1
  %r.2 = insertvalue { i8*, i64, i8*, i1 } %r.1, i8* %buffer, 2
  %r.3 = insertvalue { i8*, i64, i8*, i1 } %r.2, i1 %ok, 3
  ret { i8*, i64, i8*, i1 } %r.3
}

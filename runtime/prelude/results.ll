; From machine values to JavaScript values: the wrappers' results. null stands for undefined, or for an exception that is pending.
; No slot is initialised first: processors that predict loads from the stack by their address (AMD's) would take the
; initial value for the one that Node-API writes, and start over.

declare i32 @napi_create_int32(i8*, i32, i8**) nounwind
declare i32 @napi_create_uint32(i8*, i32, i8**) nounwind
declare i32 @napi_create_double(i8*, double, i8**) nounwind
declare i32 @napi_create_bigint_int64(i8*, i64, i8**) nounwind
declare i32 @napi_create_bigint_uint64(i8*, i64, i8**) nounwind
declare i32 @napi_get_boolean(i8*, i1 zeroext, i8**) nounwind
declare i32 @napi_get_null(i8*, i8**) nounwind
declare i32 @napi_get_undefined(i8*, i8**) nounwind
declare i32 @napi_create_string_utf16(i8*, i16*, i64, i8**) nounwind
declare i32 @napi_create_string_latin1(i8*, i8*, i64, i8**) nounwind
declare i32 @napi_create_typedarray(i8*, i32, i64, i8*, i64, i8**) nounwind
declare i32 @napi_create_dataview(i8*, i64, i8*, i64, i8**) nounwind

define internal i8* @mm.result.i32(i8* %napi, i32 %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_create_int32(i8* %napi, i32 %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.u32(i8* %napi, i32 %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_create_uint32(i8* %napi, i32 %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.f64(i8* %napi, double %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_create_double(i8* %napi, double %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.i64(i8* %napi, i64 %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_create_bigint_int64(i8* %napi, i64 %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.u64(i8* %napi, i64 %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_create_bigint_uint64(i8* %napi, i64 %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.boolean(i8* %napi, i1 %value) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_get_boolean(i8* %napi, i1 zeroext %value, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.null(i8* %napi) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_get_null(i8* %napi, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}
define internal i8* @mm.result.undefined(i8* %napi) alwaysinline nounwind {
  %slot = alloca i8*
  %status = call i32 @napi_get_undefined(i8* %napi, i8** %slot)
  %failed = icmp ne i32 %status, 0
  %made = load i8*, i8** %slot
  %result = select i1 %failed, i8* null, i8* %made
  ret i8* %result
}

; The offset of an address in its ArrayBuffer.
define internal i64 @mm.offset_in(i8* %napi, i8* %buffer, i8* %data) nounwind {
  %start.slot = alloca i8*
  store i8* %data, i8** %start.slot
  %status = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %buffer, i8** %start.slot, i64* null)
  %start = load i8*, i8** %start.slot
  %start.i = ptrtoint i8* %start to i64
  %data.i = ptrtoint i8* %data to i64
  %offset = sub i64 %data.i, %start.i
  ret i64 %offset
}

define internal i8* @mm.result.typedarray(i8* %napi, i32 %type, i8* %data, i64 %length, i8* %buffer) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %offset = call i64 @mm.offset_in(i8* %napi, i8* %buffer, i8* %data)
  %status = call i32 @napi_create_typedarray(i8* %napi, i32 %type, i64 %length, i8* %buffer, i64 %offset, i8** %slot)
  %result = load i8*, i8** %slot
  call void @mm.view_error(i8* %napi, i32 %status)
  ret i8* %result
}
define internal i8* @mm.result.dataview(i8* %napi, i8* %data, i64 %length, i8* %buffer) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %offset = call i64 @mm.offset_in(i8* %napi, i8* %buffer, i8* %data)
  %status = call i32 @napi_create_dataview(i8* %napi, i64 %length, i8* %buffer, i64 %offset, i8** %slot)
  %result = load i8*, i8** %slot
  call void @mm.view_error(i8* %napi, i32 %status)
  ret i8* %result
}

; Node-API makes views of ArrayBuffers only, not of the shared ones that an argument may view.
@mm.view_message = private unnamed_addr constant [70 x i8] c"the result views memory that is shared or detached: it cannot be made\00"
declare i32 @napi_throw_type_error(i8*, i8*, i8*) nounwind
declare i32 @napi_is_exception_pending(i8*, i8*) nounwind

define internal void @mm.view_error(i8* %napi, i32 %status) alwaysinline nounwind {
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %done, label %throw, !prof !7
throw:
  call void @mm.throw_view_error(i8* %napi)
  br label %done
done:
  ret void
}
define internal void @mm.throw_view_error(i8* %napi) nounwind noinline cold {
  %pending.slot = alloca i8
  %status = call i32 @napi_is_exception_pending(i8* %napi, i8* %pending.slot)
  %pending = load i8, i8* %pending.slot
  %none = icmp eq i8 %pending, 0
  br i1 %none, label %throw, label %done
throw:
  %message = getelementptr [70 x i8], [70 x i8]* @mm.view_message, i64 0, i64 0
  %status.2 = call i32 @napi_throw_type_error(i8* %napi, i8* null, i8* %message)
  br label %done
done:
  ret void
}

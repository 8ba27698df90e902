; Life of a module in one Node environment: loading, exports, the JavaScript helper, ArrayBuffers, errors that leave.

%mm.property = type { i8*, i8*, i8*, i8*, i8*, i8*, i32, i8* } ; napi_property_descriptor

declare i32 @napi_create_function(i8*, i8*, i64, i8* (i8*, i8*)*, i8*, i8**) nounwind
declare i32 @napi_define_properties(i8*, i8*, i64, %mm.property*) nounwind
declare i32 @napi_run_script(i8*, i8*, i8**) nounwind
declare i32 @napi_call_function(i8*, i8*, i8*, i64, i8**, i8**) nounwind
declare i32 @napi_create_string_utf8(i8*, i8*, i64, i8**) nounwind
declare i32 @napi_create_reference(i8*, i8*, i32, i8**) nounwind
declare i32 @napi_delete_reference(i8*, i8*) nounwind
declare i32 @napi_get_reference_value(i8*, i8*, i8**) nounwind
declare i32 @napi_add_env_cleanup_hook(i8*, void (i8*)*, i8*) nounwind
declare i32 @napi_throw(i8*, i8*) nounwind
declare i32 @napi_create_arraybuffer(i8*, i64, i8**, i8**) nounwind
declare i32 @getentropy(i8*, i64) nounwind

; ---- loading ----

; A new environment with so many bytes of module-level variables; null if that failed (an exception may be pending).
define internal i8* @mm.open(i8* %napi, i64 %globals, i8* %script, void (i8*)* %close) nounwind noinline {
  %header.end = getelementptr %mm.env, %mm.env* null, i64 1
  %header.bytes = ptrtoint %mm.env* %header.end to i64
  %bytes = add i64 %header.bytes, %globals
  %env = call i8* @calloc(i64 %bytes, i64 1)
  %failed = icmp eq i8* %env, null
  br i1 %failed, label %fail, label %fill
fill:
  %header = bitcast i8* %env to %mm.env*
  %limit = call i8* @mm.stack_limit()
  %limit.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 0
  store i8* %limit, i8** %limit.slot, !tbaa !4
  %napi.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 1
  store i8* %napi, i8** %napi.slot, !tbaa !4
  %class.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 18, i32 0
  store i64 5570482262950990157, i64* %class.slot, !tbaa !4
  ; Seeds that do not depend on the system's randomness first, in case it fails; all zeros would be no seed.
  %seed.0 = getelementptr %mm.env, %mm.env* %header, i64 0, i32 12
  %seed.1 = getelementptr %mm.env, %mm.env* %header, i64 0, i32 13
  %env.i = ptrtoint i8* %env to i64
  store i64 %env.i, i64* %seed.0, !tbaa !4
  store i64 -7046029254386353131, i64* %seed.1, !tbaa !4
  %seed.8 = bitcast i64* %seed.0 to i8*
  %entropy = call i32 @getentropy(i8* %seed.8, i64 16)
  %helper = call i8* @mm.make_helper(i8* %napi, i8* %script)
  %no.helper = icmp eq i8* %helper, null
  br i1 %no.helper, label %free, label %ready
ready:
  %helper.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 11
  store i8* %helper, i8** %helper.slot, !tbaa !4
  %hook = call i32 @napi_add_env_cleanup_hook(i8* %napi, void (i8*)* %close, i8* %env)
  ret i8* %env
free:
  call void @free(i8* %env)
  br label %fail
fail:
  ret i8* null
}

define internal void @mm.close(i8* %env) nounwind noinline {
  %header = bitcast i8* %env to %mm.env*
  %room.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 2
  %room = load i64, i64* %room.slot, !tbaa !4
  %room.p = inttoptr i64 %room to i8*
  call void @free(i8* %room.p)
  %helper.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 11
  %helper = load i8*, i8** %helper.slot, !tbaa !4
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %helper)
  call void @mm.host.close(i8* %env)
  call void @mm.close_makers(i8* %env)
  call void @free(i8* %env)
  ret void
}

define internal i8* @mm.napi(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 1
  %napi = load i8*, i8** %slot, !tbaa !4
  ret i8* %napi
}

; ---- texts (i32 length, then UTF-8) and the helper ----

define internal i8* @mm.text(i8* %napi, i8* %text) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %length.p = bitcast i8* %text to i32*
  %length.32 = load i32, i32* %length.p, align 1
  %length = zext i32 %length.32 to i64
  %bytes = getelementptr i8, i8* %text, i64 4
  %status = call i32 @napi_create_string_utf8(i8* %napi, i8* %bytes, i64 %length, i8** %slot)
  %result = load i8*, i8** %slot
  ret i8* %result
}

; A reference to the function that the script evaluates to.
define internal i8* @mm.make_helper(i8* %napi, i8* %script) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %text = call i8* @mm.text(i8* %napi, i8* %script)
  %status = call i32 @napi_run_script(i8* %napi, i8* %text, i8** %slot)
  %failed = icmp ne i32 %status, 0
  br i1 %failed, label %fail, label %keep
keep:
  %function = load i8*, i8** %slot
  store i8* null, i8** %slot
  %status.2 = call i32 @napi_create_reference(i8* %napi, i8* %function, i32 1, i8** %slot)
  %reference = load i8*, i8** %slot
  ret i8* %reference
fail:
  ret i8* null
}

; helper(task, a, b, c, d); null operands stand for undefined. null if it threw: that exception is pending.
define internal i8* @mm.help(i8* %env, i32 %task, i8* %a, i8* %b, i8* %c, i8* %d) nounwind noinline {
  %slot = alloca i8*
  %values = alloca [5 x i8*]
  %napi = call i8* @mm.napi(i8* %env)
  %header = bitcast i8* %env to %mm.env*
  %helper.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 11
  %reference = load i8*, i8** %helper.slot, !tbaa !4
  %status = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %slot)
  %function = load i8*, i8** %slot
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  %task.value = call i8* @mm.result.i32(i8* %napi, i32 %task)
  %p.0 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 1
  %p.2 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 2
  %p.3 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 3
  %p.4 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 4
  %no.a = icmp eq i8* %a, null
  %no.b = icmp eq i8* %b, null
  %no.c = icmp eq i8* %c, null
  %no.d = icmp eq i8* %d, null
  %some.a = select i1 %no.a, i8* %undefined, i8* %a
  %some.b = select i1 %no.b, i8* %undefined, i8* %b
  %some.c = select i1 %no.c, i8* %undefined, i8* %c
  %some.d = select i1 %no.d, i8* %undefined, i8* %d
  store i8* %task.value, i8** %p.0
  store i8* %some.a, i8** %p.1
  store i8* %some.b, i8** %p.2
  store i8* %some.c, i8** %p.3
  store i8* %some.d, i8** %p.4
  store i8* null, i8** %slot
  %status.2 = call i32 @napi_call_function(i8* %napi, i8* %undefined, i8* %function, i64 5, i8** %p.0, i8** %slot)
  %ok = icmp eq i32 %status.2, 0
  %got = load i8*, i8** %slot
  %result = select i1 %ok, i8* %got, i8* null
  ret i8* %result
}

; ---- errors that leave the module ----

; null: an exception is pending.
define internal void @mm.throw(i8* %env, i8* %error) nounwind {
  %none = icmp eq i8* %error, null
  br i1 %none, label %done, label %throw
throw:
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_throw(i8* %napi, i8* %error)
  br label %done
done:
  ret void
}

; What the pending error is to the host, in a unit that catches nothing; null: an exception is pending there.
define internal i8* @mm.pending_error(i8* %env) nounwind noinline cold {
  %header = bitcast i8* %env to %mm.env*
  %text.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 9
  %length.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 10
  %text = load i8*, i8** %text.slot, !tbaa !4
  %length = load i64, i64* %length.slot, !tbaa !4
  %no.text = icmp eq i8* %text, null
  br i1 %no.text, label %make, label %string
string:
  %napi = call i8* @mm.napi(i8* %env)
  %string.value = call i8* @mm.result.flat_string(i8* %napi, i8* %text, i64 %length)
  br label %make
make:
  %message = phi i8* [ null, %0 ], [ %string.value, %string ]
  %error = call i8* @mm.operation_error(i8* %env, i8* %message)
  ret i8* %error
}

; %message is a value of the host's, or null where the site has it.
define internal i8* @mm.operation_error(i8* %env, i8* %message) nounwind noinline cold {
  %header = bitcast i8* %env to %mm.env*
  %napi = call i8* @mm.napi(i8* %env)
  %site.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 6
  %a.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 7
  %b.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 8
  %site = load i8*, i8** %site.slot, !tbaa !4
  %no.message = icmp eq i8* %message, null
  br i1 %no.message, label %all, label %try
try:
  %made = call i8* @mm.error_at(i8* %env, i8* %site, i8* %message)
  %not.made = icmp eq i8* %made, null
  br i1 %not.made, label %all, label %done
done:
  ret i8* %made
all:
  %a = load double, double* %a.slot, !tbaa !4
  %b = load double, double* %b.slot, !tbaa !4
  %site.value = call i8* @mm.text(i8* %napi, i8* %site)
  %a.value = call i8* @mm.result.f64(i8* %napi, double %a)
  %b.value = call i8* @mm.result.f64(i8* %napi, double %b)
  %error = call i8* @mm.help(i8* %env, i32 0, i8* %site.value, i8* %a.value, i8* %b.value, i8* %message)
  ret i8* %error
}

; %signature is the text that describes the export; %index counts from 0.
define internal void @mm.argument_error(i8* %env, i8* %signature, i32 %index, i8* %value) nounwind noinline cold {
  %napi = call i8* @mm.napi(i8* %env)
  %text = call i8* @mm.text(i8* %napi, i8* %signature)
  %index.value = call i8* @mm.result.i32(i8* %napi, i32 %index)
  %error = call i8* @mm.help(i8* %env, i32 1, i8* %text, i8* %index.value, i8* %value, i8* null)
  call void @mm.leave(i8* %env, i8* %error)
  ret void
}

; ---- exports ----

define internal void @mm.define(i8* %env, i8* %exports, i8* %name, i8* %value, i8* (i8*, i8*)* %getter) nounwind noinline {
  %property = alloca %mm.property
  %napi = call i8* @mm.napi(i8* %env)
  %getter.8 = bitcast i8* (i8*, i8*)* %getter to i8*
  ; napi_enumerable
  %p.0 = insertvalue %mm.property { i8* null, i8* null, i8* null, i8* null, i8* null, i8* null, i32 2, i8* null }, i8* %name, 0
  %p.1 = insertvalue %mm.property %p.0, i8* %getter.8, 3
  %p.2 = insertvalue %mm.property %p.1, i8* %value, 5
  %p.3 = insertvalue %mm.property %p.2, i8* %env, 7
  store %mm.property %p.3, %mm.property* %property
  %status = call i32 @napi_define_properties(i8* %napi, i8* %exports, i64 1, %mm.property* %property)
  ret void
}

define internal void @mm.export_function(i8* %env, i8* %exports, i8* %name, i8* %called, i8* (i8*, i8*)* %wrapper, i32 %arity) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_create_function(i8* %napi, i8* %called, i64 -1, i8* (i8*, i8*)* %wrapper, i8* %env, i8** %slot)
  %function = load i8*, i8** %slot
  %arity.value = call i8* @mm.result.i32(i8* %napi, i32 %arity)
  %same = call i8* @mm.help(i8* %env, i32 3, i8* %function, i8* %arity.value, i8* null, i8* null)
  call void @mm.define(i8* %env, i8* %exports, i8* %name, i8* %function, i8* (i8*, i8*)* null)
  ret void
}

; A function that only the glue calls; %data is what it finds itself with (`mm.enter`).
define internal void @mm.export_native(i8* %env, i8* %exports, i8* %name, i8* (i8*, i8*)* %callback, i8* %data) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_create_function(i8* %napi, i8* %name, i64 -1, i8* (i8*, i8*)* %callback, i8* %data, i8** %slot)
  %function = load i8*, i8** %slot
  call void @mm.define(i8* %env, i8* %exports, i8* %name, i8* %function, i8* (i8*, i8*)* null)
  ret void
}

define internal void @mm.export_enum(i8* %env, i8* %exports, i8* %name, i8* %members) nounwind noinline {
  %napi = call i8* @mm.napi(i8* %env)
  %text = call i8* @mm.text(i8* %napi, i8* %members)
  %object = call i8* @mm.help(i8* %env, i32 4, i8* %text, i8* null, i8* null, i8* null)
  call void @mm.define(i8* %env, i8* %exports, i8* %name, i8* %object, i8* (i8*, i8*)* null)
  ret void
}

; The exports, made of %exports by the function that the script evaluates to; null if that threw.
define internal i8* @mm.glue(i8* %env, i8* %exports, i8* %script) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %text = call i8* @mm.text(i8* %napi, i8* %script)
  %status = call i32 @napi_run_script(i8* %napi, i8* %text, i8** %slot)
  %failed = icmp ne i32 %status, 0
  br i1 %failed, label %fail, label %make
make:
  %function = load i8*, i8** %slot
  %arguments = alloca i8*
  store i8* %exports, i8** %arguments
  store i8* null, i8** %slot
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  %status.2 = call i32 @napi_call_function(i8* %napi, i8* %undefined, i8* %function, i64 1, i8** %arguments, i8** %slot)
  %ok = icmp eq i32 %status.2, 0
  %made = load i8*, i8** %slot
  %result = select i1 %ok, i8* %made, i8* null
  ret i8* %result
fail:
  ret i8* null
}

; ---- ArrayBuffers ----
; Of an environment off the thread, which has no napi_env, they are records of its job (see jobs.ll).

; Data and napi_value of a new one. The engine ends the process when memory for one is exhausted, so large ones are made in
; JavaScript, which throws.
define internal { i8*, i8* } @mm.buffer_new(i8* %env, i8* %site, i64 %bytes) noinline {
  %value.slot = alloca i8*
  %data.slot = alloca i8*
  store i8* null, i8** %value.slot
  store i8* null, i8** %data.slot
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %on
off:
  %off.made = call { i8*, i8* } @mm.job.buffer_new(i8* %env, i8* %site, i64 %bytes)
  ret { i8*, i8* } %off.made
on:
  %small = icmp ult i64 %bytes, 1048576
  br i1 %small, label %direct, label %large
direct:
  %status = call i32 @napi_create_arraybuffer(i8* %napi, i64 %bytes, i8** %data.slot, i8** %value.slot)
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %done, label %fail
large:
  %bytes.float = sitofp i64 %bytes to double
  %bytes.value = call i8* @mm.result.f64(i8* %napi, double %bytes.float)
  %made = call i8* @mm.help(i8* %env, i32 2, i8* %bytes.value, i8* null, i8* null, i8* null)
  store i8* %made, i8** %value.slot
  %none = icmp eq i8* %made, null
  br i1 %none, label %fail, label %look
look:
  %status.2 = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %made, i8** %data.slot, i64* null)
  %ok.2 = icmp eq i32 %status.2, 0
  br i1 %ok.2, label %done, label %fail
done:
  %data = load i8*, i8** %data.slot
  %value = load i8*, i8** %value.slot
  %r.0 = insertvalue { i8*, i8* } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i8* } %r.0, i8* %value, 1
  ret { i8*, i8* } %r.1
fail:
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
}

define internal { i8*, i64 } @mm.buffer_data(i8* %env, i8* %buffer) nounwind {
  %data.slot = alloca i8*
  %length.slot = alloca i64
  store i8* null, i8** %data.slot
  store i64 0, i64* %length.slot
  %napi = call i8* @mm.napi(i8* %env)
  %none = icmp eq i8* %buffer, null
  br i1 %none, label %done, label %where
where:
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %look
off:
  %off.data = call { i8*, i64 } @mm.job.buffer_data(i8* %buffer)
  ret { i8*, i64 } %off.data
look:
  %status = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %buffer, i8** %data.slot, i64* %length.slot)
  br label %done
done:
  %data = load i8*, i8** %data.slot
  %length = load i64, i64* %length.slot, !range !5
  %r.0 = insertvalue { i8*, i64 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64 } %r.0, i64 %length, 1
  ret { i8*, i64 } %r.1
}

; A reference that keeps a buffer alive in a module-level variable, instead of the variable's old one.
define internal i8* @mm.buffer_retain(i8* %env, i8* %buffer, i8* %old) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %on
off:
  ret i8* %buffer
on:
  %no.old = icmp eq i8* %old, null
  br i1 %no.old, label %make, label %drop
drop:
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %old)
  br label %make
make:
  %none = icmp eq i8* %buffer, null
  br i1 %none, label %done, label %refer
refer:
  %status.2 = call i32 @napi_create_reference(i8* %napi, i8* %buffer, i32 1, i8** %slot)
  br label %done
done:
  %reference = load i8*, i8** %slot
  ret i8* %reference
}

define internal i8* @mm.buffer_handle(i8* %env, i8* %reference) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %none = icmp eq i8* %reference, null
  br i1 %none, label %done, label %where
where:
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %off, label %look
off:
  ret i8* %reference
look:
  %status = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %slot)
  br label %done
done:
  %value = load i8*, i8** %slot
  ret i8* %value
}

; The host may detach or shrink a retained buffer between two calls; then its views are empty from now on, as in JavaScript.
; %offset is that of the view's address in the variables; its length and reference follow.
define internal void @mm.refresh_view(i8* %env, i64 %offset, i64 %element.bytes) nounwind noinline {
  %length.at = add i64 %offset, 8
  %reference.at = add i64 %offset, 16
  %reference = call i8* @mm.global.load.address(i8* %env, i64 %reference.at)
  %none = icmp eq i8* %reference, null
  br i1 %none, label %done, label %look
look:
  %buffer = call i8* @mm.buffer_handle(i8* %env, i8* %reference)
  %now = call { i8*, i64 } @mm.buffer_data(i8* %env, i8* %buffer)
  %start = extractvalue { i8*, i64 } %now, 0
  %bytes = extractvalue { i8*, i64 } %now, 1
  %data = call i8* @mm.global.load.address(i8* %env, i64 %offset)
  %length = call i64 @mm.global.load.i64(i8* %env, i64 %length.at)
  %size = mul i64 %length, %element.bytes
  %start.i = ptrtoint i8* %start to i64
  %data.i = ptrtoint i8* %data to i64
  %before = sub i64 %data.i, %start.i
  %end = add i64 %before, %size
  %starts.inside = icmp ule i64 %before, %bytes
  %ends.inside = icmp ule i64 %end, %bytes
  %inside = and i1 %starts.inside, %ends.inside
  br i1 %inside, label %done, label %empty
empty:
  call void @mm.global.store.address(i8* %env, i64 %offset, i8* %start)
  call void @mm.global.store.i64(i8* %env, i64 %length.at, i64 0)
  br label %done
done:
  ret void
}

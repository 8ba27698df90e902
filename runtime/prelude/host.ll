; What JavaScript has given to the module, so that compiled code can call it (compiler/builtins/glue/function.ts): one function for each
; environment, which never throws. The reference to it lies in the environment.

declare i32 @napi_open_handle_scope(i8*, i8**) nounwind
declare i32 @napi_close_handle_scope(i8*, i8*) nounwind

; An export of that name, which takes the function.
define internal void @mm.host.export(i8* %env, i8* %exports, i8* %name) nounwind noinline {
  call void @mm.export_native(i8* %env, i8* %exports, i8* %name, i8* (i8*, i8*)* @mm.host.give, i8* %env)
  ret void
}

define internal i8* @mm.host.give(i8* %napi, i8* %info) nounwind {
  %value = alloca i8*
  %slot = alloca i8*
  %env = call i8* @mm.enter(i8* %napi, i8* %info, i64 1, i8** %value)
  %function = load i8*, i8** %value
  store i8* null, i8** %slot
  %status = call i32 @napi_create_reference(i8* %napi, i8* %function, i32 1, i8** %slot)
  %reference = load i8*, i8** %slot
  %header = bitcast i8* %env to %mm.env*
  %host.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 23
  %reference.i = ptrtoint i8* %reference to i64
  store i64 %reference.i, i64* %host.slot, !tbaa !4
  ret i8* null
}

; An export of that name, which takes the Int32Array of the places of live values (compiler/builtins/glue/live.ts): whenever there is a
; new one, and it is kept alive there. In it lies 0 where nobody has a value, -1 where an object of the program stands for it, -2 where it
; is on its way, and of the places whose objects have been found dead each leads to the next; the first of them lies in front.
define internal void @mm.host.export_links(i8* %env, i8* %exports, i8* %name) nounwind noinline {
  call void @mm.export_native(i8* %env, i8* %exports, i8* %name, i8* (i8*, i8*)* @mm.host.links, i8* %env)
  ret void
}

define internal i8* @mm.host.links(i8* %napi, i8* %info) nounwind {
  %value = alloca i8*
  %data.slot = alloca i8*
  %env = call i8* @mm.enter(i8* %napi, i8* %info, i64 1, i8** %value)
  %array = load i8*, i8** %value
  store i8* null, i8** %data.slot
  %status = call i32 @napi_get_typedarray_info(i8* %napi, i8* %array, i32* null, i64* null, i8** %data.slot, i8** null, i64* null)
  %data = load i8*, i8** %data.slot
  %links = bitcast i8* %data to i32*
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 28
  store i32* %links, i32** %slot, !tbaa !4
  ret i8* null
}

define internal i32* @mm.host.link(i8* %env, i64 %place) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 28
  %links = load i32*, i32** %slot, !tbaa !4
  %link = getelementptr i32, i32* %links, i64 %place
  ret i32* %link
}

; The object stands for what JavaScript keeps at the place. Raises RangeError: call it as a raising function.
define internal void @mm.host_hold(i8* %env, i8* %object, i64 %place) noinline {
  %dead = bitcast void (i8*, i8*)* @mm.host.dead to i8*
  %data = inttoptr i64 %place to i8*
  call void @mm.gc_register_finalizer(i8* %env, i8* %object, i8* %dead, i8* %data)
  %link = call i32* @mm.host.link(i8* %env, i64 %place)
  store i32 -1, i32* %link
  ret void
}

define internal void @mm.host.dead(i8* %data, i8* %env) nounwind {
  %place = ptrtoint i8* %data to i64
  %link = call i32* @mm.host.link(i8* %env, i64 %place)
  %first = call i32* @mm.host.link(i8* %env, i64 0)
  %next = load i32, i32* %first
  store i32 %next, i32* %link
  %place.32 = trunc i64 %place to i32
  store i32 %place.32, i32* %first
  ret void
}

define internal void @mm.host.close(i8* %env) nounwind {
  %header = bitcast i8* %env to %mm.env*
  %host.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 23
  %reference.i = load i64, i64* %host.slot, !tbaa !4
  %none = icmp eq i64 %reference.i, 0
  br i1 %none, label %done, label %delete
delete:
  %reference = inttoptr i64 %reference.i to i8*
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  br label %done
done:
  ret void
}

; host(): what it shall do lies in the words. Where the environment is about to end, JavaScript does not run any more, and nothing of the
; words changes.
define internal void @mm.host_call(i8* %env) nounwind noinline {
  ; What JavaScript calls meanwhile looks at memory again, and so does what comes behind.
  call void @mm.host.pass(i8* %env)
  %scope = alloca i8*
  %function = alloca i8*
  %result = alloca i8*
  %napi = call i8* @mm.napi(i8* %env)
  %opened = call i32 @napi_open_handle_scope(i8* %napi, i8** %scope)
  %header = bitcast i8* %env to %mm.env*
  %host.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 23
  %reference.i = load i64, i64* %host.slot, !tbaa !4
  %reference = inttoptr i64 %reference.i to i8*
  %got = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %function)
  %callee = load i8*, i8** %function
  ; Nobody looks at what `this` is.
  %status = call i32 @napi_call_function(i8* %napi, i8* %callee, i8* %callee, i64 0, i8** null, i8** %result)
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %done, label %failed, !prof !7
failed:
  %status.2 = call i32 @napi_get_and_clear_last_exception(i8* %napi, i8** %result)
  br label %done
done:
  %own = load i8*, i8** %scope
  %closed = call i32 @napi_close_handle_scope(i8* %napi, i8* %own)
  call void @mm.host.pass(i8* %env)
  ret void
}

define internal void @mm.host.pass(i8* %env) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 26
  %before = load i64, i64* %slot, !tbaa !4
  %after = add i64 %before, 1
  store i64 %after, i64* %slot, !tbaa !4
  ret void
}

; What JavaScript has for the error that leaves, where the second of the words says that it knows it; else null. host() gives it.
define internal i8* @mm.host.original(i8* %env, i64 %words) nounwind noinline cold {
  %second = call double* @mm.words.place(i8* %env, i64 %words, i64 1)
  %place = load double, double* %second, !tbaa !2
  %is.old = fcmp oge double %place, -16.0
  %is.some = fcmp one double %place, 0.0
  %is.known = and i1 %is.old, %is.some
  br i1 %is.known, label %ask, label %none
ask:
  %value = call i8* @mm.host.error(i8* %env, i64 %words, i8* null)
  ret i8* %value
none:
  ret i8* null
}

; The other errors of the program are known from now on.
define internal void @mm.host.left(i8* %env, i64 %words, i8* %error) nounwind noinline cold {
  %second = call double* @mm.words.place(i8* %env, i64 %words, i64 1)
  %place = load double, double* %second, !tbaa !2
  %is.new = fcmp olt double %place, -16.0
  %is.made = icmp ne i8* %error, null
  %both = and i1 %is.new, %is.made
  br i1 %both, label %tell, label %forget
tell:
  %unused = call i8* @mm.host.error(i8* %env, i64 %words, i8* %error)
  ret void
forget:
  store double 0.0, double* %second, !tbaa !2
  ret void
}

define internal i8* @mm.host.error(i8* %env, i64 %words, i8* %error) nounwind noinline cold {
  %function = alloca i8*
  %result = alloca i8*
  %given = alloca i8*
  store i8* %error, i8** %given
  %is.given = icmp ne i8* %error, null
  %count = zext i1 %is.given to i64
  %second = call double* @mm.words.place(i8* %env, i64 %words, i64 1)
  %place = load double, double* %second, !tbaa !2
  store double 0.0, double* %second, !tbaa !2
  %kind.at = call double* @mm.words.place(i8* %env, i64 %words, i64 2)
  store double -2.0, double* %kind.at, !tbaa !2
  %place.at = call double* @mm.words.place(i8* %env, i64 %words, i64 3)
  store double %place, double* %place.at, !tbaa !2
  %napi = call i8* @mm.napi(i8* %env)
  %header = bitcast i8* %env to %mm.env*
  %host.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 23
  %reference.i = load i64, i64* %host.slot, !tbaa !4
  %reference = inttoptr i64 %reference.i to i8*
  %got = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %function)
  %callee = load i8*, i8** %function
  %status = call i32 @napi_call_function(i8* %napi, i8* %callee, i8* %callee, i64 %count, i8** %given, i8** %result)
  %ok = icmp eq i32 %status, 0
  %made = load i8*, i8** %result
  %value = select i1 %ok, i8* %made, i8* null
  ret i8* %value
}

; ---- values in the words of the boundary, whose address is the variable at %words ----

; Where the values of a call lie: the first word says it.
define internal i64 @mm.words.base(i8* %env, i64 %words) alwaysinline nounwind {
  %at = call i8* @mm.global.load.address(i8* %env, i64 %words)
  %first.p = bitcast i8* %at to double*
  %first = load double, double* %first.p, !tbaa !2
  %base = fptosi double %first to i64
  ret i64 %base
}

define internal double* @mm.words.place(i8* %env, i64 %words, i64 %index) alwaysinline nounwind {
  %at = call i8* @mm.global.load.address(i8* %env, i64 %words)
  %first = bitcast i8* %at to double*
  %place = getelementptr double, double* %first, i64 %index
  ret double* %place
}

define internal double @mm.words.load(i8* %env, i64 %words, i64 %base, i64 %index) alwaysinline nounwind {
  %at = add i64 %base, %index
  %place = call double* @mm.words.place(i8* %env, i64 %words, i64 %at)
  %value = load double, double* %place, !tbaa !2
  ret double %value
}

define internal void @mm.words.store(i8* %env, i64 %words, i64 %base, double %value) alwaysinline nounwind {
  %place = call double* @mm.words.place(i8* %env, i64 %words, i64 %base)
  store double %value, double* %place, !tbaa !2
  ret void
}

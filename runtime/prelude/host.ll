; What JavaScript has given to the module, so that compiled code can call it (compiler/builtins/glue/function.ts): one function for each
; environment, which never throws. The reference to it lies in the environment.

declare i32 @napi_open_handle_scope(i8*, i8**) nounwind
declare i32 @napi_close_handle_scope(i8*, i8*) nounwind
; Not all hosts have them (see fast.ll). Those that begin and end scopes are inlined in newer ones.
declare extern_weak i8* @_ZN2v88Function4CallENS_5LocalINS_7ContextEEENS1_INS_5ValueEEEiPS5_(i8*, i8*, i8*, i32, i8*) nounwind
declare extern_weak void @_ZN2v88TryCatchC1EPNS_7IsolateE(i8*, i8*) nounwind
declare extern_weak void @_ZN2v88TryCatchD1Ev(i8*) nounwind
declare extern_weak void @_ZN2v811HandleScopeC1EPNS_7IsolateE(i8*, i8*) nounwind
declare extern_weak void @_ZN2v811HandleScopeD1Ev(i8*) nounwind

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
  call void @mm.host.know(i8* %env)
  ret i8* null
}

; Whether V8 may be asked itself: on a Node.js of known layouts that has the functions.
define internal void @mm.host.know(i8* %env) nounwind noinline cold {
  %call = bitcast i8* (i8*, i8*, i8*, i32, i8*)* @_ZN2v88Function4CallENS_5LocalINS_7ContextEEENS1_INS_5ValueEEEiPS5_ to i8*
  %catch = bitcast void (i8*, i8*)* @_ZN2v88TryCatchC1EPNS_7IsolateE to i8*
  %release = bitcast void (i8*)* @_ZN2v88TryCatchD1Ev to i8*
  %context = bitcast i8* (i8*)* @_ZN2v87Isolate17GetCurrentContextEv to i8*
  %current = bitcast i8* ()* @_ZN2v87Isolate10GetCurrentEv to i8*
  %has.call = icmp ne i8* %call, null
  %has.catch = icmp ne i8* %catch, null
  %has.release = icmp ne i8* %release, null
  %has.context = icmp ne i8* %context, null
  %has.current = icmp ne i8* %current, null
  %a = and i1 %has.call, %has.catch
  %b = and i1 %a, %has.release
  %c = and i1 %b, %has.context
  %d = and i1 %c, %has.current
  br i1 %d, label %ask, label %done
ask:
  %makers = call %mm.makers* @mm.makers(i8* %env)
  %no.makers = icmp eq %mm.makers* %makers, null
  br i1 %no.makers, label %done, label %look
look:
  %known = call i32 @mm.makers.state(%mm.makers* %makers, i64 0)
  %is.known = icmp ne i32 %known, 0
  br i1 %is.known, label %keep, label %done
keep:
  %isolate = call i8* @_ZN2v87Isolate10GetCurrentEv()
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 30
  store i8* %isolate, i8** %slot, !tbaa !4
  br label %done
done:
  ret void
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
  ; A `v8::HandleScope` has 24 bytes.
  %scope = alloca [4 x i8*]
  %function = alloca i8*
  %napi = call i8* @mm.napi(i8* %env)
  %header = bitcast i8* %env to %mm.env*
  %isolate.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 30
  %isolate = load i8*, i8** %isolate.slot, !tbaa !4
  %own = getelementptr [4 x i8*], [4 x i8*]* %scope, i64 0, i64 0
  %known = icmp ne i8* %isolate, null
  %open = icmp ne void (i8*, i8*)* @_ZN2v811HandleScopeC1EPNS_7IsolateE, null
  %close = icmp ne void (i8*)* @_ZN2v811HandleScopeD1Ev, null
  %both = and i1 %open, %close
  %direct = and i1 %known, %both
  br i1 %direct, label %open.directly, label %open.by.napi
open.directly:
  %own.8 = bitcast i8** %own to i8*
  call void @_ZN2v811HandleScopeC1EPNS_7IsolateE(i8* %own.8, i8* %isolate)
  br label %find
open.by.napi:
  %opened = call i32 @napi_open_handle_scope(i8* %napi, i8** %own)
  br label %find
find:
  %host.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 23
  %reference.i = load i64, i64* %host.slot, !tbaa !4
  %reference = inttoptr i64 %reference.i to i8*
  %got = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %function)
  %callee = load i8*, i8** %function
  br i1 %known, label %ask.directly, label %ask.by.napi
ask.directly:
  %asked = call i1 @mm.host.directly(i8* %isolate, i8* %callee)
  br i1 %asked, label %done, label %ask.by.napi
ask.by.napi:
  call void @mm.host.by_napi(i8* %napi, i8* %callee)
  br label %done
done:
  br i1 %direct, label %close.directly, label %close.by.napi
close.directly:
  %over.8 = bitcast i8** %own to i8*
  call void @_ZN2v811HandleScopeD1Ev(i8* %over.8)
  br label %end
close.by.napi:
  %over = load i8*, i8** %own
  %closed = call i32 @napi_close_handle_scope(i8* %napi, i8* %over)
  br label %end
end:
  call void @mm.host.pass(i8* %env)
  ret void
}

; Nobody looks at what `this` is.
define internal void @mm.host.by_napi(i8* %napi, i8* %callee) nounwind noinline {
  %result = alloca i8*
  %status = call i32 @napi_call_function(i8* %napi, i8* %callee, i8* %callee, i64 0, i8** null, i8** %result)
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %done, label %failed, !prof !7
failed:
  %status.2 = call i32 @napi_get_and_clear_last_exception(i8* %napi, i8** %result)
  br label %done
done:
  ret void
}

; What Node-API does, without its questions; false where no JavaScript is running, from whose context it would be. A `v8::TryCatch`, which
; keeps what the function throws (the end of a worker, of the stack) from its caller, has some 48 bytes.
define internal i1 @mm.host.directly(i8* %isolate, i8* %callee) nounwind {
  %catch = alloca [16 x i8*]
  %catch.8 = bitcast [16 x i8*]* %catch to i8*
  %context = call i8* @_ZN2v87Isolate17GetCurrentContextEv(i8* %isolate)
  %none = icmp eq i8* %context, null
  br i1 %none, label %no, label %ask
no:
  ret i1 false
ask:
  call void @_ZN2v88TryCatchC1EPNS_7IsolateE(i8* %catch.8, i8* %isolate)
  %result = call i8* @_ZN2v88Function4CallENS_5LocalINS_7ContextEEENS1_INS_5ValueEEEiPS5_(i8* %callee, i8* %context, i8* %callee, i32 0, i8* null)
  call void @_ZN2v88TryCatchD1Ev(i8* %catch.8)
  ret i1 true
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
; All but the program's own are told what has been made of it.
define internal i8* @mm.host.original(i8* %env, i64 %words) nounwind noinline cold {
  %second = call double* @mm.words.place(i8* %env, i64 %words, i64 1)
  %place = load double, double* %second, !tbaa !2
  %is.old = fcmp oge double %place, -16.0
  %is.some = fcmp one double %place, 0.0
  %is.known = and i1 %is.old, %is.some
  br i1 %is.known, label %look, label %none
look:
  %is.told = fcmp ogt double %place, 0.0
  br i1 %is.told, label %told, label %ask
told:
  %header = bitcast i8* %env to %mm.env*
  %first.slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 9
  %first = load i8*, i8** %first.slot, !tbaa !4
  br label %ask
ask:
  %made = phi i8* [ null, %look ], [ %first, %told ]
  %value = call i8* @mm.host.error(i8* %env, i64 %words, i8* %made)
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

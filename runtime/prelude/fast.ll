; The fast lane: exports that V8's optimized code calls as C calls C (docs/decisions/fast-calls.md). The C++ interface of V8 is that of
; functions of mangled names, which a host has or has not; a `Local` is a pointer, and so is a `napi_value`.

declare extern_weak i8* @_ZN2v87Isolate10GetCurrentEv() nounwind
declare extern_weak i8* @_ZN2v87Isolate17GetCurrentContextEv(i8*) nounwind
declare extern_weak i8* @_ZN2v816FunctionTemplate3NewEPNS_7IsolateEPFvRKNS_20FunctionCallbackInfoINS_5ValueEEEENS_5LocalIS4_EENSA_INS_9SignatureEEEiNS_19ConstructorBehaviorENS_14SideEffectTypeEPKNS_9CFunctionEttt(i8*, void (i8*)*, i8*, i8*, i32, i32, i32, i8*, i16, i16, i16) nounwind
declare extern_weak i8* @_ZN2v816FunctionTemplate11GetFunctionENS_5LocalINS_7ContextEEE(i8*, i8*) nounwind
declare i32 @napi_get_value_int32(i8*, i8*, i32*) nounwind

; A JavaScript function that V8's optimized code calls as the `v8::CFunction` says, which must live as long as the process, and its other
; code as %code, a `v8::FunctionCallback`; null where the host has no such interface.
define internal i8* @mm.v8_function(i8* %env, i8* %code, i8* %function) nounwind noinline {
  %current = bitcast i8* ()* @_ZN2v87Isolate10GetCurrentEv to i8*
  %context.of = bitcast i8* (i8*)* @_ZN2v87Isolate17GetCurrentContextEv to i8*
  %new = bitcast i8* (i8*, void (i8*)*, i8*, i8*, i32, i32, i32, i8*, i16, i16, i16)* @_ZN2v816FunctionTemplate3NewEPNS_7IsolateEPFvRKNS_20FunctionCallbackInfoINS_5ValueEEEENS_5LocalIS4_EENSA_INS_9SignatureEEEiNS_19ConstructorBehaviorENS_14SideEffectTypeEPKNS_9CFunctionEttt to i8*
  %get = bitcast i8* (i8*, i8*)* @_ZN2v816FunctionTemplate11GetFunctionENS_5LocalINS_7ContextEEE to i8*
  %has.current = icmp ne i8* %current, null
  %has.context = icmp ne i8* %context.of, null
  %has.new = icmp ne i8* %new, null
  %has.get = icmp ne i8* %get, null
  %two = and i1 %has.current, %has.context
  %three = and i1 %two, %has.new
  %all = and i1 %three, %has.get
  br i1 %all, label %enter, label %none
enter:
  %isolate = call i8* @_ZN2v87Isolate10GetCurrentEv()
  %outside = icmp eq i8* %isolate, null
  br i1 %outside, label %none, label %make
make:
  %callback = bitcast i8* %code to void (i8*)*
  %template = call i8* @_ZN2v816FunctionTemplate3NewEPNS_7IsolateEPFvRKNS_20FunctionCallbackInfoINS_5ValueEEEENS_5LocalIS4_EENSA_INS_9SignatureEEEiNS_19ConstructorBehaviorENS_14SideEffectTypeEPKNS_9CFunctionEttt(i8* %isolate, void (i8*)* %callback, i8* null, i8* null, i32 0, i32 0, i32 0, i8* %function, i16 0, i16 0, i16 0)
  %no.template = icmp eq i8* %template, null
  br i1 %no.template, label %none, label %instance
instance:
  %context = call i8* @_ZN2v87Isolate17GetCurrentContextEv(i8* %isolate)
  %made = call i8* @_ZN2v816FunctionTemplate11GetFunctionENS_5LocalINS_7ContextEEE(i8* %template, i8* %context)
  ret i8* %made
none:
  ret i8* null
}

; ---- what V8's other code calls: a `v8::FunctionCallback` ----

; 1: the layouts of V8 14. The same for all threads of a process.
@mm.fast.layout = internal global i32 0

; Arguments in a row: each is a `Local`, and so a napi_value.
define internal i8** @mm.fast.arguments(i8* %info) alwaysinline nounwind readonly {
  %layout = load i32, i32* @mm.fast.layout
  %flat = icmp ne i32 %layout, 0
  %words = bitcast i8* %info to i8**
  %values.slot = getelementptr i8*, i8** %words, i64 1
  %values = load i8*, i8** %values.slot
  %behind = getelementptr i8*, i8** %words, i64 10
  %values.p = bitcast i8* %values to i8**
  %first = select i1 %flat, i8** %behind, i8** %values.p
  ret i8** %first
}

; The result is what the `Local` refers to; undefined without.
define internal void @mm.fast.give(i8* %info, i8* %value) alwaysinline nounwind {
  %none = icmp eq i8* %value, null
  br i1 %none, label %done, label %give
give:
  %layout = load i32, i32* @mm.fast.layout
  %flat = icmp ne i32 %layout, 0
  %words = bitcast i8* %info to i64**
  %implicit = load i64*, i64** %words
  %own = bitcast i8* %info to i64*
  %far = getelementptr i64, i64* %implicit, i64 3
  %near = getelementptr i64, i64* %own, i64 6
  %slot = select i1 %flat, i64* %near, i64* %far
  %referred = bitcast i8* %value to i64*
  %word = load i64, i64* %referred
  store i64 %word, i64* %slot
  br label %done
done:
  ret void
}

; The environment from the first argument, which is an object of V8 that holds a double: its address is tagged.
define internal i8* @mm.fast.first(i8** %arguments) alwaysinline nounwind readonly {
  %tagged = load i8*, i8** %arguments
  %number.8 = getelementptr i8, i8* %tagged, i64 7
  %bits.p = bitcast i8* %number.8 to i64*
  %bits = load i64, i64* %bits.p, align 1
  %env = inttoptr i64 %bits to i8*
  ret i8* %env
}

define internal i8* @mm.fast.argument(i8** %arguments, i32 %index) alwaysinline nounwind readnone {
  %slot = getelementptr i8*, i8** %arguments, i32 %index
  %value = bitcast i8** %slot to i8*
  ret i8* %value
}

; An integral number that has been checked, as 64 bits.
define internal i64 @mm.fast.integer(i8* %napi, i8* %value) alwaysinline nounwind {
  %got = call { double, i1 } @mm.argument.f64(i8* %napi, i8* %value)
  %number = extractvalue { double, i1 } %got, 0
  %integer = fptosi double %number to i64
  ret i64 %integer
}

; JavaScript's echo(environment, x): x + 0.5, if all is where it is looked for.
define internal void @mm.fast.echo(i8* %info) nounwind {
  %arguments = call i8** @mm.fast.arguments(i8* %info)
  %env = call i8* @mm.fast.first(i8** %arguments)
  %napi = call i8* @mm.napi(i8* %env)
  %value = call i8* @mm.fast.argument(i8** %arguments, i32 1)
  %got = call { double, i1 } @mm.argument.f64(i8* %napi, i8* %value)
  %x = extractvalue { double, i1 } %got, 0
  %sum = fadd double %x, 0.5
  %result = call i8* @mm.result.f64(i8* %napi, double %sum)
  call void @mm.fast.give(i8* %info, i8* %result)
  ret void
}

; ---- what JavaScript is given when a module is loaded ----

; make(index, layout): the function of V8 of that entry of the table, undefined where there can be none. For each entry there are the
; addresses of its `v8::CFunction` in both layouts, and of its `v8::FunctionCallback`; -1 is echo.
define internal i8* @mm.fast.make(i8* %napi, i8* %info) nounwind {
  %values = alloca [2 x i8*]
  %index.slot = alloca i32
  %layout.slot = alloca i32
  %p.0 = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 1
  %table = call i8* @mm.enter(i8* %napi, i8* %info, i64 2, i8** %p.0)
  %v.0 = load i8*, i8** %p.0
  %v.1 = load i8*, i8** %p.1
  %status.0 = call i32 @napi_get_value_int32(i8* %napi, i8* %v.0, i32* %index.slot)
  %status.1 = call i32 @napi_get_value_int32(i8* %napi, i8* %v.1, i32* %layout.slot)
  %index = load i32, i32* %index.slot
  %layout = load i32, i32* %layout.slot
  store i32 %layout, i32* @mm.fast.layout
  %is.echo = icmp slt i32 %index, 0
  br i1 %is.echo, label %echo, label %entry
echo:
  %echo.code = bitcast void (i8*)* @mm.fast.echo to i8*
  %echo.made = call i8* @mm.v8_function(i8* null, i8* %echo.code, i8* null)
  ret i8* %echo.made
entry:
  %first = mul i32 %index, 3
  %at = add i32 %first, %layout
  %last = add i32 %first, 2
  %words = bitcast i8* %table to i8**
  %function.slot = getelementptr i8*, i8** %words, i32 %at
  %code.slot = getelementptr i8*, i8** %words, i32 %last
  %function = load i8*, i8** %function.slot
  %code = load i8*, i8** %code.slot
  %made = call i8* @mm.v8_function(i8* null, i8* %code, i8* %function)
  ret i8* %made
}

; open(buffer): the first word of the buffer tells how calls end. Gives the environment, as the number of the same bits.
define internal i8* @mm.fast.open(i8* %napi, i8* %info) nounwind {
  %value.slot = alloca i8*
  %data.slot = alloca i8*
  %env = call i8* @mm.enter(i8* %napi, i8* %info, i64 1, i8** %value.slot)
  %value = load i8*, i8** %value.slot
  %status = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %value, i8** %data.slot, i64* null)
  %data = load i8*, i8** %data.slot
  %data.i = ptrtoint i8* %data to i64
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 22
  store i64 %data.i, i64* %slot, !tbaa !4
  %number = call double @mm.fast.number(i8* %env)
  %result = call i8* @mm.result.f64(i8* %napi, double %number)
  ret i8* %result
}

define internal i8* @mm.fast.environment(double %number) alwaysinline nounwind readnone {
  %bits = bitcast double %number to i64
  %env = inttoptr i64 %bits to i8*
  ret i8* %env
}

define internal double @mm.fast.number(i8* %env) alwaysinline nounwind readnone {
  %bits = ptrtoint i8* %env to i64
  %number = bitcast i64 %bits to double
  ret double %number
}

; How the call ends: 0, which is there, with its result; 1 with the pending error; 2 not begun.
define internal void @mm.fast.ended(i8* %env, i32 %how) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 22
  %cell.i = load i64, i64* %slot, !tbaa !4
  %cell = inttoptr i64 %cell.i to i32*
  store i32 %how, i32* %cell, !tbaa !2
  ret void
}

define internal i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* %callback, i8* %data) nounwind noinline {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %status = call i32 @napi_create_function(i8* %napi, i8* null, i64 0, i8* (i8*, i8*)* %callback, i8* %data, i8** %slot)
  %function = load i8*, i8** %slot
  ret i8* %function
}

; The exports, some of them behind functions that try the fast lane first; null: an exception is pending. %raise throws the pending error.
define internal i8* @mm.fast(i8* %env, i8* %exports, i8* %script, i8* %table, i8* (i8*, i8*)* %raise) nounwind noinline {
  %slot = alloca i8*
  %values = alloca [7 x i8*]
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %text = call i8* @mm.text(i8* %napi, i8* %script)
  %status = call i32 @napi_run_script(i8* %napi, i8* %text, i8** %slot)
  %failed = icmp ne i32 %status, 0
  br i1 %failed, label %fail, label %give
give:
  %function = load i8*, i8** %slot
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  %make = call i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* @mm.fast.make, i8* %table)
  %open = call i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* @mm.fast.open, i8* %env)
  %raises = call i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* %raise, i8* %env)
  %learn = call i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* @mm.fast.learn, i8* null)
  %look = call i8* @mm.fast.function(i8* %napi, i8* (i8*, i8*)* @mm.fast.look, i8* null)
  %hide = call i8* @mm.help(i8* %env, i32 6, i8* null, i8* null, i8* null, i8* null)
  %p.0 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 1
  %p.2 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 2
  %p.3 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 3
  %p.4 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 4
  %p.5 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 5
  %p.6 = getelementptr [7 x i8*], [7 x i8*]* %values, i64 0, i64 6
  store i8* %exports, i8** %p.0
  store i8* %make, i8** %p.1
  store i8* %open, i8** %p.2
  store i8* %raises, i8** %p.3
  store i8* %hide, i8** %p.4
  store i8* %learn, i8** %p.5
  store i8* %look, i8** %p.6
  store i8* null, i8** %slot
  %status.2 = call i32 @napi_call_function(i8* %napi, i8* %undefined, i8* %function, i64 7, i8** %p.0, i8** %slot)
  %ok = icmp eq i32 %status.2, 0
  %made = load i8*, i8** %slot
  %result = select i1 %ok, i8* %made, i8* null
  ret i8* %result
fail:
  ret i8* null
}

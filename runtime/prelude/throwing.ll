; Errors that leave compiled code: the functions of JavaScript that make them (compiler/builtins/error-script.ts), and how they are thrown.

; A site and the reference to its maker.
%mm.maker = type { i8*, i8* }
; What the helper shares: [0] is not 0 where V8's own functions may be called, [1] where stacks begin below a function of ours. Then the
; makers of the last sites, each where the address of its site says.
%mm.makers = type { i32*, [32 x %mm.maker] }

declare extern_weak i8* @_ZN2v87Isolate14ThrowExceptionENS_5LocalINS_5ValueEEE(i8*, i8*) nounwind

; null where there is no memory, or where an exception is pending.
define internal %mm.makers* @mm.makers(i8* %env) nounwind noinline cold {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 29
  %known = load %mm.makers*, %mm.makers** %slot, !tbaa !4
  %has = icmp ne %mm.makers* %known, null
  br i1 %has, label %give, label %make
make:
  %data.slot = alloca i8*
  store i8* null, i8** %data.slot
  %napi = call i8* @mm.napi(i8* %env)
  %buffer = call i8* @mm.help(i8* %env, i32 8, i8* null, i8* null, i8* null, i8* null)
  %no.buffer = icmp eq i8* %buffer, null
  br i1 %no.buffer, label %none, label %look
look:
  %status = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %buffer, i8** %data.slot, i64* null)
  %data = load i8*, i8** %data.slot
  %no.data = icmp eq i8* %data, null
  br i1 %no.data, label %none, label %allocate
allocate:
  %end = getelementptr %mm.makers, %mm.makers* null, i64 1
  %bytes = ptrtoint %mm.makers* %end to i64
  %memory = call i8* @calloc(i64 %bytes, i64 1)
  %failed = icmp eq i8* %memory, null
  br i1 %failed, label %none, label %fill
fill:
  %makers = bitcast i8* %memory to %mm.makers*
  %state.slot = getelementptr %mm.makers, %mm.makers* %makers, i64 0, i32 0
  %state = bitcast i8* %data to i32*
  store i32* %state, i32** %state.slot
  store %mm.makers* %makers, %mm.makers** %slot, !tbaa !4
  ret %mm.makers* %makers
give:
  ret %mm.makers* %known
none:
  ret %mm.makers* null
}

define internal i32 @mm.makers.state(%mm.makers* %makers, i64 %index) alwaysinline nounwind {
  %state.slot = getelementptr %mm.makers, %mm.makers* %makers, i64 0, i32 0
  %state = load i32*, i32** %state.slot
  %at = getelementptr i32, i32* %state, i64 %index
  %value = load i32, i32* %at
  ret i32 %value
}

define internal void @mm.close_makers(i8* %env) nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 29
  %makers = load %mm.makers*, %mm.makers** %slot, !tbaa !4
  %none = icmp eq %mm.makers* %makers, null
  br i1 %none, label %done, label %each
each:
  %index = phi i64 [ 0, %0 ], [ %next, %each ]
  %own = getelementptr %mm.makers, %mm.makers* %makers, i64 0, i32 1, i64 %index
  call void @mm.maker.forget(i8* %env, %mm.maker* %own)
  %next = add i64 %index, 1
  %more = icmp ult i64 %next, 32
  br i1 %more, label %each, label %free
free:
  %memory = bitcast %mm.makers* %makers to i8*
  call void @free(i8* %memory)
  br label %done
done:
  ret void
}

define internal void @mm.maker.forget(i8* %env, %mm.maker* %maker) nounwind {
  %slot = getelementptr %mm.maker, %mm.maker* %maker, i64 0, i32 1
  %reference = load i8*, i8** %slot
  %none = icmp eq i8* %reference, null
  br i1 %none, label %done, label %delete
delete:
  %napi = call i8* @mm.napi(i8* %env)
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  br label %done
done:
  ret void
}

; An error of the site's built-in class, made by the function that stands where the site says. null: this one is to be made otherwise.
define internal i8* @mm.error_at(i8* %env, i8* %site, i8* %message) nounwind noinline cold {
  %slot = alloca i8*
  %makers = call %mm.makers* @mm.makers(i8* %env)
  %no.makers = icmp eq %mm.makers* %makers, null
  br i1 %no.makers, label %none, label %look
look:
  %hidden = call i32 @mm.makers.state(%mm.makers* %makers, i64 1)
  %is.hidden = icmp ne i32 %hidden, 0
  br i1 %is.hidden, label %none, label %find
find:
  %napi = call i8* @mm.napi(i8* %env)
  %site.i = ptrtoint i8* %site to i64
  %high = lshr i64 %site.i, 5
  %mixed = xor i64 %high, %site.i
  %index = and i64 %mixed, 31
  %own = getelementptr %mm.makers, %mm.makers* %makers, i64 0, i32 1, i64 %index
  %site.slot = getelementptr %mm.maker, %mm.maker* %own, i64 0, i32 0
  %reference.slot = getelementptr %mm.maker, %mm.maker* %own, i64 0, i32 1
  %of = load i8*, i8** %site.slot
  %is.there = icmp eq i8* %of, %site
  br i1 %is.there, label %there, label %ask
ask:
  call void @mm.maker.forget(i8* %env, %mm.maker* %own)
  store i8* null, i8** %site.slot
  store i8* null, i8** %reference.slot
  %text = call i8* @mm.text(i8* %napi, i8* %site)
  %made = call i8* @mm.help(i8* %env, i32 7, i8* %text, i8* null, i8* null, i8* null)
  %failed = icmp eq i8* %made, null
  br i1 %failed, label %none, label %keep
keep:
  ; undefined, where there is none, cannot be referred to.
  store i8* null, i8** %slot
  %status = call i32 @napi_create_reference(i8* %napi, i8* %made, i32 1, i8** %slot)
  %new = load i8*, i8** %slot
  store i8* %new, i8** %reference.slot
  store i8* %site, i8** %site.slot
  br label %there
there:
  %reference = load i8*, i8** %reference.slot
  %no.maker = icmp eq i8* %reference, null
  br i1 %no.maker, label %none, label %call
call:
  %status.1 = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %slot)
  %maker = load i8*, i8** %slot
  store i8* %message, i8** %slot
  %receiver = call i8* @mm.result.undefined(i8* %napi)
  %status.2 = call i32 @napi_call_function(i8* %napi, i8* %receiver, i8* %maker, i64 1, i8** %slot, i8** %slot)
  %ok = icmp eq i32 %status.2, 0
  %error = load i8*, i8** %slot
  %result = select i1 %ok, i8* %error, i8* null
  ret i8* %result
none:
  ret i8* null
}

; As mm.throw, in a function that JavaScript has called, which returns now. Node-API catches what it has thrown, and throws it once more when
; the function has returned; each time V8 looks for the place.
define internal void @mm.leave(i8* %env, i8* %error) nounwind noinline cold {
  %none = icmp eq i8* %error, null
  br i1 %none, label %done, label %some
some:
  %current = bitcast i8* ()* @_ZN2v87Isolate10GetCurrentEv to i8*
  %throw = bitcast i8* (i8*, i8*)* @_ZN2v87Isolate14ThrowExceptionENS_5LocalINS_5ValueEEE to i8*
  %has.current = icmp ne i8* %current, null
  %has.throw = icmp ne i8* %throw, null
  %has.both = and i1 %has.current, %has.throw
  br i1 %has.both, label %ask, label %by.napi
ask:
  %makers = call %mm.makers* @mm.makers(i8* %env)
  %no.makers = icmp eq %mm.makers* %makers, null
  br i1 %no.makers, label %by.napi, label %look
look:
  %known = call i32 @mm.makers.state(%mm.makers* %makers, i64 0)
  %is.known = icmp ne i32 %known, 0
  br i1 %is.known, label %directly, label %by.napi
directly:
  %isolate = call i8* @_ZN2v87Isolate10GetCurrentEv()
  %unused = call i8* @_ZN2v87Isolate14ThrowExceptionENS_5LocalINS_5ValueEEE(i8* %isolate, i8* %error)
  ret void
by.napi:
  call void @mm.throw(i8* %env, i8* %error)
  br label %done
done:
  ret void
}

; The name of an error is that of the site's built-in class: a short string of bytes.
define internal i1 @mm.has_name_of_site(i8* %name, i8* %site) nounwind noinline cold readonly {
  %type = call i32 @mm.string_type(i8* %name)
  %length = call i64 @mm.string_len(i8* %name)
  %is.bytes = icmp eq i32 %type, 64
  br i1 %is.bytes, label %measure, label %no
measure:
  %size.p = bitcast i8* %site to i32*
  %size.32 = load i32, i32* %size.p, align 1
  %size = zext i32 %size.32 to i64
  %shorter = icmp ult i64 %length, %size
  br i1 %shorter, label %compare, label %no
compare:
  %own = getelementptr i8, i8* %name, i64 16
  %its = getelementptr i8, i8* %site, i64 4
  %difference = call i32 @memcmp(i8* %own, i8* %its, i64 %length)
  %same = icmp eq i32 %difference, 0
  %end = getelementptr i8, i8* %its, i64 %length
  %last = load i8, i8* %end
  %is.end = icmp eq i8 %last, 10
  %is.all = and i1 %same, %is.end
  ret i1 %is.all
no:
  ret i1 false
}

; The value of a field of an error that is no text (see mm.host_field).
define internal i8* @mm.field_value(i8* %napi, i64 %kind, i64 %bits) nounwind noinline cold {
  switch i64 %kind, label %undefined [
    i64 0, label %number
    i64 1, label %boolean
    i64 2, label %none
    i64 4, label %signed
    i64 5, label %unsigned
  ]
number:
  %double = bitcast i64 %bits to double
  %number.value = call i8* @mm.result.f64(i8* %napi, double %double)
  ret i8* %number.value
boolean:
  %truth = icmp ne i64 %bits, 0
  %boolean.value = call i8* @mm.result.boolean(i8* %napi, i1 %truth)
  ret i8* %boolean.value
none:
  %null.value = call i8* @mm.result.null(i8* %napi)
  ret i8* %null.value
signed:
  %signed.value = call i8* @mm.result.i64(i8* %napi, i64 %bits)
  ret i8* %signed.value
unsigned:
  %unsigned.value = call i8* @mm.result.u64(i8* %napi, i64 %bits)
  ret i8* %unsigned.value
undefined:
  %undefined.value = call i8* @mm.result.undefined(i8* %napi)
  ret i8* %undefined.value
}

; A property of the object's own, as a field of a class is; null in their place: an exception is pending.
define internal void @mm.define_field(i8* %napi, i8* %object, i8* %name, i8* %value) nounwind noinline cold {
  %property = alloca %mm.property
  %no.object = icmp eq i8* %object, null
  %no.value = icmp eq i8* %value, null
  %none = or i1 %no.object, %no.value
  br i1 %none, label %done, label %define
define:
  %key = call i8* @mm.text(i8* %napi, i8* %name)
  ; napi_writable, napi_enumerable and napi_configurable
  %p.0 = insertvalue %mm.property { i8* null, i8* null, i8* null, i8* null, i8* null, i8* null, i32 7, i8* null }, i8* %key, 1
  %p.1 = insertvalue %mm.property %p.0, i8* %value, 5
  store %mm.property %p.1, %mm.property* %property
  %status = call i32 @napi_define_properties(i8* %napi, i8* %object, i64 1, %mm.property* %property)
  br label %done
done:
  ret void
}

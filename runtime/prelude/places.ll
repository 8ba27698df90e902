; JavaScript's objects of exported classes, by place: references that do not keep them alive. One table for each environment, made when
; a module with classes is loaded; the functions here are exports that only the glue calls (compiler/builtins/glue/places.ts), with
; arguments of the right kinds.

%mm.places = type { i8**, i64, i8* } ; references, null where there is none; for how many there is room; napi_env

declare i32 @napi_throw_range_error(i8*, i8*, i8*) nounwind
declare i8* @realloc(i8*, i64) nounwind

@mm.places.no_memory = private constant [38 x i8] c"no memory for one more object's place\00"

define internal void @mm.places.export(i8* %env, i8* %exports, i8* %keep, i8* %kept, i8* %dead) nounwind noinline {
  %size.end = getelementptr %mm.places, %mm.places* null, i64 1
  %size = ptrtoint %mm.places* %size.end to i64
  %table = call i8* @calloc(i64 1, i64 %size)
  %napi = call i8* @mm.napi(i8* %env)
  %places = bitcast i8* %table to %mm.places*
  %napi.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 2
  store i8* %napi, i8** %napi.slot
  %hook = call i32 @napi_add_env_cleanup_hook(i8* %napi, void (i8*)* @mm.places.close, i8* %table)
  call void @mm.export_native(i8* %env, i8* %exports, i8* %keep, i8* (i8*, i8*)* @mm.places.keep, i8* %table)
  call void @mm.export_native(i8* %env, i8* %exports, i8* %kept, i8* (i8*, i8*)* @mm.places.kept, i8* %table)
  call void @mm.export_native(i8* %env, i8* %exports, i8* %dead, i8* (i8*, i8*)* @mm.places.dead, i8* %table)
  ret void
}

; The table, and the first argument as an integer.
define internal { %mm.places*, i64 } @mm.places.enter(i8* %napi, i8* %info, i8** %values, i64 %count) alwaysinline nounwind {
  %number.slot = alloca double
  %table = call i8* @mm.enter(i8* %napi, i8* %info, i64 %count, i8** %values)
  %places = bitcast i8* %table to %mm.places*
  %first = load i8*, i8** %values
  %status = call i32 @napi_get_value_double(i8* %napi, i8* %first, double* %number.slot)
  %number = load double, double* %number.slot
  %place = fptosi double %number to i64
  %r.0 = insertvalue { %mm.places*, i64 } undef, %mm.places* %places, 0
  %r.1 = insertvalue { %mm.places*, i64 } %r.0, i64 %place, 1
  ret { %mm.places*, i64 } %r.1
}

; Where the reference of a place is; null beyond the table.
define internal i8** @mm.places.at(%mm.places* %places, i64 %place) alwaysinline nounwind {
  %room.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 1
  %room = load i64, i64* %room.slot
  %references.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 0
  %references = load i8**, i8*** %references.slot
  %slot = getelementptr i8*, i8** %references, i64 %place
  %in = icmp ult i64 %place, %room
  %result = select i1 %in, i8** %slot, i8** null
  ret i8** %result
}

; keep(place, object)
define internal i8* @mm.places.keep(i8* %napi, i8* %info) nounwind {
  %values = alloca [2 x i8*]
  %reference = alloca i8*
  %first = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 0
  %second = getelementptr [2 x i8*], [2 x i8*]* %values, i64 0, i64 1
  %entered = call { %mm.places*, i64 } @mm.places.enter(i8* %napi, i8* %info, i8** %first, i64 2)
  %places = extractvalue { %mm.places*, i64 } %entered, 0
  %place = extractvalue { %mm.places*, i64 } %entered, 1
  %at = call i8** @mm.places.at(%mm.places* %places, i64 %place)
  %no.room = icmp eq i8** %at, null
  br i1 %no.room, label %grow, label %keep
grow:
  %grown = call i8** @mm.places.grow(%mm.places* %places, i64 %place)
  %failed = icmp eq i8** %grown, null
  br i1 %failed, label %fail, label %keep
keep:
  %slot = phi i8** [ %at, %0 ], [ %grown, %grow ]
  %object = load i8*, i8** %second
  ; The object that was there before is gone, and nobody has looked yet.
  %old = load i8*, i8** %slot
  %none = icmp eq i8* %old, null
  br i1 %none, label %create, label %delete
delete:
  %status.old = call i32 @napi_delete_reference(i8* %napi, i8* %old)
  br label %create
create:
  %status = call i32 @napi_create_reference(i8* %napi, i8* %object, i32 0, i8** %reference)
  %made = load i8*, i8** %reference
  store i8* %made, i8** %slot
  ret i8* null
fail:
  %text = getelementptr [38 x i8], [38 x i8]* @mm.places.no_memory, i64 0, i64 0
  %thrown = call i32 @napi_throw_range_error(i8* %napi, i8* null, i8* %text)
  ret i8* null
}

; Twice as many places, or as many as are needed. null: no memory.
define internal i8** @mm.places.grow(%mm.places* %places, i64 %place) nounwind noinline cold {
  %room.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 1
  %references.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 0
  %room = load i64, i64* %room.slot
  %references = load i8**, i8*** %references.slot
  %twice = shl i64 %room, 1
  %needed = add i64 %place, 64
  %more = icmp ugt i64 %twice, %needed
  %count = select i1 %more, i64 %twice, i64 %needed
  %bytes = shl i64 %count, 3
  %old = bitcast i8** %references to i8*
  %memory = call i8* @realloc(i8* %old, i64 %bytes)
  %failed = icmp eq i8* %memory, null
  br i1 %failed, label %fail, label %clear
clear:
  %new = bitcast i8* %memory to i8**
  %begin = getelementptr i8*, i8** %new, i64 %room
  %begin.8 = bitcast i8** %begin to i8*
  %added = sub i64 %count, %room
  %added.bytes = shl i64 %added, 3
  call void @llvm.memset.p0i8.i64(i8* %begin.8, i8 0, i64 %added.bytes, i1 false)
  store i8** %new, i8*** %references.slot
  store i64 %count, i64* %room.slot
  %slot = getelementptr i8*, i8** %new, i64 %place
  ret i8** %slot
fail:
  ret i8** null
}

; kept(place): the object; null where it is gone, undefined where there was none
define internal i8* @mm.places.kept(i8* %napi, i8* %info) nounwind {
  %value = alloca i8*
  %object = alloca i8*
  %entered = call { %mm.places*, i64 } @mm.places.enter(i8* %napi, i8* %info, i8** %value, i64 1)
  %places = extractvalue { %mm.places*, i64 } %entered, 0
  %place = extractvalue { %mm.places*, i64 } %entered, 1
  %at = call i8** @mm.places.at(%mm.places* %places, i64 %place)
  %no.room = icmp eq i8** %at, null
  br i1 %no.room, label %none, label %look
look:
  %reference = load i8*, i8** %at
  %empty = icmp eq i8* %reference, null
  br i1 %empty, label %none, label %get
get:
  %status = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %object)
  %found = load i8*, i8** %object
  %gone = icmp eq i8* %found, null
  br i1 %gone, label %null, label %there
there:
  ret i8* %found
null:
  %value.null = call i8* @mm.result.null(i8* %napi)
  ret i8* %value.null
none:
  ret i8* null
}

; dead(from)
define internal i8* @mm.places.dead(i8* %napi, i8* %info) nounwind {
  %value = alloca i8*
  %object = alloca i8*
  %scope = alloca i8*
  %entered = call { %mm.places*, i64 } @mm.places.enter(i8* %napi, i8* %info, i8** %value, i64 1)
  %places = extractvalue { %mm.places*, i64 } %entered, 0
  %from = extractvalue { %mm.places*, i64 } %entered, 1
  br label %next
next:
  %place = phi i64 [ %from, %0 ], [ %following, %skip ], [ %following.2, %alive ]
  %at = call i8** @mm.places.at(%mm.places* %places, i64 %place)
  %end = icmp eq i8** %at, null
  br i1 %end, label %none, label %look
look:
  %reference = load i8*, i8** %at
  %empty = icmp eq i8* %reference, null
  br i1 %empty, label %skip, label %get
skip:
  %following = add i64 %place, 1
  br label %next
get:
  ; Each object that is found takes a handle.
  %opened = call i32 @napi_open_handle_scope(i8* %napi, i8** %scope)
  %status = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %object)
  %found = load i8*, i8** %object
  %own = load i8*, i8** %scope
  %closed = call i32 @napi_close_handle_scope(i8* %napi, i8* %own)
  %gone = icmp eq i8* %found, null
  br i1 %gone, label %forget, label %alive
alive:
  %following.2 = add i64 %place, 1
  br label %next
forget:
  %deleted = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  store i8* null, i8** %at
  %place.number = sitofp i64 %place to double
  %result = call i8* @mm.result.f64(i8* %napi, double %place.number)
  ret i8* %result
none:
  %zero = call i8* @mm.result.i32(i8* %napi, i32 0)
  ret i8* %zero
}

; The environment ends.
define internal void @mm.places.close(i8* %table) nounwind {
  %places = bitcast i8* %table to %mm.places*
  %napi.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 2
  %napi = load i8*, i8** %napi.slot
  br label %next
next:
  %place = phi i64 [ 0, %0 ], [ %following, %skip ]
  %at = call i8** @mm.places.at(%mm.places* %places, i64 %place)
  %end = icmp eq i8** %at, null
  br i1 %end, label %done, label %look
look:
  %reference = load i8*, i8** %at
  %empty = icmp eq i8* %reference, null
  br i1 %empty, label %skip, label %delete
delete:
  %deleted = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  br label %skip
skip:
  %following = add i64 %place, 1
  br label %next
done:
  %references.slot = getelementptr %mm.places, %mm.places* %places, i64 0, i32 0
  %references = load i8**, i8*** %references.slot
  %references.8 = bitcast i8** %references to i8*
  call void @free(i8* %references.8)
  call void @free(i8* %table)
  ret void
}

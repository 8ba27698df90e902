; The thread of JavaScript settles the promise of a job: with the result, made of what has been kept of it, or with the error
; (offthread.ll).

; napi_async_complete_callback
define internal void @mm.off.complete(i8* %napi, i32 %status, i8* %data) nounwind noinline {
  %job = bitcast i8* %data to %mm.job*
  %over = call i1 @mm.job.outlives(%mm.job* %job)
  br i1 %over, label %forget, label %tell
forget:
  call void @mm.off.job_free(%mm.job* %job, i8* null)
  ret void
tell:
  call void @mm.off.tell(%mm.job* %job, i8* %napi)
  call void @mm.off.settle(%mm.job* %job, i8* %napi)
  call void @mm.off.job_free(%mm.job* %job, i8* %napi)
  ret void
}

; Calls what settles the promise: (slot, state), behind them words or undefined, text, views by kind where there are any, or an error.
define internal void @mm.off.settle(%mm.job* %job, i8* %napi) nounwind noinline {
  %values = alloca [5 x i8*]
  %result = alloca i8*
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  %p.0 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 0
  %p.1 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 1
  %p.2 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 2
  %p.3 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 3
  %p.4 = getelementptr [5 x i8*], [5 x i8*]* %values, i64 0, i64 4
  %state.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 13
  %first.state = load i64, i64* %state.slot
  switch i64 %first.state, label %call [ i64 1, label %returned
                                         i64 2, label %thrown ]
returned:
  %own.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 5
  %text.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 6
  %length.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 6, i32 1
  %views.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 12
  %own = load i8*, i8** %own.slot
  %length = load i64, i64* %length.slot
  %first.view = load %mm.off.result*, %mm.off.result** %views.slot
  %in.place = icmp eq i8* %own, null
  %is.empty = icmp eq i64 %length, 0
  %viewless = icmp eq %mm.off.result* %first.view, null
  %half = and i1 %in.place, %is.empty
  %all = and i1 %half, %viewless
  br i1 %all, label %call, label %make
make:
  %words = call i8* @mm.off.words_value(%mm.job* %job, i8* %napi)
  %text = call i8* @mm.off.text_value(i8* %napi, %mm.off.text* %text.slot)
  %views = call i8* @mm.off.views_value(%mm.job* %job, i8* %napi)
  %no.words = icmp eq i8* %words, null
  %no.text = icmp eq i8* %text, null
  %no.views = icmp eq i8* %views, null
  %some = or i1 %no.words, %no.text
  %any = or i1 %some, %no.views
  br i1 %any, label %exhausted, label %fill
exhausted:
  call void @mm.job.exhausted(%mm.job* %job)
  %unused.2 = call i8* @mm.off.clear(i8* %napi)
  br label %call
fill:
  store i8* %words, i8** %p.2
  store i8* %text, i8** %p.3
  store i8* %views, i8** %p.4
  br label %call
thrown:
  %error = call i8* @mm.off.error_value(%mm.job* %job, i8* %napi)
  %no.error = icmp eq i8* %error, null
  %shown = select i1 %no.error, i8* %undefined, i8* %error
  store i8* %shown, i8** %p.2
  br label %call
call:
  %count = phi i64 [ 2, %0 ], [ 2, %returned ], [ 2, %exhausted ], [ 5, %fill ], [ 3, %thrown ]
  %place.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 17
  %place = load i64, i64* %place.slot
  %place.32 = trunc i64 %place to i32
  %place.value = call i8* @mm.result.i32(i8* %napi, i32 %place.32)
  store i8* %place.value, i8** %p.0
  %state = load i64, i64* %state.slot
  %state.32 = trunc i64 %state to i32
  %state.value = call i8* @mm.result.i32(i8* %napi, i32 %state.32)
  store i8* %state.value, i8** %p.1
  %pool.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 1
  %pool.8 = load i8*, i8** %pool.slot
  %pool = bitcast i8* %pool.8 to %mm.off.pool*
  %settles.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 6
  %reference = load i8*, i8** %settles.slot
  %settles = call i8* @mm.off.referred(i8* %napi, i8* %reference)
  %unused = call i32 @napi_call_function(i8* %napi, i8* %undefined, i8* %settles, i64 %count, i8** %p.0, i8** %result)
  ret void
}

; No exception of the host is pending after it; gives it, or null.
define internal i8* @mm.off.clear(i8* %napi) nounwind noinline {
  %slot = alloca i8*
  %pending.slot = alloca i8
  store i8* null, i8** %slot
  store i8 0, i8* %pending.slot
  %status = call i32 @napi_is_exception_pending(i8* %napi, i8* %pending.slot)
  %pending = load i8, i8* %pending.slot
  %none = icmp eq i8 %pending, 0
  br i1 %none, label %done, label %clear
clear:
  %status.2 = call i32 @napi_get_and_clear_last_exception(i8* %napi, i8** %slot)
  br label %done
done:
  %error = load i8*, i8** %slot
  ret i8* %error
}

; undefined: they are where the glue has put them.
define internal i8* @mm.off.words_value(%mm.job* %job, i8* %napi) nounwind noinline {
  %own.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 5
  %own = load i8*, i8** %own.slot
  %in.place = icmp eq i8* %own, null
  br i1 %in.place, label %place, label %copy
place:
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  ret i8* %undefined
copy:
  %room.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 4
  %room = load i64, i64* %room.slot
  %bytes = shl i64 %room, 3
  %main.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 0
  %main = load i8*, i8** %main.slot
  %buffer = call i8* @mm.off.buffer_value(i8* %main, i8* %napi, i8* %own, i64 %bytes)
  %none = icmp eq i8* %buffer, null
  br i1 %none, label %failed, label %view
view:
  %data = call { i8*, i64 } @mm.buffer_data(i8* %main, i8* %buffer)
  %start = extractvalue { i8*, i64 } %data, 0
  ; napi_float64_array
  %made = call i8* @mm.result.typedarray(i8* %napi, i32 8, i8* %start, i64 %room, i8* %buffer)
  ret i8* %made
failed:
  ret i8* null
}

define internal i8* @mm.off.text_value(i8* %napi, %mm.off.text* %at) nounwind {
  %text = load %mm.off.text, %mm.off.text* %at
  %units = extractvalue %mm.off.text %text, 0
  %length = extractvalue %mm.off.text %text, 1
  %shift = extractvalue %mm.off.text %text, 2
  %wide = icmp ne i64 %shift, 0
  %result = call i8* @mm.result.units(i8* %napi, i8* %units, i64 %length, i1 %wide)
  ret i8* %result
}

; An ArrayBuffer with a copy of the memory; null where there is no memory for it. As mm.buffer_new, which raises.
define internal i8* @mm.off.buffer_value(i8* %main, i8* %napi, i8* %from, i64 %bytes) nounwind noinline {
  %value.slot = alloca i8*
  %data.slot = alloca i8*
  store i8* null, i8** %value.slot
  store i8* null, i8** %data.slot
  %small = icmp ult i64 %bytes, 1048576
  br i1 %small, label %direct, label %large
direct:
  %status = call i32 @napi_create_arraybuffer(i8* %napi, i64 %bytes, i8** %data.slot, i8** %value.slot)
  %ok = icmp eq i32 %status, 0
  br i1 %ok, label %copy, label %failed
large:
  %bytes.float = sitofp i64 %bytes to double
  %bytes.value = call i8* @mm.result.f64(i8* %napi, double %bytes.float)
  %made = call i8* @mm.help(i8* %main, i32 2, i8* %bytes.value, i8* null, i8* null, i8* null)
  store i8* %made, i8** %value.slot
  %none = icmp eq i8* %made, null
  br i1 %none, label %failed, label %look
look:
  %status.2 = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %made, i8** %data.slot, i64* null)
  %ok.2 = icmp eq i32 %status.2, 0
  br i1 %ok.2, label %copy, label %failed
copy:
  %data = load i8*, i8** %data.slot
  call void @mm.copy(i8* %from, i8* %data, i64 %bytes)
  %value = load i8*, i8** %value.slot
  ret i8* %value
failed:
  ret i8* null
}

; An array of arrays: the views of the result by kind, at their places in the lists. undefined where there are none; null without memory.
define internal i8* @mm.off.views_value(%mm.job* %job, i8* %napi) nounwind noinline {
  %slot = alloca i8*
  %list.slot = alloca i8*
  %result.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 12
  %first = load %mm.off.result*, %mm.off.result** %result.slot
  %none = icmp eq %mm.off.result* %first, null
  br i1 %none, label %nothing, label %make
nothing:
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  ret i8* %undefined
make:
  store i8* null, i8** %slot
  %status = call i32 @napi_create_array(i8* %napi, i8** %slot)
  %all = load i8*, i8** %slot
  br label %look
look:
  %result = phi %mm.off.result* [ %first, %make ], [ %next, %keep ]
  %done = icmp eq %mm.off.result* %result, null
  br i1 %done, label %end, label %one
end:
  ret i8* %all
one:
  %whole = load %mm.off.result, %mm.off.result* %result
  %next = extractvalue %mm.off.result %whole, 0
  %kind = extractvalue %mm.off.result %whole, 1
  %index = extractvalue %mm.off.result %whole, 2
  %view.slot = getelementptr %mm.off.result, %mm.off.result* %result, i64 0, i32 3
  %view = call i8* @mm.off.view_value(%mm.job* %job, i8* %napi, %mm.off.view* %view.slot)
  %no.view = icmp eq i8* %view, null
  br i1 %no.view, label %failed, label %find
failed:
  ret i8* null
find:
  %kind.32 = trunc i64 %kind to i32
  store i8* null, i8** %list.slot
  %status.2 = call i32 @napi_get_element(i8* %napi, i8* %all, i32 %kind.32, i8** %list.slot)
  %list.found = load i8*, i8** %list.slot
  %list.kind = call i32 @mm.typeof(i8* %napi, i8* %list.found)
  %unknown = icmp eq i32 %list.kind, 0
  br i1 %unknown, label %create, label %keep
create:
  %status.3 = call i32 @napi_create_array(i8* %napi, i8** %list.slot)
  %list.made = load i8*, i8** %list.slot
  %status.4 = call i32 @napi_set_element(i8* %napi, i8* %all, i32 %kind.32, i8* %list.made)
  br label %keep
keep:
  %list = load i8*, i8** %list.slot
  %index.32 = trunc i64 %index to i32
  %status.5 = call i32 @napi_set_element(i8* %napi, i8* %list, i32 %index.32, i8* %view)
  br label %look
}

; Views of one ArrayBuffer are views of one again.
define internal i8* @mm.off.view_value(%mm.job* %job, i8* %napi, %mm.off.view* %view) nounwind noinline {
  %slot = alloca i8*
  %whole = load %mm.off.view, %mm.off.view* %view
  %kind = extractvalue %mm.off.view %whole, 0
  %data = extractvalue %mm.off.view %whole, 1
  %length = extractvalue %mm.off.view %whole, 2
  %buffer = extractvalue %mm.off.view %whole, 3
  %main.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 0
  %main = load i8*, i8** %main.slot
  %record = load %mm.off.buffer, %mm.off.buffer* %buffer
  %start = extractvalue %mm.off.buffer %record, 1
  %bytes = extractvalue %mm.off.buffer %record, 2
  %known = extractvalue %mm.off.buffer %record, 3
  %is.known = icmp ne i8* %known, null
  br i1 %is.known, label %have, label %whose
whose:
  ; Of an argument: it is where it has been.
  %base.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 7
  %count.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 8
  %base = load %mm.off.buffer*, %mm.off.buffer** %base.slot
  %count = load i64, i64* %count.slot
  %base.i = ptrtoint %mm.off.buffer* %base to i64
  %buffer.i = ptrtoint %mm.off.buffer* %buffer to i64
  %distance = sub i64 %buffer.i, %base.i
  %position = lshr i64 %distance, 5
  %is.argument = icmp ult i64 %position, %count
  br i1 %is.argument, label %argument, label %make
argument:
  %held.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 16
  %held.ref = load i8*, i8** %held.slot
  %held = call i8* @mm.off.referred(i8* %napi, i8* %held.ref)
  %position.32 = trunc i64 %position to i32
  store i8* null, i8** %slot
  %status = call i32 @napi_get_element(i8* %napi, i8* %held, i32 %position.32, i8** %slot)
  %found = load i8*, i8** %slot
  br label %remember
make:
  %made = call i8* @mm.off.buffer_value(i8* %main, i8* %napi, i8* %start, i64 %bytes)
  br label %remember
remember:
  %new = phi i8* [ %found, %argument ], [ %made, %make ]
  %value.slot = getelementptr %mm.off.buffer, %mm.off.buffer* %buffer, i64 0, i32 3
  store i8* %new, i8** %value.slot
  %none = icmp eq i8* %new, null
  br i1 %none, label %failed, label %have
failed:
  ret i8* null
have:
  %value = phi i8* [ %known, %0 ], [ %new, %remember ]
  %now = call { i8*, i64 } @mm.buffer_data(i8* %main, i8* %value)
  %now.start = extractvalue { i8*, i64 } %now, 0
  %start.i = ptrtoint i8* %start to i64
  %data.i = ptrtoint i8* %data to i64
  %offset = sub i64 %data.i, %start.i
  %at = getelementptr i8, i8* %now.start, i64 %offset
  %result = call i8* @mm.off.unit.view(i8* %napi, i64 %kind, i8* %at, i64 %length, i8* %value)
  ret i8* %result
}

define internal void @mm.off.field(i8* %napi, i8* %error, %mm.off.error* %field) nounwind {
  %name.slot = getelementptr %mm.off.error, %mm.off.error* %field, i64 0, i32 1
  %number.slot = getelementptr %mm.off.error, %mm.off.error* %field, i64 0, i32 2
  %text.slot = getelementptr %mm.off.error, %mm.off.error* %field, i64 0, i32 5
  %kind.slot = getelementptr %mm.off.error, %mm.off.error* %field, i64 0, i32 6
  %name = load i8*, i8** %name.slot
  %kind = load i64, i64* %kind.slot
  %is.text = icmp eq i64 %kind, 9
  br i1 %is.text, label %text, label %other
text:
  %text.value = call i8* @mm.off.text_value(i8* %napi, %mm.off.text* %text.slot)
  br label %define
other:
  %number = load double, double* %number.slot
  %bits = bitcast double %number to i64
  %own.kind = sub i64 %kind, 3
  %other.value = call i8* @mm.field_value(i8* %napi, i64 %own.kind, i64 %bits)
  br label %define
define:
  %value = phi i8* [ %text.value, %text ], [ %other.value, %other ]
  call void @mm.define_field(i8* %napi, i8* %error, i8* %name, i8* %value)
  ret void
}

; What has been thrown, made as if it had been thrown here; null where that fails.
define internal i8* @mm.off.error_value(%mm.job* %job, i8* %napi) nounwind noinline {
  %main.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 0
  %main = load i8*, i8** %main.slot
  %first.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 24
  %first = load %mm.off.error*, %mm.off.error** %first.slot
  %kind.slot = getelementptr %mm.off.error, %mm.off.error* %first, i64 0, i32 6
  %kind = load i64, i64* %kind.slot
  %is.object = icmp eq i64 %kind, 2
  br i1 %is.object, label %objects, label %operation
operation:
  %site.slot = getelementptr %mm.off.error, %mm.off.error* %first, i64 0, i32 1
  %a.slot = getelementptr %mm.off.error, %mm.off.error* %first, i64 0, i32 2
  %b.slot = getelementptr %mm.off.error, %mm.off.error* %first, i64 0, i32 3
  %site = load i8*, i8** %site.slot
  %a = load double, double* %a.slot
  %b = load double, double* %b.slot
  call void @mm.pend(i8* %main, i8* %site, double %a, double %b)
  %has.message = icmp eq i64 %kind, 1
  br i1 %has.message, label %text, label %make
text:
  %message.slot = getelementptr %mm.off.error, %mm.off.error* %first, i64 0, i32 5
  %message = call i8* @mm.off.text_value(i8* %napi, %mm.off.text* %message.slot)
  br label %make
make:
  %given = phi i8* [ null, %operation ], [ %message, %text ]
  %error = call i8* @mm.operation_error(i8* %main, i8* %given)
  %cleared = call i8* @mm.off.clear(i8* %napi)
  ret i8* %error
objects:
  %next = phi %mm.off.error* [ %first, %0 ], [ %after, %behind ]
  %outer = phi i8* [ null, %0 ], [ %last, %behind ]
  %outermost = phi i8* [ null, %0 ], [ %top, %behind ]
  %after.slot = getelementptr %mm.off.error, %mm.off.error* %next, i64 0, i32 0
  %after = load %mm.off.error*, %mm.off.error** %after.slot
  %own.site.slot = getelementptr %mm.off.error, %mm.off.error* %next, i64 0, i32 1
  %own.site = load i8*, i8** %own.site.slot
  %own.kind.slot = getelementptr %mm.off.error, %mm.off.error* %next, i64 0, i32 6
  %own.kind = load i64, i64* %own.kind.slot
  %is.field = icmp ne i64 %own.kind, 2
  br i1 %is.field, label %field, label %object
field:
  call void @mm.off.field(i8* %napi, i8* %outer, %mm.off.error* %next)
  br label %behind
object:
  %own.name.slot = getelementptr %mm.off.error, %mm.off.error* %next, i64 0, i32 4
  %own.message.slot = getelementptr %mm.off.error, %mm.off.error* %next, i64 0, i32 5
  %site.value = call i8* @mm.text(i8* %napi, i8* %own.site)
  %name.value = call i8* @mm.off.text_value(i8* %napi, %mm.off.text* %own.name.slot)
  %message.value = call i8* @mm.off.text_value(i8* %napi, %mm.off.text* %own.message.slot)
  %made = call i8* @mm.help(i8* %main, i32 5, i8* %site.value, i8* %name.value, i8* %message.value, i8* %outer)
  br label %behind
behind:
  %last = phi i8* [ %outer, %field ], [ %made, %object ]
  %is.first = icmp eq i8* %outermost, null
  %top = select i1 %is.first, i8* %last, i8* %outermost
  %more = icmp ne %mm.off.error* %after, null
  br i1 %more, label %objects, label %all
all:
  %unused = call i8* @mm.off.clear(i8* %napi)
  ret i8* %top
}

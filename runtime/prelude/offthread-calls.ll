; The thread of JavaScript begins a job, and frees it (offthread.ll).

; ---- exports ----

; A property for the function that the glue makes, in the order of the exports.
define internal void @mm.off.place(i8* %env, i8* %exports, i8* %name) nounwind noinline {
  %napi = call i8* @mm.napi(i8* %env)
  %undefined = call i8* @mm.result.undefined(i8* %napi)
  call void @mm.define(i8* %env, i8* %exports, i8* %name, i8* %undefined, i8* (i8*, i8*)* null)
  ret void
}

; ---- a call ----

define internal { i8*, i64 } @mm.off.floats(i8* %napi, i8* %array) nounwind {
  %data.slot = alloca i8*
  %length.slot = alloca i64
  store i8* null, i8** %data.slot
  store i64 0, i64* %length.slot
  %status = call i32 @napi_get_typedarray_info(i8* %napi, i8* %array, i32* null, i64* %length.slot, i8** %data.slot, i8** null, i64* null)
  %data = load i8*, i8** %data.slot
  %length = load i64, i64* %length.slot
  %r.0 = insertvalue { i8*, i64 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64 } %r.0, i64 %length, 1
  ret { i8*, i64 } %r.1
}

define internal i8* @mm.off.reference(i8* %napi, i8* %value) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %status = call i32 @napi_create_reference(i8* %napi, i8* %value, i32 1, i8** %slot)
  %reference = load i8*, i8** %slot
  ret i8* %reference
}
define internal i8* @mm.off.referred(i8* %napi, i8* %reference) nounwind {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %status = call i32 @napi_get_reference_value(i8* %napi, i8* %reference, i8** %slot)
  %value = load i8*, i8** %slot
  ret i8* %value
}
define internal void @mm.off.forget(i8* %napi, i8* %reference) nounwind {
  %none = icmp eq i8* %reference, null
  br i1 %none, label %done, label %delete
delete:
  %status = call i32 @napi_delete_reference(i8* %napi, i8* %reference)
  br label %done
done:
  ret void
}

; napi_callback: (position, slot, words, what settles, what one thread needs, text, ArrayBuffers, views, what takes news) → the job as a
; number; undefined where there is no memory. The last four may be undefined. Only the glue calls it (compiler/builtins/glue/offthread.ts),
; with what it has made itself.
define internal i8* @mm.off.start(i8* %napi, i8* %info) nounwind noinline {
  %values = alloca [9 x i8*]
  %first = getelementptr [9 x i8*], [9 x i8*]* %values, i64 0, i64 0
  %main = call i8* @mm.enter(i8* %napi, i8* %info, i64 9, i8** %first)
  %p.3 = getelementptr [9 x i8*], [9 x i8*]* %values, i64 0, i64 3
  %settles = load i8*, i8** %p.3
  %pool = call %mm.off.pool* @mm.off.pool(i8* %main, i8* %settles)
  %no.pool = icmp eq %mm.off.pool* %pool, null
  br i1 %no.pool, label %failed, label %make
make:
  %end = getelementptr %mm.job, %mm.job* null, i64 1
  %bytes = ptrtoint %mm.job* %end to i64
  %memory = call i8* @calloc(i64 1, i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %fill
fill:
  %job = bitcast i8* %memory to %mm.job*
  call void @mm.off.count(%mm.off.pool* %pool, i64 1)
  %news.mutex = getelementptr %mm.job, %mm.job* %job, i64 0, i32 23, i64 0
  %unused = call i32 @pthread_mutex_init(i8* %news.mutex, i8* null)
  %main.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 0
  store i8* %main, i8** %main.slot
  %pool.8 = bitcast %mm.off.pool* %pool to i8*
  %pool.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 1
  store i8* %pool.8, i8** %pool.slot
  ; The function, the slot and the words.
  %index.value = load i8*, i8** %first
  %index = call i64 @mm.off.position(i8* %napi, i8* %index.value)
  %index.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 2
  store i64 %index, i64* %index.slot
  %p.1 = getelementptr [9 x i8*], [9 x i8*]* %values, i64 0, i64 1
  %place.value = load i8*, i8** %p.1
  %place = call i64 @mm.off.position(i8* %napi, i8* %place.value)
  %place.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 17
  store i64 %place, i64* %place.slot
  %p.2 = getelementptr [9 x i8*], [9 x i8*]* %values, i64 0, i64 2
  %words.value = load i8*, i8** %p.2
  %words = call { i8*, i64 } @mm.off.floats(i8* %napi, i8* %words.value)
  %words.data = extractvalue { i8*, i64 } %words, 0
  %words.count = extractvalue { i8*, i64 } %words, 1
  %words.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 3
  store i8* %words.data, i8** %words.slot
  %room.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 4
  store i64 %words.count, i64* %room.slot
  %p.5 = getelementptr [9 x i8*], [9 x i8*]* %values, i64 0, i64 5
  %more.ok = call i1 @mm.off.take_more(%mm.job* %job, i8* %napi, i8** %p.5)
  br i1 %more.ok, label %work, label %release
work:
  %work.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 15
  %name.text = bitcast <{ i32, [16 x i8] }>* @mm.off.name to i8*
  %name = call i8* @mm.text(i8* %napi, i8* %name.text)
  %status = call i32 @napi_create_async_work(i8* %napi, i8* null, i8* %name, void (i8*, i8*)* @mm.off.execute, void (i8*, i32, i8*)* @mm.off.complete, i8* %memory, i8** %work.slot)
  %made = icmp eq i32 %status, 0
  br i1 %made, label %queue, label %release
queue:
  %queued = load i8*, i8** %work.slot
  %status.2 = call i32 @napi_queue_async_work(i8* %napi, i8* %queued)
  %runs = icmp eq i32 %status.2, 0
  br i1 %runs, label %done, label %release
done:
  %job.i = ptrtoint i8* %memory to i64
  %job.double = uitofp i64 %job.i to double
  %result = call i8* @mm.result.f64(i8* %napi, double %job.double)
  ret i8* %result
release:
  call void @mm.off.job_free(%mm.job* %job, i8* %napi)
  br label %failed
failed:
  ret i8* null
}

; A number that the glue has counted.
define internal i64 @mm.off.position(i8* %napi, i8* %value) nounwind {
  %slot = alloca double
  %status = call i32 @napi_get_value_double(i8* %napi, i8* %value, double* %slot)
  %double = load double, double* %slot
  %position = fptosi double %double to i64
  ret i64 %position
}

; What is undefined in most calls: the text, the ArrayBuffers, the views, what takes news. False where there is no memory.
define internal i1 @mm.off.take_more(%mm.job* %job, i8* %napi, i8** %values) nounwind noinline {
  %text.value = load i8*, i8** %values
  %text.kind = call i32 @mm.typeof(i8* %napi, i8* %text.value)
  %nothing = icmp eq i32 %text.kind, 0
  br i1 %nothing, label %work, label %take.text
take.text:
  %text.ok = call i1 @mm.off.take_text(%mm.job* %job, i8* %napi, i8* %text.value)
  br i1 %text.ok, label %buffers, label %failed
buffers:
  %p.held = getelementptr i8*, i8** %values, i64 1
  %held = load i8*, i8** %p.held
  %held.kind = call i32 @mm.typeof(i8* %napi, i8* %held)
  %no.buffers = icmp eq i32 %held.kind, 0
  br i1 %no.buffers, label %report, label %take.buffers
take.buffers:
  %buffers.ok = call i1 @mm.off.take_buffers(%mm.job* %job, i8* %napi, i8* %held)
  br i1 %buffers.ok, label %take.views, label %failed
take.views:
  %p.shape = getelementptr i8*, i8** %values, i64 2
  %shape = load i8*, i8** %p.shape
  %views.ok = call i1 @mm.off.take_views(%mm.job* %job, i8* %napi, i8* %shape)
  br i1 %views.ok, label %refer, label %failed
refer:
  %held.ref = call i8* @mm.off.reference(i8* %napi, i8* %held)
  %held.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 16
  store i8* %held.ref, i8** %held.slot
  br label %report
report:
  %p.reporter = getelementptr i8*, i8** %values, i64 3
  %reporter = load i8*, i8** %p.reporter
  %kind = call i32 @mm.typeof(i8* %napi, i8* %reporter)
  %silent = icmp eq i32 %kind, 0
  br i1 %silent, label %work, label %news
news:
  %reporter.ref = call i8* @mm.off.reference(i8* %napi, i8* %reporter)
  %reporter.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 18
  store i8* %reporter.ref, i8** %reporter.slot
  %news.ok = call i1 @mm.off.open_news(%mm.job* %job, i8* %napi)
  ret i1 %news.ok
work:
  ret i1 true
failed:
  ret i1 false
}

define internal i1 @mm.off.take_text(%mm.job* %job, i8* %napi, i8* %value) nounwind noinline {
  %length.slot = alloca i64
  store i64 0, i64* %length.slot
  %status = call i32 @napi_get_value_string_utf16(i8* %napi, i8* %value, i16* null, i64 0, i64* %length.slot)
  %length = load i64, i64* %length.slot
  %with.nul = add i64 %length, 1
  %bytes = shl i64 %with.nul, 1
  %memory = call i8* @malloc(i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %copy
failed:
  ret i1 false
copy:
  %units = bitcast i8* %memory to i16*
  %status.2 = call i32 @napi_get_value_string_utf16(i8* %napi, i8* %value, i16* %units, i64 %with.nul, i64* %length.slot)
  %t.0 = insertvalue %mm.off.text undef, i8* %memory, 0
  %t.1 = insertvalue %mm.off.text %t.0, i64 %length, 1
  %t.2 = insertvalue %mm.off.text %t.1, i64 1, 2
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 6
  store %mm.off.text %t.2, %mm.off.text* %slot
  ret i1 true
}

; A record for each ArrayBuffer of the array.
define internal i1 @mm.off.take_buffers(%mm.job* %job, i8* %napi, i8* %held) nounwind noinline {
  %count.slot = alloca i32
  %value.slot = alloca i8*
  %data.slot = alloca i8*
  %bytes.slot = alloca i64
  store i32 0, i32* %count.slot
  %status = call i32 @napi_get_array_length(i8* %napi, i8* %held, i32* %count.slot)
  %count.32 = load i32, i32* %count.slot
  %count = zext i32 %count.32 to i64
  %room = add i64 %count, 1
  %memory = call i8* @calloc(i64 %room, i64 32)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %keep
failed:
  ret i1 false
keep:
  %buffers = bitcast i8* %memory to %mm.off.buffer*
  %buffers.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 7
  store %mm.off.buffer* %buffers, %mm.off.buffer** %buffers.slot
  %number.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 8
  store i64 %count, i64* %number.slot
  br label %look
look:
  %i = phi i64 [ 0, %keep ], [ %next, %one ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %one, label %done
one:
  %i.32 = trunc i64 %i to i32
  %status.2 = call i32 @napi_get_element(i8* %napi, i8* %held, i32 %i.32, i8** %value.slot)
  %value = load i8*, i8** %value.slot
  store i8* null, i8** %data.slot
  store i64 0, i64* %bytes.slot
  %status.3 = call i32 @napi_get_arraybuffer_info(i8* %napi, i8* %value, i8** %data.slot, i64* %bytes.slot)
  %data = load i8*, i8** %data.slot
  %bytes = load i64, i64* %bytes.slot
  %b.1 = insertvalue %mm.off.buffer zeroinitializer, i8* %data, 1
  %b.2 = insertvalue %mm.off.buffer %b.1, i64 %bytes, 2
  %place = getelementptr %mm.off.buffer, %mm.off.buffer* %buffers, i64 %i
  store %mm.off.buffer %b.2, %mm.off.buffer* %place
  %next = add i64 %i, 1
  br label %look
done:
  ret i1 true
}

; Four numbers for each view: its kind, the position of its ArrayBuffer, its offset there in bytes, its length in items.
define internal i1 @mm.off.take_views(%mm.job* %job, i8* %napi, i8* %shape) nounwind noinline {
  %given = call { i8*, i64 } @mm.off.floats(i8* %napi, i8* %shape)
  %numbers.8 = extractvalue { i8*, i64 } %given, 0
  %numbers = bitcast i8* %numbers.8 to double*
  %all = extractvalue { i8*, i64 } %given, 1
  %count = lshr i64 %all, 2
  %room = add i64 %count, 1
  %memory = call i8* @calloc(i64 %room, i64 32)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %keep
failed:
  ret i1 false
keep:
  %views = bitcast i8* %memory to %mm.off.view*
  %views.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 9
  store %mm.off.view* %views, %mm.off.view** %views.slot
  %number.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 10
  store i64 %count, i64* %number.slot
  %buffers.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 7
  %buffers = load %mm.off.buffer*, %mm.off.buffer** %buffers.slot
  br label %look
look:
  %i = phi i64 [ 0, %keep ], [ %next, %one ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %one, label %done
one:
  %base = shl i64 %i, 2
  %kind = call i64 @mm.off.number(double* %numbers, i64 %base)
  %at.1 = add i64 %base, 1
  %position = call i64 @mm.off.number(double* %numbers, i64 %at.1)
  %at.2 = add i64 %base, 2
  %offset = call i64 @mm.off.number(double* %numbers, i64 %at.2)
  %at.3 = add i64 %base, 3
  %length = call i64 @mm.off.number(double* %numbers, i64 %at.3)
  %buffer = getelementptr %mm.off.buffer, %mm.off.buffer* %buffers, i64 %position
  %start.slot = getelementptr %mm.off.buffer, %mm.off.buffer* %buffer, i64 0, i32 1
  %start = load i8*, i8** %start.slot
  %data = getelementptr i8, i8* %start, i64 %offset
  %v.0 = insertvalue %mm.off.view undef, i64 %kind, 0
  %v.1 = insertvalue %mm.off.view %v.0, i8* %data, 1
  %v.2 = insertvalue %mm.off.view %v.1, i64 %length, 2
  %v.3 = insertvalue %mm.off.view %v.2, %mm.off.buffer* %buffer, 3
  %place = getelementptr %mm.off.view, %mm.off.view* %views, i64 %i
  store %mm.off.view %v.3, %mm.off.view* %place
  %next = add i64 %i, 1
  br label %look
done:
  ret i1 true
}
define internal i64 @mm.off.number(double* %numbers, i64 %index) alwaysinline nounwind {
  %p = getelementptr double, double* %numbers, i64 %index
  %double = load double, double* %p
  %number = fptosi double %double to i64
  ret i64 %number
}

; napi_callback: (job) shall end; it does not run if it does not yet.
define internal i8* @mm.off.abort(i8* %napi, i8* %info) nounwind noinline {
  %value.slot = alloca i8*
  %double.slot = alloca double
  %main = call i8* @mm.enter(i8* %napi, i8* %info, i64 1, i8** %value.slot)
  %value = load i8*, i8** %value.slot
  %status = call i32 @napi_get_value_double(i8* %napi, i8* %value, double* %double.slot)
  %double = load double, double* %double.slot
  %address = fptoui double %double to i64
  %job = inttoptr i64 %address to %mm.job*
  %flag = getelementptr %mm.job, %mm.job* %job, i64 0, i32 14
  store atomic i64 1, i64* %flag monotonic, align 8
  %work.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 15
  %work = load i8*, i8** %work.slot
  ; One that runs is not cancelled.
  %status.2 = call i32 @napi_cancel_async_work(i8* %napi, i8* %work)
  ret i8* null
}

; ---- the end ----

; %napi: null where the environment has ended, and what it has of the host with it.
define internal void @mm.off.job_free(%mm.job* %job, i8* %napi) nounwind noinline {
  %whole = load %mm.job, %mm.job* %job
  %over = icmp eq i8* %napi, null
  br i1 %over, label %memory, label %host
host:
  %held = extractvalue %mm.job %whole, 16
  %reporter = extractvalue %mm.job %whole, 18
  call void @mm.off.forget(i8* %napi, i8* %held)
  call void @mm.off.forget(i8* %napi, i8* %reporter)
  %work = extractvalue %mm.job %whole, 15
  %no.work = icmp eq i8* %work, null
  br i1 %no.work, label %news, label %delete
delete:
  %unused = call i32 @napi_delete_async_work(i8* %napi, i8* %work)
  br label %news
news:
  %function = extractvalue %mm.job %whole, 19
  %no.function = icmp eq i8* %function, null
  br i1 %no.function, label %memory, label %end
end:
  %link = extractvalue %mm.job %whole, 20
  store i8* null, i8** %link
  ; napi_tsfn_abort
  %unused.2 = call i32 @napi_release_threadsafe_function(i8* %function, i32 1)
  br label %memory
memory:
  %own = extractvalue %mm.job %whole, 5
  call void @free(i8* %own)
  %text = extractvalue %mm.job %whole, 6, 0
  call void @free(i8* %text)
  %buffers = extractvalue %mm.job %whole, 7
  %buffers.8 = bitcast %mm.off.buffer* %buffers to i8*
  call void @free(i8* %buffers.8)
  %views = extractvalue %mm.job %whole, 9
  %views.8 = bitcast %mm.off.view* %views to i8*
  call void @free(i8* %views.8)
  %made.first = extractvalue %mm.job %whole, 11
  br label %made.look
made.look:
  %made = phi %mm.off.buffer* [ %made.first, %memory ], [ %made.next, %made.one ]
  %made.none = icmp eq %mm.off.buffer* %made, null
  br i1 %made.none, label %results, label %made.one
made.one:
  %made.whole = load %mm.off.buffer, %mm.off.buffer* %made
  %made.next = extractvalue %mm.off.buffer %made.whole, 0
  %made.data = extractvalue %mm.off.buffer %made.whole, 1
  call void @free(i8* %made.data)
  %made.8 = bitcast %mm.off.buffer* %made to i8*
  call void @free(i8* %made.8)
  br label %made.look
results:
  %result.first = extractvalue %mm.job %whole, 12
  br label %result.look
result.look:
  %result = phi %mm.off.result* [ %result.first, %results ], [ %result.next, %result.one ]
  %result.none = icmp eq %mm.off.result* %result, null
  br i1 %result.none, label %unread, label %result.one
result.one:
  %result.slot = getelementptr %mm.off.result, %mm.off.result* %result, i64 0, i32 0
  %result.next = load %mm.off.result*, %mm.off.result** %result.slot
  %result.8 = bitcast %mm.off.result* %result to i8*
  call void @free(i8* %result.8)
  br label %result.look
unread:
  %news.first = extractvalue %mm.job %whole, 21
  br label %news.look
news.look:
  %one = phi %mm.off.news* [ %news.first, %unread ], [ %news.next, %news.one ]
  %news.none = icmp eq %mm.off.news* %one, null
  br i1 %news.none, label %errors, label %news.one
news.one:
  %news.slot = getelementptr %mm.off.news, %mm.off.news* %one, i64 0, i32 0
  %news.next = load %mm.off.news*, %mm.off.news** %news.slot
  %news.8 = bitcast %mm.off.news* %one to i8*
  call void @free(i8* %news.8)
  br label %news.look
errors:
  %error.first = extractvalue %mm.job %whole, 24
  br label %error.look
error.look:
  %error = phi %mm.off.error* [ %error.first, %errors ], [ %error.next, %error.one ]
  %error.none = icmp eq %mm.off.error* %error, null
  br i1 %error.none, label %last, label %error.one
error.one:
  %error.whole = load %mm.off.error, %mm.off.error* %error
  %error.next = extractvalue %mm.off.error %error.whole, 0
  %error.name = extractvalue %mm.off.error %error.whole, 4, 0
  %error.message = extractvalue %mm.off.error %error.whole, 5, 0
  call void @free(i8* %error.name)
  call void @free(i8* %error.message)
  %error.8 = bitcast %mm.off.error* %error to i8*
  call void @free(i8* %error.8)
  br label %error.look
last:
  %mutex = getelementptr %mm.job, %mm.job* %job, i64 0, i32 23, i64 0
  %unused.3 = call i32 @pthread_mutex_destroy(i8* %mutex)
  %pool.8 = extractvalue %mm.job %whole, 1
  %pool = bitcast i8* %pool.8 to %mm.off.pool*
  %job.8 = bitcast %mm.job* %job to i8*
  call void @free(i8* %job.8)
  call void @mm.off.count(%mm.off.pool* %pool, i64 -1)
  ret void
}

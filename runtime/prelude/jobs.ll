; A job: one call of an `offthread` function, from the call until its promise is settled (offthread.ll). What is here, all modules
; have: what code that runs in a job may ask for. The thread of the pool owns the record while it runs the function, the thread of
; JavaScript before and after; `aborted` and the news are for both at the same time.

%mm.off.text = type { i8*, i64, i64 } ; code units (malloc; null: none), their number, 1: two bytes each
; Memory of an ArrayBuffer: the next one, data, bytes, in JavaScript the one that has been made of it.
%mm.off.buffer = type { %mm.off.buffer*, i8*, i64, i8* }
%mm.off.view = type { i64, i8*, i64, %mm.off.buffer* } ; kind, data, length, memory
%mm.off.result = type { %mm.off.result*, i64, i64, %mm.off.view } ; next, kind, place in the list of its kind, the view
%mm.off.news = type { %mm.off.news*, double }
; An error, or the cause of the one before: next, site, two numbers, name, message; 0 of an operation, 1 of one with a message of its
; own, 2 an object.
%mm.off.error = type { %mm.off.error*, i8*, double, double, %mm.off.text, %mm.off.text, i64 }

; The environments of one module in one environment of JavaScript. It is freed by the last that knows it: the environment, or a job
; that has outlived that (a host may end one without waiting).
%mm.off.pool = type {
  [64 x i8], ; 0 pthread_mutex_t of all that follows
  i8*,       ; 1 environments without a job: the first; each leads to the next one by its field 23
  i8*,       ; 2 the environment of JavaScript; null: it has ended
  i64,       ; 3 jobs
  i64,       ; 4 those that run
  [64 x i8], ; 5 pthread_cond_t: one has run
  i8*        ; 6 napi_ref: the glue's function that settles the promises of all jobs; null before the first
}

%mm.job = type {
  i8*,             ; 0 the environment of JavaScript
  i8*,             ; 1 its pool
  i64,             ; 2 position of the function among those of the unit
  i8*, i64,        ; 3, 4 the words, and how many there is room for
  i8*,             ; 5 the words are in memory of the job's own: where it begins; null: in that of JavaScript
  %mm.off.text,    ; 6 the text of the arguments, then that of the result
  %mm.off.buffer*, i64, ; 7, 8 ArrayBuffers of the arguments: so many records, one after the other
  %mm.off.view*, i64,   ; 9, 10 views of the arguments: so many records
  %mm.off.buffer*, ; 11 ArrayBuffers that the function has made: the newest
  %mm.off.result*, ; 12 views of the result: the last one
  i64,             ; 13 0: it has not run, 1: it has returned, 2: it has thrown, 3: there was no memory
  i64,             ; 14 1: it shall end
  i8*,             ; 15 napi_async_work
  i8*,             ; 16 napi_ref: the ArrayBuffers of the arguments; null: there are none. The glue keeps the words
  i64,             ; 17 the glue's slot of the job
  i8*,             ; 18 napi_ref: what takes news, or null
  i8*, i8**,       ; 19, 20 napi_threadsafe_function for news, and what leads it here
  %mm.off.news*, %mm.off.news*, ; 21, 22 news: the first, the last
  [64 x i8],       ; 23 pthread_mutex_t of the news
  %mm.off.error*, %mm.off.error* ; 24, 25 what it has thrown, and the last of its causes
}

declare i64 @llvm.umax.i64(i64, i64)

define internal %mm.job* @mm.job.of(i8* %env) alwaysinline nounwind readonly {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 24
  %job = load i8*, i8** %slot, !tbaa !4
  %job.p = bitcast i8* %job to %mm.job*
  ret %mm.job* %job.p
}

; ---- what programs ask ----

define internal i1 @mm.job.aborted(i8* %env) nounwind noinline {
  %job = call %mm.job* @mm.job.of(i8* %env)
  %none = icmp eq %mm.job* %job, null
  br i1 %none, label %no, label %look
no:
  ret i1 false
look:
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 14
  %flag = load atomic i64, i64* %slot monotonic, align 8
  %is = icmp ne i64 %flag, 0
  %over = call i1 @mm.job.outlives(%mm.job* %job)
  %either = or i1 %is, %over
  ret i1 %either
}

; The environment of JavaScript has ended: nothing of the host may be called for it.
define internal i1 @mm.job.outlives(%mm.job* %job) alwaysinline nounwind {
  %pool.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 1
  %pool.8 = load i8*, i8** %pool.slot
  %pool = bitcast i8* %pool.8 to %mm.off.pool*
  %main.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 2
  %main = load atomic i8*, i8** %main.slot monotonic, align 8
  %ended = icmp eq i8* %main, null
  ret i1 %ended
}

; The number joins the news; JavaScript is woken up if there were none. Without memory it is lost.
define internal void @mm.job.progress(i8* %env, double %value) nounwind noinline {
  %job = call %mm.job* @mm.job.of(i8* %env)
  %none = icmp eq %mm.job* %job, null
  br i1 %none, label %done, label %asked
asked:
  %function.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 19
  %function = load i8*, i8** %function.slot
  %nobody = icmp eq i8* %function, null
  br i1 %nobody, label %done, label %make
make:
  %memory = call i8* @malloc(i64 16)
  %exhausted = icmp eq i8* %memory, null
  br i1 %exhausted, label %done, label %fill
fill:
  %news = bitcast i8* %memory to %mm.off.news*
  %n.0 = insertvalue %mm.off.news zeroinitializer, double %value, 1
  store %mm.off.news %n.0, %mm.off.news* %news
  %mutex = getelementptr %mm.job, %mm.job* %job, i64 0, i32 23, i64 0
  %first.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 21
  %last.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 22
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %last = load %mm.off.news*, %mm.off.news** %last.slot
  %empty = icmp eq %mm.off.news* %last, null
  %next.slot = getelementptr %mm.off.news, %mm.off.news* %last, i64 0, i32 0
  %place = select i1 %empty, %mm.off.news** %first.slot, %mm.off.news** %next.slot
  store %mm.off.news* %news, %mm.off.news** %place
  store %mm.off.news* %news, %mm.off.news** %last.slot
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br i1 %empty, label %wake, label %done
wake:
  %over = call i1 @mm.job.outlives(%mm.job* %job)
  br i1 %over, label %done, label %call
call:
  ; napi_tsfn_nonblocking
  %unused.3 = call i32 @napi_call_threadsafe_function(i8* %function, i8* null, i32 0)
  br label %done
done:
  ret void
}

; ---- ArrayBuffers: records that live as long as the job, as those of JavaScript live as long as a call ----

define internal { i8*, i8* } @mm.job.buffer_new(i8* %env, i8* %site, i64 %bytes) noinline {
  %job = call %mm.job* @mm.job.of(i8* %env)
  ; No address is null.
  %room = call i64 @llvm.umax.i64(i64 %bytes, i64 1)
  %data = call i8* @calloc(i64 %room, i64 1)
  %no.data = icmp eq i8* %data, null
  br i1 %no.data, label %fail, label %record
record:
  %memory = call i8* @malloc(i64 32)
  %no.memory = icmp eq i8* %memory, null
  br i1 %no.memory, label %free, label %fill
fill:
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 11
  %before = load %mm.off.buffer*, %mm.off.buffer** %slot
  %b.0 = insertvalue %mm.off.buffer zeroinitializer, %mm.off.buffer* %before, 0
  %b.1 = insertvalue %mm.off.buffer %b.0, i8* %data, 1
  %b.2 = insertvalue %mm.off.buffer %b.1, i64 %bytes, 2
  %buffer = bitcast i8* %memory to %mm.off.buffer*
  store %mm.off.buffer %b.2, %mm.off.buffer* %buffer
  store %mm.off.buffer* %buffer, %mm.off.buffer** %slot
  %r.0 = insertvalue { i8*, i8* } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i8* } %r.0, i8* %memory, 1
  ret { i8*, i8* } %r.1
free:
  call void @free(i8* %data)
  br label %fail
fail:
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
}

define internal { i8*, i64 } @mm.job.buffer_data(i8* %buffer) nounwind readonly {
  %record = bitcast i8* %buffer to %mm.off.buffer*
  %data.slot = getelementptr %mm.off.buffer, %mm.off.buffer* %record, i64 0, i32 1
  %bytes.slot = getelementptr %mm.off.buffer, %mm.off.buffer* %record, i64 0, i32 2
  %data = load i8*, i8** %data.slot
  %bytes = load i64, i64* %bytes.slot, !range !5
  %r.0 = insertvalue { i8*, i64 } undef, i8* %data, 0
  %r.1 = insertvalue { i8*, i64 } %r.0, i64 %bytes, 1
  ret { i8*, i64 } %r.1
}

; ---- what is kept of the function's values when its heap goes on to the next job ----

define internal void @mm.job.exhausted(%mm.job* %job) nounwind {
  %state.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 13
  store i64 3, i64* %state.slot
  ret void
}

; A copy of a string, outside of the heap.
define internal void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %text, %mm.off.text* %to) noinline {
  store %mm.off.text zeroinitializer, %mm.off.text* %to
  %length = call i64 @mm.string_len(i8* %text)
  %empty = icmp eq i64 %length, 0
  br i1 %empty, label %done, label %measure
measure:
  %type = call i32 @mm.string_type(i8* %text)
  %is.wide = icmp eq i32 %type, 128
  %is.rope = icmp eq i32 %type, 192
  br i1 %is.rope, label %rope, label %measured
rope:
  ; Written out, its code units are those of its left part.
  %right.8 = getelementptr i8, i8* %text, i64 24
  %right.p = bitcast i8* %right.8 to i8**
  %right = load i8*, i8** %right.p
  %is.flat = icmp eq i8* %right, null
  br i1 %is.flat, label %view, label %deep
view:
  %left.8 = getelementptr i8, i8* %text, i64 16
  %left.p = bitcast i8* %left.8 to i8**
  %left = load i8*, i8** %left.p
  %left.type = call i32 @mm.string_type(i8* %left)
  %left.wide = icmp eq i32 %left.type, 128
  br label %measured
deep:
  %flags.8 = getelementptr i8, i8* %text, i64 12
  %flags.p = bitcast i8* %flags.8 to i32*
  %flags = load i32, i32* %flags.p
  %deep.wide = icmp ne i32 %flags, 0
  br label %measured
measured:
  %wide = phi i1 [ %is.wide, %measure ], [ %left.wide, %view ], [ %deep.wide, %deep ]
  %shift = zext i1 %wide to i64
  %size = shl i64 %length, %shift
  %memory = call i8* @malloc(i64 %size)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %exhausted, label %copy
exhausted:
  call void @mm.job.exhausted(%mm.job* %job)
  br label %done
copy:
  %text.i = ptrtoint i8* %text to i64
  %memory.i = ptrtoint i8* %memory to i64
  call void @mm.core.string_write(i8* %env, i64 %text.i, i64 %memory.i, i1 %wide)
  %t.0 = insertvalue %mm.off.text undef, i8* %memory, 0
  %t.1 = insertvalue %mm.off.text %t.0, i64 %length, 1
  %t.2 = insertvalue %mm.off.text %t.1, i64 %shift, 2
  store %mm.off.text %t.2, %mm.off.text* %to
  br label %done
done:
  ret void
}

; Appends an error; null where there is no memory.
define internal %mm.off.error* @mm.job.keep_error(%mm.job* %job, i8* %site, i64 %kind) nounwind noinline cold {
  %end = getelementptr %mm.off.error, %mm.off.error* null, i64 1
  %bytes = ptrtoint %mm.off.error* %end to i64
  %memory = call i8* @calloc(i64 1, i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %exhausted, label %fill
exhausted:
  call void @mm.job.exhausted(%mm.job* %job)
  ret %mm.off.error* null
fill:
  %error = bitcast i8* %memory to %mm.off.error*
  %site.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 1
  store i8* %site, i8** %site.slot
  %kind.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 6
  store i64 %kind, i64* %kind.slot
  %first.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 24
  %last.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 25
  %last = load %mm.off.error*, %mm.off.error** %last.slot
  %empty = icmp eq %mm.off.error* %last, null
  %next.slot = getelementptr %mm.off.error, %mm.off.error* %last, i64 0, i32 0
  %place = select i1 %empty, %mm.off.error** %first.slot, %mm.off.error** %next.slot
  store %mm.off.error* %error, %mm.off.error** %place
  store %mm.off.error* %error, %mm.off.error** %last.slot
  ret %mm.off.error* %error
}

; What mm.host_error would tell the host of an object that is thrown, and of its causes.
define internal void @mm.job.keep_object(i8* %env, i8* %name, i8* %message, i64 %site.i) noinline cold {
  %job = call %mm.job* @mm.job.of(i8* %env)
  %site = inttoptr i64 %site.i to i8*
  %error = call %mm.off.error* @mm.job.keep_error(%mm.job* %job, i8* %site, i64 2)
  %none = icmp eq %mm.off.error* %error, null
  br i1 %none, label %done, label %fill
fill:
  %name.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 4
  call void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %name, %mm.off.text* %name.slot)
  %message.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 5
  call void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %message, %mm.off.text* %message.slot)
  br label %done
done:
  ret void
}

; What mm.host_field would: a record behind that of its error, of a kind 3 higher than the field's. Its name is where the site of an error
; is, its bits are those of the first number, and its text is the message.
define internal void @mm.job.keep_field(i8* %env, i8* %name, i64 %kind, i64 %bits, i8* %text) noinline cold {
  %job = call %mm.job* @mm.job.of(i8* %env)
  %own.kind = add i64 %kind, 3
  %error = call %mm.off.error* @mm.job.keep_error(%mm.job* %job, i8* %name, i64 %own.kind)
  %none = icmp eq %mm.off.error* %error, null
  br i1 %none, label %done, label %fill
fill:
  %number = bitcast i64 %bits to double
  %number.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 2
  store double %number, double* %number.slot
  %is.text = icmp eq i64 %kind, 6
  br i1 %is.text, label %keep, label %done
keep:
  %text.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 5
  call void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %text, %mm.off.text* %text.slot)
  br label %done
done:
  ret void
}

; The pending error of an operation. Its message is in the environment, or in %slot where the unit has that.
define internal void @mm.job.keep_pending(i8* %env, i8* %slot) noinline cold {
  %job = call %mm.job* @mm.job.of(i8* %env)
  %header = bitcast i8* %env to %mm.env*
  %text.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 9
  %text = load i8*, i8** %text.slot, !tbaa !4
  %no.text = icmp eq i8* %text, null
  %no.slot = icmp eq i8* %slot, null
  %as.it.is = or i1 %no.text, %no.slot
  br i1 %as.it.is, label %keep, label %look
look:
  %slot.p = bitcast i8* %slot to i8**
  %own = load i8*, i8** %slot.p, !tbaa !4
  br label %keep
keep:
  %message = phi i8* [ %text, %0 ], [ %own, %look ]
  %site = call i8* @mm.pending_site(i8* %env)
  %no.message = icmp eq i8* %message, null
  %kind = select i1 %no.message, i64 0, i64 1
  %error = call %mm.off.error* @mm.job.keep_error(%mm.job* %job, i8* %site, i64 %kind)
  %none = icmp eq %mm.off.error* %error, null
  br i1 %none, label %done, label %fill
fill:
  %a.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 7
  %b.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 8
  %a = load double, double* %a.slot, !tbaa !4
  %b = load double, double* %b.slot, !tbaa !4
  %to.a = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 2
  %to.b = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 3
  store double %a, double* %to.a
  store double %b, double* %to.b
  br i1 %no.message, label %done, label %own.text
own.text:
  %message.slot = getelementptr %mm.off.error, %mm.off.error* %error, i64 0, i32 5
  call void @mm.job.keep_text(i8* %env, %mm.job* %job, i8* %message, %mm.off.text* %message.slot)
  br label %done
done:
  ret void
}

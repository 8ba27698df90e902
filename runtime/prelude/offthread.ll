; `offthread` functions: calls run on the host's pool of threads, each in an environment that no other thread uses meanwhile, with a
; heap, a stack limit and a pending error of its own. Such an environment has no napi_env: what runs in it calls nothing of the host.
; Arguments come in memory that nobody else has (jobs.ll), results leave the heap as copies before the next job gets it.
; Units with such functions contain this file, and what compiler/llvm/boundary/offthread.ts writes for each: mm.off.unit.*.

declare i32 @napi_create_async_work(i8*, i8*, i8*, void (i8*, i8*)*, void (i8*, i32, i8*)*, i8*, i8**) nounwind
declare i32 @napi_queue_async_work(i8*, i8*) nounwind
declare i32 @napi_cancel_async_work(i8*, i8*) nounwind
declare i32 @napi_delete_async_work(i8*, i8*) nounwind
declare i32 @napi_release_threadsafe_function(i8*, i32) nounwind
declare i32 @napi_create_array(i8*, i8**) nounwind
declare i32 @napi_get_element(i8*, i8*, i32, i8**) nounwind
declare i32 @napi_set_element(i8*, i8*, i32, i8*) nounwind
declare i32 @napi_get_array_length(i8*, i8*, i32*) nounwind

@mm.off.name = private unnamed_addr constant <{ i32, [16 x i8] }> <{ i32 16, [16 x i8] c"mixmod offthread" }>

; The unit's own: a new environment, null where there is no memory; runs the job's function in the environment; one view of a kind in
; memory of JavaScript; the number of kinds.
declare hidden i8* @mm.off.unit.open(i8*)

; ---- the pool ----

define internal i8** @mm.off.pool_slot(i8* %env) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 25
  ret i8** %slot
}
define internal i8** @mm.off.job_slot(i8* %env) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 24
  ret i8** %slot
}

; Made with the first call, which says what settles promises; null where there is no memory.
define internal %mm.off.pool* @mm.off.pool(i8* %main, i8* %settles) nounwind noinline {
  %slot = call i8** @mm.off.pool_slot(i8* %main)
  %known = load i8*, i8** %slot, !tbaa !4
  %is.known = icmp ne i8* %known, null
  br i1 %is.known, label %done, label %make
make:
  %end = getelementptr %mm.off.pool, %mm.off.pool* null, i64 1
  %bytes = ptrtoint %mm.off.pool* %end to i64
  %memory = call i8* @calloc(i64 1, i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %done, label %fill
fill:
  %unused = call i32 @pthread_mutex_init(i8* %memory, i8* null)
  %made = bitcast i8* %memory to %mm.off.pool*
  %cond = getelementptr %mm.off.pool, %mm.off.pool* %made, i64 0, i32 5, i64 0
  %unused.2 = call i32 @pthread_cond_init(i8* %cond, i8* null)
  %main.slot = getelementptr %mm.off.pool, %mm.off.pool* %made, i64 0, i32 2
  store i8* %main, i8** %main.slot
  %napi = call i8* @mm.napi(i8* %main)
  %reference = call i8* @mm.off.reference(i8* %napi, i8* %settles)
  %settles.slot = getelementptr %mm.off.pool, %mm.off.pool* %made, i64 0, i32 6
  store i8* %reference, i8** %settles.slot
  store i8* %memory, i8** %slot, !tbaa !4
  br label %done
done:
  %result = phi i8* [ %known, %0 ], [ null, %make ], [ %memory, %fill ]
  %pool = bitcast i8* %result to %mm.off.pool*
  ret %mm.off.pool* %pool
}

; The limit of each thread of the pool: to ask for it takes a call of the system.
@mm.off.limit = internal thread_local global i8* null
define internal i8* @mm.off.stack_limit() nounwind {
  %known = load i8*, i8** @mm.off.limit
  %none = icmp eq i8* %known, null
  br i1 %none, label %ask, label %done
ask:
  %asked = call i8* @mm.stack_limit()
  store i8* %asked, i8** @mm.off.limit
  br label %done
done:
  %limit = phi i8* [ %known, %0 ], [ %asked, %ask ]
  ret i8* %limit
}

; An environment without variables' values: `bytes` are those of the variables.
define internal i8* @mm.off.env_new(i64 %globals) nounwind noinline {
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
  %class.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 18, i32 0
  store i64 5570482262950990157, i64* %class.slot, !tbaa !4
  %seed.0 = getelementptr %mm.env, %mm.env* %header, i64 0, i32 12
  %seed.1 = getelementptr %mm.env, %mm.env* %header, i64 0, i32 13
  %env.i = ptrtoint i8* %env to i64
  store i64 %env.i, i64* %seed.0, !tbaa !4
  store i64 -7046029254386353131, i64* %seed.1, !tbaa !4
  %seed.8 = bitcast i64* %seed.0 to i8*
  %entropy = call i32 @getentropy(i8* %seed.8, i64 16)
  ret i8* %env
fail:
  ret i8* null
}

; A variable that nobody assigns any more. No alias class: those of the environment and of memory are different ones.
define internal void @mm.off.copy_global(i8* %from, i8* %to, i64 %offset, i64 %bytes) nounwind noinline {
  %source = call i8* @mm.global(i8* %from, i64 %offset)
  %target = call i8* @mm.global(i8* %to, i64 %offset)
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* %target, i8* %source, i64 %bytes, i1 false)
  ret void
}

; By any thread.
define internal void @mm.off.env_free(i8* %env) nounwind noinline {
  %header = bitcast i8* %env to %mm.env*
  %limit = call i8* @mm.stack_limit()
  %limit.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 0
  store i8* %limit, i8** %limit.slot, !tbaa !4
  call void @mm.off.unit.report(i8* %env)
  call void @mm.heap_close(i8* %env)
  %room.slot = getelementptr %mm.env, %mm.env* %header, i64 0, i32 2
  %room = load i64, i64* %room.slot, !tbaa !4
  %room.p = inttoptr i64 %room to i8*
  call void @free(i8* %room.p)
  call void @free(i8* %env)
  ret void
}

; null: the environment of JavaScript has ended, or there is no memory, which the job tells then.
define internal i8* @mm.off.take(%mm.job* %job) nounwind noinline {
  %pool.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 1
  %mutex = load i8*, i8** %pool.slot
  %pool = bitcast i8* %mutex to %mm.off.pool*
  %idle.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 1
  %main.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 2
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %main = load i8*, i8** %main.slot
  %ended = icmp eq i8* %main, null
  br i1 %ended, label %unlock, label %look
look:
  %idle = load i8*, i8** %idle.slot
  %no.idle = icmp eq i8* %idle, null
  br i1 %no.idle, label %make, label %reuse
reuse:
  %next.slot = call i8** @mm.off.job_slot(i8* %idle)
  %next = load i8*, i8** %next.slot, !tbaa !4
  store i8* %next, i8** %idle.slot
  %limit = call i8* @mm.off.stack_limit()
  %limit.slot = bitcast i8* %idle to i8**
  store i8* %limit, i8** %limit.slot, !tbaa !4
  br label %unlock
make:
  %made = call i8* @mm.off.unit.open(i8* %main)
  %no.memory = icmp eq i8* %made, null
  br i1 %no.memory, label %exhausted, label %unlock
exhausted:
  call void @mm.job.exhausted(%mm.job* %job)
  br label %unlock
unlock:
  %env = phi i8* [ null, %0 ], [ %idle, %reuse ], [ %made, %make ], [ null, %exhausted ]
  %runs = icmp ne i8* %env, null
  %more = zext i1 %runs to i64
  %running.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 4
  %running = load i64, i64* %running.slot
  %running.now = add i64 %running, %more
  store i64 %running.now, i64* %running.slot
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ret i8* %env
}

; A heap that has become large goes back to the system.
define internal void @mm.off.give(%mm.job* %job, i8* %env) nounwind noinline {
  %pool.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 1
  %mutex = load i8*, i8** %pool.slot
  %pool = bitcast i8* %mutex to %mm.off.pool*
  %mapped = call i64 @mm.gc_statistic(i8* %env, i64 8)
  %large = icmp ugt i64 %mapped, 8388608
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %running.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 4
  %running = load i64, i64* %running.slot
  %running.now = sub i64 %running, 1
  store i64 %running.now, i64* %running.slot
  %cond = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 5, i64 0
  %unused.4 = call i32 @pthread_cond_broadcast(i8* %cond)
  br i1 %large, label %free, label %keep
keep:
  %idle.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 1
  %idle = load i8*, i8** %idle.slot
  %next.slot = call i8** @mm.off.job_slot(i8* %env)
  store i8* %idle, i8** %next.slot, !tbaa !4
  store i8* %env, i8** %idle.slot
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ret void
free:
  %unused.3 = call i32 @pthread_mutex_unlock(i8* %mutex)
  call void @mm.off.env_free(i8* %env)
  ret void
}

; A job has come (1) or has gone (-1): the pool goes when its environment has ended and no job is left.
define internal void @mm.off.count(%mm.off.pool* %pool, i64 %more) nounwind noinline {
  %mutex = bitcast %mm.off.pool* %pool to i8*
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %main.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 2
  %jobs.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 3
  %main = load i8*, i8** %main.slot
  %jobs = load i64, i64* %jobs.slot
  %now = add i64 %jobs, %more
  store i64 %now, i64* %jobs.slot
  %ended = icmp eq i8* %main, null
  %none = icmp eq i64 %now, 0
  %over = and i1 %ended, %none
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br i1 %over, label %free, label %done
free:
  %cond = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 5, i64 0
  %unused.4 = call i32 @pthread_cond_destroy(i8* %cond)
  %unused.3 = call i32 @pthread_mutex_destroy(i8* %mutex)
  call void @free(i8* %mutex)
  br label %done
done:
  ret void
}

; At the end of the environment of JavaScript. A host may end it while jobs run, which use its memory: they are told to end.
define internal void @mm.off.close(i8* %main) nounwind noinline {
  %slot = call i8** @mm.off.pool_slot(i8* %main)
  %mutex = load i8*, i8** %slot, !tbaa !4
  %none = icmp eq i8* %mutex, null
  br i1 %none, label %done, label %close
close:
  %pool = bitcast i8* %mutex to %mm.off.pool*
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %main.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 2
  store atomic i8* null, i8** %main.slot monotonic, align 8
  %running.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 4
  %cond = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 5, i64 0
  br label %ask
ask:
  %running = load i64, i64* %running.slot
  %nothing.runs = icmp eq i64 %running, 0
  br i1 %nothing.runs, label %all, label %wait
wait:
  %unused.3 = call i32 @pthread_cond_wait(i8* %cond, i8* %mutex)
  br label %ask
all:
  %idle.slot = getelementptr %mm.off.pool, %mm.off.pool* %pool, i64 0, i32 1
  %first = load i8*, i8** %idle.slot
  store i8* null, i8** %idle.slot
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br label %look
look:
  %env = phi i8* [ %first, %all ], [ %next, %free ]
  %no.more = icmp eq i8* %env, null
  br i1 %no.more, label %count, label %free
free:
  %next.slot = call i8** @mm.off.job_slot(i8* %env)
  %next = load i8*, i8** %next.slot, !tbaa !4
  call void @mm.off.env_free(i8* %env)
  br label %look
count:
  call void @mm.off.count(%mm.off.pool* %pool, i64 0)
  br label %done
done:
  ret void
}

; ---- on a thread of the pool ----

; napi_async_execute_callback
define internal void @mm.off.execute(i8* %napi, i8* %data) nounwind noinline {
  %job = bitcast i8* %data to %mm.job*
  %aborted.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 14
  %aborted = load atomic i64, i64* %aborted.slot monotonic, align 8
  %is.aborted = icmp ne i64 %aborted, 0
  br i1 %is.aborted, label %done, label %take
take:
  %env = call i8* @mm.off.take(%mm.job* %job)
  %none = icmp eq i8* %env, null
  br i1 %none, label %done, label %run
run:
  %slot = call i8** @mm.off.job_slot(i8* %env)
  store i8* %data, i8** %slot, !tbaa !4
  call void @mm.off.unit.call(%mm.job* %job, i8* %env)
  store i8* null, i8** %slot, !tbaa !4
  call void @mm.off.give(%mm.job* %job, i8* %env)
  br label %done
done:
  ret void
}

; The text of the arguments as a string of the heap.
define internal i8* @mm.off.text(%mm.job* %job, i8* %env) noinline {
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 6
  %text = load %mm.off.text, %mm.off.text* %slot
  %units = extractvalue %mm.off.text %text, 0
  %length = extractvalue %mm.off.text %text, 1
  %units.i = ptrtoint i8* %units to i64
  %made = call i64 @mm.core.string_from_units(i8* %env, i64 %units.i, i64 %length)
  call void @free(i8* %units)
  store %mm.off.text zeroinitializer, %mm.off.text* %slot
  %string = inttoptr i64 %made to i8*
  ret i8* %string
}

; How many words the result takes: the first one says where it ends.
define internal i64 @mm.off.needed(%mm.job* %job) nounwind {
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 3
  %words = load i8*, i8** %slot
  %first = bitcast i8* %words to double*
  %end = load double, double* %first
  %needed = fptosi double %end to i64
  ret i64 %needed
}

; Room for so many words; false where there is no memory.
define internal i1 @mm.off.grow(%mm.job* %job, i64 %count) nounwind noinline {
  %bytes = shl i64 %count, 3
  %memory = call i8* @malloc(i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %keep
failed:
  call void @mm.job.exhausted(%mm.job* %job)
  ret i1 false
keep:
  %words.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 3
  %room.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 4
  %own.slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 5
  %before = load i8*, i8** %own.slot
  call void @free(i8* %before)
  store i8* %memory, i8** %words.slot
  store i8* %memory, i8** %own.slot
  store i64 %count, i64* %room.slot
  ret i1 true
}

; A view of the result; false where there is no memory.
define internal i1 @mm.off.keep_view(%mm.job* %job, i64 %kind, i64 %index, { i8*, i64, i8* } %view) nounwind noinline {
  %end = getelementptr %mm.off.result, %mm.off.result* null, i64 1
  %bytes = ptrtoint %mm.off.result* %end to i64
  %memory = call i8* @malloc(i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %fill
failed:
  call void @mm.job.exhausted(%mm.job* %job)
  ret i1 false
fill:
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 12
  %before = load %mm.off.result*, %mm.off.result** %slot
  %data = extractvalue { i8*, i64, i8* } %view, 0
  %length = extractvalue { i8*, i64, i8* } %view, 1
  %buffer.8 = extractvalue { i8*, i64, i8* } %view, 2
  %buffer = bitcast i8* %buffer.8 to %mm.off.buffer*
  %r.0 = insertvalue %mm.off.result undef, %mm.off.result* %before, 0
  %r.1 = insertvalue %mm.off.result %r.0, i64 %kind, 1
  %r.2 = insertvalue %mm.off.result %r.1, i64 %index, 2
  %r.3 = insertvalue %mm.off.result %r.2, i64 %kind, 3, 0
  %r.4 = insertvalue %mm.off.result %r.3, i8* %data, 3, 1
  %r.5 = insertvalue %mm.off.result %r.4, i64 %length, 3, 2
  %r.6 = insertvalue %mm.off.result %r.5, %mm.off.buffer* %buffer, 3, 3
  %result = bitcast i8* %memory to %mm.off.result*
  store %mm.off.result %r.6, %mm.off.result* %result
  store %mm.off.result* %result, %mm.off.result** %slot
  ret i1 true
}

define internal void @mm.off.state(%mm.job* %job, i64 %state) nounwind {
  %slot = getelementptr %mm.job, %mm.job* %job, i64 0, i32 13
  %now = load i64, i64* %slot
  %free = icmp eq i64 %now, 0
  %next = select i1 %free, i64 %state, i64 %now
  store i64 %next, i64* %slot
  ret void
}

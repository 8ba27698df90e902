; Threads at the boundary to C. The program runs on its environment's thread only:
;   - A callback that C calls on another thread is a request, which the environment's thread answers: from the host's event loop (by a
;     threadsafe function of Node-API), or while it waits in a call of a `releasegil` function. The other thread waits for the answer.
;   - A `releasegil` function runs on a helper thread, so that its environment's thread can answer meanwhile.
; The frames of both are memory of the thread that waits: `run` reads the arguments there, and leaves the result.

%mm.relay = type {
  [64 x i8],     ; 0 pthread_mutex_t of all that follows
  [64 x i8],     ; 1 pthread_cond_t: a request has come, or is answered; a helper has done its work
  %mm.request*,  ; 2 requests that nobody has looked at: the first
  %mm.request*,  ; 3 the last
  i8*,           ; 4 napi_threadsafe_function; null: none could be made
  i64,           ; 5 threads that wait for an answer, and helpers that were told to end
  i64,           ; 6 1: the environment has ended
  %mm.helper*,   ; 7 helpers without work
  i64,           ; 8 number of helpers at work
  i64            ; 9 1: another thread has asked, and may again after the end of the environment
}
%mm.request = type { %mm.request*, void (i8*)*, i8*, i64 }        ; next, run, frame, 1: answered
%mm.helper = type { [64 x i8], %mm.relay*, void (i8*)*, i8*, i64, %mm.helper* } ; pthread_cond_t, relay, run, frame, state, next
; States: 0 no work, 1 work, 2 done, 3 told to end.

declare i32 @pthread_mutex_init(i8*, i8*) nounwind
declare i32 @pthread_mutex_destroy(i8*) nounwind
declare i32 @pthread_mutex_lock(i8*) nounwind
declare i32 @pthread_mutex_unlock(i8*) nounwind
declare i32 @pthread_cond_init(i8*, i8*) nounwind
declare i32 @pthread_cond_destroy(i8*) nounwind
declare i32 @pthread_cond_wait(i8*, i8*) nounwind
declare i32 @pthread_cond_broadcast(i8*) nounwind
declare i32 @pthread_create(i64*, i8*, i8* (i8*)*, i8*) nounwind
declare i32 @pthread_detach(i64) nounwind
declare i32 @napi_create_threadsafe_function(i8*, i8*, i8*, i8*, i64, i64, i8*, i8*, i8*, void (i8*, i8*, i8*, i8*)*, i8**) nounwind
declare i32 @napi_unref_threadsafe_function(i8*, i8*) nounwind
declare i32 @napi_call_threadsafe_function(i8*, i8*, i32) nounwind
declare i32 @napi_get_and_clear_last_exception(i8*, i8**) nounwind
declare i32 @napi_fatal_exception(i8*, i8*) nounwind

@mm.relay.name = private unnamed_addr constant <{ i32, [15 x i8] }> <{ i32 15, [15 x i8] c"mixmod callback" }>

; ---- made with the first callback or the first call that needs it ----

define internal %mm.relay** @mm.relay.slot(i8* %env) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %slot.8 = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 20
  %slot = bitcast i8** %slot.8 to %mm.relay**
  ret %mm.relay** %slot
}

; What throws on the event loop what a callback has thrown (boundary/callback-thrower.ts); null where nothing can be thrown.
define internal void (i8*)** @mm.relay.thrower(i8* %env) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %slot.8 = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 21
  %slot = bitcast i8** %slot.8 to void (i8*)**
  ret void (i8*)** %slot
}
define internal void @mm.relay.set_thrower(i8* %env, void (i8*)* %thrower) nounwind {
  %slot = call void (i8*)** @mm.relay.thrower(i8* %env)
  store void (i8*)* %thrower, void (i8*)** %slot, !tbaa !4
  ret void
}

; null where there is no memory.
define internal %mm.relay* @mm.relay.open(i8* %env) nounwind noinline {
  %slot = call %mm.relay** @mm.relay.slot(i8* %env)
  %known = load %mm.relay*, %mm.relay** %slot, !tbaa !4
  %is.known = icmp ne %mm.relay* %known, null
  br i1 %is.known, label %ready, label %make
ready:
  ret %mm.relay* %known
make:
  %end = getelementptr %mm.relay, %mm.relay* null, i64 1
  %bytes = ptrtoint %mm.relay* %end to i64
  %memory = call i8* @calloc(i64 1, i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %fill
failed:
  ret %mm.relay* null
fill:
  %relay = bitcast i8* %memory to %mm.relay*
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %unused = call i32 @pthread_mutex_init(i8* %mutex, i8* null)
  %unused.2 = call i32 @pthread_cond_init(i8* %wake, i8* null)
  ; It keeps no process alive.
  %function.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 4
  %napi = call i8* @mm.napi(i8* %env)
  %text = bitcast <{ i32, [15 x i8] }>* @mm.relay.name to i8*
  %name = call i8* @mm.text(i8* %napi, i8* %text)
  %status = call i32 @napi_create_threadsafe_function(i8* %napi, i8* null, i8* null, i8* %name, i64 0, i64 1, i8* null, i8* null, i8* %env, void (i8*, i8*, i8*, i8*)* @mm.relay.from_loop, i8** %function.slot)
  %made = icmp eq i32 %status, 0
  br i1 %made, label %unref, label %keep
unref:
  %function = load i8*, i8** %function.slot
  %unused.3 = call i32 @napi_unref_threadsafe_function(i8* %napi, i8* %function)
  br label %keep
keep:
  store %mm.relay* %relay, %mm.relay** %slot, !tbaa !4
  ret %mm.relay* %relay
}

; At the end of the environment: those that wait get no answer, helpers without work end. False where a thread may come later: then what
; it needs to find the end stays.
define internal i1 @mm.relay.close(i8* %env) nounwind noinline {
  %slot = call %mm.relay** @mm.relay.slot(i8* %env)
  %relay = load %mm.relay*, %mm.relay** %slot, !tbaa !4
  %none = icmp eq %mm.relay* %relay, null
  br i1 %none, label %done, label %close
close:
  store %mm.relay* null, %mm.relay** %slot, !tbaa !4
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %closed.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 6
  store i64 1, i64* %closed.slot
  %helper.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 7
  %users.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 5
  br label %next
next:
  %helper = load %mm.helper*, %mm.helper** %helper.slot
  %no.more = icmp eq %mm.helper* %helper, null
  br i1 %no.more, label %told, label %tell
tell:
  %after.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 5
  %after = load %mm.helper*, %mm.helper** %after.slot
  store %mm.helper* %after, %mm.helper** %helper.slot
  %state.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 4
  store i64 3, i64* %state.slot
  %users = load i64, i64* %users.slot
  %users.now = add i64 %users, 1
  store i64 %users.now, i64* %users.slot
  %cond = bitcast %mm.helper* %helper to i8*
  %unused.2 = call i32 @pthread_cond_broadcast(i8* %cond)
  br label %next
told:
  %unused.3 = call i32 @pthread_cond_broadcast(i8* %wake)
  br label %look
look:
  %left = load i64, i64* %users.slot
  %all.gone = icmp eq i64 %left, 0
  br i1 %all.gone, label %end, label %wait
wait:
  %unused.4 = call i32 @pthread_cond_wait(i8* %wake, i8* %mutex)
  br label %look
end:
  %work.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 8
  %at.work = load i64, i64* %work.slot
  %unused.5 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ; A process may exit out of a callback: then the helper below it never ends.
  %busy = icmp ne i64 %at.work, 0
  %asked.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 9
  %asked = load i64, i64* %asked.slot
  %was.asked = icmp ne i64 %asked, 0
  %keep = or i1 %busy, %was.asked
  br i1 %keep, label %kept, label %free
kept:
  ret i1 false
free:
  %unused.6 = call i32 @pthread_cond_destroy(i8* %wake)
  %unused.7 = call i32 @pthread_mutex_destroy(i8* %mutex)
  %memory = bitcast %mm.relay* %relay to i8*
  call void @free(i8* %memory)
  br label %done
done:
  ret i1 true
}

define internal i8* @mm.relay.mutex(%mm.relay* %relay) alwaysinline nounwind readnone {
  %p = bitcast %mm.relay* %relay to i8*
  ret i8* %p
}
define internal i8* @mm.relay.wake(%mm.relay* %relay) alwaysinline nounwind readnone {
  %p = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 1, i64 0
  ret i8* %p
}

; ---- callbacks on other threads ----

; Runs `run(frame)` on the environment's thread. False where the environment has ended: nothing has run.
define internal i1 @mm.relay.ask(%mm.relay* %relay, void (i8*)* %run, i8* %frame) nounwind noinline {
  %request = alloca %mm.request
  %r.0 = insertvalue %mm.request zeroinitializer, void (i8*)* %run, 1
  %r.1 = insertvalue %mm.request %r.0, i8* %frame, 2
  store %mm.request %r.1, %mm.request* %request
  %answered.slot = getelementptr %mm.request, %mm.request* %request, i64 0, i32 3
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %closed.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 6
  %users.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 5
  %first.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 2
  %last.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 3
  %function.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 4
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %ended = load i64, i64* %closed.slot
  %is.ended = icmp ne i64 %ended, 0
  br i1 %is.ended, label %refuse, label %enter
refuse:
  %unused.7 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ret i1 false
enter:
  %asked.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 9
  store i64 1, i64* %asked.slot
  %users = load i64, i64* %users.slot
  %users.now = add i64 %users, 1
  store i64 %users.now, i64* %users.slot
  %last = load %mm.request*, %mm.request** %last.slot
  %empty = icmp eq %mm.request* %last, null
  %next.slot = getelementptr %mm.request, %mm.request* %last, i64 0, i32 0
  %place = select i1 %empty, %mm.request** %first.slot, %mm.request** %next.slot
  store %mm.request* %request, %mm.request** %place
  store %mm.request* %request, %mm.request** %last.slot
  %unused.2 = call i32 @pthread_cond_broadcast(i8* %wake)
  %function = load i8*, i8** %function.slot
  %no.function = icmp eq i8* %function, null
  br i1 %no.function, label %look, label %post
post:
  ; napi_tsfn_nonblocking
  %unused.3 = call i32 @napi_call_threadsafe_function(i8* %function, i8* null, i32 0)
  br label %look
look:
  %answered = load i64, i64* %answered.slot
  %closed = load i64, i64* %closed.slot
  %either = or i64 %answered, %closed
  %over = icmp ne i64 %either, 0
  br i1 %over, label %leave, label %wait
wait:
  %unused.4 = call i32 @pthread_cond_wait(i8* %wake, i8* %mutex)
  br label %look
leave:
  %users.then = load i64, i64* %users.slot
  %users.left = sub i64 %users.then, 1
  store i64 %users.left, i64* %users.slot
  %unused.5 = call i32 @pthread_cond_broadcast(i8* %wake)
  %unused.6 = call i32 @pthread_mutex_unlock(i8* %mutex)
  %ok = icmp ne i64 %answered, 0
  ret i1 %ok
}

; Answers all requests, on the environment's thread, which has locked the mutex. `thrower`: called after each; null: nothing is.
define internal void @mm.relay.answer(%mm.relay* %relay, i8* %env, void (i8*)* %thrower) nounwind noinline {
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %first.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 2
  %last.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 3
  br label %next
next:
  %request = load %mm.request*, %mm.request** %first.slot
  %none = icmp eq %mm.request* %request, null
  br i1 %none, label %done, label %take
take:
  %whole = load %mm.request, %mm.request* %request
  %after = extractvalue %mm.request %whole, 0
  %run = extractvalue %mm.request %whole, 1
  %frame = extractvalue %mm.request %whole, 2
  store %mm.request* %after, %mm.request** %first.slot
  %is.last = icmp eq %mm.request* %after, null
  %last = load %mm.request*, %mm.request** %last.slot
  %last.now = select i1 %is.last, %mm.request* null, %mm.request* %last
  store %mm.request* %last.now, %mm.request** %last.slot
  %unused = call i32 @pthread_mutex_unlock(i8* %mutex)
  call void %run(i8* %frame)
  %unused.2 = call i32 @pthread_mutex_lock(i8* %mutex)
  %answered.slot = getelementptr %mm.request, %mm.request* %request, i64 0, i32 3
  store i64 1, i64* %answered.slot
  %unused.3 = call i32 @pthread_cond_broadcast(i8* %wake)
  %quiet = icmp eq void (i8*)* %thrower, null
  br i1 %quiet, label %next, label %throw
throw:
  %unused.4 = call i32 @pthread_mutex_unlock(i8* %mutex)
  call void %thrower(i8* %env)
  %unused.5 = call i32 @pthread_mutex_lock(i8* %mutex)
  br label %next
done:
  ret void
}

; napi_threadsafe_function_call_js
define internal void @mm.relay.from_loop(i8* %napi, i8* %function, i8* %env, i8* %data) nounwind noinline {
  %ending = icmp eq i8* %napi, null
  br i1 %ending, label %done, label %enter
enter:
  %slot = call %mm.relay** @mm.relay.slot(i8* %env)
  %relay = load %mm.relay*, %mm.relay** %slot, !tbaa !4
  %closed = icmp eq %mm.relay* %relay, null
  br i1 %closed, label %done, label %answer
answer:
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %thrower.slot = call void (i8*)** @mm.relay.thrower(i8* %env)
  %thrower = load void (i8*)*, void (i8*)** %thrower.slot, !tbaa !4
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  call void @mm.relay.answer(%mm.relay* %relay, i8* %env, void (i8*)* %thrower)
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br label %done
done:
  ret void
}

; The pending JavaScript exception becomes the process's uncaught one: nobody has called what threw it.
define internal void @mm.relay.uncaught(i8* %env) nounwind noinline cold {
  %slot = alloca i8*
  store i8* null, i8** %slot
  %napi = call i8* @mm.napi(i8* %env)
  %unused = call i32 @napi_get_and_clear_last_exception(i8* %napi, i8** %slot)
  %error = load i8*, i8** %slot
  %unused.2 = call i32 @napi_fatal_exception(i8* %napi, i8* %error)
  ret void
}

; ---- C functions on helper threads ----

; Runs `run(frame)` on a helper, and answers requests until that has returned. Where there can be no helper, it runs here; off the
; environment's thread too, where it keeps nobody waiting.
define internal void @mm.relay.release(i8* %env, void (i8*)* %run, i8* %frame) nounwind noinline {
  %napi = call i8* @mm.napi(i8* %env)
  %is.off = icmp eq i8* %napi, null
  br i1 %is.off, label %here, label %open
open:
  %relay = call %mm.relay* @mm.relay.open(i8* %env)
  %none = icmp eq %mm.relay* %relay, null
  br i1 %none, label %here, label %enter
enter:
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %idle.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 7
  %work.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 8
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  %idle = load %mm.helper*, %mm.helper** %idle.slot
  %no.idle = icmp eq %mm.helper* %idle, null
  br i1 %no.idle, label %create, label %take
take:
  %after.slot = getelementptr %mm.helper, %mm.helper* %idle, i64 0, i32 5
  %after = load %mm.helper*, %mm.helper** %after.slot
  store %mm.helper* %after, %mm.helper** %idle.slot
  call void @mm.helper.give(%mm.helper* %idle, void (i8*)* %run, i8* %frame)
  br label %working
create:
  %made = call %mm.helper* @mm.helper.new(%mm.relay* %relay, void (i8*)* %run, i8* %frame)
  %is.made = icmp ne %mm.helper* %made, null
  br i1 %is.made, label %working, label %unlock
unlock:
  %unused.2 = call i32 @pthread_mutex_unlock(i8* %mutex)
  br label %here
here:
  call void %run(i8* %frame)
  ret void
working:
  %helper = phi %mm.helper* [ %idle, %take ], [ %made, %create ]
  %state.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 4
  %work = load i64, i64* %work.slot
  %work.now = add i64 %work, 1
  store i64 %work.now, i64* %work.slot
  br label %look
look:
  call void @mm.relay.answer(%mm.relay* %relay, i8* %env, void (i8*)* null)
  %state = load i64, i64* %state.slot
  %done = icmp eq i64 %state, 2
  br i1 %done, label %leave, label %wait
wait:
  %unused.3 = call i32 @pthread_cond_wait(i8* %wake, i8* %mutex)
  br label %look
leave:
  %work.then = load i64, i64* %work.slot
  %work.left = sub i64 %work.then, 1
  store i64 %work.left, i64* %work.slot
  store i64 0, i64* %state.slot
  %idle.then = load %mm.helper*, %mm.helper** %idle.slot
  %next.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 5
  store %mm.helper* %idle.then, %mm.helper** %next.slot
  store %mm.helper* %helper, %mm.helper** %idle.slot
  %unused.4 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ret void
}

; null where there can be none. The caller has locked the relay.
define internal %mm.helper* @mm.helper.new(%mm.relay* %relay, void (i8*)* %run, i8* %frame) nounwind noinline {
  %thread = alloca i64
  %end = getelementptr %mm.helper, %mm.helper* null, i64 1
  %bytes = ptrtoint %mm.helper* %end to i64
  %memory = call i8* @calloc(i64 1, i64 %bytes)
  %none = icmp eq i8* %memory, null
  br i1 %none, label %failed, label %fill
fill:
  %unused = call i32 @pthread_cond_init(i8* %memory, i8* null)
  %helper = bitcast i8* %memory to %mm.helper*
  %relay.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 1
  store %mm.relay* %relay, %mm.relay** %relay.slot
  call void @mm.helper.give(%mm.helper* %helper, void (i8*)* %run, i8* %frame)
  %status = call i32 @mm.libc.thread_create(i64* %thread, i8* (i8*)* @mm.helper.main, i8* %memory)
  %created = icmp eq i32 %status, 0
  br i1 %created, label %detach, label %free
detach:
  %id = load i64, i64* %thread
  %unused.2 = call i32 @pthread_detach(i64 %id)
  ret %mm.helper* %helper
free:
  call void @free(i8* %memory)
  br label %failed
failed:
  ret %mm.helper* null
}

define internal void @mm.helper.give(%mm.helper* %helper, void (i8*)* %run, i8* %frame) nounwind {
  %run.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 2
  store void (i8*)* %run, void (i8*)** %run.slot
  %frame.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 3
  store i8* %frame, i8** %frame.slot
  %state.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 4
  store i64 1, i64* %state.slot
  %cond = bitcast %mm.helper* %helper to i8*
  %unused = call i32 @pthread_cond_broadcast(i8* %cond)
  ret void
}

define internal i8* @mm.helper.main(i8* %cond) nounwind noinline {
  %helper = bitcast i8* %cond to %mm.helper*
  %relay.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 1
  %run.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 2
  %frame.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 3
  %state.slot = getelementptr %mm.helper, %mm.helper* %helper, i64 0, i32 4
  %relay = load %mm.relay*, %mm.relay** %relay.slot
  %mutex = call i8* @mm.relay.mutex(%mm.relay* %relay)
  %wake = call i8* @mm.relay.wake(%mm.relay* %relay)
  %unused = call i32 @pthread_mutex_lock(i8* %mutex)
  br label %look
look:
  %state = load i64, i64* %state.slot
  switch i64 %state, label %wait [ i64 1, label %work
                                   i64 3, label %end ]
wait:
  %unused.2 = call i32 @pthread_cond_wait(i8* %cond, i8* %mutex)
  br label %look
work:
  %run = load void (i8*)*, void (i8*)** %run.slot
  %frame = load i8*, i8** %frame.slot
  %unused.3 = call i32 @pthread_mutex_unlock(i8* %mutex)
  call void %run(i8* %frame)
  %unused.4 = call i32 @pthread_mutex_lock(i8* %mutex)
  store i64 2, i64* %state.slot
  %unused.5 = call i32 @pthread_cond_broadcast(i8* %wake)
  br label %look
end:
  %users.slot = getelementptr %mm.relay, %mm.relay* %relay, i64 0, i32 5
  %users = load i64, i64* %users.slot
  %users.left = sub i64 %users, 1
  store i64 %users.left, i64* %users.slot
  %unused.6 = call i32 @pthread_cond_destroy(i8* %cond)
  call void @free(i8* %cond)
  %unused.7 = call i32 @pthread_cond_broadcast(i8* %wake)
  %unused.8 = call i32 @pthread_mutex_unlock(i8* %mutex)
  ret i8* null
}

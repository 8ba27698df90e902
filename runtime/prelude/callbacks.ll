; C function pointers to closures (runtime/core/callbacks.ts). A record is what lies behind the code of one: the relay, the
; environment, the handle of the closure, the thread.

declare i64 @mm.core.callback_new(i8*, i64, i64, i64)
declare i1 @mm.core.callback_free(i8*, i64, i64)
declare void @mm.core.callbacks_close(i8*)

; Field 5 of the environment.
define internal i64 @mm.callbacks.chunks(i8* %env) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 5
  %value = load i64, i64* %slot, !tbaa !4
  ret i64 %value
}
define internal void @mm.callbacks.set_chunks(i8* %env, i64 %value) alwaysinline nounwind {
  %header = bitcast i8* %env to %mm.env*
  %slot = getelementptr inbounds %mm.env, %mm.env* %header, i64 0, i32 5
  store i64 %value, i64* %slot, !tbaa !4
  ret void
}
define internal i64 @mm.callbacks.relay(i8* %env) alwaysinline nounwind {
  %slot = call %mm.relay** @mm.relay.slot(i8* %env)
  %relay = load %mm.relay*, %mm.relay** %slot, !tbaa !4
  %value = ptrtoint %mm.relay* %relay to i64
  ret i64 %value
}
define internal i64 @mm.callbacks.environment(i8* %env) alwaysinline nounwind {
  %value = ptrtoint i8* %env to i64
  ret i64 %value
}

; Raises RangeError where there is no memory.
define internal i8* @mm.callback.new(i8* %env, i8* %closure, i8* %thunk) noinline {
  ; Not before a callback is called elsewhere: there it cannot be made.
  %relay = call %mm.relay* @mm.relay.open(i8* %env)
  %no.relay = icmp eq %mm.relay* %relay, null
  br i1 %no.relay, label %exhausted, label %make, !prof !8
make:
  %heap = call i64 @mm.heap_address(i8* %env)
  %closure.i = ptrtoint i8* %closure to i64
  %thunk.i = ptrtoint i8* %thunk to i64
  %at = call i64 @mm.core.callback_new(i8* %env, i64 %heap, i64 %closure.i, i64 %thunk.i)
  %failed = icmp eq i64 %at, 0
  br i1 %failed, label %exhausted, label %made, !prof !8
exhausted:
  %site = bitcast <{ i32, [31 x i8] }>* @mm.site.out_of_memory to i8*
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
made:
  %pointer = inttoptr i64 %at to i8*
  ret i8* %pointer
}

define internal void @mm.callback.free(i8* %env, i8* %site, i8* %at) noinline {
  %heap = call i64 @mm.heap_address(i8* %env)
  %at.i = ptrtoint i8* %at to i64
  %ok = call i1 @mm.core.callback_free(i8* %env, i64 %heap, i64 %at.i)
  br i1 %ok, label %done, label %wrong, !prof !7
wrong:
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
done:
  ret void
}

; The closure of a record; null once its pointer is freed.
define internal i8* @mm.callback.closure(i8* %env, i8* %record) alwaysinline nounwind {
  %slot.8 = getelementptr i8, i8* %record, i64 40
  %slot = bitcast i8* %slot.8 to i64*
  %handle = load i64, i64* %slot
  %freed = icmp eq i64 %handle, 0
  br i1 %freed, label %none, label %some, !prof !8
some:
  %heap = call i64 @mm.heap_address(i8* %env)
  %address = call i64 @mm.core.handle_get(i8* %env, i64 %heap, i64 %handle)
  %closure = inttoptr i64 %address to i8*
  ret i8* %closure
none:
  ret i8* null
}

define internal i8* @mm.callback.env(i8* %record) alwaysinline nounwind {
  %slot.8 = getelementptr i8, i8* %record, i64 32
  %slot = bitcast i8* %slot.8 to i8**
  %env = load i8*, i8** %slot
  ret i8* %env
}

; What the environment's end leaves stands until the process ends (see relay.ll).
define internal %mm.relay* @mm.callback.relay(i8* %record) alwaysinline nounwind {
  %slot.8 = getelementptr i8, i8* %record, i64 24
  %slot = bitcast i8* %slot.8 to %mm.relay**
  %relay = load %mm.relay*, %mm.relay** %slot
  ret %mm.relay* %relay
}

; At the end of the environment: C must call none of them any more, but on other threads.
define internal void @mm.callbacks.end(i8* %env) nounwind noinline {
  %over = call i1 @mm.relay.close(i8* %env)
  br i1 %over, label %close, label %done
close:
  call void @mm.core.callbacks_close(i8* %env)
  br label %done
done:
  ret void
}

; Elsewhere nothing of the program can run (see relay.ll).
define internal i1 @mm.callback.is_home(i8* %record) alwaysinline nounwind {
  %slot.8 = getelementptr i8, i8* %record, i64 48
  %slot = bitcast i8* %slot.8 to i64*
  %home = load i64, i64* %slot
  %self = call i64 @mm.callbacks.thread(i8* null)
  %same = icmp eq i64 %home, %self
  ret i1 %same
}

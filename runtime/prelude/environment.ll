; The environment: one for each Node environment, handed to every function as its first operand (an i8*), allocated
; when the module is loaded. The module-level variables of the program follow the structure directly.

%mm.env = type {
  i8*,       ; 0  lowest address the native stack may reach
  i8*,       ; 1  napi_env
  i64,       ; 2  memory for the texts of numbers (see strings.ll); 0: not made yet
  i64, i64,  ; 3, 4 saved errno, the other one (see errno.ll)
  i64,       ; 5 the callbacks (see callbacks.ll); 0: none
  i8*,       ; 6  pending error: its site (see errors.ll)
  double, double, ; 7, 8  its numbers
  i8*, i64,  ; 9, 10  its string, written out, and the length; no string: null
  i8*,       ; 11 napi_ref of the JavaScript helper
  i64, i64,  ; 12, 13 state of Math.random
  i8*, i8*,  ; 14, 15 free part of the nursery (see heap.ll)
  i8*,       ; 16 the heap; null: none
  i8*,       ; 17 where the native stack of the outermost call begins; null outside of calls
  %mm.exception, ; 18 at a multiple of 16 bytes
  i64,       ; 19 number of outermost calls so far
  i8*,       ; 20 the relay (see relay.ll); null: none
  i8*, i64,  ; 21 what throws on the event loop, 22 address of the word that tells how a fast call ended (see fast.ll)
  i64,       ; 23 what JavaScript has given (see host.ll), 0: nothing
  i8*,       ; 24 the job that runs in it, of an environment off the thread (see jobs.ll); null: none
  i8*, i64,  ; 25 the pool of environments off the thread (see offthread.ll), null: none; 26 number of beginnings and ends of calls of JavaScript
  i64,       ; 27 not 0: a graph has raised (see errors.ll)
  i32*,      ; 28 which places of live values are free (see host.ll); null: nobody asks
  %mm.makers*, ; 29 what makes errors (see throwing.ll); null: there has been none yet
  i8*        ; 30 V8's isolate, where it may be asked to call functions (see host.ll); else null
}
; struct _Unwind_Exception of the Itanium C++ ABI: class, cleanup, two private words.
%mm.exception = type { i64, i8*, i64, i64 }

; Alias classes. Elements of typed arrays, string code units and C memory may overlap each other (class memory), but never
; the environment (class environment): so lengths and globals stay in registers while a loop stores elements.
!mm.root = !{!0}
!0 = !{!"mixmod"}
!1 = !{!"memory", !0, i64 0}
!2 = !{!1, !1, i64 0}
!3 = !{!"environment", !0, i64 0}
!4 = !{!3, !3, i64 0}
; Lengths of JavaScript objects: 0 … 2^53.
!5 = !{i64 0, i64 9007199254740993}
; Branch weights of checks that hold.
!7 = !{!"branch_weights", i32 1048576, i32 1}
; Of failures.
!8 = !{!"branch_weights", i32 1, i32 1048576}
; Headers of objects: only the allocator and the write barrier know them.
!9 = !{!"header", !0, i64 0}
!10 = !{!9, !9, i64 0}

declare i64 @llvm.read_register.i64(metadata) nounwind
declare void @llvm.memset.p0i8.i64(i8*, i8, i64, i1)
declare void @llvm.memcpy.p0i8.p0i8.i64(i8*, i8*, i64, i1)
declare void @llvm.memmove.p0i8.p0i8.i64(i8*, i8*, i64, i1)
declare noalias i8* @malloc(i64) nounwind
declare noalias i8* @calloc(i64, i64) nounwind
declare void @free(i8*) nounwind
declare i32 @memcmp(i8*, i8*, i64) nounwind readonly
declare void @abort() nounwind noreturn cold

; ---- module-level variables: offset in bytes behind the structure ----

define internal i8* @mm.global(i8* %env, i64 %offset) alwaysinline nounwind readnone {
  %header = bitcast i8* %env to %mm.env*
  %end = getelementptr inbounds %mm.env, %mm.env* %header, i64 1
  %globals = bitcast %mm.env* %end to i8*
  %p = getelementptr inbounds i8, i8* %globals, i64 %offset
  ret i8* %p
}

; ---- native stack ----

; True while there is room for another frame.
define internal i1 @mm.has_stack(i8* %env) alwaysinline nounwind {
  %slot = bitcast i8* %env to i8**
  %limit = load i8*, i8** %slot, !tbaa !4
  %limit.i = ptrtoint i8* %limit to i64
  %sp = call i64 @llvm.read_register.i64(metadata !6)
  %ok = icmp ugt i64 %sp, %limit.i
  ret i1 %ok
}

declare i64 @pthread_self() nounwind
declare i32 @pthread_getattr_np(i64, i8*) nounwind
declare i32 @pthread_attr_getstack(i8*, i8**, i64*) nounwind
declare i32 @pthread_attr_destroy(i8*) nounwind

; The lowest address that compiled code may use on this thread. 256 KB stay for the engine and for C functions, an eighth
; of the stack where that is more. Threads whose stack the system does not tell get 128 KB from here.
define internal i8* @mm.stack_limit() nounwind noinline {
  %attr = alloca [64 x i8], align 16
  %base.slot = alloca i8*
  %size.slot = alloca i64
  %attr.p = getelementptr [64 x i8], [64 x i8]* %attr, i64 0, i64 0
  %self = call i64 @pthread_self()
  %failed = call i32 @pthread_getattr_np(i64 %self, i8* %attr.p)
  %ok = icmp eq i32 %failed, 0
  br i1 %ok, label %known, label %unknown
known:
  %unused = call i32 @pthread_attr_getstack(i8* %attr.p, i8** %base.slot, i64* %size.slot)
  %unused2 = call i32 @pthread_attr_destroy(i8* %attr.p)
  %told.base = load i8*, i8** %base.slot
  %told.size = load i64, i64* %size.slot
  %size = call i64 @mm.libc.stack_size(i64 %told.size)
  %more = sub i64 %told.size, %size
  %base = getelementptr i8, i8* %told.base, i64 %more
  ; `ulimit -s unlimited` gives a size that the address space does not hold: count 64 MB from here at most.
  %here = ptrtoint [64 x i8]* %attr to i64
  %lowest = sub i64 %here, 67108864
  %base.i = ptrtoint i8* %base to i64
  %too.low = icmp ult i64 %base.i, %lowest
  %from = select i1 %too.low, i64 %lowest, i64 %base.i
  %eighth = lshr i64 %size, 3
  %small = icmp ult i64 %eighth, 262144
  %wanted = select i1 %small, i64 262144, i64 %eighth
  %large = icmp ugt i64 %wanted, 1048576
  %reserve = select i1 %large, i64 1048576, i64 %wanted
  %limit = add i64 %from, %reserve
  %limit.p = inttoptr i64 %limit to i8*
  ret i8* %limit.p
unknown:
  %near = getelementptr i8, i8* %attr.p, i64 -131072
  ret i8* %near
}

; A statement of the source begins: one instruction that debuggers can stop at. Of debug builds only.
define internal void @mm.statement() alwaysinline nounwind {
  call void asm sideeffect "nop", ""()
  ret void
}

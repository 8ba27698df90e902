; What differs between C libraries: musl.

declare i32 @getpid() nounwind
declare i32 @gettid() nounwind
declare i32 @getrlimit(i32, { i64, i64 }*) nounwind

; Of this thread's stack, from the size that the library tells. That is right for threads, but of the first one only what is mapped so
; far, which grows up to the limit of the process: RLIMIT_STACK is 3. No limit counts as more than any stack has.
define internal i64 @mm.libc.stack_size(i64 %told) nounwind noinline {
  %limits = alloca { i64, i64 }
  %process = call i32 @getpid()
  %thread = call i32 @gettid()
  %is.first = icmp eq i32 %process, %thread
  br i1 %is.first, label %ask, label %keep
ask:
  %failed = call i32 @getrlimit(i32 3, { i64, i64 }* %limits)
  %ok = icmp eq i32 %failed, 0
  br i1 %ok, label %known, label %keep
known:
  %soft.slot = getelementptr { i64, i64 }, { i64, i64 }* %limits, i64 0, i32 0
  %soft = load i64, i64* %soft.slot
  %is.large = icmp ugt i64 %soft, 70368744177664
  %bounded = select i1 %is.large, i64 70368744177664, i64 %soft
  %is.more = icmp ugt i64 %bounded, %told
  %size = select i1 %is.more, i64 %bounded, i64 %told
  ret i64 %size
keep:
  ret i64 %told
}

declare i32 @pthread_attr_init(i8*) nounwind
declare i32 @pthread_attr_setstacksize(i8*, i64) nounwind

; A thread with a stack for C functions: the default is 128 KiB, what glibc's mostly is are 8 MiB.
define internal i32 @mm.libc.thread_create(i64* %thread, i8* (i8*)* %main, i8* %data) nounwind noinline {
  %attr = alloca [64 x i8], align 16
  %attr.p = getelementptr [64 x i8], [64 x i8]* %attr, i64 0, i64 0
  %failed = call i32 @pthread_attr_init(i8* %attr.p)
  %unused = call i32 @pthread_attr_setstacksize(i8* %attr.p, i64 8388608)
  %status = call i32 @pthread_create(i64* %thread, i8* %attr.p, i8* (i8*)* %main, i8* %data)
  %unused.2 = call i32 @pthread_attr_destroy(i8* %attr.p)
  ret i32 %status
}

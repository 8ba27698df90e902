; What differs between C libraries: glibc.

; Of this thread's stack, from the size that the library tells.
define internal i64 @mm.libc.stack_size(i64 %told) alwaysinline nounwind readnone {
  ret i64 %told
}

; A thread with a stack for C functions: the default is that of the process.
define internal i32 @mm.libc.thread_create(i64* %thread, i8* (i8*)* %main, i8* %data) alwaysinline nounwind {
  %status = call i32 @pthread_create(i64* %thread, i8* null, i8* (i8*)* %main, i8* %data)
  ret i32 %status
}

; What differs between architectures: x86-64.

; The stack pointer.
!6 = !{!"rsp"}

declare i32 @llvm.x86.sse2.cvttsd2si(<2 x double>)
declare i64 @llvm.x86.sse2.cvttsd2si64(<2 x double>)

; A number as an integer, for which that is right; of all others the lowest integer.
define internal i32 @mm.machine.integer32(double %x) alwaysinline nounwind readnone {
  %vector = insertelement <2 x double> zeroinitializer, double %x, i32 0
  %i = call i32 @llvm.x86.sse2.cvttsd2si(<2 x double> %vector)
  ret i32 %i
}
define internal i64 @mm.machine.integer64(double %x) alwaysinline nounwind readnone {
  %vector = insertelement <2 x double> zeroinitializer, double %x, i32 0
  %i = call i64 @llvm.x86.sse2.cvttsd2si64(<2 x double> %vector)
  ret i64 %i
}

; The function that this is inlined into saves all registers that are its caller's.
define internal void @mm.machine.save_registers() alwaysinline nounwind {
  call void asm sideeffect "", "~{rbx},~{rbp},~{r12},~{r13},~{r14},~{r15}"()
  ret void
}

; ---- C's `long double`: 80 bits in 16 bytes ----

define internal double @mm.load.f80(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to x86_fp80*
  %wide = load x86_fp80, x86_fp80* %p, align 1, !tbaa !2
  %value = fptrunc x86_fp80 %wide to double
  ret double %value
}
define internal void @mm.store.f80(i8* %base, i64 %offset, double %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to x86_fp80*
  %wide = fpext double %value to x86_fp80
  store x86_fp80 %wide, x86_fp80* %p, align 1, !tbaa !2
  ret void
}

; ---- callbacks (see callbacks.ll) ----

; What tells this thread from the others: where its control block lies. By the ABI the block begins with its own address.
define internal i64 @mm.callbacks.thread(i8* %env) alwaysinline nounwind {
  %self = load i64, i64 addrspace(257)* null
  ret i64 %self
}

; The code of a callback: 24 bytes, written at one place and executed at the other. r10 is what a `nest` parameter comes in:
; `movabs r10, executed; movabs r11, thunk; jmp r11`.
define internal void @mm.callbacks.write_code(i8* %env, i64 %written, i64 %executed, i64 %thunk) nounwind noinline {
  %p = inttoptr i64 %written to i8*
  call void @mm.machine.store16(i8* %p, i64 0, i16 -17847)
  call void @mm.machine.store64(i8* %p, i64 2, i64 %executed)
  call void @mm.machine.store16(i8* %p, i64 10, i16 -17591)
  call void @mm.machine.store64(i8* %p, i64 12, i64 %thunk)
  call void @mm.machine.store16(i8* %p, i64 20, i16 -191)
  call void @mm.machine.store16(i8* %p, i64 22, i16 227)
  ret void
}
define internal void @mm.machine.store16(i8* %base, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = getelementptr i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 1
  ret void
}
define internal void @mm.machine.store64(i8* %base, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = getelementptr i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 1
  ret void
}

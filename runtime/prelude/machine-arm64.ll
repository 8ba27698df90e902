; What differs between architectures: 64-bit ARM.

; The stack pointer.
!6 = !{!"sp"}

declare i32 @llvm.fptosi.sat.i32.f64(double)
declare i64 @llvm.fptosi.sat.i64.f64(double)

; A number as an integer, for which that is right; of all others the nearest integer, of NaN 0.
define internal i32 @mm.machine.integer32(double %x) alwaysinline nounwind readnone {
  %i = call i32 @llvm.fptosi.sat.i32.f64(double %x)
  ret i32 %i
}
define internal i64 @mm.machine.integer64(double %x) alwaysinline nounwind readnone {
  %i = call i64 @llvm.fptosi.sat.i64.f64(double %x)
  ret i64 %i
}

; The function that this is inlined into saves all registers that are its caller's; compilers may hold addresses in d8 to d15, too.
define internal void @mm.machine.save_registers() alwaysinline nounwind {
  call void asm sideeffect "", "~{x19},~{x20},~{x21},~{x22},~{x23},~{x24},~{x25},~{x26},~{x27},~{x28},~{x29},~{d8},~{d9},~{d10},~{d11},~{d12},~{d13},~{d14},~{d15}"()
  ret void
}

; ---- C's `long double`: 128 bits ----

define internal double @mm.load.f80(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to fp128*
  %wide = load fp128, fp128* %p, align 1, !tbaa !2
  %value = fptrunc fp128 %wide to double
  ret double %value
}
define internal void @mm.store.f80(i8* %base, i64 %offset, double %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to fp128*
  %wide = fpext double %value to fp128
  store fp128 %wide, fp128* %p, align 1, !tbaa !2
  ret void
}

; ---- callbacks (see callbacks.ll) ----

; What tells this thread from the others: where its thread-local memory lies.
define internal i64 @mm.callbacks.thread(i8* %env) alwaysinline nounwind {
  %self = call i64 asm "mrs $0, tpidr_el0", "=r"()
  ret i64 %self
}

; The code of a callback: 24 bytes, written at one place and executed at the other. x18 is what a `nest` parameter comes in:
; `adr x18, executed; ldr x17, thunk; br x17`, a word of nothing, then the address of the thunk.
define internal void @mm.callbacks.write_code(i8* %env, i64 %written, i64 %executed, i64 %thunk) nounwind noinline {
  %p = inttoptr i64 %written to [3 x i64]*
  %head.slot = getelementptr [3 x i64], [3 x i64]* %p, i64 0, i64 0
  %tail.slot = getelementptr [3 x i64], [3 x i64]* %p, i64 0, i64 1
  %thunk.slot = getelementptr [3 x i64], [3 x i64]* %p, i64 0, i64 2
  store i64 6341068760937398290, i64* %head.slot, align 8
  store i64 3592356384, i64* %tail.slot, align 8
  store i64 %thunk, i64* %thunk.slot, align 8
  ; Out of the cache of data, and out of that of instructions: 24 bytes lie in two lines at most.
  %last = add i64 %written, 23
  %executed.last = add i64 %executed, 23
  call void asm sideeffect "dc cvau, $0\0Adc cvau, $1\0Adsb ish\0Aic ivau, $2\0Aic ivau, $3\0Adsb ish\0Aisb", "r,r,r,r,~{memory}"(i64 %written, i64 %last, i64 %executed, i64 %executed.last)
  ret void
}

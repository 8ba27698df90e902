; Loads and stores, so that each carries its alias class. `memory`: elements and C memory, at any alignment, base and
; offset in bytes. `global`: module-level variables, offset in bytes behind the environment's structure.

define internal i8 @mm.load.i8(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i8*
  %value = load i8, i8* %p, align 1, !tbaa !2
  ret i8 %value
}
define internal void @mm.store.i8(i8* %base, i64 %offset, i8 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i8*
  store i8 %value, i8* %p, align 1, !tbaa !2
  ret void
}
define internal i16 @mm.load.i16(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i16*
  %value = load i16, i16* %p, align 1, !tbaa !2
  ret i16 %value
}
define internal void @mm.store.i16(i8* %base, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 1, !tbaa !2
  ret void
}
define internal i32 @mm.load.i32(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i32*
  %value = load i32, i32* %p, align 1, !tbaa !2
  ret i32 %value
}
define internal void @mm.store.i32(i8* %base, i64 %offset, i32 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i32*
  store i32 %value, i32* %p, align 1, !tbaa !2
  ret void
}
define internal i64 @mm.load.i64(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i64*
  %value = load i64, i64* %p, align 1, !tbaa !2
  ret i64 %value
}
define internal void @mm.store.i64(i8* %base, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 1, !tbaa !2
  ret void
}
define internal float @mm.load.f32(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to float*
  %value = load float, float* %p, align 1, !tbaa !2
  ret float %value
}
define internal void @mm.store.f32(i8* %base, i64 %offset, float %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to float*
  store float %value, float* %p, align 1, !tbaa !2
  ret void
}
define internal double @mm.load.f64(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to double*
  %value = load double, double* %p, align 1, !tbaa !2
  ret double %value
}
define internal void @mm.store.f64(i8* %base, i64 %offset, double %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to double*
  store double %value, double* %p, align 1, !tbaa !2
  ret void
}
define internal i8* @mm.load.address(i8* %base, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 1, !tbaa !2
  ret i8* %value
}
define internal void @mm.store.address(i8* %base, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %base, i64 %offset
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 1, !tbaa !2
  ret void
}

define internal i8 @mm.global.load.i8(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i8*
  %value = load i8, i8* %p, align 1, !tbaa !4
  ret i8 %value
}
define internal void @mm.global.store.i8(i8* %env, i64 %offset, i8 %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i8*
  store i8 %value, i8* %p, align 1, !tbaa !4
  ret void
}
define internal i16 @mm.global.load.i16(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i16*
  %value = load i16, i16* %p, align 2, !tbaa !4
  ret i16 %value
}
define internal void @mm.global.store.i16(i8* %env, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 2, !tbaa !4
  ret void
}
define internal i32 @mm.global.load.i32(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i32*
  %value = load i32, i32* %p, align 4, !tbaa !4
  ret i32 %value
}
define internal void @mm.global.store.i32(i8* %env, i64 %offset, i32 %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i32*
  store i32 %value, i32* %p, align 4, !tbaa !4
  ret void
}
define internal i64 @mm.global.load.i64(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i64*
  %value = load i64, i64* %p, align 8, !tbaa !4
  ret i64 %value
}
define internal void @mm.global.store.i64(i8* %env, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 8, !tbaa !4
  ret void
}
define internal float @mm.global.load.f32(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to float*
  %value = load float, float* %p, align 4, !tbaa !4
  ret float %value
}
define internal void @mm.global.store.f32(i8* %env, i64 %offset, float %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to float*
  store float %value, float* %p, align 4, !tbaa !4
  ret void
}
define internal double @mm.global.load.f64(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to double*
  %value = load double, double* %p, align 8, !tbaa !4
  ret double %value
}
define internal void @mm.global.store.f64(i8* %env, i64 %offset, double %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to double*
  store double %value, double* %p, align 8, !tbaa !4
  ret void
}
define internal i8* @mm.global.load.address(i8* %env, i64 %offset) alwaysinline nounwind readonly {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !4
  ret i8* %value
}
define internal void @mm.global.store.address(i8* %env, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = call i8* @mm.global(i8* %env, i64 %offset)
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !4
  ret void
}

; ---- blocks of memory ----

define internal void @mm.copy(i8* %from, i8* %to, i64 %bytes) alwaysinline nounwind {
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* %to, i8* %from, i64 %bytes, i1 false), !tbaa !2
  ret void
}
define internal void @mm.move(i8* %from, i8* %to, i64 %bytes) alwaysinline nounwind {
  call void @llvm.memmove.p0i8.p0i8.i64(i8* %to, i8* %from, i64 %bytes, i1 false), !tbaa !2
  ret void
}
define internal void @mm.fill(i8* %at, i8 %byte, i64 %bytes) alwaysinline nounwind {
  call void @llvm.memset.p0i8.i64(i8* %at, i8 %byte, i64 %bytes, i1 false), !tbaa !2
  ret void
}
define internal i1 @mm.same_bytes(i8* %a, i8* %b, i64 %bytes) alwaysinline nounwind readonly {
  %order = call i32 @memcmp(i8* %a, i8* %b, i64 %bytes)
  %same = icmp eq i32 %order, 0
  ret i1 %same
}

; C's malloc, or calloc if %zero; a negative size is too large for either.
define internal i8* @mm.malloc(i8* %env, i8* %site, i64 %bytes, i1 %zero) alwaysinline {
  br i1 %zero, label %zeroed, label %plain
plain:
  %p = call i8* @malloc(i64 %bytes)
  br label %test
zeroed:
  %z = call i8* @calloc(i64 %bytes, i64 1)
  br label %test
test:
  %memory = phi i8* [ %p, %plain ], [ %z, %zeroed ]
  %failed = icmp eq i8* %memory, null
  br i1 %failed, label %bad, label %on, !prof !8
bad:
  ; malloc(0) may give null, and then it is the caller's address of nothing.
  %some = icmp ne i64 %bytes, 0
  br i1 %some, label %raise, label %on
raise:
  call void @mm.raise(i8* %env, i8* %site, double 0.0, double 0.0)
  unreachable
on:
  ret i8* %memory
}

; Objects of the collected heap: header, fields, items of arrays, captured values. Each kind of memory has its alias classes, one
; for each machine type, so that a store to a field does not make a loop load an array's length or storage again.

!22 = !{!"array length", !0, i64 0}
!23 = !{!22, !22, i64 0}
!24 = !{!"array storage", !0, i64 0}
!25 = !{!24, !24, i64 0}
!26 = !{!"closure", !0, i64 0}
!27 = !{!26, !26, i64 0}
; Lengths of arrays.
!28 = !{i64 0, i64 4294967296}
!60 = !{}
; Capacities.
!29 = !{!"array capacity", !0, i64 0}
!30 = !{!29, !29, i64 0}
!31 = !{!"field i8", !0, i64 0}
!32 = !{!31, !31, i64 0}
!33 = !{!"field i16", !0, i64 0}
!34 = !{!33, !33, i64 0}
!35 = !{!"field i32", !0, i64 0}
!36 = !{!35, !35, i64 0}
!37 = !{!"field i64", !0, i64 0}
!38 = !{!37, !37, i64 0}
!39 = !{!"field f32", !0, i64 0}
!40 = !{!39, !39, i64 0}
!41 = !{!"field f64", !0, i64 0}
!42 = !{!41, !41, i64 0}
!43 = !{!"field reference", !0, i64 0}
!44 = !{!43, !43, i64 0}
!45 = !{!"item i8", !0, i64 0}
!46 = !{!45, !45, i64 0}
!47 = !{!"item i16", !0, i64 0}
!48 = !{!47, !47, i64 0}
!49 = !{!"item i32", !0, i64 0}
!50 = !{!49, !49, i64 0}
!51 = !{!"item i64", !0, i64 0}
!52 = !{!51, !51, i64 0}
!53 = !{!"item f32", !0, i64 0}
!54 = !{!53, !53, i64 0}
!55 = !{!"item f64", !0, i64 0}
!56 = !{!55, !55, i64 0}
!57 = !{!"item reference", !0, i64 0}
!58 = !{!57, !57, i64 0}

; The storage of every empty array: descriptor BYTES, constant, no items.
@mm.no_items = internal constant { i32, i32, i32, i32 } { i32 256, i32 2, i32 0, i32 0 }, align 8

; ---- references: 0 is null, 1 undefined ----

define internal i1 @mm.is_null(i8* %reference) alwaysinline nounwind readnone {
  %is = icmp eq i8* %reference, null
  ret i1 %is
}
define internal i1 @mm.is_undefined(i8* %reference) alwaysinline nounwind readnone {
  %is = icmp eq i8* %reference, inttoptr (i64 1 to i8*)
  ret i1 %is
}
define internal i1 @mm.is_present(i8* %reference) alwaysinline nounwind readnone {
  %bits = ptrtoint i8* %reference to i64
  %is = icmp ugt i64 %bits, 1
  ret i1 %is
}

; ---- header (its alias class stands in environment.ll) ----

; Offset of the descriptor in the module's table.
define internal i32 @mm.type_of(i8* %object) alwaysinline nounwind readonly {
  %p = bitcast i8* %object to i32*
  %type = load i32, i32* %p, align 8, !tbaa !10
  ret i32 %type
}

; An object whose type is one of %count bytes of descriptors from %first on: those of a class and of all derived from it.
define internal i1 @mm.object_is(i8* %reference, i32 %first, i32 %bytes) alwaysinline nounwind readonly {
entry:
  %present = call i1 @mm.is_present(i8* %reference)
  br i1 %present, label %look, label %done
look:
  %type = call i32 @mm.type_of(i8* %reference)
  %distance = sub i32 %type, %first
  %inside = icmp ult i32 %distance, %bytes
  br label %done
done:
  %is = phi i1 [ false, %entry ], [ %inside, %look ]
  ret i1 %is
}

; The code in word %slot of the vtable behind the descriptor's %bytes.
define internal i8* @mm.method(i8* %table, i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %type = call i32 @mm.type_of(i8* %object)
  %type.64 = zext i32 %type to i64
  %at = add i64 %type.64, %offset
  %p = getelementptr inbounds i8, i8* %table, i64 %at
  %slot = bitcast i8* %p to i8**
  %code = load i8*, i8** %slot, align 8, !invariant.load !60
  ret i8* %code
}

; ---- fields: offset in bytes from the object's start ----

define internal i8 @mm.field.load.i8(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8*
  %value = load i8, i8* %p, align 1, !tbaa !32
  ret i8 %value
}
define internal void @mm.field.store.i8(i8* %object, i64 %offset, i8 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8*
  store i8 %value, i8* %p, align 1, !tbaa !32
  ret void
}
define internal i16 @mm.field.load.i16(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i16*
  %value = load i16, i16* %p, align 2, !tbaa !34
  ret i16 %value
}
define internal void @mm.field.store.i16(i8* %object, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 2, !tbaa !34
  ret void
}
define internal i32 @mm.field.load.i32(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i32*
  %value = load i32, i32* %p, align 4, !tbaa !36
  ret i32 %value
}
define internal void @mm.field.store.i32(i8* %object, i64 %offset, i32 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i32*
  store i32 %value, i32* %p, align 4, !tbaa !36
  ret void
}
define internal i64 @mm.field.load.i64(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i64*
  %value = load i64, i64* %p, align 8, !tbaa !38
  ret i64 %value
}
define internal void @mm.field.store.i64(i8* %object, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 8, !tbaa !38
  ret void
}
define internal i8* @mm.field.load.address(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !38
  ret i8* %value
}
define internal void @mm.field.store.address(i8* %object, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !38
  ret void
}
define internal float @mm.field.load.f32(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to float*
  %value = load float, float* %p, align 4, !tbaa !40
  ret float %value
}
define internal void @mm.field.store.f32(i8* %object, i64 %offset, float %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to float*
  store float %value, float* %p, align 4, !tbaa !40
  ret void
}
define internal double @mm.field.load.f64(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to double*
  %value = load double, double* %p, align 8, !tbaa !42
  ret double %value
}
define internal void @mm.field.store.f64(i8* %object, i64 %offset, double %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to double*
  store double %value, double* %p, align 8, !tbaa !42
  ret void
}
define internal i8* @mm.field.load.reference(i8* %object, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !44
  ret i8* %value
}
define internal void @mm.field.store.reference(i8* %env, i8* %object, i64 %offset, i8* %value) alwaysinline nounwind {
  call void @mm.gc_barrier(i8* %env, i8* %object)
  %at = getelementptr inbounds i8, i8* %object, i64 %offset
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !44
  ret void
}

; The same number for the object as long as it lives: objects move, so it is kept in the collector's word (bits 8 to 31) from
; the first time on. Constant objects do not move, and are not written.
define internal i32 @mm.identity_hash(i8* %object) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 4
  %p = bitcast i8* %at to i32*
  %word = load i32, i32* %p, align 4, !tbaa !10
  %known = icmp ugt i32 %word, 255
  br i1 %known, label %done, label %make
make:
  %made = call i32 @mm.identity_hash_new(i8* %object)
  br label %done
done:
  %bits = phi i32 [ %word, %0 ], [ %made, %make ]
  %hash = lshr i32 %bits, 8
  ret i32 %hash
}
define internal i32 @mm.identity_hash_new(i8* %object) noinline nounwind {
  %address = ptrtoint i8* %object to i64
  %scaled = lshr i64 %address, 3
  %mixed = mul i64 %scaled, 11400714819323198485
  %high = lshr i64 %mixed, 32
  %narrow = trunc i64 %high to i32
  %masked = and i32 %narrow, -256
  %hash = or i32 %masked, 256
  %at = getelementptr inbounds i8, i8* %object, i64 4
  %p = bitcast i8* %at to i32*
  %word = load i32, i32* %p, align 4, !tbaa !10
  %static = and i32 %word, 2
  %moves = icmp eq i32 %static, 0
  br i1 %moves, label %keep, label %done
keep:
  %bits = or i32 %word, %hash
  store i32 %bits, i32* %p, align 4, !tbaa !10
  br label %done
done:
  ret i32 %hash
}

; ---- WeakRef: header, target (0 when it is dead), the number of the call from the host that it was made or asked in last. The
; collector keeps the target alive while that call lasts, which the optimiser does not know: hence the volatile accesses. ----

define internal i8* @mm.weak_new(i8* %env, i8* %target) {
  %object = call i8* @mm.gc_alloc(i8* %env, i64 24, i32 448)
  call void @mm.weak_keep(i8* %env, i8* %object)
  %at = getelementptr inbounds i8, i8* %object, i64 8
  %p = bitcast i8* %at to i8**
  store volatile i8* %target, i8** %p, align 8
  ret i8* %object
}

define internal i8* @mm.weak_get(i8* %env, i8* %object) nounwind {
  call void @mm.weak_keep(i8* %env, i8* %object)
  %at = getelementptr inbounds i8, i8* %object, i64 8
  %p = bitcast i8* %at to i8**
  %target = load volatile i8*, i8** %p, align 8
  %dead = icmp eq i8* %target, null
  %value = select i1 %dead, i8* inttoptr (i64 1 to i8*), i8* %target
  ret i8* %value
}

define internal void @mm.weak_keep(i8* %env, i8* %object) alwaysinline nounwind {
  %call = call i64 @mm.current_call(i8* %env)
  %at = getelementptr inbounds i8, i8* %object, i64 16
  %p = bitcast i8* %at to i64*
  ; One that holds its target goes on to do so.
  %before = load volatile i64, i64* %p, align 8
  %holds = icmp uge i64 %before, -2
  %kept = select i1 %holds, i64 %before, i64 %call
  store volatile i64 %kept, i64* %p, align 8
  ret void
}

; The WeakRef keeps its target from now on; whether the last major collection found that nothing else does (runtime/core/gc/layout.ts).
define internal i1 @mm.weak_toggle(i8* %object) nounwind {
  %at = getelementptr inbounds i8, i8* %object, i64 16
  %p = bitcast i8* %at to i64*
  %before = load volatile i64, i64* %p, align 8
  store volatile i64 -1, i64* %p, align 8
  %alone = icmp eq i64 %before, -2
  ret i1 %alone
}

; ---- closures: header, code, captured values of 8 bytes each ----

define internal i8* @mm.closure.code(i8* %closure) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 8
  %p = bitcast i8* %at to i8**
  %code = load i8*, i8** %p, align 8, !tbaa !27
  ret i8* %code
}

define internal i8* @mm.closure.new(i8* %env, i64 %size, i32 %type, i8* %code) alwaysinline {
  %closure = call i8* @mm.gc_alloc(i8* %env, i64 %size, i32 %type)
  %at = getelementptr inbounds i8, i8* %closure, i64 8
  %p = bitcast i8* %at to i8**
  store i8* %code, i8** %p, align 8, !tbaa !27
  ret i8* %closure
}

; Captured values never change: what is written when the closure is made stays.
define internal i8 @mm.capture.load.i8(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8*
  %value = load i8, i8* %p, align 8, !tbaa !27
  ret i8 %value
}
define internal void @mm.capture.store.i8(i8* %closure, i64 %offset, i8 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8*
  store i8 %value, i8* %p, align 8, !tbaa !27
  ret void
}
define internal i16 @mm.capture.load.i16(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i16*
  %value = load i16, i16* %p, align 8, !tbaa !27
  ret i16 %value
}
define internal void @mm.capture.store.i16(i8* %closure, i64 %offset, i16 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i16*
  store i16 %value, i16* %p, align 8, !tbaa !27
  ret void
}
define internal i32 @mm.capture.load.i32(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i32*
  %value = load i32, i32* %p, align 8, !tbaa !27
  ret i32 %value
}
define internal void @mm.capture.store.i32(i8* %closure, i64 %offset, i32 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i32*
  store i32 %value, i32* %p, align 8, !tbaa !27
  ret void
}
define internal i64 @mm.capture.load.i64(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i64*
  %value = load i64, i64* %p, align 8, !tbaa !27
  ret i64 %value
}
define internal void @mm.capture.store.i64(i8* %closure, i64 %offset, i64 %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i64*
  store i64 %value, i64* %p, align 8, !tbaa !27
  ret void
}
define internal i8* @mm.capture.load.address(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !27
  ret i8* %value
}
define internal void @mm.capture.store.address(i8* %closure, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !27
  ret void
}
define internal float @mm.capture.load.f32(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to float*
  %value = load float, float* %p, align 8, !tbaa !27
  ret float %value
}
define internal void @mm.capture.store.f32(i8* %closure, i64 %offset, float %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to float*
  store float %value, float* %p, align 8, !tbaa !27
  ret void
}
define internal double @mm.capture.load.f64(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to double*
  %value = load double, double* %p, align 8, !tbaa !27
  ret double %value
}
define internal void @mm.capture.store.f64(i8* %closure, i64 %offset, double %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to double*
  store double %value, double* %p, align 8, !tbaa !27
  ret void
}
define internal i8* @mm.capture.load.reference(i8* %closure, i64 %offset) alwaysinline nounwind readonly {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8**
  %value = load i8*, i8** %p, align 8, !tbaa !27
  ret i8* %value
}
define internal void @mm.capture.store.reference(i8* %closure, i64 %offset, i8* %value) alwaysinline nounwind {
  %at = getelementptr inbounds i8, i8* %closure, i64 %offset
  %p = bitcast i8* %at to i8**
  store i8* %value, i8** %p, align 8, !tbaa !27
  ret void
}
